//! Names of people of both Koreas: 한글, romanised in the spellings that papers and colleagues use, some in 漢字.

use serde_json::{Value, json};

use super::chance::Chance;

/// Family names, the frequent ones first: as the North writes it where the South writes it otherwise, spellings, 漢字.
const FAMILY: [(&str, &str, [&str; 3], &str); 24] = [
    ("김", "김", ["Kim", "Gim", "Kim"], "金"),
    ("리", "이", ["Ri", "Lee", "Yi"], "李"),
    ("박", "박", ["Pak", "Park", "Bak"], "朴"),
    ("최", "최", ["Choe", "Choi", "Ch'oe"], "崔"),
    ("정", "정", ["Jong", "Jung", "Chŏng"], "鄭"),
    ("강", "강", ["Kang", "Gang", "Kang"], "姜"),
    ("조", "조", ["Jo", "Cho", "Joh"], "趙"),
    ("윤", "윤", ["Yun", "Yoon", "Youn"], "尹"),
    ("장", "장", ["Jang", "Chang", "Jang"], "張"),
    ("림", "임", ["Rim", "Lim", "Im"], "林"),
    ("한", "한", ["Han", "Hahn", "Han"], "韓"),
    ("오", "오", ["O", "Oh", "Oh"], "吳"),
    ("서", "서", ["So", "Seo", "Suh"], "徐"),
    ("신", "신", ["Sin", "Shin", "Sin"], "申"),
    ("권", "권", ["Kwon", "Gwon", "Kwŏn"], "權"),
    ("황", "황", ["Hwang", "Hwang", "Whang"], "黃"),
    ("안", "안", ["An", "Ahn", "An"], "安"),
    ("송", "송", ["Song", "Song", "Song"], "宋"),
    ("류", "유", ["Ryu", "Yoo", "Yu"], "柳"),
    ("홍", "홍", ["Hong", "Hong", "Hong"], "洪"),
    ("전", "전", ["Jon", "Jeon", "Chun"], "全"),
    ("고", "고", ["Ko", "Go", "Koh"], "高"),
    ("문", "문", ["Mun", "Moon", "Mun"], "文"),
    ("로", "노", ["Ro", "Noh", "Roh"], "盧"),
];

/// Syllables of given names: 한글; the North's spelling, the Revised one, McCune–Reischauer; 漢字.
const GIVEN: [(&str, [&str; 3], &str); 48] = [
    ("영", ["yong", "yeong", "yŏng"], "英"),
    ("희", ["hui", "hui", "hŭi"], "姬"),
    ("철", ["chol", "cheol", "ch'ŏl"], "哲"),
    ("수", ["su", "su", "su"], "洙"),
    ("명", ["myong", "myeong", "myŏng"], "明"),
    ("옥", ["ok", "ok", "ok"], "玉"),
    ("성", ["song", "seong", "sŏng"], "成"),
    ("일", ["il", "il", "il"], "日"),
    ("은", ["un", "eun", "ŭn"], "恩"),
    ("경", ["kyong", "gyeong", "kyŏng"], "京"),
    ("광", ["kwang", "gwang", "kwang"], "光"),
    ("호", ["ho", "ho", "ho"], "浩"),
    ("순", ["sun", "sun", "sun"], "順"),
    ("애", ["ae", "ae", "ae"], "愛"),
    ("혁", ["hyok", "hyeok", "hyŏk"], "赫"),
    ("미", ["mi", "mi", "mi"], "美"),
    ("란", ["ran", "ran", "ran"], "蘭"),
    ("춘", ["chun", "chun", "ch'un"], "春"),
    ("화", ["hwa", "hwa", "hwa"], "花"),
    ("남", ["nam", "nam", "nam"], "男"),
    ("정", ["jong", "jeong", "chŏng"], "貞"),
    ("숙", ["suk", "suk", "suk"], "淑"),
    ("금", ["kum", "geum", "kŭm"], "錦"),
    ("동", ["tong", "dong", "tong"], "東"),
    ("현", ["hyon", "hyeon", "hyŏn"], "賢"),
    ("진", ["jin", "jin", "chin"], "眞"),
    ("향", ["hyang", "hyang", "hyang"], "香"),
    ("복", ["pok", "bok", "pok"], "福"),
    ("실", ["sil", "sil", "sil"], "實"),
    ("용", ["yong", "yong", "yong"], "龍"),
    ("국", ["kuk", "guk", "kuk"], "國"),
    ("선", ["son", "seon", "sŏn"], "仙"),
    ("녀", ["nyo", "nyeo", "nyŏ"], "女"),
    ("태", ["thae", "tae", "t'ae"], "泰"),
    ("원", ["won", "won", "wŏn"], "元"),
    ("창", ["chang", "chang", "ch'ang"], "昌"),
    ("혜", ["hye", "hye", "hye"], "惠"),
    ("연", ["yon", "yeon", "yŏn"], "蓮"),
    ("학", ["hak", "hak", "hak"], "學"),
    ("봉", ["pong", "bong", "pong"], "鳳"),
    ("심", ["sim", "sim", "sim"], "心"),
    ("길", ["kil", "gil", "kil"], "吉"),
    ("주", ["ju", "ju", "chu"], "珠"),
    ("월", ["wol", "wol", "wŏl"], "月"),
    ("석", ["sok", "seok", "sŏk"], "錫"),
    ("충", ["chung", "chung", "ch'ung"], "忠"),
    ("별", ["pyol", "byeol", "pyŏl"], ""),
    ("송", ["song", "song", "song"], "松"),
];

