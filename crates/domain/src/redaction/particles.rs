//! Korean particles agree with the sound that ends the word before them: 영희는, but 민준은.
//!
//! When one name takes the place of another, what stands behind it is made to agree. Only what is a particle for certain is
//! touched: one that is followed by the end of the word, or by what follows such a particle.

use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

use super::letters::seen;
use crate::text::hangul;
use crate::text::signs::is_invisible;

/// What a word ends with, as far as particles are concerned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LastSound {
    /// A vowel.
    Vowel,
    /// ㄹ, which 로 treats as a vowel.
    Rieul,
    /// Another consonant.
    Consonant,
    /// Not known: an abbreviation, a sign, another script.
    Unknown,
}

/// The last sound of a word, as Koreans read it.
pub fn last_sound(word: &str) -> LastSound {
    let Some(last) = seen(word).last().map(|seen| seen.c) else {
        return LastSound::Unknown;
    };
    if let Some(parts) = hangul::parts(last) {
        return match parts.last {
            0 => LastSound::Vowel,
            8 => LastSound::Rieul,
            _ => LastSound::Consonant,
        };
    }
    // Digits as they are counted: 영 일 이 삼 사 오 육 칠 팔 구.
    match last.to_ascii_lowercase() {
        '2' | '4' | '5' | '9' => LastSound::Vowel,
        '1' | '7' | '8' | 'l' => LastSound::Rieul,
        '0' | '3' | '6' => LastSound::Consonant,
        'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'w' => LastSound::Vowel,
        'm' | 'n' | 'g' | 'k' | 'p' | 'b' => LastSound::Consonant,
        _ => LastSound::Unknown,
    }
}

/// Which forms of a particle a sound asks for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Want {
    Closed,
    Open,
    Either,
}

fn want(sound: LastSound, is_ro: bool) -> Want {
    match sound {
        LastSound::Vowel => Want::Open,
        LastSound::Rieul if is_ro => Want::Open,
        LastSound::Rieul | LastSound::Consonant => Want::Closed,
        LastSound::Unknown => Want::Either,
    }
}

/// What may stand behind a particle for it to be one.
enum Tail {
    /// The end of the word, or one of these and then the end.
    End(&'static [&'static str]),
    /// Anything that begins with one of these.
    Begins(&'static [&'static str]),
    /// Anything: the beginning of a conjugated form.
    Any,
}

/// A particle in its two forms.
struct Pair {
    closed: &'static str,
    open: &'static str,
    /// Both in one, where the sound is not known.
    both: &'static str,
    tail: Tail,
}

const fn pair(closed: &'static str, open: &'static str, both: &'static str, tail: Tail) -> Pair {
    Pair {
        closed,
        open,
        both,
        tail,
    }
}

const FURTHER: &[&str] = &["는", "도", "만", "의", "까지", "부터", "요", "은"];

