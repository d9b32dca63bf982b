//! Known names, found in a text in every way in which they are written there.
//!
//! A name is met in other Unicode forms, cases and widths, divided by spaces, lines and joints, with particles and titles,
//! with the family name last, in the spelling of the other half of the country, and in other romanisations. What is met is
//! certain, or [`Doubt`]ful: then only a reader can decide.

use std::collections::{BTreeMap, HashSet};
use std::ops::Range;

use super::context::{Context, is_capital_inside};
use super::endings;
use super::forms::{FormTable, FoundForm, LONGEST, RowHash};
use super::letters::{Gap, Letter, LetterKind, bytes_of, letters};
use super::sounds;
use super::spelling::{self, Spelling};
use crate::ids::RecordId;

/// What is known of a person's names.
#[derive(Clone)]
pub struct KnownPerson {
    /// Their record.
    pub id: RecordId,
    /// Every name, in every script and spelling.
    pub names: Vec<String>,
    /// Codes, aliases that are kept as codes, names on documents: looked for as they are, and never divided.
    pub codes: Vec<String>,
    /// A group has no family name and no given name.
    pub is_group: bool,
}

/// Which part of a name was met.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum NameForm {
    /// The whole name.
    Full,
    /// The given name.
    Given,
    /// The family name of somebody whose name is not Korean.
    Family,
    /// A code.
    Code,
}

/// In which order a full name stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NameOrder {
    /// 김영희, Kim Young-hee.
    FamilyFirst,
    /// Young-hee Kim.
    FamilyLast,
}

/// The script in which a name was met.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Script {
    /// 김영희
    Hangul,
    /// Kim Young-hee
    Latin,
    /// 金英姬
    Han,
    /// Any other, or several.
    Other,
}

/// Why what was met may be something else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doubt {
    /// A name of one syllable.
    OneSyllable,
    /// The name is a word as well: 하늘, Hope.
    CommonWord,
    /// It stands in a longer word: 영희 in 공영희망.
    InsideWord,
    /// It only sounds like the name.
    SoundOnly,
    /// It is divided where names are not.
    SplitOddly,
    /// A given name beside another family name: 박영희 where 김영희 is known.
    OtherFamilyName,
    /// A family name alone.
    FamilyOnly,
    /// Several persons have the name; the first of them by id is given.
    SeveralPersons,
}

/// Whether it is the name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Certainty {
    /// It is.
    Certain,
    /// A reader has to decide.
    Doubtful(Doubt),
}

/// A name that was met.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NameFound {
    /// Bytes of the text, whole characters as a reader counts them; without particles and titles.
    pub range: Range<usize>,
    /// Whose name it is.
    pub person: RecordId,
    /// Which part of it.
    pub form: NameForm,
    /// The order of its parts.
    pub order: NameOrder,
    /// The script.
    pub script: Script,
    /// Whether it is the name.
    pub certainty: Certainty,
}

/// The names of many persons, made ready once; searching changes nothing in it.
pub struct KnownNames {
    ids: Vec<RecordId>,
    forms: FormTable,
    sounds: FormTable,
    /// How longer names in Latin letters begin: those are found within words, too.
    beginnings: HashSet<u64>,
    has_latin_sounds: bool,
}

/// Letters by which a name in Latin letters is noticed within a word.
const BEGINNING: usize = 6;

impl KnownNames {
    /// Makes the names of these persons ready: about 12 µs and 500 bytes for each who has three names.
    pub fn new(people: &[KnownPerson]) -> Self {
        let mut sorted: Vec<&KnownPerson> = people.iter().collect();
        sorted.sort_by_key(|person| person.id);
        let mut known = Self {
            ids: sorted.iter().map(|person| person.id).collect(),
            forms: FormTable::default(),
            sounds: FormTable::default(),
            beginnings: HashSet::new(),
            has_latin_sounds: false,
        };
        for (owner, person) in sorted.into_iter().enumerate() {
            known.add(owner as u32, person);
        }
        known
    }

    fn add(&mut self, owner: u32, person: &KnownPerson) {
        let names = person.names.iter();
        let mut spellings: Vec<Spelling> = names
            .flat_map(|name| spelling::spellings(name, owner, person.is_group))
            .collect();
        // A name that is the given part of another one is known for it.
        let given: HashSet<String> = spellings
            .iter()
            .filter(|spelling| spelling.form.form == NameForm::Given)
            .map(|spelling| spelling.letters.clone())
            .collect();
        for spelling in &mut spellings {
            if spelling.form.form == NameForm::Full && given.contains(&spelling.letters) {
                spelling.form.form = NameForm::Given;
                spelling.form.family = 0;
            }
        }
        if !person.is_group {
            sounds::insert(&spellings, &mut self.sounds);
            self.has_latin_sounds |= spellings
                .iter()
                .any(|spelling| spelling.form.script == Script::Latin);
        }
        let codes = person.codes.iter();
        spellings.extend(codes.filter_map(|code| spelling::code(code, owner)));
        for spelling in spellings {
            if spelling.form.script == Script::Latin {
                self.beginnings.extend(beginning(spelling.letters.chars()));
            }
            self.forms.insert(&spelling.letters, spelling.form);
        }
    }