/// A person's name, in every spelling that there is of it.
#[derive(Debug, Clone)]
pub struct Name {
    /// In 한글, as their own country writes it.
    pub hangul: String,
    /// In Latin letters, one of several ways.
    pub latin: String,
    others: Vec<String>,
    hanja: Option<String>,
    from_the_north: bool,
}

impl Name {
    /// A name; nine in ten are of the North.
    pub fn draw(chance: &mut Chance) -> Self {
        // The lower of two draws: the first families are the large ones.
        let family = FAMILY[chance.below(FAMILY.len()).min(chance.below(FAMILY.len()))];
        let (first, second) = (*chance.pick(&GIVEN), *chance.pick(&GIVEN));
        let from_the_north = chance.happens(90);
        let family_hangul = if from_the_north { family.0 } else { family.1 };
        let spelled = |way: usize| {
            let (family, first, second) = (family.2[way], capital(first.1[way]), second.1[way]);
            match way {
                0 => format!("{family} {first} {}", capital(second)),
                1 => format!("{family} {first}-{second}"),
                _ => format!("{family} {first}{second}"),
            }
        };
        let way = if from_the_north { 0 } else { 1 };
        let has_hanja = !first.2.is_empty() && !second.2.is_empty();
        Self {
            hangul: format!("{family_hangul}{}{}", first.0, second.0),
            latin: spelled(way),
            others: vec![spelled((way + 1) % 3), spelled((way + 2) % 3)],
            hanja: has_hanja.then(|| format!("{}{}{}", family.3, first.2, second.2)),
            from_the_north,
        }
    }

    /// The list of names of a person record.
    pub fn list(&self, chance: &mut Chance) -> Value {
        let language = if self.from_the_north { "ko-KP" } else { "ko" };
        let mut names = vec![
            json!({"text": self.hangul, "script": "hangul", "type": "birth", "language": language}),
            json!({"text": self.latin, "script": "latin", "type": "romanised"}),
        ];
        let more = chance.below(self.others.len() + 1);
        for other in &self.others[..more] {
            names.push(json!({"text": other, "script": "latin", "type": "romanised", "note": "여권의 표기"}));
        }
        if let Some(hanja) = self.hanja.as_ref().filter(|_| chance.happens(25)) {
            names.push(json!({"text": hanja, "script": "hanja", "type": "official"}));
        }
        Value::Array(names)
    }
}

fn capital(syllable: &str) -> String {
    let mut letters = syllable.chars();
    let first = letters
        .next()
        .map(|letter| letter.to_uppercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn names_are_many_and_of_three_scripts() {
        let mut chance = Chance::new(5);
        let names: Vec<Name> = (0..5_000).map(|_| Name::draw(&mut chance)).collect();
        let distinct: HashSet<&str> = names.iter().map(|name| name.hangul.as_str()).collect();
        assert!(distinct.len() > 3_000, "{}", distinct.len());
        assert!(names.iter().any(|name| name.hangul.starts_with('리')));
        assert!(names.iter().any(|name| name.latin.contains('-')));
        let lists: Vec<String> = names
            .iter()
            .map(|name| name.list(&mut chance).to_string())
            .collect();
        assert!(lists.iter().any(|list| list.contains("hanja")));
        assert!(lists.iter().any(|list| list.contains('ŏ')));
    }
}
