# What the terminal program says.

failure = Error: { $message }
failure-hint = { $hint }

prompt-passphrase = Passphrase:
prompt-new-passphrase = New passphrase:
prompt-again = Repeat passphrase:
prompt-recovery-words = Recovery words:
prompt-rekey = Also create a new key, with new recovery words? Old passphrases and recovery words cannot open what you write in future. Enter yes or no:
prompt-text = Type or paste the text. Then press Ctrl+D at the start of a line.
prompt-words-written = These words are not valid yet. Did you write them on paper? Enter yes or no:
answer-yes = yes y
answer-no = no n
prompt-bundle-passphrase = Bundle passphrase:
prompt-new-bundle-passphrase = New bundle passphrase:
prompt-review-passphrase = Review package passphrase:
prompt-new-review-passphrase = New review package passphrase:

# What was wrong before the core was asked. The rest stands in errors.ftl.
error-unknown-command = Unknown command “{ $argument }”.
    .hint = fieldnotes --help lists the commands.
error-missing-command = A command is missing.
    .hint = Add --help to see the commands.
error-unknown-option = Unknown option or argument “{ $argument }”.
    .hint = Add --help after the command to see its options.
error-missing-argument = Missing: { $argument }
    .hint = Add --help after the command to see its options.
error-invalid-argument = { $fault ->
        [empty] { $argument } is empty or has no value.
        [not_utf8] An argument is not UTF-8 text: “{ $value }”
       *[other] “{ $value }” is not a valid value for { $argument }.
    }
    .hint = { $fault ->
        [not_utf8] Set the terminal to UTF-8 and type it again. Only names of files and folders may use another encoding.
       *[other] Add --help after the command to see its options.
    }
error-conflicting-arguments = { $argument } cannot be used with { $other }.
    .hint = Leave one of them out.
error-usage = The command line cannot be understood.
    .hint = Add --help after the command to see its options.
error-no-vault-named = No vault specified.
    .hint = Name its folder with --vault, or set FIELDNOTES_VAULT.
error-no-passphrase = A passphrase is required, and there is no terminal to enter it.
    .hint = Name a file that contains it: see the options in --help that end in passphrase-file or recovery-file.
error-nothing-typed = Nothing was entered.
    .hint = Enter the passphrase, or name a file that contains it.
error-passphrases-differ = The passphrases do not match.
    .hint = Nothing was changed. Try again.
error-stdin-twice = Standard input can be used only once.
    .hint = Use - once, and files for the rest.
error-file-too-large = { $file } is too large for this purpose.
    .hint = Check that you chose the right file.
error-output-lost = The output could not be written in full.
    .hint = The command itself was carried out. Check the disk or the program that reads the output, and view the result with another command.
error-words-lost-unchanged = The new recovery words could not be displayed, so no new key was created.
    .hint = Try again at a terminal, or check the disk that the output goes to. Destroy any words that were printed: they are not valid. The old ones still are.
error-recovered-not-rekeyed = The vault opens with the new passphrase. No new key was created.
    .hint = The recovery words above are not valid; the ones that you entered still are. To create a new key, run fieldnotes vault rekey.
error-output-closed = Standard output is closed, and this command only prints.
    .hint = Nothing was changed. Run the command where its output is visible, or redirect the output to a file.
error-words-lost = The recovery words could not be displayed, so no vault was created.
    .hint = Create the vault at a terminal, or check the disk that the output goes to. Destroy any words that were printed.
error-demo-failed = The demonstration failed at the step “{ $step }”.
    .hint = This is an error in the program; please report it.

# Vault
vault-created =
    Vault created in { $folder }.
    Fingerprint: { $fingerprint }

    These are its recovery words. They open the vault if you forget the passphrase, and are shown only now.
    Write them on paper, and keep the paper away from this computer.

    { $words }
vault-status =
    Records:      { $records } ({ $revisions ->
        [one] 1 revision
       *[other] { $revisions } revisions
    })
    Conflicts:    { $conflicts }
    Drafts:       { $drafts }
    Attachments:  { $files } ({ $size })
    Colleagues:   { $colleagues }
    Fingerprint:  { $fingerprint }
vault-verified = Read: { $readable } of { $revisions ->
        [one] 1 revision
       *[other] { $revisions } revisions
    }, { $readable_files } of { $files ->
        [one] 1 attachment
       *[other] { $files } attachments
    }.