    /// Every known name of a text, in the order in which they stand; no two overlap. The longer one wins.
    pub fn find(&self, text: &str) -> Vec<NameFound> {
        self.find_preferring(text, &|_| false)
    }

    /// [`find`](Self::find), where of several persons who share a name those are meant whom the text is known to be about.
    pub fn find_preferring(
        &self,
        text: &str,
        is_preferred: &dyn Fn(RecordId) -> bool,
    ) -> Vec<NameFound> {
        let letters = letters(text);
        let mut hits = Vec::new();
        for start in 0..letters.len() {
            self.find_from(&letters, start, &mut hits);
        }
        let mut sounded = Vec::new();
        sounds::in_latin(&letters, &self.sounds, &mut sounded);
        if self.has_latin_sounds {
            sounds::in_hangul(&letters, &self.sounds, &mut sounded);
        }
        hits.extend(sounded.into_iter().map(|sounded| Hit {
            range: sounded.start..sounded.end,
            found: sounded.found,
            certainty: sounded.certainty,
            is_sound: true,
        }));
        let mut apart = apart(hits);
        apart.sort_by_key(|same| same.first().map(|hit| hit.range.start));
        beside_each_other(&letters, &mut apart);
        apart
            .iter()
            .filter_map(|same| self.name(&letters, same, is_preferred))
            .collect()
    }

    /// Forms that begin at a letter.
    fn find_from<'k>(&'k self, letters: &[Letter], start: usize, hits: &mut Vec<Hit<'k>>) {
        let row = letters.get(start..).unwrap_or_default();
        let Some(first) = row.first().filter(|first| !first.is(LetterKind::Mark)) else {
            return;
        };
        let second = row.get(1).map(Letter::common);
        let lengths = self.forms.lengths(first.common(), second);
        if lengths == 0 {
            return;
        }
        let before = start.checked_sub(1).and_then(|at| letters.get(at));
        let is_inside = first.is(LetterKind::Latin)
            && first.gap == Gap::None
            && before.is_some_and(|before| {
                before.is(LetterKind::Latin) && !is_capital_inside(before, first)
            });
        if is_inside {
            let chars = row.iter().map(Letter::common);
            let is_known = beginning(chars).is_some_and(|hash| self.beginnings.contains(&hash));
            if !is_known {
                return;
            }
        }
        let mut hash = RowHash::new();
        for (at, letter) in row.iter().enumerate().take(LONGEST) {
            let count = at + 1;
            if letter.is(LetterKind::Mark) || lengths >> count.min(63) == 0 {
                return;
            }
            hash.push(letter.common());
            if lengths >> count & 1 == 0 {
                continue;
            }
            let chars = row.iter().take(count).map(Letter::common);
            for found in self.forms.find(hash, chars) {
                let context = Context {
                    letters,
                    start,
                    end: start + count,
                };
                if let Some(certainty) = context.certainty(found.form) {
                    hits.push(Hit {
                        range: start..start + count,
                        found,
                        certainty,
                        is_sound: false,
                    });
                }
            }
        }
    }

    /// The name of hits in the same letters.
    fn name(
        &self,
        letters: &[Letter],
        same: &[Hit<'_>],
        is_preferred: &dyn Fn(RecordId) -> bool,
    ) -> Option<NameFound> {
        let best = same.first()?;
        let owners = same
            .iter()
            .filter(|hit| hit.is_sound == best.is_sound)
            .flat_map(|hit| std::iter::once(&hit.found.form.owner).chain(hit.found.others));
        let mut first: [Option<u32>; 2] = [None; 2];
        let mut is_shared = [false; 2];
        for owner in owners {
            let is_preferred = self.id(*owner).is_some_and(is_preferred);
            let [all, preferred] = &mut first;
            let [all_shared, preferred_shared] = &mut is_shared;
            *all_shared |= all.is_some_and(|all| all != *owner);
            *all = Some(all.map_or(*owner, |all| all.min(*owner)));
            if is_preferred {
                *preferred_shared |= preferred.is_some_and(|other| other != *owner);
                *preferred = Some(preferred.map_or(*owner, |other| other.min(*owner)));
            }
        }
        let [all, preferred] = first;
        let [all_shared, preferred_shared] = is_shared;
        let (owner, is_shared) = match preferred {
            Some(owner) => (owner, preferred_shared),
            None => (all?, all_shared),
        };
        let certainty = match best.certainty {
            Certainty::Certain if is_shared => Certainty::Doubtful(Doubt::SeveralPersons),
            certainty => certainty,
        };
        let row = letters.get(best.range.clone())?;
        Some(NameFound {
            range: bytes_of(row)?,
            person: self.id(owner)?,
            form: best.found.form.form,
            order: best.found.form.order,
            script: spelling::script_of(row),
            certainty,
        })
    }

    fn id(&self, owner: u32) -> Option<RecordId> {
        self.ids.get(owner as usize).copied()
    }

    /// Whether a name, or what sounds like it, is known: in full or as a given name.
    pub(super) fn is_known(&self, name: &str) -> bool {
        let letters: String = letters(name).iter().map(Letter::common).collect();
        self.forms.contains(&letters)
            || crate::text::sound::codes_of_term(&letters)
                .iter()
                .any(|code| self.sounds.contains(code))
    }

    /// Whether a name is known, letter by letter.
    pub(super) fn is_written(&self, name: &str) -> bool {
        let letters: String = letters(name).iter().map(Letter::common).collect();
        self.forms.contains(&letters)
    }
}

