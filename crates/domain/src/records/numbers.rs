//! Numbers in JSON that are read as another number than stands there: the pages and most other programs take every number as a
//! double, and the next edit would write the double. RFC 7493, section 2.2, warns of them.

/// Bytes of a number without an exponent that a double keeps, whatever it is: it has no more than 15 digits (`DBL_DIG` of C).
const ALWAYS_KEPT: usize = 15;

/// Whether each number in this JSON comes out of a parser as the one that stands there. Of what is no JSON it says nothing.
pub fn are_exact(json: &[u8]) -> bool {
    first_inexact(json).is_none()
}

/// Where the first number begins that does not, in bytes.
pub(super) fn first_inexact(json: &[u8]) -> Option<usize> {
    let mut rest = json;
    while let Some((at, byte)) = find(rest, |byte| matches!(byte, b'"' | b'-' | b'0'..=b'9')) {
        rest = rest.get(at..)?;
        let length = match byte {
            b'"' => text_length(rest),
            _ => {
                let end = find(rest, |byte| !is_of_number(byte)).map_or(rest.len(), |(at, _)| at);
                let number = rest.get(..end)?;
                if !is_exact(number) {
                    return Some(json.len() - rest.len());
                }
                end
            }
        };
        rest = rest.get(length..)?;
    }
    None
}

fn find(bytes: &[u8], is: impl Fn(u8) -> bool) -> Option<(usize, u8)> {
    let at = bytes.iter().position(|byte| is(*byte))?;
    bytes.get(at).map(|byte| (at, *byte))
}

/// Bytes of the text that begins here, with its quotation marks.
fn text_length(json: &[u8]) -> usize {
    let mut at = 1;
    loop {
        let rest = json.get(at..).unwrap_or_default();
        match memchr::memchr2(b'"', b'\\', rest) {
            Some(ends) if rest.get(ends) == Some(&b'"') => return at + ends + 1,
            Some(escapes) => at += escapes + 2,
            None => return json.len(),
        }
    }
}

fn is_of_number(byte: u8) -> bool {
    matches!(byte, b'0'..=b'9' | b'+' | b'-' | b'.' | b'e' | b'E')
}

fn is_exact(number: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(number) else {
        return true;
    };
    if text.len() <= ALWAYS_KEPT && !text.contains(['e', 'E']) {
        return true;
    }
    // What is written back are the fewest digits that give the same double. The parser reads the nearest one, as this does
    // (`float_roundtrip` of serde_json).
    text.parse::<f64>()
        .is_ok_and(|read| written(read) == significant(text))
}

/// The digits that are written for a double. By what writes it: of 811699392365455.25 the fewest digits may end in 2 or in 3,
/// and the standard library chooses otherwise than serde_json, JavaScript and Python.
fn written(number: f64) -> String {
    let text = serde_json::to_string(&number);
    significant(text.as_deref().unwrap_or_default())
}

/// The digits before an exponent, without zeros at either end.
fn significant(number: &str) -> String {
    let before = number.split(['e', 'E']).next().unwrap_or_default();
    let digits: String = before.chars().filter(char::is_ascii_digit).collect();
    digits.trim_matches('0').to_owned()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_number_that_a_parser_changes_is_noticed() {
        for (number, wanted) in [
            ("0", true),
            ("-0.0", true),
            ("9007199254740992", true),
            ("9007199254740993", false),
            ("-9007199254740993", false),
            ("18446744073709551615", false),
            ("1152921504606846976", false),
            ("126.97796919999999", true),
            ("33.29080609999999", true),
            ("1.1e-30", true),
            ("28e50", true),
            ("1e-400", false),
            ("3e-324", false),
            ("5e-324", true),
            ("12345678901234567890123", false),
            ("100000000000000000000000", true),
            ("0.1", true),
            ("0.30000000000000004", true),
            ("0.3000000000000000444", false),
            ("9.99999999999999999", false),
            ("1.5e300", true),
            ("123456789012345678e5", false),
            ("811699392365455.2", true),
            ("811699392365455.3", false),
        ] {
            for json in [
                number.to_owned(),
                format!(r#"{{"a":[{number}],"b":"x"}}"#),
                format!(r#"["\"{number}",{number},null]"#),
            ] {
                assert_eq!(are_exact(json.as_bytes()), wanted, "{json}");
            }
            let quoted = format!(r#"{{"a":"\\\"{number}"}}"#);
            assert!(are_exact(quoted.as_bytes()), "{quoted}");
        }
    }

    proptest! {
        #[test]
        fn what_is_written_from_memory_is_exact(number: f64, integer in -(1_i64 << 53)..=1 << 53, text: String) {
            let json = serde_json::json!([number, integer, text]).to_string();
            prop_assert!(are_exact(json.as_bytes()), "{json}");
            let read: serde_json::Value = serde_json::from_str(&json).expect("JSON");
            prop_assert_eq!(read.to_string(), json);
        }

        #[test]
        fn what_is_exact_comes_back(digits in "-?[1-9][0-9]{0,30}(\\.[0-9]{1,20})?(e-?[1-9][0-9]?)?") {
            let read: serde_json::Value = serde_json::from_str(&digits).unwrap_or_default();
            let again = written(read.as_f64().unwrap_or_default());
            prop_assert_eq!(are_exact(digits.as_bytes()), again == significant(&digits));
        }

        #[test]
        fn any_bytes_end(bytes: Vec<u8>) {
            are_exact(&bytes);
        }
    }
}