vault-damage = Damaged: { $part }
vault-damage-record = Damaged: { $part } (record { $record })
vault-damage-revision = Damaged: { $part } (record { $record }, revision { $revision })
vault-damage-table = Damaged: { $part }, in { $table }
vault-damage-advice = {"  "}→ { $advice }
vault-mended = Repaired: { $part }
vault-lost-exchanged = Lost: what { $name } has and what was sent to them. Your records will be sent to them again.
vault-lost-verified = Lost: that { $name } is verified. Verify the fingerprint again before you send.
vault-lost-colleagues = Lost: { $count ->
        [one] a colleague
       *[other] { $count } colleagues
    }. Run colleague list to see who is left, and add the others again.
vault-lost-journals = Lost: the contents list of { $count ->
        [one] an import
       *[other] { $count } imports
    }. These imports can no longer be undone; the records stay.
vault-lost-receipts = Lost: { $count ->
        [0] entries in the list of imported bundles
        [one] the entry of an imported bundle
       *[other] the entries of { $count } imported bundles
    }. The records stay. Such a bundle may have asked you not to pass a record on. Ask your colleagues to repeat this before you send.
vault-was-not-locked = The vault was not closed properly the last time, so bytes between its rows could not be checked. This is not damage.
vault-strangers = { $count ->
        [one] One file in the folder does
       *[other] { $count } files in the folder do
    } not belong to the vault. Nothing was changed.
vault-stranger = {"  "}{ $name }
vault-strangers-more = {"  "}and { $count } more
vault-unnamed-files = Sealed files that no record uses: { $count }. They may belong to a newer state of the vault. Nothing was changed.
vault-whole = No damage found.
vault-not-whole = Everything else that was read is intact. Before you repair anything, copy the whole folder to another disk.
vault-new-words =
    These are the new recovery words. They are shown only now, and replace the old ones as soon as the vault is encrypted again.
    Write them on paper, and keep the paper away from this computer. Then destroy the old paper.

    { $words }
vault-rekeyed = The vault is encrypted with a new key. It now opens with its passphrase and the new recovery words; old passphrases and recovery words cannot open what you write in future. Older copies and backups still open as before: destroy those that you do not need. Your identity is the same.
passphrase-perhaps-changed = Keep both the old and the new passphrase until you have opened the vault again: one of them opens it. No records are lost.
vault-not-rekeyed = The recovery words above are not valid; the old ones still are.
vault-perhaps-rekeyed = Keep the recovery words above and the old ones, and both passphrases if you chose a new one, until you have opened the vault again: one of them opens it. No records are lost.
warning-rekey-done = An interrupted change to a new key is now complete. The new recovery words are valid; the old ones no longer are. If you have not written the new ones down, run fieldnotes vault rekey to create others.
warning-rekey-not-done = A change to a new key was interrupted. Nothing was changed: the old recovery words are valid, and the ones shown are not. To create a new key, run fieldnotes vault rekey.
vault-recovered = The vault now opens with the new passphrase. The recovery words stay valid. If somebody else may know the old passphrase or has an old copy of the vault, run fieldnotes vault rekey to create a new key.
vault-recovered-first = The vault now opens with the new passphrase. Next, the program creates a new key. Until then, the recovery words that you entered stay valid.
passphrase-changed = The vault now opens with the new passphrase. If somebody else may know the old one or has an old copy of the vault, run fieldnotes vault rekey to create a new key. Old passphrases and recovery words cannot open what you write afterwards.
passphrase-offered = Suggested passphrase, randomly generated: { $words }
warning-test-kdf = Warning: a vault created with --test-kdf hardly protects its contents. Use it for tests only.
warning-test-vault = Warning: this is a test vault and hardly protects its contents.
warning-read-only = The vault is damaged and read-only.
warning-storage-read-only = The vault's disk or folder is write-protected, so the vault is read-only.
warning-not-closed = All saved changes are kept, but the vault could not be closed properly: { $reason } The next unlock completes it.
warning-network-open = Note: the kernel does not block network connections of this program here. It opens none, but nothing stops the libraries that it uses.
warning-swap = The system may write the keys to its swap space, because it does not allow locking memory.
warning-swap-plain = The system's swap space does not seem to be encrypted: what you read while the vault is open may stay on the disk. Turn swap off or encrypt it, and do not hibernate with the vault open.
warning-unknown-members = Kept unknown members: { $names }. Check the spelling.
warning-unknown-member-in-line = Kept an unknown member: { $name } (line { $line }{ $count ->
        [one] {""}
       *[other] {", "}{ $count } records
    }). Check the spelling.