fn beginning(letters: impl Iterator<Item = char>) -> Option<u64> {
    let mut hash = RowHash::new();
    let mut count = 0;
    for letter in letters.take(BEGINNING) {
        hash.push(letter);
        count += 1;
    }
    (count == BEGINNING).then_some(hash.value())
}

/// A form that was met: letters from and to.
struct Hit<'k> {
    range: Range<usize>,
    found: FoundForm<'k>,
    certainty: Certainty,
    is_sound: bool,
}

/// Hits of which no two overlap, each with all others in the same letters. What is certain goes before what is not, then the
/// longer before the shorter, what is written so before what sounds so, the full name before its parts.
fn apart(mut hits: Vec<Hit<'_>>) -> Vec<Vec<Hit<'_>>> {
    hits.sort_by_key(|hit| {
        let is_doubtful = hit.certainty != Certainty::Certain;
        let length = hit.range.len();
        (
            is_doubtful,
            usize::MAX - length,
            hit.range.start,
            hit.is_sound,
            hit.found.form.form,
        )
    });
    let mut taken: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
    let mut all: Vec<Vec<Hit<'_>>> = Vec::new();
    for hit in hits {
        let before = taken.range(..hit.range.end).next_back();
        match before {
            Some((start, (end, at))) if *end > hit.range.start => {
                if (*start..*end) == hit.range
                    && let Some(same) = all.get_mut(*at)
                {
                    same.push(hit);
                }
            }
            _ => {
                taken.insert(hit.range.start, (hit.range.end, all.len()));
                all.push(vec![hit]);
            }
        }
    }
    all
}

/// 김영희와순이는: where one name follows another, with no more than what belongs to it between them, they are no longer
/// word.
fn beside_each_other(letters: &[Letter], names: &mut [Vec<Hit<'_>>]) {
    let ranges: Vec<Range<usize>> = names
        .iter()
        .filter_map(|same| same.first().map(|hit| hit.range.clone()))
        .collect();
    let is_joined = |left: &Range<usize>, right: &Range<usize>| {
        let between = letters.get(left.end..right.start).unwrap_or_default();
        let is_near = between.len() <= endings::LONGEST_REST
            && between
                .iter()
                .chain(letters.get(right.start))
                .all(|letter| letter.gap == Gap::None && letter.is(LetterKind::Hangul));
        is_near && endings::may_follow(&spelling::text_of(between))
    };
    for (at, same) in names.iter_mut().enumerate() {
        let Some(range) = ranges.get(at) else { return };
        let is_behind = at
            .checked_sub(1)
            .and_then(|before| ranges.get(before))
            .is_some_and(|before| is_joined(before, range));
        let next = ranges.get(at + 1).filter(|next| is_joined(range, next));
        if !is_behind && next.is_none() {
            continue;
        }
        let from = if is_behind { range.start } else { 0 };
        let to = next.map_or(letters.len(), |next| next.start);
        let context = Context {
            letters: letters.get(from..to).unwrap_or_default(),
            start: range.start - from,
            end: range.end - from,
        };
        for hit in same {
            if hit.certainty == Certainty::Doubtful(Doubt::InsideWord) && !hit.is_sound {
                hit.certainty = context.certainty(hit.found.form).unwrap_or(hit.certainty);
            }
        }
    }
}

#[cfg(test)]
#[path = "names_tests.rs"]
mod tests;
