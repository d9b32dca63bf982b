//! The vault's own identity.

use std::io::Write;
use std::path::Path;

use serde::Serialize;

use super::Outcome;
use super::outfile::OutFile;
use crate::session::Session;

/// Who this vault is to others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
pub struct Identity {
    /// Sixty digits in groups of five, to compare by voice.
    pub fingerprint: String,
    /// The line of text that colleagues add.
    pub identity: String,
}

/// Who this vault is.
pub fn show(session: &Session) -> Identity {
    Identity {
        fingerprint: session.identity().fingerprint().to_string(),
        identity: session.identity().public().to_string(),
    }
}

/// Writes the public identity to a new file.
pub fn export(session: &Session, out: &Path) -> Outcome<Identity> {
    let identity = show(session);
    let mut file = OutFile::create(out)?;
    writeln!(file, "{}", identity.identity)?;
    file.keep()?;
    Ok(identity)
}
