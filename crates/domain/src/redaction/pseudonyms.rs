//! Names to stand in the place of real ones.
//!
//! They are drawn by chance, so that those of two audiences have nothing to do with each other; they look like any Korean
//! name, and are nobody's whom the vault knows.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use super::lists;
use super::names::{KnownNames, NameForm, NameFound, NameOrder, Script};
use crate::text::hangul;

/// A name to stand in the place of a real one.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Pseudonym {
    /// 김민서, or 단체 가.
    pub hangul: String,
    /// Kim Min-seo, or Group A.
    pub latin: String,
}

/// Whose pseudonym is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PseudonymKind {
    /// A person; any name where the sex is not known or shall not show.
    Person(Option<PseudonymSex>),
    /// A group.
    Group,
}

/// Which given names are drawn from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PseudonymSex {
    /// Names of women and girls.
    Female,
    /// Names of men and boys.
    Male,
}

/// Pseudonyms that are in use.
#[derive(Clone, Default)]
pub struct TakenPseudonyms {
    whole: HashSet<String>,
    given: HashSet<String>,
}

impl TakenPseudonyms {
    /// One more is in use.
    pub fn insert(&mut self, taken: &Pseudonym) {
        self.whole.insert(taken.hangul.clone());
        self.given.insert(taken.given_hangul());
    }

    /// Whether it is in use.
    pub fn contains(&self, pseudonym: &Pseudonym) -> bool {
        self.whole.contains(&pseudonym.hangul)
    }
}

impl<'p> Extend<&'p Pseudonym> for TakenPseudonyms {
    fn extend<I: IntoIterator<Item = &'p Pseudonym>>(&mut self, all: I) {
        all.into_iter().for_each(|taken| self.insert(taken));
    }
}

/// Family names, how many of ten thousand have them, and how they are written in Latin letters.
const FAMILIES: &[(&str, u64, &str)] = &[
    ("김", 2150, "Kim"),
    ("이", 1470, "Lee"),
    ("박", 840, "Park"),
    ("최", 470, "Choi"),
    ("정", 430, "Jeong"),
    ("강", 240, "Kang"),
    ("조", 210, "Cho"),
    ("윤", 205, "Yoon"),
    ("장", 199, "Jang"),
    ("임", 166, "Lim"),
    ("한", 155, "Han"),
    ("오", 153, "Oh"),
    ("서", 151, "Seo"),
    ("신", 149, "Shin"),
    ("권", 142, "Kwon"),
    ("황", 140, "Hwang"),
    ("안", 138, "Ahn"),
    ("송", 137, "Song"),
    ("전", 113, "Jeon"),
    ("홍", 112, "Hong"),
    ("유", 131, "Yoo"),
    ("고", 95, "Ko"),
    ("문", 93, "Moon"),
    ("양", 93, "Yang"),
    ("손", 92, "Son"),
    ("배", 81, "Bae"),
    ("백", 77, "Baek"),
    ("허", 66, "Heo"),
    ("남", 55, "Nam"),
    ("심", 55, "Shim"),
    ("노", 52, "Noh"),
    ("하", 47, "Ha"),
    ("곽", 41, "Kwak"),
    ("성", 40, "Seong"),
    ("차", 39, "Cha"),
    ("주", 39, "Joo"),
    ("우", 39, "Woo"),
    ("구", 39, "Koo"),
    ("민", 34, "Min"),
    ("진", 35, "Jin"),
    ("지", 33, "Ji"),
    ("엄", 29, "Eom"),
    ("채", 26, "Chae"),
    ("원", 26, "Won"),
    ("천", 24, "Cheon"),
    ("방", 19, "Bang"),
    ("공", 18, "Kong"),
    ("현", 18, "Hyun"),
    ("함", 15, "Ham"),
    ("변", 17, "Byun"),
    ("염", 14, "Yeom"),
    ("여", 12, "Yeo"),
    ("추", 12, "Choo"),
    ("도", 11, "Do"),
    ("소", 10, "So"),
    ("석", 12, "Seok"),
    ("선", 9, "Sun"),
    ("설", 8, "Seol"),
    ("마", 8, "Ma"),
    ("길", 7, "Gil"),
    ("연", 7, "Yeon"),
    ("위", 6, "Wi"),
    ("표", 6, "Pyo"),
    ("명", 5, "Myung"),
    ("기", 5, "Ki"),
    ("반", 5, "Ban"),
    ("왕", 5, "Wang"),
    ("금", 5, "Geum"),
    ("옥", 5, "Ok"),
    ("육", 4, "Yuk"),
];

