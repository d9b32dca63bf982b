//! Writing an envelope.

use std::fmt;
use std::io::{self, Write};

use age::stream::StreamWriter;
use secrecy::SecretString;

use super::super::{ExchangeError, Part};
use super::header::MAX_WORK_FACTOR;
use super::hybrid::HybridRecipient;
use fieldnotes_domain::text::secret;

/// The scrypt work factor of envelopes to a passphrase: 2^18 blocks, 256 MiB.
pub const WORK_FACTOR: u8 = 18;
/// The most recipients whose stanzas fit into a header that readers accept.
pub const MAX_RECIPIENTS: usize = 300;

/// Bytes of the nonce before the first chunk, of a chunk's content, and of the tag behind it.
const NONCE: u64 = 16;
const CHUNK: u64 = 64 << 10;
const TAG: u64 = 16;

/// Encrypts what is written to it. Without [`SealWriter::finish`] the envelope has no end, and every
/// reader takes it for cut short.
pub struct SealWriter<W: Write>(StreamWriter<W>);

impl<W: Write> SealWriter<W> {
    /// Writes the last chunk and gives back the writer below, for its owner to sync.
    pub fn finish(self) -> io::Result<W> {
        self.0.finish()
    }
}

impl<W: Write> Write for SealWriter<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

impl<W: Write> fmt::Debug for SealWriter<W> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SealWriter(…)")
    }
}

/// An envelope that any one of `recipients` can open.
pub fn seal_to_recipients<W: Write>(
    recipients: &[HybridRecipient],
    out: W,
) -> Result<SealWriter<W>, ExchangeError> {
    if recipients.len() > MAX_RECIPIENTS {
        return Err(ExchangeError::TooLarge(Part::Envelope));
    }
    seal(recipients.iter().map(|one| one as &dyn age::Recipient), out)
}

/// An envelope that opens with `passphrase`, by any age tool. `work_factor` is [`WORK_FACTOR`] except
/// where a vault is marked as a test.
pub fn seal_to_passphrase<W: Write>(
    passphrase: &SecretString,
    work_factor: u8,
    out: W,
) -> Result<SealWriter<W>, ExchangeError> {
    if work_factor == 0 || u32::from(work_factor) > MAX_WORK_FACTOR {
        return Err(ExchangeError::NoRecipient);
    }
    let mut recipient = age::scrypt::Recipient::new(secret::to_seal(passphrase)?);
    recipient.set_work_factor(work_factor);
    seal(std::iter::once(&recipient as &dyn age::Recipient), out)
}

/// How long an envelope is with a header and a content of these lengths: a nonce, and a tag for each chunk, of which
/// there is at least one.
pub(in super::super) fn sealed_len(header: u64, content: u64) -> u64 {
    let chunks = content.div_ceil(CHUNK).max(1);
    [NONCE, content, chunks.saturating_mul(TAG)]
        .into_iter()
        .fold(header, u64::saturating_add)
}

fn seal<'a, W: Write>(
    recipients: impl Iterator<Item = &'a dyn age::Recipient>,
    out: W,
) -> Result<SealWriter<W>, ExchangeError> {
    let encryptor = age::Encryptor::with_recipients(recipients).map_err(|error| match error {
        age::EncryptError::Io(error) => ExchangeError::Io(error),
        _ => ExchangeError::NoRecipient,
    })?;
    Ok(SealWriter(encryptor.wrap_output(out)?))
}
