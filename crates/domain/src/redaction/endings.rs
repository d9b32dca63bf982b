//! What may stand right behind a name in Korean: familiar endings, titles, particles, forms of the copula.
//!
//! A rest of a word that is read to its end here belongs to the name; with any other rest the name is part of a longer
//! word.

/// Longer rests of words are not looked at.
pub(super) const LONGEST_REST: usize = 14;
/// Titles and particles in one word, at most.
const DEEPEST: usize = 5;

/// What people are called by, behind a name.
pub(super) const TITLES: &[&str] = &[
    "씨",
    "님",
    "양",
    "군",
    "옹",
    "댁",
    "언니",
    "오빠",
    "누나",
    "누이",
    "형",
    "형님",
    "형수",
    "이모",
    "이모부",
    "삼촌",
    "외삼촌",
    "고모",
    "고모부",
    "엄마",
    "어머니",
    "어머님",
    "아빠",
    "아버지",
    "아버님",
    "할머니",
    "할아버지",
    "할매",
    "할배",
    "아저씨",
    "아주머니",
    "아줌마",
    "아주버니",
    "아재",
    "아바이",
    "아매",
    "마누라",
    "동생",
    "선생",
    "선생님",
    "동무",
    "동지",
    "교수",
    "교수님",
    "박사",
    "박사님",
    "목사",
    "목사님",
    "전도사",
    "전도사님",
    "집사",
    "집사님",
    "장로",
    "장로님",
    "권사",
    "사모",
    "사모님",
    "신부",
    "신부님",
    "수녀",
    "수녀님",
    "스님",
    "반장",
    "조장",
    "부장",
    "과장",
    "사장",
    "회장",
    "대장",
    "중대장",
    "소대장",
    "대대장",
    "연대장",
    "소장",
    "부소장",
    "계장",
    "국장",
    "처장",
    "실장",
    "원장",
    "교장",
    "위원장",
    "부위원장",
    "비서",
    "당비서",
    "보위원",
    "보위부장",
    "보위지도원",
    "보안원",
    "안전원",
    "지도원",
    "정치위원",
    "정치지도원",
    "검사",
    "판사",
    "변호사",
    "예심원",
    "계호원",
    "간수",
    "경비대장",
    "의사",
    "간호사",
    "기자",
    "대표",
    "대표님",
    "국장님",
    "부장님",
    "과장님",
    "사장님",
    "회장님",
    "소장님",
    "원장님",
    "반장님",
    "팀장",
    "팀장님",
    "상사",
    "중사",
    "하사",
    "상위",
    "중위",
    "소위",
    "대위",
    "소좌",
    "중좌",
    "상좌",
    "대좌",
    "소령",
    "중령",
    "대령",
    "브로커",
    "아가씨",
    "부부",
    "부인",
    "여사",
    "여사님",
    "남편",
    "아내",
    "본인",
    "일가",
    "가족",
];

/// Forms of address for one syllable that is a name: 철아, 철이, 철 씨.
const CALLS: &[&str] = &["아", "야", "이", "씨", "님", "양", "군"];

/// Between a name and its particles: the familiar 이, family and many.
const MIDDLE: &[&str] = &[
    "이네", "네서", "이", "네", "들", "뿐", "쪽", "측", "집", "자신", "대신", "때문",
];

