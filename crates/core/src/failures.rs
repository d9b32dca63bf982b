//! What each layer below fails with, as a code.

use crate::error::{Code, Error};
use crate::session::error::SessionError;
use crate::vault::verify::VaultTable;
use fieldnotes_domain::records::{RecordError, RecordFault};
use fieldnotes_format::exchange::ExchangeError;
use fieldnotes_format::exchange::identity::QrFault;
use fieldnotes_format::progress::Cancelled;
use fieldnotes_format::vault::fault::{FileFault, SystemFault, Why};
use fieldnotes_format::vault::{VaultError, WordsFault};
use fieldnotes_store::search::IndexFault;
use fieldnotes_store::store::StoreError;

/// What sizes are reported in.
const MEBIBYTE: u64 = 1 << 20;

impl From<Cancelled> for Error {
    fn from(_: Cancelled) -> Self {
        Self::new(Code::Cancelled)
    }
}

/// The one place where what the system says becomes a code. None of these is damage.
impl From<&std::io::Error> for Error {
    fn from(error: &std::io::Error) -> Self {
        let fault = FileFault::of(error);
        let why = fault.map(|fault| &fault.why);
        let out = match (why, SystemFault::of(error)) {
            (Some(Why::Foreign(what)), _) => {
                Self::new(Code::VaultFileForeign).with("what", what.as_str())
            }
            (Some(Why::Gone), _) => Self::new(Code::VaultGone),
            (Some(Why::Replaced), _) => Self::new(Code::VaultReplaced),
            (_, SystemFault::Full) => Self::new(Code::DiskFull),
            (_, SystemFault::Forbidden) => Self::new(Code::FileForbidden),
            (_, SystemFault::ReadOnly) => Self::new(Code::StorageReadOnly),
            (_, SystemFault::TooManyOpenFiles) => Self::new(Code::TooManyOpenFiles),
            (_, SystemFault::PathTooLong) => Self::new(Code::PathTooLong),
            (_, SystemFault::Missing) => Self::new(Code::FileNotFound),
            (_, SystemFault::NoFolder) => Self::new(Code::FolderMissing),
            (_, SystemFault::Disk) => Self::new(Code::DiskFault),
            (_, SystemFault::Other) => Self::new(Code::Io).with("reason", reason(error.kind())),
        };
        match fault {
            Some(fault) => out.with("file", fault.file.display()),
            None => out,
        }
    }
}

impl From<std::io::Error> for Error {
    fn from(error: std::io::Error) -> Self {
        Self::from(&error)
    }
}

/// The name of a kind in snake case, such as `not_a_directory`: the system's own words are English.
fn reason(kind: std::io::ErrorKind) -> String {
    let mut name = String::new();
    for c in format!("{kind:?}").chars() {
        if c.is_ascii_uppercase() && !name.is_empty() {
            name.push('_');
        }
        name.push(c.to_ascii_lowercase());
    }
    name
}

impl From<RecordError> for Error {
    fn from(error: RecordError) -> Self {
        let code = match error.code {
            RecordFault::InvalidJson => Code::JsonInvalid,
            RecordFault::InvalidDate => Code::DateInvalid,
            RecordFault::TooLarge => Code::RecordTooLarge,
            RecordFault::NotUtf8 => Code::EncodingUnknown,
            _ => Code::RecordInvalid,
        };
        let mut out = Self::new(code)
            .with("field", &error.path)
            .with("fault", error.code.as_str());
        if let Some(expected) = error.expected {
            out = out.with("expected", expected);
        }
        if let Some(line) = error.line {
            out = out.with("line", line);
        }
        if let Some(column) = error.column {
            out = out.with("column", column);
        }
        out
    }
}

