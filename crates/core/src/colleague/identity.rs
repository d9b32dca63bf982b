//! The vault's own identity.

use std::io::Write;
use std::path::Path;

use serde::Serialize;

use crate::colleague::fork::{self, ForkedLog};
use crate::error::{Code, Error, Outcome};
use crate::outside::outfile::{OutFile, Readers};
use crate::session::Session;

pub use fieldnotes_format::exchange::identity::QrCode;

/// Who this vault is to others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
pub struct Identity {
    /// Sixty digits in groups of five, to compare by voice.
    pub fingerprint: String,
    /// The line of text that colleagues add.
    pub identity: String,
    /// The device log that this vault writes: 64 hexadecimal digits.
    pub device: String,
    /// Logs that it wrote before, and those that copies of it write.
    pub earlier_devices: u64,
    /// Those of its logs that two copies of this vault have written.
    pub forked: Vec<ForkedLog>,
}

/// The identity's line as a QR code, to be drawn dark on white.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
pub struct IdentityQr {
    /// Modules of a side, the light ones around it included: the view box of the path.
    pub side: u64,
    /// The dark modules, as the `d` of an SVG path.
    pub path: String,
}

/// Who this vault is.
pub fn show(session: &Session) -> Identity {
    let own: Vec<_> = session.earlier_devices().collect();
    let device = session.device();
    Identity {
        fingerprint: session.identity().fingerprint().to_string(),
        identity: session.identity().public().to_string(),
        device: device.to_string(),
        earlier_devices: own.len() as u64,
        forked: fork::among(session, |log| *log == device || own.contains(log)),
    }
}

/// Writes the public identity to a new file.
pub fn export(session: &Session, out: &Path) -> Outcome<Identity> {
    let identity = show(session);
    let mut file = create(session, out)?;
    writeln!(file, "{}", identity.identity)?;
    file.keep()?;
    Ok(identity)
}

/// The code of the identity's line.
pub fn qr_code(session: &Session) -> QrCode {
    QrCode::of(session.identity().public())
}

/// The same as data.
pub fn qr(session: &Session) -> IdentityQr {
    let code = qr_code(session);
    IdentityQr {
        side: code.side() as u64,
        path: code.path(),
    }
}

/// Writes the code to a new picture: SVG or PNG, as the name of the file ends.
pub fn export_qr(session: &Session, out: &Path) -> Outcome<Identity> {
    let ending = out.extension().and_then(|ending| ending.to_str());
    let code = qr_code(session);
    let bytes = match ending.map(str::to_ascii_lowercase).as_deref() {
        Some("svg") => code.svg().into_bytes(),
        Some("png") => code.png(),
        _ => return Err(Error::new(Code::PictureInvalid)),
    };
    let mut file = create(session, out)?;
    file.write_all(&bytes)?;
    file.keep()?;
    Ok(show(session))
}

fn create(session: &Session, out: &Path) -> Outcome<OutFile> {
    OutFile::create(out, Readers::AsFolder, &*session.environment().random)
}

/// From now on this vault writes another device log. To be done after a vault was put back from a backup, or where a
/// copy of it may be in use: what two copies write into one log is refused by everybody.
pub fn renew_device(session: &mut Session) -> Outcome<Identity> {
    session.begin_new_log()?;
    Ok(show(session))
}