warning-open-link = Line { $line } names a record that is not in this vault: { $id }
warning-open-links-more = More records that are not in this vault: { $count }
warning-weak-passphrase = Warning: this passphrase is easy to guess. Use at least six randomly generated words.

damage-header = the header
damage-header-replaced = the header (an older one, or not the one that belongs to the database)
damage-header-copy = the copy of the header
damage-database = the database (parts cannot be read)
damage-database-schema = the database (contains something that this program did not create)
damage-database-bytes = the database (bytes outside its rows)
damage-database-replaced = the database (an older one, or another copy)
damage-page-seal = the seal of the database file
damage-state = the state information (missing rows cannot be detected)
damage-rows = unreadable rows
damage-row = a row
damage-row-set = rows that were removed, added or replaced with older ones
damage-revision = a revision with an invalid signature
damage-body = the content of a revision
damage-content = the content of an attachment
damage-of-table = { $part } of { $table }

table-state = the state information
table-revisions = the revisions
table-bodies = the content of revisions
table-drafts = the drafts
table-own-identity = your own identity
table-colleagues = the colleagues
table-files = the list of attachments
table-receipts = the list of received bundles
table-unused-space = unused space

advice-repair = Your records are not lost. Repair it with fieldnotes vault repair.
vault-went-on-from-older = The vault now uses this older database. It does not contain what was saved later: ask your colleagues for full bundles (bundle export --full).
advice-replaced = Changes saved after this copy may be missing. Look for the newer vault.db in the file versions of a sync program, or in a backup. Restore it while the vault is locked. If there is none, fieldnotes vault repair --accept-older continues with this database; then ask your colleagues for full bundles (bundle export --full).
advice-header-replaced = An old passphrase or old recovery words open the vault with this header. With the newest passphrase, fieldnotes vault repair restores the newer header from its copy. If the copy is old too, look for the newer header in a backup. If there is none, fieldnotes vault repair --accept-older continues with this header; then change the passphrase.
advice-repair-later = Your records are not lost. Repair it with fieldnotes vault repair after all other damage is repaired.
advice-rebuild = Your records are not lost. fieldnotes vault repair rebuilds what it can read and reports what is lost.
advice-fetch-content = Receive a full bundle (bundle export --full) from a colleague who has the attachment, or restore the vault from a backup.
advice-move = Restore the vault from a backup. If there is none, create a new vault, send what is left to it with bundle export --read-damaged, and receive your colleagues' bundles.

# Records
kind-person = person
kind-testimony = testimony
kind-note = note
kind-place = place
kind-attachment = attachment
record-added = Saved as { $id }
record-saved = Saved as revision { $revision }
record-saved-merged = The record was changed in the meantime. Both changes are kept: record show { $id }
record-saved-in-conflict = The record was changed in the meantime, in the same field. Both versions are kept: conflict show { $id }
record-trashed = Deleted. The record is in the trash.
record-restored = Restored.
record-head = { $kind }  { $id }
record-unread = The newest revision ({ $revision }) cannot be read. This is the revision before it.
record-withdrawn = A colleague asked that this record not be passed on: consent was withdrawn, or it was kept for one vault. It is not sent.
record-in-trash = In the trash.
record-merged = Merged from { $sides } changes that do not overlap. The next save writes it as a revision, or fieldnotes conflict merge { $id } does.
record-in-conflict = { $id } is in conflict; fieldnotes conflict show { $id } shows both sides.
records-unchanged = Records that were already here, unchanged: { $count }
records-imported = { $count } { $count ->
        [one] record was
       *[other] records were
    } added.
list-line = { $id }  { $time }  { $kind }  { $title }
list-line-conflict = { $id }  { $time }  { $kind }  { $title }  (in conflict)
list-line-unreadable = { $id }  { $time }  { $kind }  (content missing or damaged)
list-empty = Nothing to list.
list-more = For more: --after { $cursor }
history-line = Revision { $revision }, saved { $time } by { $who }
history-not-held = (content not in this vault)
by-self = you
by-colleague = { $name }
by-colleague-unverified = { $name } (not verified)
by-unknown = unknown author
sender-retired = (retired { $time })
sender-key-changed = (key changed { $time })
sender-former-key = (with a former key)

# Attachments
attachment-added = Attached as { $id }
attachment-line = { $id }  { $size }  { $name }
attachment-line-not-held = { $id }  { $size }  { $name }  (content not in this vault)
attachment-saved = Saved unencrypted to { $file } ({ $size }).

