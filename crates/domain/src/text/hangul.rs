//! Hangul by its parts: The Unicode Standard, section 3.12 (arithmetic of syllables) and the block of compatibility jamo.

const FIRST: u32 = 0xAC00;
const LAST: u32 = 0xD7A3;
const VOWELS: u32 = 21;
const FINALS: u32 = 28;

/// Initials in the order of the syllables, as they stand alone.
const INITIALS: [char; 19] = [
    'ㄱ', 'ㄲ', 'ㄴ', 'ㄷ', 'ㄸ', 'ㄹ', 'ㅁ', 'ㅂ', 'ㅃ', 'ㅅ', 'ㅆ', 'ㅇ', 'ㅈ', 'ㅉ', 'ㅊ', 'ㅋ',
    'ㅌ', 'ㅍ', 'ㅎ',
];

/// Finals in the order of the syllables, from the second on (the first is none), as they stand alone.
const FINALS_ALONE: [char; 27] = [
    'ㄱ', 'ㄲ', 'ㄳ', 'ㄴ', 'ㄵ', 'ㄶ', 'ㄷ', 'ㄹ', 'ㄺ', 'ㄻ', 'ㄼ', 'ㄽ', 'ㄾ', 'ㄿ', 'ㅀ', 'ㅁ',
    'ㅂ', 'ㅄ', 'ㅅ', 'ㅆ', 'ㅇ', 'ㅈ', 'ㅊ', 'ㅋ', 'ㅌ', 'ㅍ', 'ㅎ',
];

/// What stays of a final of two letters, and the letter that goes over to the next syllable.
const SPLIT: [(char, char, char); 11] = [
    ('ㄳ', 'ㄱ', 'ㅅ'),
    ('ㄵ', 'ㄴ', 'ㅈ'),
    ('ㄶ', 'ㄴ', 'ㅎ'),
    ('ㄺ', 'ㄹ', 'ㄱ'),
    ('ㄻ', 'ㄹ', 'ㅁ'),
    ('ㄼ', 'ㄹ', 'ㅂ'),
    ('ㄽ', 'ㄹ', 'ㅅ'),
    ('ㄾ', 'ㄹ', 'ㅌ'),
    ('ㄿ', 'ㄹ', 'ㅍ'),
    ('ㅀ', 'ㄹ', 'ㅎ'),
    ('ㅄ', 'ㅂ', 'ㅅ'),
];

/// A syllable by the places of its parts; final 0 is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Parts {
    /// The place of the initial, from 0.
    pub initial: u32,
    /// The place of the vowel, from 0.
    pub vowel: u32,
    /// The place of the final; 0 is none.
    pub last: u32,
}

/// Whether this is a whole syllable.
pub fn is_syllable(c: char) -> bool {
    (FIRST..=LAST).contains(&(c as u32))
}

/// Whether this is a jamo that joins its neighbours to a syllable.
pub fn is_conjoining(c: char) -> bool {
    matches!(c, '\u{1100}'..='\u{11ff}')
}

/// The parts of a syllable; none for anything else.
pub fn parts(c: char) -> Option<Parts> {
    let at = (c as u32).checked_sub(FIRST).filter(|_| is_syllable(c))?;
    Some(Parts {
        initial: at / (VOWELS * FINALS),
        vowel: at / FINALS % VOWELS,
        last: at % FINALS,
    })
}

fn syllable(parts: Parts) -> Option<char> {
    char::from_u32(FIRST + (parts.initial * VOWELS + parts.vowel) * FINALS + parts.last)
}

/// The syllable of jamo that stand alone: an initial, a vowel, and a final where there is one.
pub fn compose(initial: char, vowel: char, last: Option<char>) -> Option<char> {
    let vowel = (vowel as u32)
        .checked_sub(0x314F)
        .filter(|at| *at < VOWELS)?;
    let last = match last {
        None => 0,
        Some(last) => FINALS_ALONE.iter().position(|alone| *alone == last)? as u32 + 1,
    };
    syllable(Parts {
        initial: initial_place(initial)?,
        vowel,
        last,
    })
}

