//! Text in another encoding than UTF-8, recognised so that it can be named.

/// The encoding that bytes are in, where they are no UTF-8: `utf_16`, `cp949`, or another one.
pub fn foreign(bytes: &[u8]) -> Option<&'static str> {
    if is_utf_16(bytes) {
        return Some("utf_16");
    }
    let error = std::str::from_utf8(bytes).err()?;
    // What is UTF-8 up to its end was cut.
    let is_korean = error.error_len().is_some() && is_cp949(bytes);
    Some(if is_korean { "cp949" } else { "other" })
}

/// By its mark, or by the zero in every other byte of the first signs, which no text has.
fn is_utf_16(bytes: &[u8]) -> bool {
    match bytes {
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => true,
        [a, 0, b, ..] => *a != 0 && (*b != 0 || bytes.len() > 3),
        [0, a, rest @ ..] => *a != 0 && (rest.is_empty() || rest.first() == Some(&0)),
        _ => false,
    }
}

/// The Korean encoding of Windows, EUC-KR among it: pairs of bytes, most of them syllables of KS X 1001.
fn is_cp949(bytes: &[u8]) -> bool {
    let mut bytes = bytes.iter();
    let (mut pairs, mut syllables) = (0_usize, 0_usize);
    while let Some(byte) = bytes.next() {
        if byte.is_ascii() {
            continue;
        }
        let Some(next) = bytes.next() else {
            return false;
        };
        match (byte, next) {
            (0xb0..=0xc8, 0xa1..=0xfe) => syllables += 1,
            (0x81..=0xfe, 0x41..=0x5a | 0x61..=0x7a | 0x81..=0xfe) => {}
            _ => return false,
        }
        pairs += 1;
    }
    syllables * 2 >= pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_utf_8_is_named() {
        let text = "{\"text\":\"온성에서\"}";
        let little = || text.encode_utf16().flat_map(u16::to_le_bytes);
        let big = || text.encode_utf16().flat_map(u16::to_be_bytes);
        let marked = |mark: [u8; 2], rest: Vec<u8>| [mark.to_vec(), rest].concat();
        for bytes in [
            little().collect(),
            big().collect(),
            marked([0xff, 0xfe], little().collect()),
            marked([0xfe, 0xff], big().collect()),
        ] {
            assert_eq!(foreign(&bytes), Some("utf_16"), "{bytes:?}");
        }
        assert_eq!(
            foreign(b"{\"text\":\"\xbf\xc2\xbc\xba\xbf\xa1\xbc\xad\"}"),
            Some("cp949")
        );
        assert_eq!(foreign(b"{\"text\":\"caf\xe9\"}"), Some("other"));
        for whole in [text, "\u{feff}{}", "", "{", "{}"] {
            assert_eq!(foreign(whole.as_bytes()), None);
        }
    }
}
