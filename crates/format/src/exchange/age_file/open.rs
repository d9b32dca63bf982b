//! Opening an envelope.

use std::fmt;
use std::io::{self, BufReader, Read, Seek, SeekFrom};

use age::DecryptError;
use age::stream::StreamReader;
use age_core::format::{FileKey, Stanza};
use secrecy::SecretString;

use super::super::{ExchangeError, Part};
use super::header::{Envelope, Header, MAX_WORK_FACTOR};
use super::hybrid::HybridIdentity;
use super::replay::Replay;
use fieldnotes_domain::text::secret;

/// What an envelope is to be opened with.
#[derive(Clone, Copy)]
pub enum EnvelopeKey<'a> {
    /// Our own identity.
    Identity(&'a HybridIdentity),
    /// A passphrase that somebody gave us.
    Passphrase(&'a SecretString),
}

impl fmt::Debug for EnvelopeKey<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            EnvelopeKey::Identity(_) => "Identity(…)",
            EnvelopeKey::Passphrase(_) => "Passphrase(…)",
        })
    }
}

/// An envelope whose header was checked and that nobody has opened yet.
pub struct SealedEnvelope<R> {
    header: Header,
    rest: BufReader<R>,
}

/// Reads and checks the header, so that a host knows whether to ask for a passphrase. `input` begins
/// with the envelope.
pub fn begin<R: Read>(input: R) -> Result<SealedEnvelope<R>, ExchangeError> {
    let mut rest = BufReader::new(input);
    let header = Header::read(&mut rest)?;
    Ok(SealedEnvelope { header, rest })
}

impl<R> fmt::Debug for SealedEnvelope<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("SealedEnvelope")
            .field(&self.header.envelope)
            .finish()
    }
}

impl<R: Read> SealedEnvelope<R> {
    /// Whom it is sealed for.
    pub fn envelope(&self) -> Envelope {
        self.header.envelope
    }

    /// Bytes before the payload, which begins with a nonce.
    pub(in super::super) fn header_len(&self) -> u64 {
        self.header.bytes.len() as u64
    }

    /// Opens it. With a passphrase this takes about a second and 256 MiB.
    pub fn open(self, opening: EnvelopeKey<'_>) -> Result<Opened<R>, ExchangeError> {
        let envelope = self.header.envelope;
        let source = Replay::new(self.header.bytes, self.rest);
        let decryptor = age::Decryptor::new_buffered(source).map_err(refusal)?;
        let opened = match (opening, envelope) {
            (EnvelopeKey::Identity(identity), Envelope::Recipients { .. }) => {
                decryptor.decrypt(std::iter::once(identity as &dyn age::Identity))
            }
            (EnvelopeKey::Passphrase(passphrase), Envelope::Passphrase { .. }) => {
                let forms = Forms::of(passphrase)?;
                decryptor.decrypt(std::iter::once(&forms as &dyn age::Identity))
            }
            (EnvelopeKey::Identity(_), Envelope::Passphrase { .. }) => {
                return Err(ExchangeError::NeedsPassphrase);
            }
            (EnvelopeKey::Passphrase(_), Envelope::Recipients { .. }) => {
                return Err(ExchangeError::NeedsIdentity);
            }
        };
        opened.map(Opened).map_err(refusal)
    }
}

/// The forms of one passphrase, tried in their order.
struct Forms(Vec<age::scrypt::Identity>);

impl Forms {
    fn of(passphrase: &SecretString) -> Result<Self, ExchangeError> {
        let forms = secret::to_open(passphrase)?.into_iter().map(|form| {
            let mut identity = age::scrypt::Identity::new(form);
            identity.set_max_work_factor(MAX_WORK_FACTOR as u8);
            identity
        });
        Ok(Self(forms.collect()))
    }
}

impl age::Identity for Forms {
    fn unwrap_stanza(&self, stanza: &Stanza) -> Option<Result<FileKey, DecryptError>> {
        let mut tried = self.0.iter().map(|form| form.unwrap_stanza(stanza));
        let mut last = tried.next()?;
        while matches!(last, Some(Err(DecryptError::DecryptionFailed))) {
            match tried.next() {
                Some(next) => last = next,
                None => break,
            }
        }
        last
    }
}

fn refusal(error: DecryptError) -> ExchangeError {
    match error {
        DecryptError::NoMatchingKeys => ExchangeError::NotForUs,
        // Only scrypt says so; a stanza that our own key does not open is passed over.
        DecryptError::DecryptionFailed => ExchangeError::WrongPassphrase,
        DecryptError::ExcessiveWork { required, .. } => ExchangeError::TooMuchWork(required.into()),
        DecryptError::Io(error) => ExchangeError::from_read(error, Part::Envelope),
        DecryptError::UnknownFormat => ExchangeError::FormatTooNew,
        _ => ExchangeError::Damaged(Part::Envelope),
    }
}

/// The content of an opened envelope. Each chunk of 64 KiB is authenticated before a byte of it is
/// given out, and the end when it is reached: until then the content may still prove cut short.
/// What does not authenticate comes as [`io::ErrorKind::InvalidData`] or
/// [`io::ErrorKind::UnexpectedEof`].
pub struct Opened<R>(StreamReader<Replay<BufReader<R>>>);

impl<R> fmt::Debug for Opened<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Opened(…)")
    }
}

impl<R: Read> Read for Opened<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        self.0.read(out)
    }
}