impl From<VaultError> for Error {
    fn from(error: VaultError) -> Self {
        match error {
            VaultError::NotAVault => Self::new(Code::VaultNotFound),
            VaultError::FolderNotEmpty => Self::new(Code::FolderNotEmpty),
            VaultError::InUse { pid } => Self::new(Code::VaultInUse).with(
                "pid",
                pid.map_or_else(|| "?".to_owned(), |pid| pid.to_string()),
            ),
            VaultError::FormatTooNew => Self::new(Code::FormatTooNew),
            VaultError::HeaderDamaged | VaultError::HeaderAltered => Self::new(Code::HeaderDamaged),
            VaultError::HeaderReplaced => Self::new(Code::HeaderReplaced),
            VaultError::DatabaseOlder => Self::new(Code::DatabaseOlder),
            VaultError::KdfOutOfBounds => Self::new(Code::KdfOutOfBounds),
            VaultError::WrongPassphrase => Self::new(Code::WrongPassphrase),
            VaultError::WrongRecoveryWords => Self::new(Code::WrongRecoveryWords),
            VaultError::RecoveryWordsMistyped(fault) => fault.into(),
            VaultError::PassphraseEmpty => Self::new(Code::PassphraseEmpty),
            VaultError::PassphraseUnprintable => Self::new(Code::PassphraseUnprintable),
            VaultError::OutOfMemory => Self::new(Code::OutOfMemory),
            VaultError::FileDamaged => Self::new(Code::ContentDamaged),
            VaultError::Io(error) => error.into(),
            VaultError::Cancelled(error) => error.into(),
        }
    }
}

impl From<WordsFault> for Error {
    /// Where the words are wrong: `count` of those that were typed, `fault`, and in `words` the places of those that no list
    /// has with what they may be. Never what was typed.
    fn from(fault: WordsFault) -> Self {
        const ALL: usize = 24;
        let kind = match (fault.count, fault.unknown.is_empty()) {
            (_, false) => "unknown",
            (count, true) if count < ALL => "missing",
            (count, true) if count > ALL => "extra",
            _ => "checksum",
        };
        let place = |(place, similar): &(usize, Vec<String>)| match similar.as_slice() {
            [] => place.to_string(),
            similar => format!("{place} ({}?)", similar.join(", ")),
        };
        let error = Self::new(Code::RecoveryWordsMistyped)
            .with("fault", kind)
            .with("count", fault.count);
        if fault.unknown.is_empty() {
            return error;
        }
        let places: Vec<String> = fault.unknown.iter().map(place).collect();
        error.with("words", places.join("; "))
    }
}

impl From<StoreError> for Error {
    fn from(error: StoreError) -> Self {
        let part = match error {
            StoreError::Missing | StoreError::FileDamaged => "database".to_owned(),
            StoreError::RowDamaged(table) => {
                format!("row of {}", VaultTable::from(table).as_str())
            }
            StoreError::SchemaForeign => "database_schema".to_owned(),
            StoreError::StateDamaged => "state".to_owned(),
            StoreError::OtherKeys { .. } => return Self::new(Code::HeaderReplaced),
            StoreError::TooNew => return Self::new(Code::FormatTooNew),
            StoreError::ReadOnly => return Self::new(Code::ReadOnly),
            StoreError::DiskFull => return Self::new(Code::DiskFull),
            StoreError::RowTooLarge(_) => return Self::new(Code::TooLargeToKeep),
            StoreError::InUse => return Self::new(Code::VaultInUse).with("pid", "?"),
            StoreError::Sqlite(_) | StoreError::IdTaken | StoreError::RowUnreadable(_) => {
                return Self::new(Code::Internal).with("part", "database");
            }
            StoreError::Io(error) => return error.into(),
        };
        Self::new(Code::VaultDamaged).with("part", part)
    }
}

impl From<ExchangeError> for Error {
    fn from(error: ExchangeError) -> Self {
        match error {
            ExchangeError::NotAnEnvelope | ExchangeError::WrongContent => {
                Self::new(Code::NotABundle)
            }
            ExchangeError::FormatTooNew => Self::new(Code::FormatTooNew),
            ExchangeError::ForeignRecipients => Self::new(Code::ForeignRecipients),
            ExchangeError::NeedsPassphrase => Self::new(Code::PassphraseNeeded),
            ExchangeError::WrongPassphrase => Self::new(Code::WrongPassphrase),
            ExchangeError::PassphraseEmpty => Self::new(Code::PassphraseEmpty),
            ExchangeError::PassphraseUnprintable => Self::new(Code::PassphraseUnprintable),
            ExchangeError::NotForUs | ExchangeError::NeedsIdentity => Self::new(Code::NotForUs),
            ExchangeError::Damaged(part)
            | ExchangeError::Malformed(part)
            | ExchangeError::Altered(part) => Self::new(Code::BundleDamaged).with("part", part),
            ExchangeError::SignatureInvalid(part) => {
                Self::new(Code::SignatureInvalid).with("part", part)
            }
            ExchangeError::TooLarge(part) => Self::new(Code::BundleTooLarge).with("part", part),
            ExchangeError::TooLargeToWrite(part) => {
                Self::new(Code::ExportTooLarge).with("part", part)
            }
            ExchangeError::TooMuchWork(_) => {
                Self::new(Code::BundleTooLarge).with("part", "envelope")
            }
            ExchangeError::DuplicateEntry | ExchangeError::BrokenChain => {
                Self::new(Code::BundleDamaged).with("part", "entries")
            }
            ExchangeError::Fork => Self::new(Code::LogForked),
            ExchangeError::BadIdentity => Self::new(Code::IdentityInvalid),
            ExchangeError::UnknownSender => Self::new(Code::SenderUnknown),
            ExchangeError::NoRecipient => Self::new(Code::NothingToExport),
            ExchangeError::SourceMismatch(part) => Self::new(Code::VaultDamaged).with("part", part),
            ExchangeError::Cancelled(error) => error.into(),
            ExchangeError::Owner(_) => Self::new(Code::Internal),
            ExchangeError::Io(error) => error.into(),
        }
    }
}

