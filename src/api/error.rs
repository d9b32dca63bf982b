//! What an interface is told when something fails: a code, and parameters that are safe to show.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::exchange::ExchangeError;
use crate::exchange::identity::QrFault;
use crate::progress::Cancelled;
use crate::records::{RecordError, RecordFault};
use crate::search::IndexFault;
use crate::session::SessionError;
use crate::store::StoreError;
use crate::vault::fault::{FileFault, SystemFault, Why};
use crate::vault::{VaultError, WordsFault};

/// How a program ends, by the class of a failure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Exit {
    /// Anything that is none of the others.
    Other = 1,
    /// The request itself is wrong.
    Usage = 2,
    /// Wrong passphrase or key.
    Key = 3,
    /// Damaged or tampered with.
    Damaged = 4,
    /// A rule forbids it.
    Refused = 5,
    /// The vault is in use.
    InUse = 6,
    /// No such thing.
    NotFound = 7,
}

/// What sizes are told in.
const MEBIBYTE: u64 = 1 << 20;

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $text:literal, $exit:ident;)*) => {
        /// Why something failed. The names are stable: interfaces branch on them.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/", rename_all = "snake_case"))]
        pub enum Code {
            $($(#[$doc])* $name,)*
        }

        impl Code {
            /// All codes, for checking that each has its wording.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// The stable name.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $text,)* }
            }

            /// Its class.
            pub const fn exit(self) -> Exit {
                match self { $(Self::$name => Exit::$exit,)* }
            }
        }
    };
}

