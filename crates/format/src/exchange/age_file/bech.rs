//! Bech32 (BIP 173) as age uses it: without the limit on length, which a post-quantum key exceeds.

use bech32::primitives::decode::CheckedHrpstring;
use bech32::{Bech32, Checksum, Hrp};
use zeroize::Zeroizing;

/// The Bech32 checksum on strings of any length. It then finds typing errors less surely, which does
/// no harm: a key that decodes wrongly opens nothing.
enum LongBech32 {}

impl Checksum for LongBech32 {
    type MidstateRepr = <Bech32 as Checksum>::MidstateRepr;
    const CODE_LENGTH: usize = usize::MAX;
    const CHECKSUM_LENGTH: usize = Bech32::CHECKSUM_LENGTH;
    const GENERATOR_SH: [Self::MidstateRepr; 5] = Bech32::GENERATOR_SH;
    const TARGET_RESIDUE: Self::MidstateRepr = Bech32::TARGET_RESIDUE;
}

/// `data` in lower case under the given prefix.
pub(super) fn encode(prefix: &str, data: &[u8]) -> String {
    let hrp = Hrp::parse(prefix).expect("our prefixes are valid");
    bech32::encode_lower::<LongBech32>(hrp, data).expect("there is no limit on length")
}

/// The bytes of `text` if it bears this prefix, in one case throughout, and its checksum holds.
pub(super) fn decode(prefix: &str, text: &str) -> Option<Zeroizing<Vec<u8>>> {
    let checked = CheckedHrpstring::new::<LongBech32>(text).ok()?;
    if !checked.hrp().as_str().eq_ignore_ascii_case(prefix) {
        return None;
    }
    let bytes = Zeroizing::new(checked.byte_iter().collect::<Vec<u8>>());
    // The last character carries bits that belong to no byte. Only one spelling is taken.
    encode(prefix, &bytes)
        .eq_ignore_ascii_case(text)
        .then_some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checksum_is_sound() {
        LongBech32::sanity_check();
    }

    #[test]
    fn long_data_comes_back_and_a_changed_character_does_not() {
        let data: Vec<u8> = (0..1_216).map(|i| (i % 251) as u8).collect();
        let text = encode("age1pq", &data);
        assert_eq!(decode("age1pq", &text).unwrap().as_slice(), data);
        assert_eq!(
            decode("age1pq", &text.to_uppercase()).unwrap().as_slice(),
            data
        );
        assert!(decode("age", &text).is_none());
        let mut changed = text.clone();
        changed.replace_range(100..101, if &text[100..101] == "q" { "p" } else { "q" });
        assert!(decode("age1pq", &changed).is_none());
        let mixed = format!("{}{}", &text[..50].to_uppercase(), &text[50..]);
        assert!(decode("age1pq", &mixed).is_none());
    }
}