const PARTICLES: &[&str] = &[
    "은",
    "는",
    "이",
    "가",
    "을",
    "를",
    "의",
    "에",
    "에게",
    "에게서",
    "에게로",
    "에서",
    "한테",
    "한테서",
    "께",
    "께서",
    "께서는",
    "께서도",
    "더러",
    "보고",
    "와",
    "과",
    "랑",
    "이랑",
    "하고",
    "도",
    "만",
    "만은",
    "만이",
    "까지",
    "부터",
    "마저",
    "조차",
    "밖에",
    "처럼",
    "같이",
    "보다",
    "마다",
    "대로",
    "만큼",
    "만치",
    "로",
    "으로",
    "로서",
    "으로서",
    "로써",
    "으로써",
    "로부터",
    "으로부터",
    "야",
    "아",
    "여",
    "이여",
    "나",
    "이나",
    "이나마",
    "든",
    "이든",
    "든지",
    "이든지",
    "든가",
    "이든가",
    "라도",
    "이라도",
    "라",
    "이라",
    "란",
    "이란",
    "며",
    "이며",
    "고",
    "이고",
    "요",
    "이요",
    "커녕",
    "은커녕",
    "는커녕",
    "말고",
    "치고",
    "따라",
    "뿐",
    "인가",
    "인지",
    "인들",
    "서껀",
    "에다",
    "에다가",
    "한테다",
    "더러는",
    "이야",
    "이야말로",
    "야말로",
    "지",
];

/// Beginnings of the copula, which any ending follows.
const COPULAS: &[&str] = &[
    "이었",
    "였",
    "이에요",
    "예요",
    "에요",
    "입니",
    "이다",
    "인데",
    "인",
    "이라고",
    "라고",
    "이라는",
    "라는",
    "이라서",
    "라서",
    "이라며",
    "라며",
    "이라면",
    "라면",
    "이라니",
    "라니",
    "이라던",
    "라던",
    "이지만",
    "지만",
    "이니",
    "니까",
    "이므로",
    "이거나",
    "이자",
    "이지",
    "이셨",
    "이신",
    "이시",
    "셨",
    "일",
    "임",
    "이던",
    "이랍",
    "랍니",
    "이래",
    "래요",
    "이죠",
    "죠",
    "인줄",
    "같은",
    "라는",
    "이더",
    "더라",
    "에게",
];

/// Whether the rest of a word, from behind a name to the end of its Hangul, belongs to the name.
pub(super) fn may_follow(rest: &str) -> bool {
    rest.chars().count() <= LONGEST_REST && is_read(rest, DEEPEST)
}

fn is_read(rest: &str, depth: usize) -> bool {
    if rest.is_empty() {
        return true;
    }
    let Some(depth) = depth.checked_sub(1) else {
        return false;
    };
    if COPULAS.iter().any(|copula| rest.starts_with(copula)) {
        return true;
    }
    [TITLES, MIDDLE, PARTICLES]
        .into_iter()
        .flatten()
        .filter_map(|part| rest.strip_prefix(part))
        .any(|rest| is_read(rest, depth))
}

/// Whether one syllable in front of this is called by it, so that it is a name.
pub(super) fn is_call(rest: &str) -> bool {
    CALLS
        .iter()
        .filter_map(|call| rest.strip_prefix(call))
        .any(may_follow)
        || begins_with_title(rest)
}

/// Whether a word is a title, perhaps with particles.
pub(super) fn begins_with_title(word: &str) -> bool {
    TITLES
        .iter()
        .filter_map(|title| word.strip_prefix(title))
        .any(may_follow)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_belongs_to_a_name_is_read() {
        for rest in [
            "",
            "는",
            "가",
            "야",
            "씨",
            "씨는",
            "에게서",
            "이모",
            "언니가",
            "이네는",
            "네",
            "이었다",
            "였습니다",
            "입니다",
            "선생님께서는",
            "한테서도",
            "들은",
            "라는",
            "하고",
            "이는",
            "동무에게",
        ] {
            assert!(may_follow(rest), "{rest}");
        }
        for rest in ["망", "망은", "롱하다", "정치", "학교에서"] {
            assert!(!may_follow(rest), "{rest}");
        }
    }

    #[test]
    fn calls_make_a_name_of_one_syllable() {
        for rest in ["아", "이가", "씨는", "동무", "이", "이네"] {
            assert!(is_call(rest), "{rest}");
        }
        for rest in ["", "은", "을", "도"] {
            assert!(!is_call(rest), "{rest}");
        }
    }
}
