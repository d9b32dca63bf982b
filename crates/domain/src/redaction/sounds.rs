//! Names that are written otherwise than they are known, and sound the same: Kim Yong-hui for 김영희.

use std::collections::BTreeSet;

use super::context::is_capital_inside;
use super::endings;
use super::forms::{Form, FormTable, FoundForm};
use super::letters::{Gap, Letter, LetterKind};
use super::lists;
use super::names::{Certainty, Doubt, NameForm, NameOrder, Script};
use super::spelling::{Spelling, is_one_syllable, text_of};
use crate::text::sound::{codes_of_term, is_family_name};

/// The longest name by sound, in Latin letters.
const LONGEST: usize = 24;
/// Words of a name in Latin letters, at most.
const WORDS: usize = 3;

/// Puts the sounds of a person's names into the table: those in Hangul, and those in Latin letters that none of the former
/// sounds like.
pub(super) fn insert(spellings: &[Spelling], table: &mut FormTable) {
    let mut known = BTreeSet::new();
    for (script, is_hangul) in [(Script::Hangul, true), (Script::Latin, false)] {
        let of_script = spellings.iter().filter(|spelling| {
            spelling.form.script == script
                && matches!(spelling.form.form, NameForm::Full | NameForm::Given)
                && !spelling.form.is_one_syllable
        });
        for spelling in of_script {
            let codes = codes_of_term(&spelling.letters);
            if !is_hangul && !codes.is_disjoint(&known) {
                continue;
            }
            for code in &codes {
                table.insert(code, spelling.form.clone());
            }
            if is_hangul {
                known.extend(codes);
                known.extend(insert_turned(spelling, table));
            }
        }
    }
}

/// The sound with the family name last, as it is only written in Latin letters.
fn insert_turned(spelling: &Spelling, table: &mut FormTable) -> BTreeSet<String> {
    let family = usize::from(spelling.form.family);
    if family == 0 {
        return BTreeSet::new();
    }
    let letters = spelling.letters.chars();
    let turned: String = letters
        .clone()
        .skip(family)
        .chain(letters.take(family))
        .collect();
    let codes = codes_of_term(&turned);
    for code in &codes {
        let mut form = spelling.form.clone();
        form.order = NameOrder::FamilyLast;
        table.insert(code, form);
    }
    codes
}

/// A name found by its sound: letters from and to.
pub(super) struct Sounded<'t> {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) found: FoundForm<'t>,
    pub(super) certainty: Certainty,
}

/// A word in Latin letters.
struct Word {
    start: usize,
    end: usize,
    text: String,
    is_name_like: bool,
}

/// Every name in Latin letters that sounds like one of the table.
pub(super) fn in_latin<'t>(letters: &[Letter], table: &'t FormTable, found: &mut Vec<Sounded<'t>>) {
    let words = latin_words(letters);
    for (at, first) in words.iter().enumerate() {
        if !first.is_name_like {
            continue;
        }
        let mut text = String::new();
        let mut row: Vec<&Word> = Vec::with_capacity(WORDS);
        for word in words.get(at..).unwrap_or_default().iter().take(WORDS) {
            let is_next = row.last().is_none_or(|last: &&Word| last.end == word.start);
            let gap = letters
                .get(word.start)
                .map_or(Gap::Stop, |letter| letter.gap);
            let is_near = row.is_empty() || is_next && gap <= Gap::Comma;
            text.push_str(&word.text);
            if !is_near || !word.is_name_like || text.len() > LONGEST {
                break;
            }
            row.push(word);
            let is_capital = |word: &&Word| {
                letters
                    .get(word.start)
                    .is_some_and(|letter| letter.is_capital)
            };
            let is_written_large = row.iter().all(is_capital);
            for code in codes_of_term(&text) {
                for form in table.find_text(&code) {
                    let Some(certainty) = latin_certainty(form.form, &row, is_written_large) else {
                        continue;
                    };
                    found.push(Sounded {
                        start: first.start,
                        end: word.end,
                        found: form,
                        certainty,
                    });
                }
            }
        }
    }
}