/// Whether this is a vowel standing alone.
pub fn is_lone_vowel(c: char) -> bool {
    matches!(c, '\u{314F}'..='\u{3163}')
}

/// Whether this is a consonant standing alone that can end a syllable.
pub fn is_final(c: char) -> bool {
    FINALS_ALONE.contains(&c)
}

/// One syllable for those that the two halves of the country write differently at the beginning of a word: 리 and 니 as 이,
/// 로 as 노 (두음법칙). Anything else as it is.
pub fn common_initial(c: char) -> char {
    const N: u32 = 2;
    const R: u32 = 5;
    const NONE: u32 = 11;
    let Some(parts) = parts(c) else { return c };
    let initial = match (parts.initial, is_light(parts.vowel)) {
        (N | R, true) => NONE,
        (R, false) => N,
        _ => return c,
    };
    syllable(Parts { initial, ..parts }).unwrap_or(c)
}

/// ㅑ ㅕ ㅖ ㅛ ㅠ ㅣ: before these both ㄴ and ㄹ are dropped; before the others ㄹ becomes ㄴ.
fn is_light(vowel: u32) -> bool {
    matches!(vowel, 2 | 6 | 7 | 12 | 17 | 20)
}

/// The initial of a syllable, as it stands alone.
pub fn initial(c: char) -> Option<char> {
    INITIALS.get(parts(c)?.initial as usize).copied()
}

/// The place of an initial that stands alone.
fn initial_place(c: char) -> Option<u32> {
    INITIALS
        .iter()
        .position(|initial| *initial == c)
        .map(|at| at as u32)
}

/// Whether this is a consonant standing alone that can begin a syllable.
pub fn is_initial(c: char) -> bool {
    initial_place(c).is_some()
}

/// All syllables that begin with this initial: first and last.
fn beginning_with(place: u32) -> Option<(char, char)> {
    let of = |vowel, last| {
        syllable(Parts {
            initial: place,
            vowel,
            last,
        })
    };
    Some((of(0, 0)?, of(VOWELS - 1, FINALS - 1)?))
}

/// What a syllable may still become while it is being typed: what stays as it is in front, and the range in which the
/// last syllable lies.
///
/// `어` can become `언`; `갑` can be on its way to `가방`; `ㅇ` to any syllable with that initial.
pub fn becoming(c: char) -> Vec<(Option<char>, char, char)> {
    if let Some(place) = initial_place(c) {
        return beginning_with(place)
            .map(|(low, high)| (None, low, high))
            .into_iter()
            .collect();
    }
    let Some(parts) = parts(c) else {
        return Vec::new();
    };
    if parts.last == 0 {
        let high = syllable(Parts {
            last: FINALS - 1,
            ..parts
        });
        return high.map(|high| (None, c, high)).into_iter().collect();
    }
    let Some(last) = FINALS_ALONE.get(parts.last as usize - 1).copied() else {
        return Vec::new();
    };
    let split = SPLIT.iter().find(|(both, ..)| *both == last);
    let (stays, goes) = split.map_or((0, last), |(_, stays, goes)| {
        let place = FINALS_ALONE.iter().position(|c| c == stays);
        (place.map_or(0, |at| at as u32 + 1), *goes)
    });
    let before = syllable(Parts {
        last: stays,
        ..parts
    });
    initial_place(goes)
        .and_then(beginning_with)
        .map(|(low, high)| (before, low, high))
        .into_iter()
        .collect()
}

/// The syllable with the initial that the other half of the country writes: 이 and 리, 녀 and 여, 로 and 노 (두음법칙).
pub fn other_initials(c: char) -> Vec<char> {
    const N: u32 = 2;
    const R: u32 = 5;
    const NONE: u32 = 11;
    let Some(parts) = parts(c) else {
        return Vec::new();
    };
    let others: &[u32] = match (parts.initial, is_light(parts.vowel)) {
        (NONE, true) => &[R, N],
        (R | N, true) => &[NONE],
        (R, false) => &[N],
        (N, false) => &[R],
        _ => &[],
    };
    others
        .iter()
        .filter_map(|initial| {
            syllable(Parts {
                initial: *initial,
                ..parts
            })
        })
        .collect()
}