/// Longer particles before those that they begin with.
const PAIRS: &[Pair] = &[
    pair("이에요", "예요", "(이)에요", Tail::End(&[])),
    pair("이었", "였", "이었", Tail::Any),
    pair("이여서", "여서", "(이)여서", Tail::End(&[])),
    pair(
        "이라",
        "라",
        "(이)라",
        Tail::Begins(&[
            "고", "는", "도", "면", "서", "니", "며", "던", "든", "지", "기", "야", "곤", "네",
            "나", "더", "든가",
        ]),
    ),
    pair("이라", "라", "(이)라", Tail::End(&[])),
    pair("이나", "나", "(이)나", Tail::End(&["마", "요"])),
    pair("이랑", "랑", "(이)랑", Tail::End(FURTHER)),
    pair("이란", "란", "(이)란", Tail::End(&["다", "말"])),
    pair("이며", "며", "(이)며", Tail::End(&[])),
    pair("이고", "고", "(이)고", Tail::End(&["요", "는"])),
    pair("이든", "든", "(이)든", Tail::End(&["지", "가", "지간"])),
    pair("이여", "여", "(이)여", Tail::End(&[])),
    pair(
        "이네",
        "네",
        "(이)네",
        Tail::End(&[
            "는",
            "가",
            "를",
            "와",
            "도",
            "집",
            "에",
            "에서",
            "의",
            "로",
            "만",
            "요",
            "집에서",
            "집에",
            "까지",
        ]),
    ),
    pair(
        "이지",
        "지",
        "(이)지",
        Tail::End(&["만", "요", "만은", "마는"]),
    ),
    pair("이죠", "죠", "(이)죠", Tail::End(&[])),
    pair("이니", "니", "(이)니", Tail::End(&["까", "까요"])),
    pair("이면", "면", "(이)면", Tail::End(&["서", "은", "요"])),
    pair("이다", "다", "(이)다", Tail::End(&[])),
    pair("이요", "요", "(이)요", Tail::End(&[])),
    pair("이야말로", "야말로", "(이)야말로", Tail::End(&[])),
    pair(
        "으로",
        "로",
        "(으)로",
        Tail::End(&[
            "서",
            "서는",
            "서도",
            "써",
            "부터",
            "부터는",
            "부터의",
            "는",
            "도",
            "만",
            "의",
            "까지",
            "서의",
        ]),
    ),
    pair("은", "는", "은(는)", Tail::End(&["요", "커녕"])),
    pair("을", "를", "을(를)", Tail::End(&["요"])),
    pair("과", "와", "과(와)", Tail::End(FURTHER)),
    pair("이", "가", "이(가)", Tail::End(&["요"])),
    pair("아", "야", "아(야)", Tail::End(&[])),
];

/// What follows the familiar 이 of a name that ends in a consonant: 영숙이는 is 영숙 as she is called, and 는.
const FAMILIAR: &[&str] = &[
    "는",
    "가",
    "를",
    "와",
    "의",
    "도",
    "만",
    "에게",
    "에게서",
    "에게로",
    "에게는",
    "에게도",
    "한테",
    "한테서",
    "한테는",
    "께",
    "께서",
    "하고",
    "하고는",
    "보다",
    "처럼",
    "까지",
    "부터",
    "마저",
    "조차",
    "밖에",
    "로",
    "같이",
    "대로",
    "뿐",
    "들",
    "들은",
    "들이",
    "예요",
    "와는",
    "와도",
    "만은",
    "만이",
    "까지도",
    "네",
    "네는",
    "네가",
    "네를",
    "네와",
    "네도",
    "네집",
    "네에",
    "네의",
    "더러",
    "언니",
    "오빠",
    "누나",
    "엄마",
    "아빠",
    "이모",
    "삼촌",
    "아저씨",
];
const FAMILIAR_STEMS: &[&str] = &[
    "였", "라고", "라는", "언니", "오빠", "누나", "엄마", "아빠", "이모", "삼촌",
];

/// What takes the place of the beginning of a text behind a replaced word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agreed {
    /// Bytes of the text that are replaced: the particle as it stood.
    pub taken: usize,
    /// The particle that agrees.
    pub with: String,
}

/// The particle that agrees, where the one at the beginning of `after` does not; none where nothing is to be changed.
/// `after` is the text right behind the replaced word.
pub fn agree(after: &str, old: LastSound, new: LastSound) -> Option<Agreed> {
    let word = Word::of(after);
    if word.text.is_empty() {
        return None;
    }
    if old != LastSound::Vowel
        && let Some(agreed) = familiar(&word, new)
    {
        return Some(agreed);
    }
    let found = PAIRS.iter().find_map(|pair| {
        let is_ro = pair.open == "로";
        let stands = match want(old, is_ro) {
            Want::Closed => word.begins(pair.closed, &pair.tail).then_some(pair.closed),
            Want::Open => word.begins(pair.open, &pair.tail).then_some(pair.open),
            Want::Either => [pair.closed, pair.open]
                .into_iter()
                .find(|form| word.begins(form, &pair.tail)),
        };
        stands.map(|stands| (pair, stands))
    });
    let (pair, stands) = found?;
    let with = match want(new, pair.open == "로") {
        Want::Closed => pair.closed,
        Want::Open => pair.open,
        // Neither is known: what stands there may be right.
        Want::Either if old == LastSound::Unknown => return None,
        Want::Either => pair.both,
    };
    (with != stands).then(|| Agreed {
        taken: word.bytes(stands),
        with: with.to_owned(),
    })
}

