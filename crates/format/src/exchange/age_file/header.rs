//! The header of an age file, checked before the age crate parses it.
//!
//! That crate reads a header of any length into memory and begins anew at every line, so a stranger's
//! file could hold it for hours. Here a header is read once, within [`HEADER_LIMIT`], and refused
//! unless it has one of the two forms of docs/FORMAT.md section 8.

use std::io::{BufRead, Read};

use base64::Engine;
use base64::prelude::BASE64_STANDARD_NO_PAD;

use super::super::{ExchangeError, Part};
use super::{MAX_RECIPIENTS, hybrid};

/// Bytes within which the header must end.
pub const HEADER_LIMIT: u64 = 512 * 1_024;
/// The highest scrypt work factor that is taken from a file: 2^20 blocks are 1 GiB of memory.
pub const MAX_WORK_FACTOR: u32 = 20;

const MAGIC: &[u8] = b"age-encryption.org/";
const VERSION: &[u8] = b"v1";
const STANZA: &[u8] = b"-> ";
const MAC: &[u8] = b"--- ";
/// Characters of 32 bytes in base64 without padding.
const MAC_LEN: usize = 43;
/// Columns at which the body of a stanza is wrapped.
const COLUMNS: usize = 64;
/// age writers may add one random stanza that is for nobody, so that readers keep skipping what they
/// do not know. Its type ends so.
const GREASE: &[u8] = b"-grease";

/// Whom an envelope is sealed for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Envelope {
    /// Opens with a passphrase.
    Passphrase {
        /// The binary logarithm of scrypt's N.
        work_factor: u32,
    },
    /// Opens with the identity of any of these many recipients.
    Recipients {
        /// How many there are.
        count: usize,
    },
}

/// A header's exact bytes, and what they amount to.
pub(super) struct Header {
    pub(super) bytes: Vec<u8>,
    pub(super) envelope: Envelope,
}

impl Header {
    /// Reads up to the end of the header and not a byte further.
    pub(super) fn read(input: &mut impl BufRead) -> Result<Self, ExchangeError> {
        let mut lines = Lines {
            input: input.take(HEADER_LIMIT),
            bytes: Vec::new(),
        };
        lines.version()?;
        let mut stanzas = Stanzas::default();
        loop {
            let line = lines.next()?;
            if let Some(mac) = line.strip_prefix(MAC) {
                if mac.len() != MAC_LEN || decode(mac).is_none() {
                    return Err(DAMAGED);
                }
                break;
            }
            let head = stanza_head(line.strip_prefix(STANZA).ok_or(DAMAGED)?)?;
            let body = lines.body()?;
            stanzas.add(&head, &body)?;
        }
        Ok(Self {
            envelope: stanzas.envelope()?,
            bytes: lines.bytes,
        })
    }
}

const DAMAGED: ExchangeError = ExchangeError::Damaged(Part::Envelope);

struct Lines<R> {
    input: std::io::Take<R>,
    bytes: Vec<u8>,
}

impl<R: BufRead> Lines<R> {
    /// The first line. Not to begin so means not to be an age file; all that fails later is damage.
    fn version(&mut self) -> Result<(), ExchangeError> {
        // A file without a line break need not be read up to the limit to see that it is another kind.
        let mut magic = Vec::with_capacity(MAGIC.len());
        (&mut self.input)
            .take(MAGIC.len() as u64)
            .read_to_end(&mut magic)?;
        if magic != MAGIC {
            return Err(ExchangeError::NotAnEnvelope);
        }
        self.bytes = magic;
        let line = self.next()?;
        match line.as_slice() {
            VERSION => Ok(()),
            later if !later.is_empty() && later.iter().all(u8::is_ascii_graphic) => {
                Err(ExchangeError::FormatTooNew)
            }
            _ => Err(ExchangeError::NotAnEnvelope),
        }
    }

    /// The next line without its line feed.
    fn next(&mut self) -> Result<Vec<u8>, ExchangeError> {
        let mut line = Vec::new();
        self.input.read_until(b'\n', &mut line)?;
        if line.last() != Some(&b'\n') {
            // Either the header is longer than any of ours, or the file ends in it.
            return Err(match self.input.limit() {
                0 => ExchangeError::NotAnEnvelope,
                _ => DAMAGED,
            });
        }
        self.bytes.extend_from_slice(&line);
        line.pop();
        Ok(line)
    }

