//! What the manifests of bundles and review packages have in common: they are checked in two steps, so
//! that little is parsed before the signature is known to hold.

use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::identity::PublicIdentity;
use super::{ExchangeError, FileItem, Part};

/// Bytes of a manifest.
pub(super) const MAX_MANIFEST: u64 = 16 * 1_024 * 1_024;
/// Files in one archive.
pub(super) const MAX_FILES: usize = 100_000;

const MALFORMED: ExchangeError = ExchangeError::Malformed(Part::Manifest);

#[derive(Deserialize)]
struct Head {
    format: String,
    // A review package calls the sender so.
    #[serde(alias = "exporter")]
    sender: String,
}

/// Checks format and signature, and only then parses the rest. `format` is the name of ours with its
/// number, `domain` what the signature is for.
pub(super) fn verified<M: DeserializeOwned>(
    json: &[u8],
    signature: &[u8],
    format: &str,
    domain: &str,
) -> Result<M, ExchangeError> {
    let head: Head = serde_json::from_slice(json).map_err(|_| MALFORMED)?;
    if head.format != format {
        return Err(other_format(&head.format, format));
    }
    let invalid = ExchangeError::SignatureInvalid(Part::Manifest);
    let Ok(sender) = head.sender.parse::<PublicIdentity>() else {
        return Err(invalid);
    };
    let signature = <&[u8; 64]>::try_from(signature).map_err(|_| MALFORMED)?;
    if !sender.key().verifies(domain, json, signature) {
        return Err(invalid);
    }
    serde_json::from_slice(json).map_err(|_| MALFORMED)
}

/// What a format that is not ours means: a later one of the same kind, or another kind of thing.
fn other_format(found: &str, ours: &str) -> ExchangeError {
    let kind = |format: &str| format.rsplit_once('/').map(|(kind, _)| kind.to_owned());
    let number = found
        .rsplit_once('/')
        .and_then(|(_, number)| number.parse::<u32>().ok());
    match number {
        Some(2..) if kind(found) == kind(ours) => ExchangeError::FormatTooNew,
        _ => ExchangeError::WrongContent,
    }
}

/// The limits and the order of a list of files.
pub(super) fn check_files(files: &[FileItem]) -> Result<(), ExchangeError> {
    if files.len() > MAX_FILES {
        return Err(ExchangeError::TooLarge(Part::Files));
    }
    // Ascending without two alike, so that one set of files has one spelling.
    if !files.is_sorted_by(|a, b| a.sha256 < b.sha256) {
        return Err(MALFORMED);
    }
    Ok(())
}