/// The familiar 이 falls away behind a vowel.
fn familiar(word: &Word, new: LastSound) -> Option<Agreed> {
    let rest = word.text.strip_prefix('이')?;
    let is_familiar =
        FAMILIAR.contains(&rest) || FAMILIAR_STEMS.iter().any(|stem| rest.starts_with(stem));
    // 이네 and 이라고 are in the table of pairs, and agree there in the same way.
    let is_pair = rest.starts_with("네") || rest.starts_with('라');
    (is_familiar && !is_pair && new == LastSound::Vowel).then(|| Agreed {
        taken: word.bytes("이"),
        with: String::new(),
    })
}

/// The rest of a word: its syllables in one form, and how far each reaches in the text.
struct Word {
    text: String,
    /// For each syllable, where it ends in the text, in bytes.
    ends: Vec<usize>,
}

/// No particle, with what may follow it, is longer.
const LONGEST: usize = 12;

impl Word {
    fn of(after: &str) -> Self {
        let mut word = Self {
            text: String::new(),
            ends: Vec::new(),
        };
        for (at, grapheme) in after.grapheme_indices(true) {
            if grapheme
                .chars()
                .all(|c| is_invisible(c) && !c.is_whitespace())
            {
                continue;
            }
            let mut visible = grapheme.chars().filter(|c| !is_invisible(*c)).nfc();
            match (visible.next(), visible.next()) {
                (Some(c), None) if hangul::is_syllable(c) && word.ends.len() < LONGEST => {
                    word.text.push(c);
                    word.ends.push(at + grapheme.len());
                }
                _ => break,
            }
        }
        word
    }

    /// Whether the word begins with a particle that is one.
    fn begins(&self, particle: &str, tail: &Tail) -> bool {
        self.text
            .strip_prefix(particle)
            .is_some_and(|rest| match tail {
                Tail::End(further) => rest.is_empty() || further.contains(&rest),
                Tail::Begins(further) => further.iter().any(|begin| rest.starts_with(begin)),
                Tail::Any => true,
            })
    }