    /// The body of a stanza, decoded: full lines and one that is shorter.
    fn body(&mut self) -> Result<Vec<u8>, ExchangeError> {
        let mut text = Vec::new();
        loop {
            let line = self.next()?;
            text.extend_from_slice(&line);
            match line.len() {
                COLUMNS => {}
                0..COLUMNS => return decode(&text).ok_or(DAMAGED),
                _ => return Err(DAMAGED),
            }
        }
    }
}

/// Canonical base64 without padding.
fn decode(text: &[u8]) -> Option<Vec<u8>> {
    BASE64_STANDARD_NO_PAD.decode(text).ok()
}

/// The arguments of a stanza, its type first: visible ASCII with one space between.
fn stanza_head(line: &[u8]) -> Result<Vec<&[u8]>, ExchangeError> {
    let words: Vec<&[u8]> = line.split(|byte| *byte == b' ').collect();
    let visible = |word: &&[u8]| !word.is_empty() && word.iter().all(u8::is_ascii_graphic);
    words.iter().all(visible).then_some(words).ok_or(DAMAGED)
}

#[derive(Default)]
struct Stanzas {
    recipients: usize,
    passphrase: Option<u32>,
    grease: bool,
}

impl Stanzas {
    fn add(&mut self, head: &[&[u8]], body: &[u8]) -> Result<(), ExchangeError> {
        match head {
            [tag, arguments @ ..] if *tag == hybrid::TAG.as_bytes() => {
                self.add_recipient(arguments, body)
            }
            [b"scrypt", arguments @ ..] => self.add_passphrase(arguments, body),
            // A second one would be no courtesy, and many would be slow to skip.
            [tag, ..] if tag.ends_with(GREASE) && !self.grease => {
                self.grease = true;
                Ok(())
            }
            _ => Err(ExchangeError::ForeignRecipients),
        }
    }

    fn add_recipient(&mut self, arguments: &[&[u8]], body: &[u8]) -> Result<(), ExchangeError> {
        let encapsulated = match arguments {
            [encapsulated] => decode(encapsulated).ok_or(DAMAGED)?,
            _ => return Err(DAMAGED),
        };
        if encapsulated.len() != hybrid::ENCAPSULATED_LEN || body.len() != hybrid::WRAPPED_LEN {
            return Err(DAMAGED);
        }
        self.recipients += 1;
        match self.recipients {
            ..=MAX_RECIPIENTS => Ok(()),
            _ => Err(ExchangeError::TooLarge(Part::Envelope)),
        }
    }

    fn add_passphrase(&mut self, arguments: &[&[u8]], body: &[u8]) -> Result<(), ExchangeError> {
        let [salt, factor] = arguments else {
            return Err(DAMAGED);
        };
        let salt = decode(salt).ok_or(DAMAGED)?;
        if salt.len() != 16 || body.len() != hybrid::WRAPPED_LEN {
            return Err(DAMAGED);
        }
        let digits = factor.iter().all(u8::is_ascii_digit) && !factor.starts_with(b"0");
        let factor = std::str::from_utf8(factor)
            .ok()
            .filter(|_| digits)
            .ok_or(DAMAGED)?;
        // So many digits that they do not fit are a work factor too, only an absurd one.
        let factor = factor.parse().unwrap_or(u32::MAX);
        if factor > MAX_WORK_FACTOR {
            return Err(ExchangeError::TooMuchWork(factor));
        }
        match self.passphrase.replace(factor) {
            None => Ok(()),
            Some(_) => Err(ExchangeError::ForeignRecipients),
        }
    }

