//! Padding, so that a length reveals little: Padmé (Nikitin et al., PETS 2019) above a floor.

use std::ops::Range;

/// The smallest padded length in bytes.
pub const FLOOR: u64 = 256;

/// The first steps of bodies. Sealed, four, two and one of them fill a page of the database; from there on each step is
/// twice the one before.
const STEPS: [u64; 3] = [960, 1_960, 3_960];
/// The first and the last of those that double.
const DOUBLED: std::ops::RangeInclusive<u64> = 8 << 10..=1 << 20;

/// Entries: the smallest, and what two more parents add. The name of a schema never makes the difference.
const ENTRY: u64 = 272;
const ENTRY_STEP: u64 = 64;

/// Cells. Sealed, four of them fill a page of the database.
pub const CELL: u64 = 960;
/// The state, with space for all that it says: what it does not say must not show.
const STATE: u64 = 1_960;

/// How a value is padded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Padding {
    /// Padmé above the floor: at most 12 % more, log log n bits revealed.
    Padme,
    /// Few sizes, for bodies of every kind: the length of a person's could reveal whom it describes, and another rule for
    /// some kinds would reveal the kind.
    Body,
    /// For log entries: a size for every two parents.
    Entry,
    /// One size for all cells. Longer values do not occur, and would not be cut.
    Cell,
    /// One size for the state.
    State,
}

/// A padded value that does not say what it holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the padding is not as written")]
pub struct BadPadding;

/// `pad_to` of docs/FORMAT.md section 1.1, in bytes.
pub fn padded_len(len: u64) -> u64 {
    if len <= FLOOR {
        return FLOOR;
    }
    let exponent = u64::from(len.ilog2());
    let kept = u64::from(exponent.ilog2()) + 1;
    let step = 1_u64 << (exponent - kept);
    len.div_ceil(step).saturating_mul(step)
}

/// The length that `len` bytes are padded to by a rule: docs/FORMAT.md section 1.
pub fn target(padding: Padding, len: u64) -> u64 {
    match padding {
        Padding::Padme => padded_len(len),
        Padding::Body => match STEPS.into_iter().find(|step| len <= *step) {
            Some(step) => step,
            None if len <= *DOUBLED.end() => len.next_power_of_two().max(*DOUBLED.start()),
            None => padded_len(len),
        },
        Padding::Cell => len.max(CELL),
        Padding::State if len <= STATE => STATE,
        Padding::State => padded_len(len),
        Padding::Entry => ENTRY + len.saturating_sub(ENTRY).div_ceil(ENTRY_STEP) * ENTRY_STEP,
    }
}

/// How long a value of this length is when padded, in bytes.
pub fn padded(padding: Padding, value: usize) -> usize {
    target(padding, value as u64 + 4) as usize
}

/// Puts `lp(value) ‖ zeros` behind what is in `out`. Wiping it is the caller's, and so is space for it: a secret should not
/// be moved by growing.
pub fn pad_into(padding: Padding, value: &[u8], out: &mut Vec<u8>) {
    let whole = out.len() + padded(padding, value.len());
    out.extend_from_slice(&(value.len() as u32).to_be_bytes());
    out.extend_from_slice(value);
    out.resize(whole, 0);
}

/// Cuts `padded` down to the value that it holds.
pub fn unpad(padded: &mut Vec<u8>) -> Result<(), BadPadding> {
    let value = unpadded(padded)?;
    let len = value.len();
    padded.copy_within(value, 0);
    padded.truncate(len);
    Ok(())
}

/// Where in `padded` the value lies.
pub fn unpadded(padded: &[u8]) -> Result<Range<usize>, BadPadding> {
    let len = padded
        .first_chunk::<4>()
        .map(|len| u32::from_be_bytes(*len) as usize)
        .ok_or(BadPadding)?;
    let end = len.checked_add(4).ok_or(BadPadding)?;
    let rest = padded.get(end..).ok_or(BadPadding)?;
    if rest.iter().any(|byte| *byte != 0) {
        return Err(BadPadding);
    }
    Ok(4..end)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn known_lengths() {
        for (len, padded) in [
            (0, 256),
            (256, 256),
            (257, 272),
            (1_000, 1_024),
            (65_536, 65_536),
            (1_000_001, 1_015_808),
        ] {
            assert_eq!(padded_len(len), padded, "{len}");
        }
    }

    #[test]
    fn bodies_and_entries_have_few_lengths() {
        for (len, body, entry) in [
            (5, 960, 272),
            (272, 960, 272),
            (273, 960, 336),
            (961, 1_960, 976),
            (3_961, 8_192, 3_984),
            (8_193, 16_384, 8_208),
            (1 << 20, 1 << 20, (1 << 20) + 16),
        ] {
            assert_eq!(target(Padding::Body, len), body, "{len}");
            assert_eq!(target(Padding::Entry, len), entry, "{len}");
        }
        assert_eq!(target(Padding::Body, 1_100_000), padded_len(1_100_000));
    }

    #[test]
    fn cells_and_the_state_have_one_length() {
        for len in [4, 700, 960] {
            assert_eq!(target(Padding::Cell, len), 960, "{len}");
            assert_eq!(target(Padding::State, len + 1_000), 1_960, "{len}");
        }
        assert_eq!(target(Padding::State, 1_961), padded_len(1_961));
    }

    proptest! {
        #[test]
        fn padding_costs_little_and_comes_off(value in proptest::collection::vec(any::<u8>(), 0..5_000), steps: bool) {
            let padding = if steps { Padding::Body } else { Padding::Padme };
            let mut padded = Vec::new();
            pad_into(padding, &value, &mut padded);
            if !steps && value.len() > 256 {
                prop_assert!(padded.len() as f64 <= (value.len() + 4) as f64 * 1.12 + 1.0);
            }
            unpad(&mut padded).expect("own padding");
            prop_assert_eq!(padded, value);
        }

        #[test]
        fn padme_is_stable(len in 0_u64..1 << 40) {
            prop_assert!(padded_len(len) >= len);
            prop_assert_eq!(padded_len(padded_len(len)), padded_len(len));
        }

        #[test]
        fn crafted_padding_never_panics(mut bytes in proptest::collection::vec(any::<u8>(), 0..64)) {
            let _ = unpad(&mut bytes);
        }
    }
}