    /// The bytes of the text that a particle takes.
    fn bytes(&self, particle: &str) -> usize {
        let last = particle.chars().count().checked_sub(1);
        last.and_then(|last| self.ends.get(last))
            .copied()
            .unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text behind `old` when `new` takes its place.
    fn behind(old: &str, after: &str, new: &str) -> String {
        match agree(after, last_sound(old), last_sound(new)) {
            Some(agreed) => format!("{}{}", agreed.with, &after[agreed.taken..]),
            None => after.to_owned(),
        }
    }

    #[test]
    fn every_particle_agrees() {
        for (open, closed) in [
            ("는 갔다", "은 갔다"),
            ("가 갔다", "이 갔다"),
            ("를 보았다", "을 보았다"),
            ("와 갔다", "과 갔다"),
            ("와는 달리", "과는 달리"),
            ("야, 오너라", "아, 오너라"),
            ("로 보인다", "으로 보인다"),
            ("로서", "으로서"),
            ("로부터 들었다", "으로부터 들었다"),
            ("라고 했다", "이라고 했다"),
            ("라는 사람", "이라는 사람"),
            ("라면", "이라면"),
            ("나 다른 사람", "이나 다른 사람"),
            ("랑 갔다", "이랑 갔다"),
            ("랑은", "이랑은"),
            ("였다", "이었다"),
            ("였습니다", "이었습니다"),
            ("예요", "이에요"),
            ("란 사람", "이란 사람"),
            ("며 누구며", "이며 누구며"),
            ("고, 동생은", "이고, 동생은"),
            ("든 누구든", "이든 누구든"),
            ("든지", "이든지"),
            ("여!", "이여!"),
            ("네 집", "이네 집"),
            ("네는", "이네는"),
            ("지만", "이지만"),
            ("니까", "이니까"),
            ("다.", "이다."),
            ("요?", "이요?"),
        ] {
            assert_eq!(behind("영희", open, "민준"), closed, "{open}");
            assert_eq!(behind("영숙", closed, "민서"), open, "{closed}");
            assert_eq!(behind("영희", open, "민서"), open, "{open}");
            assert_eq!(behind("영숙", closed, "민준"), closed, "{closed}");
        }
    }

    #[test]
    fn rieul_is_a_vowel_for_ro() {
        assert_eq!(behind("영희", "로", "민철"), "로");
        assert_eq!(behind("영숙", "으로 갔다", "민철"), "로 갔다");
        assert_eq!(behind("민철", "로 갔다", "영숙"), "으로 갔다");
        assert_eq!(behind("영희", "는", "민철"), "은");
    }

    #[test]
    fn the_familiar_ending_falls_away_behind_a_vowel() {
        for (closed, open) in [
            ("이는 갔다", "는 갔다"),
            ("이가 갔다", "가 갔다"),
            ("이를", "를"),
            ("이와", "와"),
            ("이에게", "에게"),
            ("이한테서", "한테서"),
            ("이의", "의"),
            ("이도", "도"),
            ("이하고", "하고"),
            ("이였다", "였다"),
            ("이언니가", "언니가"),
        ] {
            assert_eq!(behind("영숙", closed, "민서"), open, "{closed}");
            assert_eq!(behind("영숙", closed, "민준"), closed, "{closed}");
        }
        assert_eq!(behind("영숙", "이 갔다", "민서"), "가 갔다");
    }

    #[test]
    fn other_words_are_left_alone() {
        for after in [
            " 는",
            "가족",
            "이모가",
            "고등학교",
            "나라",
            "라디오",
            "와이프",
            "로동자",
            "씨는",
            "에게",
            "의",
            "도",
            "까지",
            "",
            ".",
            "\n은",
            "은혜",
            "이사장",
            "과장이",
            "이다음",
            "다음",
            "지난",
        ] {
            assert_eq!(behind("영희", after, "민준"), after, "{after}");
            assert_eq!(behind("영숙", after, "민서"), after, "{after}");
        }
    }

    #[test]
    fn words_in_latin_letters_are_read() {
        assert_eq!(behind("Kim Young-hee", "는", "Park Min-jun"), "은");
        assert_eq!(behind("Kim Young-suk", "은", "Park Min-seo"), "는");
        assert_eq!(last_sound("Seol"), LastSound::Rieul);
        // Nobody knows how it is read: both, as one writes it then.
        assert_eq!(behind("영희", "는 갔다", "R."), "은(는) 갔다");
        assert_eq!(behind("영숙", "이 갔다", "Х"), "이(가) 갔다");
        assert_eq!(behind("Х", "는 갔다", "R."), "는 갔다");
        assert_eq!(behind("Х", "는 갔다", "민준"), "은 갔다");
    }

    #[test]
    fn form_and_invisible_characters_do_not_matter() {
        let decomposed: String = "는 갔다".nfd().collect();
        assert_eq!(
            behind("영희", &decomposed, "민준"),
            format!("은{}", " 갔다".nfd().collect::<String>())
        );
        assert_eq!(behind("영희", "\u{200b}는", "민준"), "은");
    }
}