    fn envelope(&self) -> Result<Envelope, ExchangeError> {
        match (self.passphrase, self.recipients, self.grease) {
            (Some(work_factor), 0, false) => Ok(Envelope::Passphrase { work_factor }),
            (None, 1.., _) => Ok(Envelope::Recipients {
                count: self.recipients,
            }),
            // No stanza at all is a header that lost something.
            (None, 0, false) => Err(DAMAGED),
            _ => Err(ExchangeError::ForeignRecipients),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> Result<Envelope, ExchangeError> {
        Header::read(&mut &bytes[..]).map(|header| header.envelope)
    }

    fn scrypt(factor: &str) -> String {
        let salt = BASE64_STANDARD_NO_PAD.encode([1; 16]);
        let body = BASE64_STANDARD_NO_PAD.encode([2; 32]);
        format!("-> scrypt {salt} {factor}\n{body}\n")
    }

    fn hybrid() -> String {
        let key = BASE64_STANDARD_NO_PAD.encode([1; hybrid::ENCAPSULATED_LEN]);
        let body = BASE64_STANDARD_NO_PAD.encode([2; 32]);
        format!("-> mlkem768x25519 {key}\n{body}\n")
    }

    fn with(stanzas: &str) -> Vec<u8> {
        let mac = BASE64_STANDARD_NO_PAD.encode([3; 32]);
        format!("age-encryption.org/v1\n{stanzas}--- {mac}\n").into_bytes()
    }

    #[test]
    fn the_two_kinds_and_no_third() {
        assert_eq!(
            read(&with(&scrypt("18"))).unwrap(),
            Envelope::Passphrase { work_factor: 18 }
        );
        let two = hybrid() + &hybrid() + "-> x-grease a b\n\n";
        assert_eq!(
            read(&with(&two)).unwrap(),
            Envelope::Recipients { count: 2 }
        );
        let classic = format!("-> X25519 {}\n{}\n", "A".repeat(43), "A".repeat(43));
        for foreign in [
            classic.clone(),
            hybrid() + &classic,
            scrypt("18") + &hybrid(),
            scrypt("18") + &scrypt("18"),
            scrypt("18") + "-> x-grease\n\n",
            "-> x-grease\n\n".to_owned(),
            hybrid() + "-> a-grease\n\n-> b-grease\n\n",
            "-> ssh-ed25519 a b\n\n".to_owned(),
        ] {
            assert!(
                matches!(read(&with(&foreign)), Err(ExchangeError::ForeignRecipients)),
                "{foreign}"
            );
        }
    }

    #[test]
    fn more_recipients_than_are_written_are_refused() {
        let most = hybrid().repeat(MAX_RECIPIENTS);
        let count = MAX_RECIPIENTS;
        assert_eq!(read(&with(&most)).unwrap(), Envelope::Recipients { count });
        assert!(matches!(
            read(&with(&(most + &hybrid()))),
            Err(ExchangeError::TooLarge(Part::Envelope))
        ));
    }

    #[test]
    fn work_that_is_too_much_is_refused_before_it_is_done() {
        assert!(read(&with(&scrypt("20"))).is_ok());
        for factor in ["21", "63", "99999999999999999999"] {
            assert!(matches!(
                read(&with(&scrypt(factor))),
                Err(ExchangeError::TooMuchWork(_))
            ));
        }
        for factor in ["0", "018", "+18", "-1", "0x12", "18a"] {
            assert!(matches!(
                read(&with(&scrypt(factor))),
                Err(ExchangeError::Damaged(_))
            ));
        }
    }

    #[test]
    fn an_endless_header_is_given_up() {
        let mut line = b"age-encryption.org/v1\n-> ".to_vec();
        line.resize(2 << 20, b'a');
        assert!(matches!(read(&line), Err(ExchangeError::NotAnEnvelope)));
        let mut many = with(&hybrid().repeat(400));
        assert!(matches!(
            read(&many),
            Err(ExchangeError::TooLarge(Part::Envelope))
        ));
        many.truncate(10_000);
        assert!(matches!(read(&many), Err(ExchangeError::Damaged(_))));
    }

    #[test]
    fn other_files_are_not_envelopes() {
        for bytes in [
            &b""[..],
            b"PK\x03\x04",
            b"-----BEGIN AGE ENCRYPTED FILE-----\n",
            b"age-encryption.org",
        ] {
            assert!(matches!(read(bytes), Err(ExchangeError::NotAnEnvelope)));
        }
        assert!(matches!(
            read(b"age-encryption.org/v2\n"),
            Err(ExchangeError::FormatTooNew)
        ));
        assert!(matches!(
            read(b"age-encryption.org/v1\n"),
            Err(ExchangeError::Damaged(_))
        ));
    }

    #[test]
    fn the_payload_is_left_unread() {
        let mut file = with(&scrypt("1"));
        let header = file.len();
        file.extend_from_slice(b"payload");
        let mut input = &file[..];
        let read = Header::read(&mut input).unwrap();
        assert_eq!(input, b"payload");
        assert_eq!(read.bytes, file[..header]);
    }
}