const FEMALE_FIRST: &str = "민서지은예수하유현혜미선정경연영윤보소채가다나시주진아희명효승인순향춘옥금해설초란송세단별루도";
const FEMALE_LAST: &str =
    "서은영희경미선정연아주진나라원윤현빈린숙순옥화인지란실심월향애덕분임림솔별채율설혜";
const MALE_FIRST: &str =
    "민준현지성동승재영상태정진우경건도시하은종철광명용기규병창대형수세인원충학남일룡혁주찬윤강호";
const MALE_LAST: &str =
    "준호수우석민현훈진성영철혁규환택식일남국범욱원재기웅룡찬빈율강건표무학길삼";

/// Letters of groups, in the order in which they are given out.
const GROUPS: [(&str, &str); 14] = [
    ("가", "A"),
    ("나", "B"),
    ("다", "C"),
    ("라", "D"),
    ("마", "E"),
    ("바", "F"),
    ("사", "G"),
    ("아", "H"),
    ("자", "I"),
    ("차", "J"),
    ("카", "K"),
    ("타", "L"),
    ("파", "M"),
    ("하", "N"),
];

/// Draws before less is asked of a name.
const TRIES: usize = 300;

/// A new pseudonym, drawn by chance. It is none that is in use, and neither in full nor in its given name one that the vault
/// knows, to the letter or by its sound; nor has it the given name of another that is in use. Where so many are in use that no
/// such name is left, the last of these is given up first, then the sound, then the given name: never the full name.
///
/// `random` gives numbers that are uniform over all of `u64`.
pub fn draw(
    known: &KnownNames,
    taken: &TakenPseudonyms,
    kind: PseudonymKind,
    random: &mut dyn FnMut() -> u64,
) -> Pseudonym {
    let PseudonymKind::Person(sex) = kind else {
        return next_group(known, taken);
    };
    let is_new_given = |given: &str| !taken.given.contains(given);
    let sounds_new = |drawn: &Pseudonym, given: &str| {
        !known.is_known(given) && !known.is_known(&drawn.hangul) && !known.is_known(&drawn.latin)
    };
    let is_written_new = |drawn: &Pseudonym, given: &str| {
        !known.is_written(given)
            && !known.is_written(&drawn.hangul)
            && !known.is_written(&drawn.latin)
    };
    for round in 0..4 {
        for _ in 0..TRIES {
            let drawn = person(sex, random);
            let given = drawn.given_hangul();
            let is_fine = !taken.contains(&drawn)
                && match round {
                    0 => is_new_given(&given) && sounds_new(&drawn, &given),
                    1 => sounds_new(&drawn, &given),
                    2 => is_written_new(&drawn, &given),
                    _ => !known.is_written(&drawn.hangul) && !known.is_written(&drawn.latin),
                };
            if is_fine {
                return drawn;
            }
        }
    }
    numbered(known, taken, &person(sex, random))
}

/// A name with a number behind it, the first that is free.
fn numbered(known: &KnownNames, taken: &TakenPseudonyms, name: &Pseudonym) -> Pseudonym {
    let mut number = 2_u64;
    loop {
        let numbered = Pseudonym {
            hangul: format!("{} {number}", name.hangul),
            latin: format!("{} {number}", name.latin),
        };
        if !taken.contains(&numbered) && !known.is_written(&numbered.hangul) {
            return numbered;
        }
        number += 1;
    }
}

/// The first group that is free: 가 to 하, then 가-2.
fn next_group(known: &KnownNames, taken: &TakenPseudonyms) -> Pseudonym {
    let mut round = 1_u64;
    loop {
        for (hangul, latin) in GROUPS {
            let number = if round > 1 {
                format!("-{round}")
            } else {
                String::new()
            };
            let group = Pseudonym {
                hangul: format!("단체 {hangul}{number}"),
                latin: format!("Group {latin}{number}"),
            };
            let is_known = known.is_written(&group.hangul) || known.is_written(&group.latin);
            if !taken.contains(&group) && !is_known {
                return group;
            }
        }
        round += 1;
    }
}

fn person(sex: Option<PseudonymSex>, random: &mut dyn FnMut() -> u64) -> Pseudonym {
    let sex = sex.unwrap_or(match below(2, random) {
        0 => PseudonymSex::Female,
        _ => PseudonymSex::Male,
    });
    let (first, last) = match sex {
        PseudonymSex::Female => (FEMALE_FIRST, FEMALE_LAST),
        PseudonymSex::Male => (MALE_FIRST, MALE_LAST),
    };
    let (family, family_latin) = family(random);
    let given = loop {
        let given = [pick(first, random), pick(last, random)];
        let [one, other] = given;
        let text: String = given.iter().collect();
        // A word would be found in every sentence.
        if one != other && !lists::is_korean_word(&text) {
            break given;
        }
    };
    let spelt: Vec<String> = given.iter().map(|c| romanised(*c)).collect();
    let latin = capitalised(&spelt.join("-"));
    Pseudonym {
        hangul: family.chars().chain(given).collect(),
        latin: format!("{family_latin} {latin}"),
    }
}

