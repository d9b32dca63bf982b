//! Small files that hold one text: a passphrase, recovery words, an identity, what `--write` names.
//!
//! Editors put a byte order mark before it, CR LF or a line feed behind it, or write it in another encoding. The first
//! two are no part of the text; the last is named, so that somebody can save it anew.

/// An encoding that is not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-16, by its mark or its zero bytes.
    Utf16,
    /// Windows' code page 949 or EUC-KR, by its pairs of bytes.
    Cp949,
    /// None that is known here.
    Other,
}

impl Encoding {
    /// A stable name for parameters of failures.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Utf16 => "utf16",
            Self::Cp949 => "cp949",
            Self::Other => "other",
        }
    }
}

/// Why a file is not taken for one line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineFault {
    /// Not UTF-8.
    Encoding(Encoding),
    /// Text on more than one line.
    SeveralLines,
}

/// The text of a file: UTF-8, without a byte order mark.
///
/// # Errors
/// The [`Encoding`] that it seems to be in.
pub fn decode(bytes: &[u8]) -> Result<&str, Encoding> {
    const MARK: &[u8] = b"\xef\xbb\xbf";
    let bytes = bytes.strip_prefix(MARK).unwrap_or(bytes);
    // Text has no zero bytes; UTF-16 of any script has some, at its line feeds and spaces.
    if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") || bytes.contains(&0) {
        return Err(Encoding::Utf16);
    }
    std::str::from_utf8(bytes).map_err(|_| match is_cp949(bytes) {
        true => Encoding::Cp949,
        false => Encoding::Other,
    })
}

/// Whether all that is not ASCII comes in pairs of the code page's bytes.
fn is_cp949(bytes: &[u8]) -> bool {
    let mut rest = bytes.iter();
    while let Some(first) = rest.next() {
        let is_fine = first.is_ascii()
            || (matches!(first, 0x81..=0xfe)
                && rest.next().is_some_and(|second| {
                    second.is_ascii_alphabetic() || matches!(second, 0x81..=0xfe)
                }));
        if !is_fine {
            return false;
        }
    }
    true
}

/// The one line of a file. Line breaks at its end are no part of it; spaces are.
///
/// # Errors
/// [`LineFault`].
pub fn one_line_of(bytes: &[u8]) -> Result<&str, LineFault> {
    let text = decode(bytes).map_err(LineFault::Encoding)?;
    let line = text.trim_end_matches(['\n', '\r']);
    match line.contains(['\n', '\r']) {
        true => Err(LineFault::SeveralLines),
        false => Ok(line),
    }
}

/// The text of a file that may have several lines, each ended by a line feed however the file ends them, and without
/// the one that editors put at the end.
///
/// # Errors
/// The [`Encoding`] that it seems to be in.
pub fn text_of(bytes: &[u8]) -> Result<String, Encoding> {
    let text = decode(bytes)?.replace("\r\n", "\n");
    Ok(text.strip_suffix('\n').unwrap_or(&text).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_editors_add_is_no_part_of_a_line() {
        for bytes in [
            "four words\n",
            "four words\r\n",
            "four words",
            "\u{feff}four words\r\n",
            "four words\n\n",
        ] {
            assert_eq!(one_line_of(bytes.as_bytes()), Ok("four words"), "{bytes:?}");
        }
        assert_eq!(one_line_of(b" a "), Ok(" a "));
        assert_eq!(one_line_of(b""), Ok(""));
        assert_eq!(
            text_of("\u{feff}하나\r\n둘\r\n".as_bytes()),
            Ok("하나\n둘".to_owned())
        );
    }

    #[test]
    fn a_second_line_is_refused() {
        for bytes in ["a\nb", "a\r\nb\n", "\na", "a\rb"] {
            assert_eq!(
                one_line_of(bytes.as_bytes()),
                Err(LineFault::SeveralLines),
                "{bytes:?}"
            );
        }
    }

    #[test]
    fn other_encodings_are_named() {
        let named = |bytes: &[u8]| decode(bytes).unwrap_err();
        assert_eq!(named(b"\xff\xfea\0"), Encoding::Utf16);
        assert_eq!(named(b"\xfe\xff\0a"), Encoding::Utf16);
        assert_eq!(named(b"a\0b\0\n\0"), Encoding::Utf16);
        // 온성 in code page 949.
        assert_eq!(named(b"\xbf\xc2\xbc\xba\n"), Encoding::Cp949);
        assert_eq!(named(b"caf\xe9"), Encoding::Other);
        assert_eq!(named(b"\xff"), Encoding::Other);
    }
}