/// A jamo of half width as it stands alone otherwise.
pub fn wide_jamo(c: char) -> Option<char> {
    let at = c as u32;
    let wide = match at {
        0xFFA1..=0xFFBE => at - 0xFFA1 + 0x3131,
        0xFFC2..=0xFFC7 => at - 0xFFC2 + 0x314F,
        0xFFCA..=0xFFCF => at - 0xFFCA + 0x3155,
        0xFFD2..=0xFFD7 => at - 0xFFD2 + 0x315B,
        0xFFDA..=0xFFDC => at - 0xFFDA + 0x3161,
        _ => return None,
    };
    char::from_u32(wide)
}

/// A conjoining jamo that found no partner, as it stands alone otherwise; any other character as it is.
pub fn lone_jamo(c: char) -> char {
    let at = c as u32;
    let alone = match at {
        0x1100..=0x1112 => INITIALS.get(at as usize - 0x1100).copied(),
        0x1161..=0x1175 => char::from_u32(at - 0x1161 + 0x314F),
        0x11A8..=0x11C2 => FINALS_ALONE.get(at as usize - 0x11A8).copied(),
        _ => None,
    };
    alone.unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables_come_apart_and_together() {
        for c in ['가', '각', '힣', '언', '증'] {
            assert_eq!(parts(c).and_then(syllable), Some(c));
        }
        assert_eq!(parts('a'), None);
        let initials: String = "증언김영희".chars().filter_map(initial).collect();
        assert_eq!(initials, "ㅈㅇㄱㅇㅎ");
    }

    #[test]
    fn what_is_being_typed_can_become() {
        assert_eq!(becoming('어'), [(None, '어', '엏')]);
        assert_eq!(becoming('갑'), [(Some('가'), '바', '빟')]);
        assert_eq!(becoming('값'), [(Some('갑'), '사', '싷')]);
        assert_eq!(becoming('ㅇ'), [(None, '아', '잏')]);
        assert!(becoming('a').is_empty() && becoming('ㅏ').is_empty());
    }

    #[test]
    fn north_and_south_write_other_initials() {
        assert_eq!(other_initials('이'), ['리', '니']);
        assert_eq!(other_initials('리'), ['이']);
        assert_eq!(other_initials('녀'), ['여']);
        assert_eq!(other_initials('로'), ['노']);
        assert_eq!(other_initials('노'), ['로']);
        assert!(other_initials('김').is_empty());
    }

    #[test]
    fn what_north_and_south_write_has_one_form() {
        for (one, other) in [('이', '리'), ('여', '녀'), ('노', '로'), ('유', '류')] {
            assert_eq!(common_initial(one), common_initial(other));
        }
        assert_eq!(common_initial('김'), '김');
        assert_eq!(common_initial('a'), 'a');
    }

    #[test]
    fn lone_jamo_are_composed() {
        assert_eq!(compose('ㄱ', 'ㅣ', Some('ㅁ')), Some('김'));
        assert_eq!(compose('ㅎ', 'ㅢ', None), Some('희'));
        assert_eq!(compose('ㅏ', 'ㅎ', None), None);
    }

    #[test]
    fn jamo_have_one_form_alone() {
        assert_eq!(wide_jamo('ﾡ'), Some('ㄱ'));
        assert_eq!(wide_jamo('ﾾ'), Some('ㅎ'));
        assert_eq!(wide_jamo('ￜ'), Some('ㅣ'));
        assert_eq!(lone_jamo('\u{110c}'), 'ㅈ');
        assert_eq!(lone_jamo('\u{1175}'), 'ㅣ');
        assert_eq!(lone_jamo('\u{11c2}'), 'ㅎ');
    }
}