# Search
search-hit =
    { $id }  { $kind }  { $title }
    {"    "}{ $snippet }
search-hit-near =
    { $id }  { $kind }  { $title }  (similar)
    {"    "}{ $snippet }
search-total = Found: { $total }, exact matches: { $exact }, shown: { $shown }
search-unclear = Ignored, because not understood: { $part }

# Identity and colleagues
identity-shown =
    Fingerprint: { $fingerprint }
    To give your identity to a colleague, run fieldnotes identity export --out FILE, or add --qr here.
identity-exported =
    Saved to { $file }. Give it to a colleague, then verify this fingerprint by telephone or in person:
    { $fingerprint }
colleague-added =
    Added { $name }. Compare this fingerprint with them by telephone or in person, then run
    fieldnotes colleague verify:
    { $fingerprint }
colleague-line = { $name }  (not verified)  { $fingerprint }
colleague-line-verified = { $name }  (verified { $time })  { $fingerprint }
colleague-looks-like = This name looks like { $name }. Rename one of the two.
colleague-verified = The fingerprint matches. { $name } is verified.
colleague-is-retired = Retired { $time }: you cannot send to them, and their bundles are refused unless you allow them.
colleague-key-changed = Key changed { $time }. Former fingerprint, verified: { $fingerprint }
colleague-key-changed-unverified = Key changed { $time }. Former fingerprint, never verified: { $fingerprint }
colleague-retired = { $name } was retired. You can no longer send to them. They keep what you sent before.
colleague-restored = { $name } was restored.
colleague-renamed = Renamed to { $name }.
colleague-has-new-key =
    { $name } has a new identity and is not verified. Compare this fingerprint with them by telephone or in person, then run
    fieldnotes colleague verify:
    { $fingerprint }
log-is-forked-self = Two copies of this vault were used: log { $device }, from entry { $from }. Both are kept. From now on, use only one copy.
log-is-forked-colleague = Two copies of the vault of { $name } were used: log { $device }, from entry { $from }. Both are kept. Ask { $name } which one is in use.
log-is-forked-unknown = Two copies of somebody's vault were used: log { $device }, from entry { $from }. Both are kept.
log-is-claimed = { $by ->
        [self] This vault's own identity
        [colleague] { $claimed-name }
       *[other] Somebody unknown
    } also claims device log { $device }. It stays { $who ->
        [self] this vault's own
        [colleague] with { $name }
       *[other] with nobody
    }, and authors are shown as before. Both have its key: call them and find out why.
device-renewed = This vault now uses a new device log: { $device }. Your colleagues' programs accept it automatically.
identity-qr = The code is { $columns } columns wide. If it is cut off, widen the terminal or reduce its font size, or save a picture with --qr-file. A camera may not read it on a light background.
colleagues-none = No colleagues yet.

# Bundles
bundle-written = Saved to { $file } ({ $size }). Records: { $records }, revisions: { $revisions }, attachments: { $files }.
bundle-unverified = Not verified: { $name }
bundle-left-out = Left out: { $id }, because { $reason }
bundle-left-out-with = Left out: { $id }, which belongs to { $owner }, because { $reason }
bundle-unreadable = An earlier revision of this record cannot be read and was sent without its content: { $id }
bundle-withdrawn = The recipients are asked not to pass this on: { $id }
bundle-not-noted = The file is complete, but the vault could not record that it was sent. The same contents will be sent again next time.
bundle-plan = To send: records { $records }, revisions { $revisions }, attachments { $files }; about { $size }.
bundle-plan-nothing = Nothing to send.
bundle-waiting = Not acknowledged by { $name } since { $time }: revisions { $revisions }, in bundles { $bundles }.
preview-file =
    From:       { $sender }, { $time }
    Sender:     { $fingerprint }
    Records:    { $records }
    Revisions:  { $revisions } ({ $new } new)
    Files:      { $files } ({ $size })