fn latin_certainty(form: &Form, row: &[&Word], is_written_large: bool) -> Option<Certainty> {
    let is_family = |word: Option<&&Word>| {
        word.is_some_and(|word| lists::latin_family_rank(&word.text).is_some())
    };
    if form.form == NameForm::Given {
        let text: String = row.iter().map(|word| word.text.as_str()).collect();
        return (!is_one_syllable(&text)).then_some(Certainty::Doubtful(Doubt::SoundOnly));
    }
    let has_family = form.family > 0
        && row.len() > 1
        && match form.order {
            NameOrder::FamilyFirst => is_family(row.first()),
            NameOrder::FamilyLast => is_family(row.last()),
        };
    Some(
        if row.iter().all(|word| lists::is_english_word(&word.text)) {
            Certainty::Doubtful(Doubt::CommonWord)
        } else if has_family && is_written_large {
            Certainty::Certain
        } else {
            Certainty::Doubtful(Doubt::SoundOnly)
        },
    )
}

/// The Latin words of a text: what joints hold together is one, without a possessive s.
fn latin_words(letters: &[Letter]) -> Vec<Word> {
    let mut words = Vec::new();
    let mut at = 0;
    while let Some(first) = letters.get(at) {
        let start = at;
        at += 1;
        if !first.is(LetterKind::Latin) {
            continue;
        }
        while let (Some(before), Some(next)) = (letters.get(at - 1), letters.get(at)) {
            let is_end = !next.is(LetterKind::Latin)
                || next.gap > Gap::Joint
                || next.gap == Gap::None && is_capital_inside(before, next);
            if is_end || at - start > LONGEST {
                break;
            }
            at += 1;
        }
        let is_possessive = letters
            .get(at - 1)
            .is_some_and(|last| last.c == 's' && last.gap == Gap::Joint);
        let end = if is_possessive && at - 1 > start {
            at - 1
        } else {
            at
        };
        let text = text_of(letters.get(start..end).unwrap_or_default());
        words.push(Word {
            start,
            end,
            is_name_like: first.is_capital || lists::is_clear_latin_family(&text),
            text,
        });
    }
    words
}

/// Every name in Hangul that sounds like one that is known in Latin letters only.
pub(super) fn in_hangul<'t>(
    letters: &[Letter],
    table: &'t FormTable,
    found: &mut Vec<Sounded<'t>>,
) {
    for start in 0..letters.len() {
        let is_start = |at: usize| {
            let before = at.checked_sub(1).and_then(|at| letters.get(at));
            letters.get(at).is_some_and(|letter| {
                letter.is(LetterKind::Hangul)
                    && (letter.gap != Gap::None
                        || before.is_none_or(|before| !before.is(LetterKind::Hangul)))
            })
        };
        if !is_start(start) {
            continue;
        }
        let mut text = String::new();
        for (at, letter) in letters.iter().enumerate().skip(start).take(4) {
            // Only behind a family name there may be a space.
            let is_gap_fine = letter.gap == Gap::None
                || at == start
                || at == start + 1 && letter.gap <= Gap::Space;
            if !letter.is(LetterKind::Hangul) || !is_gap_fine {
                break;
            }
            text.push(letter.c);
            let end = at + 1;
            if end - start < 2 {
                continue;
            }
            let row = letters.get(start..end).unwrap_or_default();
            for code in codes_of_term(&text) {
                let forms = table.find_text(&code).into_iter();
                for form in forms.filter(|found| found.form.script == Script::Latin) {
                    if let Some(certainty) = hangul_certainty(form.form, row, &rest(letters, end)) {
                        found.push(Sounded {
                            start,
                            end,
                            found: form,
                            certainty,
                        });
                    }
                }
            }
        }
    }
}

fn rest(letters: &[Letter], from: usize) -> String {
    let behind = letters.get(from..).unwrap_or_default().iter();
    behind
        .take_while(|letter| letter.is(LetterKind::Hangul) && letter.gap == Gap::None)
        .take(endings::LONGEST_REST + 1)
        .map(|letter| letter.c)
        .collect()
}

fn hangul_certainty(form: &Form, row: &[Letter], rest: &str) -> Option<Certainty> {
    let has_gap = row.iter().skip(1).any(|letter| letter.gap != Gap::None);
    let is_family = row.first().is_some_and(|letter| is_family_name(letter.c));
    let follows = endings::may_follow(rest);
    let is_word = lists::is_korean_word(&text_of(row));
    match (form.form, form.order) {
        (NameForm::Full, NameOrder::FamilyFirst) if form.family > 0 && is_family && follows => {
            Some(if row.len() > 2 && !has_gap && !is_word {
                Certainty::Certain
            } else {
                Certainty::Doubtful(Doubt::SoundOnly)
            })
        }
        (NameForm::Full, _) if form.family > 0 => None,
        _ => (follows && !has_gap).then_some(Certainty::Doubtful(Doubt::SoundOnly)),
    }
}
