//! Padding, so that a length tells little: Padmé (Nikitin et al., PETS 2019) above a floor.

use std::ops::Range;

/// The smallest padded length in bytes.
pub(crate) const FLOOR: u64 = 256;

/// Steps of bodies whose length alone could tell whom they describe.
const STEPS: [u64; 4] = [4_096, 16_384, 65_536, 262_144];

/// How a value is padded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Padding {
    /// Padmé above the floor: at most 12 % more, log log n bits told.
    Padme,
    /// Few fixed sizes.
    Steps,
}

/// A padded value that does not say what it holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the padding is not as written")]
pub(crate) struct BadPadding;

/// `pad_to` of docs/FORMAT.md section 1.1, in bytes.
pub(crate) fn padded_len(len: u64) -> u64 {
    if len <= FLOOR {
        return FLOOR;
    }
    let exponent = u64::from(len.ilog2());
    let kept = u64::from(exponent.ilog2()) + 1;
    let step = 1_u64 << (exponent - kept);
    len.div_ceil(step).saturating_mul(step)
}

fn target(padding: Padding, len: u64) -> u64 {
    match padding {
        Padding::Padme => padded_len(len),
        Padding::Steps => STEPS
            .into_iter()
            .find(|step| len <= *step)
            .unwrap_or_else(|| padded_len(len)),
    }
}

/// How long a value of this length is when padded, in bytes.
pub(crate) fn padded(padding: Padding, value: usize) -> usize {
    target(padding, value as u64 + 4) as usize
}

/// Puts `lp(value) ‖ zeros` behind what is in `out`. Wiping it is the caller's, and so is room for it: a secret should not
/// be moved by growing.
pub(crate) fn pad_into(padding: Padding, value: &[u8], out: &mut Vec<u8>) {
    let whole = out.len() + padded(padding, value.len());
    out.extend_from_slice(&(value.len() as u32).to_be_bytes());
    out.extend_from_slice(value);
    out.resize(whole, 0);
}

/// Cuts `padded` down to the value that it holds.
pub(crate) fn unpad(padded: &mut Vec<u8>) -> Result<(), BadPadding> {
    let value = unpadded(padded)?;
    let len = value.len();
    padded.copy_within(value, 0);
    padded.truncate(len);
    Ok(())
}

/// Where in `padded` the value lies.
pub(crate) fn unpadded(padded: &[u8]) -> Result<Range<usize>, BadPadding> {
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

    proptest! {
        #[test]
        fn padding_costs_little_and_comes_off(value in proptest::collection::vec(any::<u8>(), 0..5_000), steps: bool) {
            let padding = if steps { Padding::Steps } else { Padding::Padme };
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