impl From<QrFault> for Error {
    fn from(fault: QrFault) -> Self {
        Self::new(match fault {
            QrFault::NotAPicture => Code::PictureInvalid,
            QrFault::TooLarge => Code::PictureTooLarge,
            QrFault::NoCode => Code::QrNotFound,
            QrFault::Several => Code::QrSeveral,
            QrFault::NotAnIdentity => Code::QrNotIdentity,
        })
    }
}

impl From<SessionError> for Error {
    fn from(error: SessionError) -> Self {
        match error {
            SessionError::Vault(error) => error.into(),
            SessionError::Store(error) => error.into(),
            SessionError::Exchange(error) => error.into(),
            SessionError::Record(error) => error.into(),
            SessionError::Entry(_) => Self::new(Code::Internal).with("part", "entry"),
            SessionError::Damaged(damage) => {
                let parts: Vec<String> =
                    damage.iter().map(crate::vault::verify::part_name).collect();
                Self::new(Code::VaultDamaged).with("part", parts.join(", "))
            }
            SessionError::NoSuchRecord => Self::new(Code::RecordNotFound),
            SessionError::NoSuchRevision => Self::new(Code::RevisionNotFound),
            SessionError::BodyNotHeld(revision) => {
                Self::new(Code::BodyNotHeld).with("revision", revision)
            }
            SessionError::BodyDamaged { record, revision } => Self::new(Code::RevisionDamaged)
                .with("record", record)
                .with("revision", revision),
            SessionError::NoSuchImport => Self::new(Code::ImportNotFound),
            SessionError::BuiltOn(why) => crate::receive::built_on(&why),
            SessionError::Leak { record, count } => Self::new(Code::LeakFound)
                .with("record", record)
                .with("count", count),
            SessionError::DecisionOutdated { record, count } => Self::new(Code::DecisionOutdated)
                .with("record", record)
                .with("count", count),
            SessionError::ContentNotHeld => Self::new(Code::ContentNotHeld),
            SessionError::NoRoom { needed, free } => Self::new(Code::NoRoom)
                .with("needed", needed.div_ceil(MEBIBYTE).to_string())
                .with("free", (free / MEBIBYTE).to_string()),
            SessionError::NotAsSeen => Self::new(Code::BundleNotAsSeen),
            SessionError::Forked {
                device,
                place,
                is_own,
                owner,
            } => {
                let whose = match (is_own, &owner) {
                    (true, _) => "own",
                    (false, Some(_)) => "colleague",
                    (false, None) => "unknown",
                };
                let error = Self::new(Code::LogForked)
                    .with("whose", whose)
                    .with("device", device)
                    .with("place", place);
                match owner {
                    Some(name) => error.with("name", name),
                    None => error,
                }
            }
            SessionError::SenderRetired(name) => Self::new(Code::SenderRetired).with("name", name),
            SessionError::SenderKeyReplaced(name) => {
                Self::new(Code::SenderKeyReplaced).with("name", name)
            }
            SessionError::Index(IndexFault::Io(error)) => error.into(),
            SessionError::Index(IndexFault::Damaged) => {
                Self::new(Code::Internal).with("part", "index")
            }
            SessionError::Cancelled(error) => error.into(),
            SessionError::Io(error) => error.into(),
        }
    }
}
