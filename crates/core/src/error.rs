//! A failure as an interface gets it: a code, and parameters that are safe to show.

use std::collections::BTreeMap;

use serde::Serialize;

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
    /// The disk does not have the space that is needed for a while; nothing changed.
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
    /// Recovery words that are sound, and of another vault or from before new ones were made.
    WrongRecoveryWords = "wrong_recovery_words", Key;
    /// Recovery words that are not words of the list, or not in their order.
    RecoveryWordsMistyped = "recovery_words_mistyped", Key;
    /// The bundle was made for somebody else.
    NotForUs = "not_for_us", Key;
    /// The vault's header.
    HeaderDamaged = "header_damaged", Damaged;
    /// The header is a sound one of this vault, and not the one that its database names.
    HeaderReplaced = "header_replaced", Damaged;
    /// The database is from before the header's key: an older one was put back.
    DatabaseOlder = "database_older", Damaged;
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
    /// What is to be written into a bundle or package is more than one may hold.
    ExportTooLarge = "export_too_large", Refused;
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
    /// It is not said which heads were looked at.
    HeadsMissing = "heads_missing", Usage;
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
    /// Nobody is named for whom it is.
    AudienceMissing = "audience_missing", Usage;
    /// Conditions of the consent that it relies on are not accepted.
    ConditionsOpen = "conditions_open", Refused;
    /// A decision is about words that are not in the text any more.
    DecisionOutdated = "decision_outdated", Refused;
    /// What is to be hidden would stand in the file.
    LeakFound = "leak_found", Refused;
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

/// What every use case returns.
pub type Outcome<T> = Result<T, Error>;

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use fieldnotes_format::exchange::{ExchangeError, Part};

    use super::*;
    use crate::session::error::SessionError;

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

    /// Nobody sent it, so it is not reported as a file that asks for too much.
    #[test]
    fn what_is_too_much_for_a_file_of_ours_is_reported_as_that() {
        let refused = ExchangeError::TooLargeToWrite(Part::Records);
        let error = Error::from(SessionError::from(refused));
        assert_eq!(error.code, Code::ExportTooLarge);
    }

    #[test]
    fn nothing_that_a_user_wrote_is_in_a_failure() {
        let wrong = fieldnotes_domain::records::parse(
            fieldnotes_domain::records::Kind::Note,
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