impl<R: Read + Seek> Seek for Opened<R> {
    /// Moves in the plaintext. Moving from the end authenticates the length.
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.0.seek(to)
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Write};

    use proptest::prelude::*;

    use super::super::{seal_to_passphrase, seal_to_recipients};
    use super::*;
    use crate::crypto::key::Key;

    fn identity(seed: u8) -> HybridIdentity {
        HybridIdentity::from_seed(Key::from_bytes(&[seed; 32]))
    }

    fn to_identities(seeds: &[u8], content: &[u8]) -> Vec<u8> {
        let recipients: Vec<_> = seeds
            .iter()
            .map(|seed| identity(*seed).recipient())
            .collect();
        let mut writer = seal_to_recipients(&recipients, Vec::new()).unwrap();
        writer.write_all(content).unwrap();
        writer.finish().unwrap()
    }

    fn open(file: &[u8], opening: EnvelopeKey<'_>) -> Result<Vec<u8>, ExchangeError> {
        let mut content = Vec::new();
        begin(file)?
            .open(opening)?
            .read_to_end(&mut content)
            .map_err(|error| ExchangeError::from_read(error, Part::Envelope))?;
        Ok(content)
    }

    #[test]
    fn each_recipient_opens_it_and_nobody_else() {
        let file = to_identities(&[1, 2, 3], b"content");
        assert_eq!(
            begin(&file[..]).unwrap().envelope(),
            Envelope::Recipients { count: 3 }
        );
        for seed in 1..=3 {
            let opened = open(&file, EnvelopeKey::Identity(&identity(seed))).unwrap();
            assert_eq!(opened, b"content");
        }
        assert!(matches!(
            open(&file, EnvelopeKey::Identity(&identity(4))),
            Err(ExchangeError::NotForUs)
        ));
        let passphrase = SecretString::from("anything");
        assert!(matches!(
            open(&file, EnvelopeKey::Passphrase(&passphrase)),
            Err(ExchangeError::NeedsIdentity)
        ));
        assert!(matches!(
            seal_to_recipients(&[], Vec::new()),
            Err(ExchangeError::NoRecipient)
        ));
    }

    #[test]
    fn as_many_recipients_as_we_allow_fit_the_header() {
        let recipients = vec![identity(1).recipient(); super::super::MAX_RECIPIENTS];
        let file = seal_to_recipients(&recipients, Vec::new())
            .unwrap()
            .finish()
            .unwrap();
        assert!(matches!(
            open(&file, EnvelopeKey::Identity(&identity(2))),
            Err(ExchangeError::NotForUs)
        ));
        let more = vec![identity(1).recipient(); super::super::MAX_RECIPIENTS + 1];
        assert!(matches!(
            seal_to_recipients(&more, Vec::new()),
            Err(ExchangeError::TooLarge(Part::Envelope))
        ));
    }

    #[test]
    fn a_passphrase_opens_what_it_sealed() {
        let passphrase = SecretString::from("여섯 낱말 비밀번호");
        let mut writer = seal_to_passphrase(&passphrase, 2, Vec::new()).unwrap();
        writer.write_all(b"content").unwrap();
        let file = writer.finish().unwrap();
        assert_eq!(
            open(&file, EnvelopeKey::Passphrase(&passphrase)).unwrap(),
            b"content"
        );
        let wrong = SecretString::from("다른 낱말");
        assert!(matches!(
            open(&file, EnvelopeKey::Passphrase(&wrong)),
            Err(ExchangeError::WrongPassphrase)
        ));
        assert!(matches!(
            open(&file, EnvelopeKey::Identity(&identity(1))),
            Err(ExchangeError::NeedsPassphrase)
        ));
        for factor in [0, 21] {
            assert!(seal_to_passphrase(&passphrase, factor, Vec::new()).is_err());
        }
    }

    #[test]
    fn the_content_can_be_read_out_of_order() {
        let content: Vec<u8> = (0..200_000_u32).map(|i| (i % 251) as u8).collect();
        let file = to_identities(&[1], &content);
        let key = identity(1);
        let mut opened = begin(Cursor::new(file))
            .unwrap()
            .open(EnvelopeKey::Identity(&key))
            .unwrap();
        assert_eq!(opened.seek(SeekFrom::End(0)).unwrap(), 200_000);
        let mut piece = [0; 1_000];
        for at in [150_000_usize, 0, 65_000, 199_000] {
            opened.seek(SeekFrom::Start(at as u64)).unwrap();
            opened.read_exact(&mut piece).unwrap();
            assert_eq!(piece, content[at..at + 1_000]);
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(96))]

        #[test]
        fn a_flipped_or_missing_byte_is_refused(
            at in any::<prop::sample::Index>(), bit in 0..8_u8, long in any::<bool>(),
        ) {
            let content = vec![7; if long { 140_000 } else { 100 }];
            let file = to_identities(&[1], &content);
            let at = at.index(file.len());
            let mut flipped = file.clone();
            flipped[at] ^= 1 << bit;
            prop_assert!(open(&flipped, EnvelopeKey::Identity(&identity(1))).is_err());
            prop_assert!(open(&file[..at], EnvelopeKey::Identity(&identity(1))).is_err());
            let longer = [&file[..], &[0]].concat();
            prop_assert!(open(&longer, EnvelopeKey::Identity(&identity(1))).is_err());
        }

        #[test]
        fn no_bytes_panic(mut bytes: Vec<u8>, with_magic: bool) {
            if with_magic {
                bytes.splice(0..0, *b"age-encryption.org/v1\n-> ");
            }
            prop_assert!(open(&bytes, EnvelopeKey::Identity(&identity(1))).is_err());
        }
    }
}