codes! {
    /// The operation was cancelled; nothing changed.
    Cancelled = "cancelled", Other;
    /// The disk is full.
    DiskFull = "disk_full", Other;
    /// The disk has not the room that is needed for a while; nothing changed.
    NoRoom = "no_room", Other;
    /// The system refused to read or write.
    Io = "io", Other;
    /// The system does not let this user read or write the file.
    FileForbidden = "file_forbidden", Other;
    /// The disk or the folder cannot be written to.
    StorageReadOnly = "storage_read_only", Other;
    /// More files are open than the system allows.
    TooManyOpenFiles = "too_many_open_files", Other;
    /// A path that is longer than paths may be.
    PathTooLong = "path_too_long", Other;
    /// The disk itself could not be read or written.
    DiskFault = "disk_fault", Other;
    /// The vault's folder was removed, or another one has its name.
    VaultGone = "vault_gone", Other;
    /// The database was removed or exchanged while the vault was open.
    VaultReplaced = "vault_replaced", Other;
    /// Something that should not happen.
    Internal = "internal", Other;
    /// Not enough memory for the key derivation.
    OutOfMemory = "out_of_memory", Other;
    /// An id that is not a UUID, or a revision that is not 8 to 64 hexadecimal digits.
    IdInvalid = "id_invalid", Usage;
    /// No such kind of record.
    KindUnknown = "kind_unknown", Usage;
    /// Not JSON.
    JsonInvalid = "json_invalid", Usage;
    /// JSON that is no record of this kind.
    RecordInvalid = "record_invalid", Usage;
    /// Text in another encoding than UTF-8.
    EncodingUnknown = "encoding_unknown", Usage;
    /// A changed document that does not say which revision it was made from.
    BaseMissing = "base_missing", Usage;
    /// A date that is no date.
    DateInvalid = "date_invalid", Usage;
    /// A record larger than records may be.
    RecordTooLarge = "record_too_large", Usage;
    /// A cursor that no list gave out.
    CursorInvalid = "cursor_invalid", Usage;
    /// A passphrase of no characters.
    PassphraseEmpty = "passphrase_empty", Usage;
    /// A new passphrase with signs that cannot be seen, and so not typed again.
    PassphraseUnprintable = "passphrase_unprintable", Usage;
    /// A file that should hold text in UTF-8.
    NotUtf8 = "not_utf8", Usage;
    /// A file that should hold one line.
    SeveralLines = "several_lines", Usage;
    /// A choice for a conflict that names no clash or no head, or cannot be had there.
    ChoiceInvalid = "choice_invalid", Usage;
    /// A text that is no public identity.
    IdentityInvalid = "identity_invalid", Usage;
    /// A text that is no fingerprint.
    FingerprintInvalid = "fingerprint_invalid", Usage;
    /// A name that is empty or used.
    NameInvalid = "name_invalid", Usage;
    /// Not a picture in a format that is read or written here.
    PictureInvalid = "picture_invalid", Usage;
    /// A picture of more bytes or pixels than are looked at.
    PictureTooLarge = "picture_too_large", Usage;
    /// No QR code in a picture.
    QrNotFound = "qr_not_found", Usage;
    /// The QR codes of several identities in a picture.
    QrSeveral = "qr_several", Usage;
    /// A QR code that holds no identity.
    QrNotIdentity = "qr_not_identity", Usage;
    /// A folder where a file is wanted.
    IsAFolder = "is_a_folder", Usage;
    /// A link, a pipe or a device where a regular file is wanted.
    NotAFile = "not_a_file", Usage;
    /// The bundle opens with a passphrase, and none was given.
    PassphraseNeeded = "passphrase_needed", Usage;
    /// Neither passphrase opens anything.
    WrongPassphrase = "wrong_passphrase", Key;
    /// Recovery words that are not words of the list, or not in their order.
    RecoveryWordsMistyped = "recovery_words_mistyped", Key;
    /// The bundle was made for somebody else.
    NotForUs = "not_for_us", Key;
    /// The vault's header.
    HeaderDamaged = "header_damaged", Damaged;
    /// The header is a sound one of this vault, and not the one that its database names.
    HeaderReplaced = "header_replaced", Damaged;
    /// The header asks for a key derivation that no honest program asks for.
    KdfOutOfBounds = "kdf_out_of_bounds", Damaged;
    /// Parts of the vault.
    VaultDamaged = "vault_damaged", Damaged;
    /// One revision of a record.
    RevisionDamaged = "revision_damaged", Damaged;
    /// The content of an attachment.
    ContentDamaged = "content_damaged", Damaged;
    /// Made by a later version of this program.
    FormatTooNew = "format_too_new", Damaged;
    /// Not a bundle.
    NotABundle = "not_a_bundle", Damaged;
    /// Not a review package.
    NotAReview = "not_a_review", Damaged;
    /// A bundle or package that is damaged, cut short or altered.
    BundleDamaged = "bundle_damaged", Damaged;
    /// A bundle or package whose signature does not hold.
    SignatureInvalid = "signature_invalid", Damaged;
    /// A bundle or package beyond all bounds.
    BundleTooLarge = "bundle_too_large", Damaged;
    /// Two entries at one place of a log: a vault was copied or restored.
    LogForked = "log_forked", Damaged;
    /// Encrypted in a way that this program does not trust.
    ForeignRecipients = "foreign_recipients", Damaged;
    /// More belongs together than the vault can keep in one piece.
    TooLargeToKeep = "too_large_to_keep", Refused;
    /// The folder holds something already.
    FolderNotEmpty = "folder_not_empty", Refused;
    /// A link, a folder, a device, or a file with a second name in the place of a file of the vault.
    VaultFileForeign = "vault_file_foreign", Refused;
    /// No vault is unlocked, and no package open: it was locked while somebody still asked.
    Locked = "locked", Refused;
    /// The window's page names a file or folder that nobody chose for this, or whose choice ended.
    NotGranted = "not_granted", Refused;
    /// A file is another than the one that was looked at. What was accepted for that one does not hold for it.
    BundleNotAsSeen = "bundle_not_as_seen", Refused;
    /// The vault is open for reading only.
    ReadOnly = "read_only", Refused;
    /// The record has several heads that disagree; settle the conflict first.
    RecordInConflict = "record_in_conflict", Refused;
    /// The record has one head; there is nothing to settle.
    NoConflict = "no_conflict", Refused;
    /// Nothing was chosen for some of the clashes.
    ClashesOpen = "clashes_open", Refused;
    /// Other heads have come since they were looked at.
    HeadsChanged = "heads_changed", Refused;
    /// The record lies in the trash.
    RecordInTrash = "record_in_trash", Refused;
    /// The record does not lie in the trash.
    RecordNotInTrash = "record_not_in_trash", Refused;
    /// A record of that id is here already and says something else.
    RecordExists = "record_exists", Refused;
    /// A refusal or a withdrawal of consent would be gone.
    RefusalDropped = "refusal_dropped", Refused;
    /// An attachment is made of a file, not of a document.
    AttachmentNeedsFile = "attachment_needs_file", Refused;
    /// The narrator's consent does not allow it.
    ConsentRefused = "consent_refused", Refused;
    /// The record never leaves this vault.
    Confidential = "confidential", Refused;
    /// Nothing is left that may go.
    NothingToExport = "nothing_to_export", Refused;
    /// The recipients have everything that may go, or it is on its way to them.
    NothingNew = "nothing_new", Refused;
    /// The sender is not among the colleagues.
    SenderUnknown = "sender_unknown", Refused;
    /// The sender is a colleague who was retired.
    SenderRetired = "sender_retired", Refused;
    /// The sender signs with an identity that another one took the place of.
    SenderKeyReplaced = "sender_key_replaced", Refused;
    /// Nothing goes to a colleague who was retired.
    ColleagueRetired = "colleague_retired", Refused;
    /// There is a colleague whose name looks the same.
    NameAlike = "name_alike", Refused;
    /// There is a colleague of that name, with another key.
    ColleagueKeyDiffers = "colleague_key_differs", Refused;
    /// The identity is one that a colleague had before.
    ColleagueKeyReplaced = "colleague_key_replaced", Refused;
    /// The fingerprint is another one.
    FingerprintMismatch = "fingerprint_mismatch", Refused;
    /// That identity is a colleague already, or is our own.
    ColleagueKnown = "colleague_known", Refused;
    /// Something was built on what the import brought.
    ImportBuiltOn = "import_built_on", Refused;
    /// Not a folder, or one that cannot be the exchange folder: the vault's own, one in it, or one around it.
    FolderUnsuitable = "folder_unsuitable", Refused;
    /// Nothing can be written to the exchange folder.
    FolderNotWritable = "folder_not_writable", Refused;
    /// A file in the exchange folder cannot be taken in.
    FileNotReady = "file_not_ready", Refused;
    /// The file to be written is there already.
    FileExists = "file_exists", Refused;
    /// Another program has the vault open.
    VaultInUse = "vault_in_use", InUse;
    /// There is no vault in the folder.
    VaultNotFound = "vault_not_found", NotFound;
    /// No such record.
    RecordNotFound = "record_not_found", NotFound;
    /// No such revision of that record.
    RevisionNotFound = "revision_not_found", NotFound;
    /// The body of the revision was not sent to this vault.
    BodyNotHeld = "body_not_held", NotFound;
    /// The content of the attachment was not sent to this vault.
    ContentNotHeld = "content_not_held", NotFound;
    /// No such colleague.
    ColleagueNotFound = "colleague_not_found", NotFound;
    /// No such import, or it was undone.
    ImportNotFound = "import_not_found", NotFound;
    /// No exchange folder was chosen.
    FolderNotSet = "folder_not_set", NotFound;
    /// The exchange folder is not there: the stick is not in, or the server is away.
    FolderGone = "folder_gone", NotFound;
    /// No such draft.
    DraftNotFound = "draft_not_found", NotFound;
    /// There is no folder for the file to be written.
    FolderMissing = "folder_missing", NotFound;
    /// No such file.
    FileNotFound = "file_not_found", NotFound;
}