preview-meant-us = This bundle is for this vault.
preview-meant-passphrase = This bundle is for anyone with the passphrase.
preview-meant-others = This bundle is for somebody else, and was passed on. You cannot receive it. Ask the sender for a bundle with you as a recipient.
preview-token = To receive exactly this: --expect { $token }
preview-seen = You have received this bundle before.
preview-standing-older = Everything new in it is older than what this vault has.
preview-standing-known = This vault already has everything in it.
preview-count = { $state }: { $count }
preview-forked-self = Two copies of this vault were used: log { $device }, from entry { $from }. To receive both versions, add --accept-forked; nothing is lost.
preview-forked-colleague = Two copies of the vault of { $name } were used: log { $device }, from entry { $from }. Call { $name } and ask which one is in use. To receive both versions, add --accept-forked; nothing is lost.
preview-forked-unknown = Two copies of somebody's vault were used: log { $device }, from entry { $from }. Find out by telephone whose it is. To receive both versions, add --accept-forked; nothing is lost.
preview-state-conflict = In conflict
preview-state-merged = Merged with your changes
preview-state-withdrawn = Withdrawn
preview-state-waiting = Waiting for earlier revisions
preview-state-new = New
preview-state-changed = Changed
preview-state-older = Older than yours
preview-state-known = Already here
preview-record = { $state }  { $id }  { $title } ({ $size })
preview-record-files = { $state }  { $id }  { $title } ({ $size }), attachments: { $files } ({ $file-size })
preview-record-trashed = { $state }, in the trash  { $id }  { $title } ({ $size })
bundle-imported = From { $sender }. New revisions: { $new }, in records: { $records }, new attachments: { $files }.
bundle-imported-seen = From { $sender }, received before. New revisions: { $new }, in records: { $records }, new attachments: { $files }.
import-withdrawn = The sender asks that this not be passed on: { $id }. It will not be included in your bundles and review packages.
import-waiting = Revisions waiting for earlier ones that have not arrived yet: { $count }.
import-rolled-back = The bundle knows a later state of this vault: the vault was reset to an older state. If you did not do this, somebody had access to the laptop. Anything the bundle held of that state was recovered, and this vault now uses a new device log. Ask every colleague for a full bundle (bundle export --full), and receive these before you write more.
import-unheeded = A bundle from { $name } claims once more to know a later state of this vault than the vault itself. These claims are so frequent that this one was ignored. Call { $name }. If this vault was restored from a backup, start a new device log: identity renew-device.
import-partial = Only the selected records were received. You can receive the rest later from the same file.
import-undo-by = To undo this import: fieldnotes bundle undo { $id }
import-line = { $id }  { $time }  revisions: { $revisions }, attachments: { $files }
import-bundle = {"    "}from { $sender }: revisions { $revisions }, in records: { $records }
import-bundle-partial = {"    "}from { $sender }, in part: revisions { $revisions }, in records: { $records }
imports-none = No imports yet.
undo-built-on = {"    "}Cannot be undone: records changed afterwards ({ $count }): { $ids }
undo-draft = {"    "}Cannot be undone: records with unsaved drafts ({ $count }): { $ids }
undo-later-import = {"    "}Cannot be undone before these later imports, which brought part of the same contents ({ $count }): { $ids }
undo-too-old = {"    "}Cannot be undone: an earlier version of this program made this import.
import-undone = Import undone. Removed revisions: { $revisions }, removed records: { $gone }, records changed back: { $back }, removed attachments: { $files }.
plan-without-consent = No consent recorded, would be sent anyway: { $id }
export-without-consent = No consent recorded, sent anyway: { $id }
stays-vault = it never leaves this vault
stays-restricted = it is only sent when you select it
stays-withdrawn = consent was withdrawn
stays-refused = consent was refused
stays-expired = the consent has expired
stays-clock-behind = the consent has expired; the clock of this computer is behind the newest record in this vault
stays-not-covered = the consent does not cover this purpose
stays-not-recorded = no consent is recorded
stays-identity = the narrator does not want to be identified this way
stays-voice = the consent does not allow the voice to be used
stays-image = the consent does not allow pictures to be used
stays-not-understood = the consent cannot be read by this version
stays-withdrawn-by-colleague = a colleague asked that it not be passed on
stays-damaged = it is damaged and cannot be read

# Conflicts
conflict-line = { $id }  { $kind }  { $title }  ({ $sides } sides, differences to resolve: { $clashes })
merged-line = { $id }  { $kind }  { $title }  (merged from { $sides } sides)
merged-hint = The next save of a merged record writes it as a revision, or conflict merge does.
conflicts-none = No conflicts.
conflict-side = Side { $side }: revision { $revision }  { $time }  { $who }
clash-head = { $path }
clash-before = { "  " }before: { $value }
clash-side = { "  " }{ $side }: { $value }
clash-nothing = (nothing)
clash-trashed = (deleted)
clash-kept = (changed, and kept)
conflict-how = Resolve it with conflict resolve --heads { $heads } and --take PATH=SIDE, --both PATH, --write PATH=TEXT or --all-from SIDE.
conflict-all-merged = No differences to resolve; everything is merged.
conflict-taken = Merged:
taken-line = { "  " }{ $path } (side { $sides }): { $value }
merge-line = Saved { $id } as revision { $revision }.
merge-none = There is nothing merged to save.
conflict-resolved = Conflict resolved by revision { $revision }. Both sides stay in the history.

