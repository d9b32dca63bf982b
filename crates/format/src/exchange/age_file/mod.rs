//! The envelope: an age v1 file (C2SP `age.md`), binary, never armoured.
//!
//! Two kinds and no third: to colleagues, with one `mlkem768x25519` stanza each, or to a passphrase,
//! with one `scrypt` stanza. age itself allows more, which is why a header is checked here, within
//! bounds, before the age crate sees it.

mod bech;
#[cfg(any(test, feature = "testing"))]
pub(super) mod fuzzing;
mod header;
mod hybrid;
mod open;
mod replay;
mod seal;
#[cfg(test)]
mod tests;

pub use header::{Envelope, HEADER_LIMIT, MAX_WORK_FACTOR};
pub use hybrid::{HybridIdentity, HybridRecipient, RECIPIENT_LEN};
pub use open::{EnvelopeKey, Opened, SealedEnvelope, begin};
pub(super) use seal::sealed_len;
pub use seal::{MAX_RECIPIENTS, SealWriter, WORK_FACTOR, seal_to_passphrase, seal_to_recipients};