impl Serialize for Code {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

/// A failure: a code and what belongs into its wording. Holds nothing that a user wrote into a record; names of
/// colleagues may stand in it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", .code.as_str())]
pub struct Error {
    /// Why.
    pub code: Code,
    /// Where and how: `field`, `line`, `record`, `part`, `pid`, `name`, ….
    pub params: BTreeMap<&'static str, String>,
}

impl Error {
    /// A failure.
    pub fn new(code: Code) -> Self {
        Self {
            code,
            params: BTreeMap::new(),
        }
    }

    /// With a parameter.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.params.insert(name, value.to_string());
        self
    }
}

impl From<Code> for Error {
    fn from(code: Code) -> Self {
        Self::new(code)
    }
}

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
            VaultError::KdfOutOfBounds => Self::new(Code::KdfOutOfBounds),
            VaultError::WrongPassphrase => Self::new(Code::WrongPassphrase),
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
            StoreError::RowDamaged(table) => format!("row of {}", super::verify::table_name(table)),
            StoreError::StateDamaged => "state".to_owned(),
            StoreError::OtherEpoch => return Self::new(Code::HeaderReplaced),
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
                let parts: Vec<String> = damage.iter().map(super::verify::part_name).collect();
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
            SessionError::BuiltOn(why) => super::bundle::built_on(&why),
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

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn names_are_unique_and_their_types_for_the_window_are_the_same() {
        use ts_rs::TS;
        let names: BTreeSet<&str> = Code::ALL.iter().map(|code| code.as_str()).collect();
        assert_eq!(names.len(), Code::ALL.len());
        let generated = Code::inline(&ts_rs::Config::default());
        let typed: BTreeSet<String> = generated
            .split('|')
            .map(|name| name.trim().trim_matches('"').to_owned())
            .collect();
        assert_eq!(
            typed.iter().map(String::as_str).collect::<BTreeSet<_>>(),
            names
        );
    }

    #[test]
    fn nothing_that_a_user_wrote_is_in_a_failure() {
        let wrong = crate::records::parse(
            crate::records::Kind::Note,
            r#"{"date":"비밀","text":"비밀"}"#.as_bytes(),
        );
        let error = Error::from(wrong.expect_err("no date"));
        assert_eq!(
            (error.code, error.params.get("field").map(String::as_str)),
            (Code::DateInvalid, Some("date"))
        );
        assert!(!format!("{error:?} {error}").contains("비밀"));
    }
}