# Review packages
review-written = Saved to { $file } ({ $size }). Records: { $records }, attachments: { $files }.
review-head =
    Created { $time } by the owner of this fingerprint, with a valid signature:
    { $fingerprint }
    Records: { $count }, attachments: { $files }
review-record =
    { $kind }: { $title }
    Cite as: record { $id }, revision { $revision }, saved { $time }
review-unchecked = Uncertain replacements: { $doubtful }, places that look as if they identify somebody and were left in: { $suggested }. Look at them with review preview, and decide with --decisions.
review-plan-record = { $kind }: { $title } ({ $id }). Replaced: { $replaced }, uncertain: { $doubtful }, to check: { $suggested }
review-plan-leaks = {"    "}Something that must stay hidden would still be in it: { $count }
review-plan-stays = Held back: { $id }: { $reason }
review-plan-condition = Condition of { $id }: { $text }. To accept it: --accept { $key }
review-plan-refusal = { $id } was refused for: { $text }. If your audience is somebody else: --accept { $key }
review-plan-person = { $title } becomes { $instead }
review-plan-nobody = { $title } is left out
review-plan-files = Attachments included unchanged: { $count }. Check them yourself; the program cannot redact them.
review-preview-head = { $kind }: { $title }. Changed fields: { $count }
review-audience = { $name } (pseudonyms: { $people })
review-audiences-none = No review packages have been prepared yet.

# Files that left
custody-bundle = { $time }  bundle { $package } for { $to }, purpose { $purpose }, records: { $records }
custody-review = { $time }  review package { $package } for { $to }, purpose { $purpose }, records: { $records }
custody-unknown = { $time }  file { $package } for { $to }, purpose { $purpose }, records: { $records }
custody-to-passphrase = anyone with the passphrase
custody-none = Nothing has left this vault.
custody-unreadable = Log entries that cannot be read: { $count }. More files may have left.

# Long work
progress-rekey = Encrypting again
progress-verify = Checking
progress-import = Receiving
progress-undo = Undoing the import
progress-export = Saving
progress-read = Reading
progress-attach = Encrypting
progress-save = Saving
progress-index = Preparing the search

folder-none = No exchange folder is set.
folder-is = Exchange folder: { $path }
folder-is-gone = Exchange folder: { $path } (cannot be found)
folder-nothing = Nothing new.
folder-file-ready = Arrived: { $name } ({ $size }), { $sender }
folder-file-coming =
    { $missing ->
        [0] Still arriving: { $name } ({ $size })
       *[other] Still arriving: { $name } ({ $size }), { $left } to go
    }
folder-file-unknown-sender = Sender not a colleague: { $name } ({ $size }), { $sender }. To receive it, use bundle import.
folder-file-needs-passphrase = Protected by a passphrase: { $name } ({ $size }). To receive it, use bundle import.
folder-file-forbidden = Access denied: { $name } ({ $size }). Check its owner and permissions.
folder-file-partial = Received, except for what you left out: { $name } ({ $size }), { $sender }
folder-file-damaged = Damaged, or not a bundle: { $name } ({ $size })
folder-count-seen = Received before: { $count }
folder-count-copy = Duplicates: { $count }
folder-count-own = Saved by this vault: { $count }
folder-count-not-for-us = For somebody else: { $count }
folder-more = Too many files; not checked: { $count }
folder-due = To send: records: { $records }, colleagues: { $people }. Send them with folder put.
folder-due-thanks = Acknowledgements to send: { $people ->
        [one] 1 colleague
       *[other] { $people } colleagues
    }.
folder-due-nothing = Nothing to send.
folder-unverified = Not verified, so nothing is sent to them automatically: { $name }
folder-refused = Not received: { $name }. { $why }
folder-nothing-ready = No complete bundles have arrived.
folder-put = Sent to { $people } ({ $size }). Records: { $records }, revisions: { $revisions }, attachments: { $files }.
