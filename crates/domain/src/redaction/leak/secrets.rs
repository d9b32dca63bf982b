//! The secrets of a person whom nothing may name.

use super::super::names::{KnownPerson, NameForm};
use super::super::spelling::{self, Spelling};
use super::{LeakSecret, LeakSecretKind};
use crate::text::hangul;

/// Ways to write a name in North and South, at most.
const MOST: usize = 32;

/// What is to be looked for of a person: names in full, family name first and last, in the spelling of the other half of the
/// country; given names; codes. Names that are no Korean ones are not divided.
pub fn secrets_of(person: &KnownPerson) -> Vec<LeakSecret> {
    let mut texts: Vec<(String, LeakSecretKind)> = Vec::new();
    for name in &person.names {
        texts.push((name.clone(), LeakSecretKind::Name));
        for spelling in spelling::spellings(name, 0, person.is_group) {
            let is_name = matches!(spelling.form.form, NameForm::Full | NameForm::Given);
            if is_name && !spelling.form.is_one_syllable {
                let written = variants(&spelling).into_iter();
                texts.extend(written.map(|text| (text, LeakSecretKind::Name)));
            }
        }
    }
    let codes = person.codes.iter().cloned();
    texts.extend(codes.map(|code| (code, LeakSecretKind::Code)));
    texts.sort_by(|one, other| (&one.0, one.1 as u8).cmp(&(&other.0, other.1 as u8)));
    texts.dedup();
    texts
        .into_iter()
        .map(|(text, kind)| LeakSecret {
            text,
            kind,
            person: Some(person.id),
        })
        .collect()
}

/// The letters of a spelling as North and South write them.
fn variants(spelling: &Spelling) -> Vec<String> {
    let mut all = vec![String::new()];
    for letter in spelling.letters.chars() {
        let mut ways = vec![letter];
        if all.len() < MOST / 3 {
            ways.extend(hangul::other_initials(letter));
        }
        all = all
            .iter()
            .flat_map(|before| ways.iter().map(move |way| format!("{before}{way}")))
            .collect();
    }
    all
}