fn family(random: &mut dyn FnMut() -> u64) -> (&'static str, &'static str) {
    let total = FAMILIES.iter().map(|(_, weight, _)| weight).sum();
    let mut at = below(total, random);
    for (hangul, weight, latin) in FAMILIES {
        match at.checked_sub(*weight) {
            None => return (hangul, latin),
            Some(rest) => at = rest,
        }
    }
    ("김", "Kim")
}

fn pick(list: &str, random: &mut dyn FnMut() -> u64) -> char {
    let at = below(list.chars().count() as u64, random);
    list.chars().nth(at as usize).unwrap_or('민')
}

/// A number below `bound`, each as likely as any other: what would favour the first ones is drawn again.
fn below(bound: u64, random: &mut dyn FnMut() -> u64) -> u64 {
    let bound = bound.max(1);
    let fair = u64::MAX - u64::MAX % bound;
    loop {
        let drawn = random();
        if drawn < fair {
            return drawn % bound;
        }
    }
}

/// A syllable in Revised Romanisation (2000), by itself, as given names are written: Min-seo.
fn romanised(syllable: char) -> String {
    const INITIALS: [&str; 19] = [
        "g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t",
        "p", "h",
    ];
    const VOWELS: [&str; 21] = [
        "a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo",
        "we", "wi", "yu", "eu", "ui", "i",
    ];
    const FINALS: [&str; 28] = [
        "", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p",
        "p", "t", "t", "ng", "t", "t", "k", "t", "p", "t",
    ];
    let Some(parts) = hangul::parts(syllable) else {
        return String::new();
    };
    let part =
        |table: &[&'static str], at: u32| table.get(at as usize).copied().unwrap_or_default();
    [
        part(&INITIALS, parts.initial),
        part(&VOWELS, parts.vowel),
        part(&FINALS, parts.last),
    ]
    .concat()
}

/// Whether two syllables are those of given names.
pub(super) fn is_name_like(first: char, last: char) -> bool {
    let is_first = FEMALE_FIRST.contains(first) || MALE_FIRST.contains(first);
    is_first && (FEMALE_LAST.contains(last) || MALE_LAST.contains(last))
}

fn capitalised(word: &str) -> String {
    let mut chars = word.chars();
    let first = chars.next().map(|c| c.to_ascii_uppercase());
    first.into_iter().chain(chars).collect()
}

impl Pseudonym {
    fn is_group(&self) -> bool {
        self.hangul.contains(' ')
    }

    fn given_hangul(&self) -> String {
        match self.is_group() {
            true => self.hangul.clone(),
            false => self.hangul.chars().skip(1).collect(),
        }
    }

    /// Family name and given name in Latin letters; a group has the latter only.
    fn latin_parts(&self) -> (&str, &str) {
        match self.latin.split_once(' ') {
            Some(parts) if !self.is_group() => parts,
            _ => ("", &self.latin),
        }
    }

    /// How the pseudonym stands in the place of a name that was met: in its script and order, the given name for a given
    /// name, in capitals for capitals. `written` is the name as it stands in the text.
    pub fn in_place_of(&self, found: &NameFound, written: &str) -> String {
        let is_latin = matches!(found.script, Script::Latin | Script::Other)
            && written
                .chars()
                .any(|c| !hangul::is_syllable(c) && c.is_alphanumeric())
            && !written.chars().any(hangul::is_syllable);
        if !is_latin {
            return match found.form {
                NameForm::Given => self.given_hangul(),
                NameForm::Family => self.hangul.chars().take(1).collect(),
                NameForm::Full | NameForm::Code => self.hangul.clone(),
            };
        }
        let (family, given) = self.latin_parts();
        let latin = match found.form {
            NameForm::Given => given.to_owned(),
            NameForm::Family if !family.is_empty() => family.to_owned(),
            NameForm::Full if found.order == NameOrder::FamilyLast && !family.is_empty() => {
                format!("{given} {family}")
            }
            _ => self.latin.clone(),
        };
        let is_large = written.chars().filter(|c| c.is_alphabetic()).count() > 1
            && !written.chars().any(char::is_lowercase);
        if is_large {
            latin.to_uppercase()
        } else {
            latin
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::names::{Certainty, KnownPerson};
    use super::*;
    use crate::ids::RecordId;

    /// A sequence for tests (SplitMix64, Steele, Lea and Flood 2014).
    fn sequence(seed: u64) -> impl FnMut() -> u64 {
        let mut state = seed;
        move || {
            state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
            let mut z = state;
            z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
            z ^ (z >> 31)
        }
    }

    fn known(names: &[&str]) -> KnownNames {
        let people: Vec<KnownPerson> = names
            .iter()
            .enumerate()
            .map(|(at, name)| KnownPerson {
                id: RecordId::from_u128(at as u128 + 1),
                names: vec![(*name).to_owned()],
                codes: Vec::new(),
                is_group: false,
            })
            .collect();
        KnownNames::new(&people)
    }

    #[test]
    fn syllables_are_romanised() {
        for (syllable, latin) in [
            ('서', "seo"),
            ('혁', "hyeok"),
            ('은', "eun"),
            ('룡', "ryong"),
            ('희', "hui"),
        ] {
            assert_eq!(romanised(syllable), latin);
        }
    }

    #[test]
    fn thousands_are_drawn_and_none_twice() {
        let known = known(&["김영희", "박철수", "Lee Min-jun"]);
        let mut taken = TakenPseudonyms::default();
        let mut random = sequence(1);
        for at in 0..3000 {
            let drawn = draw(&known, &taken, PseudonymKind::Person(None), &mut random);
            assert!(!taken.contains(&drawn), "{at}");
            let given = drawn.given_hangul();
            assert!(!["영희", "철수", "민준"].contains(&given.as_str()));
            assert!(
                known
                    .find(&format!("{} {}", drawn.hangul, drawn.latin))
                    .iter()
                    .all(|found| found.certainty != Certainty::Certain)
            );
            taken.insert(&drawn);
        }
        assert!(taken.given.len() > 1500, "{}", taken.given.len());
    }

    #[test]
    fn given_names_differ_as_long_as_there_are_some() {
        let (known, mut taken, mut random) = (known(&[]), TakenPseudonyms::default(), sequence(2));
        for _ in 0..400 {
            let drawn = draw(
                &known,
                &taken,
                PseudonymKind::Person(Some(PseudonymSex::Female)),
                &mut random,
            );
            assert!(!taken.given.contains(&drawn.given_hangul()));
            taken.insert(&drawn);
        }
    }

    #[test]
    fn two_sequences_have_nothing_in_common() {
        let (known, taken) = (known(&[]), TakenPseudonyms::default());
        let (mut one, mut other) = (sequence(3), sequence(4));
        let same = (0..200)
            .filter(|_| {
                let kind = PseudonymKind::Person(None);
                draw(&known, &taken, kind, &mut one) == draw(&known, &taken, kind, &mut other)
            })
            .count();
        assert!(same < 5, "{same}");
    }

    #[test]
    fn a_draw_ends_when_nothing_is_left() {
        let (known, mut random) = (known(&[]), sequence(5));
        let mut constant = || 7;
        let mut taken = TakenPseudonyms::default();
        let first = draw(&known, &taken, PseudonymKind::Person(None), &mut constant);
        taken.insert(&first);
        let second = draw(&known, &taken, PseudonymKind::Person(None), &mut constant);
        assert_ne!(first.hangul, second.hangul);
        assert!(below(3, &mut random) < 3);
    }

    #[test]
    fn groups_have_letters() {
        let (known, mut taken, mut random) = (known(&[]), TakenPseudonyms::default(), sequence(6));
        let mut all = Vec::new();
        for _ in 0..15 {
            let group = draw(&known, &taken, PseudonymKind::Group, &mut random);
            taken.insert(&group);
            all.push(group);
        }
        assert_eq!(
            (all[0].hangul.as_str(), all[0].latin.as_str()),
            ("단체 가", "Group A")
        );
        assert_eq!(
            (all[14].hangul.as_str(), all[14].latin.as_str()),
            ("단체 가-2", "Group A-2")
        );
    }

    #[test]
    fn a_pseudonym_stands_as_the_name_stood() {
        let pseudonym = Pseudonym {
            hangul: "박민서".to_owned(),
            latin: "Park Min-seo".to_owned(),
        };
        let known = known(&["김영희"]);
        for (text, wanted) in [
            ("김영희는", "박민서"),
            ("영희는", "민서"),
            ("Kim Young-hee said", "Park Min-seo"),
            ("Young-hee Kim said", "Min-seo Park"),
            ("KIM YOUNG HEE", "PARK MIN-SEO"),
            ("then Young-hee left", "Min-seo"),
        ] {
            let found = known.find(text);
            let written = &text[found[0].range.clone()];
            assert_eq!(pseudonym.in_place_of(&found[0], written), wanted, "{text}");
        }
    }
}
