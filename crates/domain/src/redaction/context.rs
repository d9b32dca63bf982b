//! How certain it is that letters of a text are a name: what stands before, within and behind them.

use super::endings;
use super::forms::Form;
use super::letters::{Gap, Letter, LetterKind};
use super::lists;
use super::names::{Certainty, Doubt, NameForm, NameOrder, Script};
use super::spelling::text_of;

/// Family names that are no other word, so that a space behind one is within a name.
const CLEAR_FAMILIES: &str = "김박최윤강권황홍류림곽송허";
/// What is joined to a name in Latin letters and is no part of it.
const LATIN_ENDINGS: &[&str] = &[
    "s", "ssi", "shi", "nim", "ya", "a", "i", "yang", "gun", "kun", "eun", "neun", "ga", "unni",
    "oppa", "hyung", "nuna",
];

/// Letters of a text that are those of a form.
pub(super) struct Context<'l> {
    pub(super) letters: &'l [Letter],
    pub(super) start: usize,
    pub(super) end: usize,
}

/// How a name is divided in the text.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Split {
    /// Not at all.
    None,
    /// Behind the family name.
    Family,
    /// By line breaks only, or between all letters.
    Even,
    Odd,
}

impl Context<'_> {
    /// How certain it is that this is the name; none where it is not one.
    pub(super) fn certainty(&self, form: &Form) -> Option<Certainty> {
        let doubt = match (form.form, form.script) {
            (NameForm::Code, _) => self.code(form)?,
            (_, Script::Hangul) => self.hangul(form)?,
            (_, Script::Latin) => self.latin(form)?,
            (_, Script::Han | Script::Other) => self.other(form)?,
        };
        Some(doubt.map_or(Certainty::Certain, Certainty::Doubtful))
    }

    fn row(&self) -> &[Letter] {
        self.letters.get(self.start..self.end).unwrap_or_default()
    }

    fn first(&self) -> Option<&Letter> {
        self.letters.get(self.start)
    }

    fn before(&self) -> Option<&Letter> {
        self.letters.get(self.start.checked_sub(1)?)
    }

    fn next(&self) -> Option<&Letter> {
        self.letters.get(self.end)
    }

    /// Whether no letter of the same script stands right before.
    fn is_free_before(&self) -> bool {
        let (Some(first), Some(before)) = (self.first(), self.before()) else {
            return true;
        };
        first.gap != Gap::None || before.kind != first.kind || is_capital_inside(before, first)
    }

    /// The same behind.
    fn is_free_behind(&self) -> bool {
        let (Some(last), Some(next)) = (self.row().last(), self.next()) else {
            return true;
        };
        next.gap != Gap::None || next.kind != last.kind || is_capital_inside(last, next)
    }

    /// The Hangul right behind.
    fn rest(&self) -> String {
        let behind = self.letters.get(self.end..).unwrap_or_default().iter();
        behind
            .take_while(|letter| letter.is(LetterKind::Hangul) && letter.gap == Gap::None)
            .take(endings::LONGEST_REST + 1)
            .map(|letter| letter.c)
            .collect()
    }

    /// The Hangul word behind a space.
    fn next_word(&self) -> String {
        let behind = self.letters.get(self.end..).unwrap_or_default().iter();
        behind
            .enumerate()
            .take_while(|(at, letter)| {
                letter.is(LetterKind::Hangul) && (letter.gap == Gap::None) == (*at > 0)
            })
            .take(endings::LONGEST_REST + 1)
            .map(|(_, letter)| letter.c)
            .collect()
    }

    fn hangul(&self, form: &Form) -> Option<Option<Doubt>> {
        let row = self.row();
        let is_free = self.is_free_before();
        let rest = self.rest();
        if form.is_one_syllable {
            return self.one_syllable(is_free, &rest);
        }
        let split = self.split(form);
        // What hangs on the word before is no beginning of a name that is divided.
        if split != Split::None && !is_free {
            return None;
        }
        let follows = endings::may_follow(&rest);
        let is_whole = match (form.form, row.len()) {
            (NameForm::Full, 3..) => follows,
            _ => follows && is_free,
        };
        let is_word = lists::is_korean_word(&text_of(row));
        Some(if !is_whole {
            Some(Doubt::InsideWord)
        } else if is_word || form.is_word && (split != Split::None || form.form == NameForm::Given)
        {
            Some(Doubt::CommonWord)
        } else if split == Split::Odd || split == Split::Family && !self.is_clear_family() {
            Some(Doubt::SplitOddly)
        } else if form.form == NameForm::Given && self.is_behind_family() {
            Some(Doubt::OtherFamilyName)
        } else {
            None
        })
    }

    /// 철 is a word, 철아 a call.
    fn one_syllable(&self, is_free: bool, rest: &str) -> Option<Option<Doubt>> {
        let is_short_word = self
            .first()
            .is_some_and(|letter| lists::is_short_word(letter.c));
        let is_called = match rest.is_empty() {
            true => endings::begins_with_title(&self.next_word()),
            false => endings::is_call(rest),
        };
        let is_alone = rest.is_empty() && !is_short_word;
        (is_free && (is_called || is_alone)).then_some(Some(Doubt::OneSyllable))
    }

    /// Where a Hangul name has gaps.
    fn split(&self, form: &Form) -> Split {
        let family = usize::from(form.family);
        let gaps: Vec<Gap> = self.row().iter().skip(1).map(|letter| letter.gap).collect();
        let only_at = |place: usize| {
            let mut others = gaps.iter().enumerate().filter(|(at, _)| at + 1 != place);
            others.all(|(_, gap)| *gap == Gap::None)
        };
        // A name of several words, which has no family name.
        let is_known = family == 0
            && gaps.iter().enumerate().all(|(at, gap)| {
                *gap == Gap::None || *gap <= Gap::Space && form.breaks >> (at + 1).min(63) & 1 == 1
            });
        let at_family = family.checked_sub(1).and_then(|at| gaps.get(at)).copied();
        if gaps.iter().all(|gap| *gap == Gap::None) {
            Split::None
        } else if gaps.iter().all(|gap| matches!(gap, Gap::None | Gap::Break))
            || gaps
                .iter()
                .all(|gap| *gap != Gap::None && *gap <= Gap::Space)
                && gaps.len() > 1
            || is_known
        {
            Split::Even
        } else if at_family.is_some_and(|gap| gap <= Gap::Space) && only_at(family) {
            Split::Family
        } else if gaps.iter().all(|gap| *gap <= Gap::Joint) {
            Split::Even
        } else {
            Split::Odd
        }
    }

    /// 김 철 is a name; 이 철 may be “this iron”. With two syllables behind it, it is one.
    fn is_clear_family(&self) -> bool {
        let row = self.row();
        row.len() > 2
            || row
                .first()
                .is_some_and(|first| CLEAR_FAMILIES.contains(first.c))
    }

    /// Whether another family name stands before a given name: 박 영희.
    fn is_behind_family(&self) -> bool {
        let Some(before) = self.before() else {
            return false;
        };
        let stands_alone = before.gap != Gap::None
            || self
                .start
                .checked_sub(2)
                .and_then(|at| self.letters.get(at))
                .is_none_or(|letter| !letter.is(LetterKind::Hangul));
        let is_near = self.first().is_some_and(|first| first.gap <= Gap::Space);
        is_near && stands_alone && CLEAR_FAMILIES.contains(before.c)
    }

    fn latin(&self, form: &Form) -> Option<Option<Doubt>> {
        let row = self.row();
        let first = self.first()?;
        if !self.is_free_before() || !self.is_free_behind() {
            return (row.len() >= 6).then_some(Some(Doubt::InsideWord));
        }
        if form.is_one_syllable {
            let doubt = if form.is_word {
                Doubt::CommonWord
            } else {
                Doubt::OneSyllable
            };
            return first.is_capital.then_some(Some(doubt));
        }
        let is_odd = self.is_odd_in_latin(form);
        if is_odd && row.len() < 6 {
            return None;
        }
        let is_given = form.form == NameForm::Given;
        Some(if self.is_joined_in_latin() {
            Some(Doubt::InsideWord)
        } else if form.is_word || is_given && row.len() < 5 && !first.is_capital {
            Some(Doubt::CommonWord)
        } else if is_odd {
            Some(Doubt::SplitOddly)
        } else if is_given && self.has_latin_family() {
            Some(Doubt::OtherFamilyName)
        } else if form.form == NameForm::Family {
            Some(Doubt::FamilyOnly)
        } else {
            None
        })
    }

    fn is_odd_in_latin(&self, form: &Form) -> bool {
        let mut letters = self.row().iter().enumerate().skip(1);
        letters.any(|(at, letter)| {
            let is_known = form.breaks >> at.min(63) & 1 == 1;
            match letter.gap {
                Gap::None | Gap::Joint | Gap::Dot | Gap::Break => false,
                Gap::Space => !is_known && !letter.is_capital,
                Gap::Comma => form.order == NameOrder::FamilyLast || at != usize::from(form.family),
                Gap::Stop => true,
            }
        })
    }

    /// Whether a hyphen ties the name to another word: Young in Young-hee.
    fn is_joined_in_latin(&self) -> bool {
        let is_tied =
            |letter: Option<&Letter>| letter.is_some_and(|letter| letter.gap == Gap::Joint);
        let before = self
            .before()
            .is_some_and(|before| before.is(LetterKind::Latin));
        let behind = self.next().is_some_and(|next| next.is(LetterKind::Latin));
        let ending = self.latin_word(self.end);
        is_tied(self.first()) && before
            || is_tied(self.next()) && behind && !LATIN_ENDINGS.contains(&ending.as_str())
    }

    /// The Latin letters from a place on, to the next gap.
    fn latin_word(&self, from: usize) -> String {
        let letters = self.letters.get(from..).unwrap_or_default().iter();
        letters
            .enumerate()
            .take_while(|(at, letter)| {
                letter.is(LetterKind::Latin) && (*at == 0 || letter.gap == Gap::None)
            })
            .take(16)
            .map(|(_, letter)| letter.c)
            .collect()
    }

    /// Whether a family name stands beside a given name, which would then be that of somebody else.
    fn has_latin_family(&self) -> bool {
        let before = self.letters.get(..self.start).unwrap_or_default();
        let count = before
            .iter()
            .rev()
            .take(16)
            .position(|letter| letter.gap != Gap::None)
            .map_or(before.len(), |at| at + 1);
        let is_near = self
            .first()
            .is_some_and(|first| matches!(first.gap, Gap::Space | Gap::Break));
        is_near && self.is_latin_family(self.start.saturating_sub(count))
            || self
                .next()
                .is_some_and(|next| matches!(next.gap, Gap::Space | Gap::Break))
                && self.is_latin_family(self.end)
    }

    /// Whether the word at a place is a family name, and no word of English that only looks like one.
    fn is_latin_family(&self, at: usize) -> bool {
        let word = self.latin_word(at);
        let is_capital = self.letters.get(at).is_some_and(|letter| letter.is_capital);
        lists::is_clear_latin_family(&word)
            || is_capital && word.len() > 2 && lists::latin_family_rank(&word).is_some()
    }

    fn other(&self, form: &Form) -> Option<Option<Doubt>> {
        let row = self.row();
        let is_free = self.is_free_before() && self.is_free_behind();
        if form.is_one_syllable {
            return is_free.then_some(Some(Doubt::OneSyllable));
        }
        let is_certain = is_free || form.script == Script::Han && row.len() > 2;
        let is_odd = row.iter().skip(1).any(|letter| letter.gap > Gap::Space);
        Some(if !is_certain {
            Some(Doubt::InsideWord)
        } else if is_odd {
            Some(Doubt::SplitOddly)
        } else {
            None
        })
    }

    fn code(&self, form: &Form) -> Option<Option<Doubt>> {
        let row = self.row();
        let is_sign = |letter: Option<&Letter>| {
            letter
                .is_some_and(|letter| letter.is(LetterKind::Latin) || letter.is(LetterKind::Digit))
        };
        let is_hangul_last = row.last().is_some_and(|last| last.is(LetterKind::Hangul));
        // A digit goes on where a letter ends: P12 is in P123, and not in NP12.
        let before = match is_sign(self.first()) && is_sign(self.before()) {
            true => self.first().map_or(Gap::Stop, |first| first.gap),
            false if self.is_free_before() => Gap::Space,
            false => Gap::None,
        };
        let behind = match is_sign(row.last()) && is_sign(self.next()) {
            true => self.next().map_or(Gap::Stop, |next| next.gap),
            false if is_hangul_last && !endings::may_follow(&self.rest()) => Gap::None,
            false => Gap::Space,
        };
        if before == Gap::None || behind == Gap::None {
            return (row.len() >= 6).then_some(Some(Doubt::InsideWord));
        }
        let is_odd = row
            .iter()
            .enumerate()
            .skip(1)
            .any(|(at, letter)| letter.gap > Gap::Dot && form.breaks >> at.min(63) & 1 == 0);
        if is_odd && row.len() < 4 {
            return None;
        }
        Some(if before == Gap::Joint || behind == Gap::Joint {
            Some(Doubt::InsideWord)
        } else if form.is_word {
            Some(Doubt::CommonWord)
        } else if is_odd {
            Some(Doubt::SplitOddly)
        } else {
            None
        })
    }
}

/// A capital behind a small letter begins a word: kimYounghee.
pub(super) fn is_capital_inside(before: &Letter, letter: &Letter) -> bool {
    letter.is(LetterKind::Latin) && letter.is_capital && !before.is_capital
}
