# What the terminal program says.

failure = Error: { $message }
failure-hint = { $hint }

prompt-passphrase = Passphrase:
prompt-new-passphrase = New passphrase:
prompt-again = The same again:
prompt-recovery-words = Recovery words:
prompt-rekey = Make a new key as well, with new recovery words? Nothing from before opens what you write from then on. Type yes or no:
prompt-text = Type or paste the text. Then press Ctrl+D at the beginning of a line.
prompt-words-written = These words are not valid yet. Are they on paper? Type yes or no:
answer-yes = yes y
answer-no = no n
prompt-bundle-passphrase = Passphrase of the bundle:
prompt-new-bundle-passphrase = Passphrase for the bundle:
prompt-review-passphrase = Passphrase of the review package:
prompt-new-review-passphrase = Passphrase for the review package:

# What was wrong before the core was asked. The rest stands in errors.ftl.
error-unknown-command = There is no command “{ $argument }”.
    .hint = fieldnotes --help lists the commands.
error-missing-command = A command is missing.
    .hint = Add --help to see which there are.
error-unknown-option = “{ $argument }” is not known here.
    .hint = Add --help after the command to see what it takes.
error-missing-argument = Something is missing: { $argument }
    .hint = Add --help after the command to see what it takes.
error-invalid-argument = { $fault ->
        [empty] { $argument } is empty or has no value.
        [not_utf8] An argument is not UTF-8 text: “{ $value }”
       *[other] { $argument } cannot be “{ $value }”.
    }
    .hint = { $fault ->
        [not_utf8] Set the terminal to UTF-8 and type it again. Only names of files and folders may be in another encoding.
       *[other] Add --help after the command to see what it takes.
    }
error-conflicting-arguments = { $argument } cannot stand beside { $other }.
    .hint = Leave one of them out.
error-usage = The command line cannot be understood.
    .hint = Add --help after the command to see what it takes.
error-no-vault-named = No vault was named.
    .hint = Name its folder with --vault, or set FIELDNOTES_VAULT.
error-no-passphrase = A passphrase is needed, and there is no terminal to ask for it.
    .hint = Name a file that holds it: see the options that end in passphrase-file or recovery-file in --help.
error-nothing-typed = Nothing was typed.
    .hint = Type the passphrase, or name a file that holds it.
error-passphrases-differ = The two passphrases are not the same.
    .hint = Try again; nothing was changed.
error-stdin-twice = Standard input can be read for one thing only.
    .hint = Use - once, and files for the rest.
error-file-too-large = { $file } is too large for what it should be.
    .hint = Check that it is the right file.
error-output-lost = The output could not be written in full.
    .hint = The command itself was carried out. Check the disk or the program that reads the output; show what was changed with another command.
error-words-lost-unchanged = The new recovery words could not be written out, so no new key was made.
    .hint = Try again at a terminal, or check the disk that the output goes to. Throw away what was printed of the words: they are not valid, and the old ones still are.
error-recovered-not-rekeyed = The vault opens with the new passphrase. No new key was made.
    .hint = The recovery words above are not valid; those that you typed still are. To make a new key: fieldnotes vault rekey.
error-output-closed = Standard output is closed, and this command does nothing but print.
    .hint = Run it where its output can be read, or let it write to a file. Nothing was changed.
error-words-lost = The recovery words could not be written out, so no vault was made.
    .hint = Create the vault on a terminal, or check the disk that the output goes to. If part of the words was printed, throw it away.
error-demo-failed = The demonstration did not come out as it must, at the step “{ $step }”.
    .hint = This is an error in the program; please report it.

# Vault
vault-created =
    The vault is made in { $folder }.
    Fingerprint: { $fingerprint }

    These are its recovery words. They open the vault when the passphrase is lost, and are shown only now.
    Write them on paper, and keep the paper apart from this computer.

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
vault-mended = Mended: { $part }
vault-lost-exchanged = Lost: what { $name } is known to hold, and what is on its way to them. Your records go to them again.
vault-lost-verified = Lost: that the fingerprint of { $name } was compared. Compare it again before you send.
vault-lost-colleagues = Lost: { $count ->
        [one] a colleague
       *[other] { $count } colleagues
    }. See colleague list for those who are left, and add the others again.
vault-lost-journals = Lost: what { $count ->
        [one] an import
       *[other] { $count } imports
    } brought. Such an import cannot be undone any more; the records stay.
vault-lost-receipts = Lost: { $count ->
        [0] entries in the list of imported bundles
        [one] the entry of an imported bundle
       *[other] the entries of { $count } imported bundles
    }. The records stay. If a colleague told you by such a bundle that a record may go no further, ask them to tell you again before you send.
vault-was-not-locked = The vault was not closed in order the last time, so bytes between its rows could not be compared. That is no damage.
vault-strangers = { $count ->
        [one] One file in the folder does
       *[other] { $count } files in the folder do
    } not belong to the vault. It is left as it is.
vault-stranger = {"  "}{ $name }
vault-strangers-more = {"  "}and { $count } more
vault-unnamed-files = Sealed files that nothing in the vault names: { $count }. They may belong to a newer state of it, and are left as they are.
vault-whole = Nothing is damaged.
vault-not-whole = Everything else that was read is whole. Before you do anything about it, copy the whole folder to another disk.
vault-new-words =
    These are the new recovery words. They are shown only now, and replace the old ones as soon as everything is sealed again.
    Write them on paper, keep the paper apart from this computer, and destroy the old one then.

    { $words }
vault-rekeyed = Everything is sealed again. From now on the vault opens with its passphrase and the new recovery words; whatever opened it before opens nothing that is written from now on. Copies and backups from before still open as they did: destroy those that you do not need. Your identity is the same as before.
passphrase-perhaps-changed = Keep the old passphrase and the new one until the vault has been opened again: one or the other opens it, and nothing in it is lost.
vault-not-rekeyed = The recovery words above are not valid; the old ones still are.
vault-perhaps-rekeyed = Keep the recovery words above and the old ones, and both passphrases if you chose a new one, until the vault has been opened again: one or the other opens it, and nothing in it is lost.
warning-rekey-done = Making a new key was interrupted, and is finished now. The new recovery words are valid, the old ones no longer are. If you have not written the new ones down: fieldnotes vault rekey makes others.
warning-rekey-not-done = Making a new key was interrupted. Nothing was changed: the old recovery words are valid, and those that were shown are not. To make a new key: fieldnotes vault rekey.
vault-recovered = The vault opens with the new passphrase now. The recovery words stay valid. Where somebody else may know the old passphrase, or has an old copy of the vault: fieldnotes vault rekey makes a new key.
vault-recovered-first = The vault opens with the new passphrase now. A new key comes next; until it is made, the recovery words that you typed stay valid.
passphrase-changed = The vault opens with the new passphrase now. Where somebody else may know the old one, or has an old copy of the vault: fieldnotes vault rekey makes a new key, so that nothing from before opens what you write from now on.
passphrase-offered = A good passphrase, made by chance, if you like it: { $words }
warning-test-kdf = Warning: --test-kdf makes a vault that hardly protects what is in it. Use it for tests only.
warning-test-vault = Warning: this vault was made for tests and hardly protects what is in it.
warning-read-only = The vault is open for reading only, because it is damaged.
warning-storage-read-only = The vault's disk or folder cannot be written to, so the vault is open for reading only.
warning-not-closed = Everything that was saved is kept, but the vault could not be closed in order: { $reason } The next unlock makes up for it.
warning-network-open = Note: the kernel does not refuse network connections to this program here. It opens none, but the libraries that it uses are not held back.
warning-swap = The system may write the keys to its swap file, because locked memory is not allowed here.
warning-swap-plain = The system's swap is not encrypted, as far as can be seen: what you read while the vault is open may stay on the disk. Turn swap off or encrypt it, and do not hibernate with the vault open.
warning-unknown-members = Kept, but not known: { $names }. A slip?
warning-unknown-member-in-line = Kept, but not known: { $name } (line { $line }{ $count ->
        [one] {""}
       *[other] {", "}{ $count } records
    }). A slip?
warning-open-link = Line { $line } names a record that is not in this vault: { $id }
warning-open-links-more = Further records that are not in this vault: { $count }
warning-weak-passphrase = Warning: this passphrase would be guessed. Take six or more words chosen by chance.

damage-header = the header
damage-header-replaced = the header, which is an older one, or another than the database names
damage-header-copy = the copy of the header
damage-database = the database, which cannot be read in all its parts
damage-database-schema = the database, in which something stands that this program did not make
damage-database-bytes = bytes of the database outside of its rows
damage-database-replaced = the database, which is an older one or another copy
damage-page-seal = the seal over the database file
damage-state = the state, so that missing rows cannot be told
damage-rows = rows that do not open
damage-row = a row
damage-row-set = rows that were removed, added or put back in an older form
damage-revision = a revision whose signature does not hold
damage-body = what a revision says
damage-content = the content of an attachment
damage-of-table = { $part } of { $table }

table-state = the state
table-revisions = the revisions
table-bodies = what revisions say
table-drafts = the drafts
table-own-identity = your own identity
table-colleagues = the colleagues
table-files = the list of attachments
table-receipts = the list of bundles that were taken in
table-unused-space = space that held nothing

advice-repair = Nothing that you wrote is lost: fieldnotes vault repair mends it.
vault-went-on-from-older = The vault goes on with this older database. What was saved since is not in it: ask your colleagues for full bundles (bundle export --full).
advice-replaced = What was saved since may be missing. Look for the newer vault.db: in the versions that a synchronising program keeps, or in a backup. Put it back while the vault is locked. Where there is none, fieldnotes vault repair --accept-older goes on with the database as it is; then ask your colleagues for full bundles (bundle export --full).
advice-header-replaced = An old passphrase or old recovery words open the vault by it. With the newest passphrase, fieldnotes vault repair puts the newer header back from its copy. Where the copy is an older one too, look for the newer header in a backup. Where there is none, fieldnotes vault repair --accept-older goes on with the header as it is; change the passphrase then.
advice-repair-later = Nothing that you wrote is lost by this. fieldnotes vault repair mends it once everything else is whole.
advice-rebuild = Nothing that you wrote is lost: fieldnotes vault repair rebuilds it, as far as it can be read, and says what it could not keep.
advice-fetch-content = Take in a full bundle (bundle export --full) of a colleague who has the attachment; that mends it. Else put the vault back from a backup.
advice-move = Put the vault back from a backup. Where there is none, make a new vault, move what is left into it with bundle export --read-damaged, and take in the bundles of colleagues.

# Records
kind-person = person
kind-testimony = testimony
kind-note = note
kind-place = place
kind-attachment = attachment
record-added = Saved as { $id }
record-saved = Saved as revision { $revision }
record-saved-merged = The record was changed since. Both changes are kept; show it with record show { $id }
record-saved-in-conflict = The record was changed since, in the same place. Both versions are kept: conflict show { $id }
record-trashed = It lies in the trash now.
record-restored = It is out of the trash.
record-head = { $kind }  { $id }
record-unread = The newest revision ({ $revision }) cannot be read here. This is the one before it.
record-withdrawn = A colleague said that it may go no further: the narrator withdrew it, or it was kept for one vault. It does not go out.
record-in-trash = It lies in the trash.
record-merged = Joined from { $sides } changes that do not touch each other; written when somebody saves it, or by fieldnotes conflict merge { $id }.
record-in-conflict = { $id } was changed on two sides; fieldnotes conflict show { $id } shows both.
records-unchanged = Left out because they are already here and say the same: { $count }
records-imported = { $count } { $count ->
        [one] record was
       *[other] records were
    } added.
list-line = { $id }  { $time }  { $kind }  { $title }
list-line-conflict = { $id }  { $time }  { $kind }  { $title }  (in conflict)
list-line-unreadable = { $id }  { $time }  { $kind }  (its content is not held here, or damaged)
list-empty = There is nothing here.
list-more = More: --after { $cursor }
history-line = Revision { $revision }, saved { $time } by { $who }
history-not-held = (what it says was not sent to this vault)
by-self = you
by-colleague = { $name }
by-colleague-unverified = { $name } (fingerprint never compared)
by-unknown = somebody unknown
sender-retired = (retired { $time })
sender-key-changed = (key changed { $time })
sender-former-key = (with a key that was replaced)

# Attachments
attachment-added = Attached as { $id }
attachment-line = { $id }  { $size }  { $name }
attachment-line-not-held = { $id }  { $size }  { $name }  (its content is not held here)
attachment-saved = Written in clear to { $file } ({ $size }).

# Search
search-hit =
    { $id }  { $kind }  { $title }
    {"    "}{ $snippet }
search-hit-near =
    { $id }  { $kind }  { $title }  (similar)
    {"    "}{ $snippet }
search-total = Found: { $total }, of these to the letter: { $exact }, shown: { $shown }
search-unclear = Not understood, and left out: { $part }

# Identity and colleagues
identity-shown =
    Fingerprint: { $fingerprint }
    To give your identity to a colleague: fieldnotes identity export --out FILE, or --qr here.
identity-exported =
    Written to { $file }. Give it to a colleague, then compare this fingerprint by voice:
    { $fingerprint }
colleague-added =
    { $name } is a colleague now. Compare this fingerprint by voice, then say so with
    fieldnotes colleague verify:
    { $fingerprint }
colleague-line = { $name }  (fingerprint never compared)  { $fingerprint }
colleague-line-verified = { $name }  (fingerprint compared { $time })  { $fingerprint }
colleague-looks-like = The name looks like that of { $name }: rename one of the two.
colleague-verified = The fingerprint of { $name } is right.
colleague-is-retired = Retired { $time }: nothing goes to them, and what they send is taken in only when asked for.
colleague-key-changed = Key changed { $time }. Before, compared: { $fingerprint }
colleague-key-changed-unverified = Key changed { $time }. Before, never compared: { $fingerprint }
colleague-retired = { $name } is retired. Nothing goes to them from now on. What they have already, they keep.
colleague-restored = { $name } is a colleague again.
colleague-renamed = The colleague is called { $name } now.
colleague-has-new-key =
    { $name } has another identity now, and counts as never compared. Compare this fingerprint by voice, then say so with
    fieldnotes colleague verify:
    { $fingerprint }
log-is-forked-self = Two copies of this vault were written to: log { $device }, from entry { $from } on. Both are kept. Write in one of the copies only.
log-is-forked-colleague = Two copies of the vault of { $name } were written to: log { $device }, from entry { $from } on. Both are kept. Ask { $name } which one is in use.
log-is-forked-unknown = Two copies of somebody's vault were written to: log { $device }, from entry { $from } on. Both are kept.
log-is-claimed = { $by ->
        [self] This vault's own identity
        [colleague] { $claimed-name }
       *[other] Somebody unknown
    } also says that device log { $device } is theirs. It stays { $who ->
        [self] this vault's own
        [colleague] with { $name }
       *[other] with nobody
    }, and who wrote what is shown as before. Both have its key: ask them by telephone how that came about.
device-renewed = This vault writes a new device log from now on: { $device }. Colleagues need not be told; their programs take it in.
identity-qr = The code is { $columns } columns wide. Where it is cut off, make the terminal wider or its letters smaller, or write a picture with --qr-file. On a light background a camera may not read it.
colleagues-none = There are no colleagues yet.

# Bundles
bundle-written = Written to { $file } ({ $size }). Records: { $records }, revisions: { $revisions }, attachments: { $files }.
bundle-unverified = The fingerprint of { $name } was never compared.
bundle-left-out = Stayed behind: { $id }, because { $reason }
bundle-left-out-with = Stayed behind: { $id }, which belongs to { $owner }, because { $reason }
bundle-unreadable = An earlier revision of this record cannot be read and went without its words: { $id }
bundle-withdrawn-told = They are told that it may go no further: { $id }
bundle-not-noted = The file is whole, but it could not be noted that it went. What is in it will go once more.
bundle-plan = Would go: records { $records }, revisions { $revisions }, attachments { $files }; about { $size }.
bundle-plan-nothing = Nothing would go.
bundle-waiting = Not acknowledged by { $name } since { $time }: revisions { $revisions }, in bundles { $bundles }.
preview-file =
    From:       { $sender }, { $time }
    Sender:     { $fingerprint }
    Records:    { $records }
    Revisions:  { $revisions } ({ $new } new)
    Files:      { $files } ({ $size })
preview-meant-us = Meant for this vault by name.
preview-meant-passphrase = For whoever knows the passphrase.
preview-meant-others = Meant for others: somebody passed it on. It cannot be taken in. Ask the sender for a bundle for you.
preview-token = To take in this and nothing else: --expect { $token }
preview-seen = This bundle was taken in before.
preview-standing-older = What is new in it is older than what this vault holds.
preview-standing-known = This vault holds all of it already.
preview-count = { $state }: { $count }
preview-forked-self = Two copies of this vault were written to: log { $device }, from entry { $from } on. An import refuses this until you say --accept-forked; nothing is lost by that.
preview-forked-colleague = Two copies of the vault of { $name } were written to: log { $device }, from entry { $from } on. Ask { $name } by voice which one is in use. An import refuses this until you say --accept-forked; nothing is lost by that.
preview-forked-unknown = Two copies of somebody's vault were written to: log { $device }, from entry { $from } on. Find out by voice whose it is. An import refuses this until you say --accept-forked; nothing is lost by that.
preview-state-conflict = In conflict
preview-state-merged = Goes together with yours
preview-state-withdrawn = Consent withdrawn
preview-state-waiting = Waits for what is missing
preview-state-new = New
preview-state-changed = Changed
preview-state-older = Only older states
preview-state-known = Known
preview-record = { $state }  { $id }  { $title } ({ $size })
preview-record-files = { $state }  { $id }  { $title } ({ $size }), attachments: { $files } ({ $file-size })
preview-record-trashed = { $state }, in the trash  { $id }  { $title } ({ $size })
bundle-imported = From { $sender }. New revisions: { $new }, in records: { $records }, new attachments: { $files }.
bundle-imported-seen = From { $sender }, taken in before. New revisions: { $new }, in records: { $records }, new attachments: { $files }.
import-withdrawn = The sender says that it may go no further: { $id }. It will not go into your bundles and packages.
import-waiting = Revisions that wait for earlier ones, which have not come yet: { $count }.
import-rolled-back = The bundle knew more of this vault than the vault itself: this vault was put back to an older state. If that was not you, somebody else had the laptop. What the bundle held of it, if anything, is back, and a new device log is written from now on. Ask all colleagues for a full bundle (bundle export --full), and take these in before you go on writing.
import-unheeded = { $name } says once more that they hold more of this vault than the vault itself. This was said so often that nothing is done about it any more. Ask { $name } by telephone. If this vault was put back from a backup, begin a new device log: identity renew-device.
import-partial = Not everything was chosen. The rest can be taken in later from the same file.
import-undo-by = To take this back: fieldnotes bundle undo { $id }
import-line = { $id }  { $time }  revisions: { $revisions }, attachments: { $files }
import-bundle = {"    "}from { $sender }: revisions { $revisions }, in records: { $records }
import-bundle-partial = {"    "}from { $sender }, in part: revisions { $revisions }, in records: { $records }
imports-none = Nothing was taken in yet.
undo-built-on = {"    "}Cannot be undone: records changed since ({ $count }): { $ids }
undo-draft = {"    "}Cannot be undone: drafts of these records are not saved yet ({ $count }): { $ids }
undo-later-import = {"    "}Cannot be undone before these later imports, which brought part of it as well ({ $count }): { $ids }
undo-too-old = {"    "}Cannot be undone: it was taken in by an earlier version of this program.
import-undone = Undone. Revisions taken back: { $revisions }, records gone: { $gone }, records as they were before: { $back }, attachments gone: { $files }.
plan-without-consent = Nothing is written down about consent in { $id }; it would go all the same.
export-without-consent = Nothing is written down about consent in { $id }; it went all the same.
stays-vault = it never leaves this vault
stays-restricted = it goes only when it is chosen by itself
stays-withdrawn = the narrator withdrew consent
stays-refused = the narrator refused
stays-expired = the consent has expired
stays-clock-behind = the consent has expired; the clock of this computer is behind the newest record of this vault
stays-not-covered = the consent does not cover this use
stays-not-understood = the consent cannot be read by this version
stays-withdrawn-by-colleague = a colleague said that it may go no further
stays-damaged = it is damaged and cannot be read

# Conflicts
conflict-line = { $id }  { $kind }  { $title }  ({ $sides } sides, to settle: { $clashes })
merged-line = { $id }  { $kind }  { $title }  (merged from { $sides } sides)
merged-hint = What is merged is written when somebody saves it, or by conflict merge.
conflicts-none = There are no conflicts.
conflict-side = Side { $side }: revision { $revision }  { $time }  { $who }
clash-head = { $path }
clash-before = { "  " }before: { $value }
clash-side = { "  " }{ $side }: { $value }
clash-nothing = (nothing)
clash-trashed = (thrown away)
clash-kept = (changed, and kept)
conflict-how = Settle it with conflict resolve --heads { $heads } and --take PATH=SIDE, --both PATH, --write PATH=TEXT or --all-from SIDE.
conflict-all-merged = Nothing clashes; all of it is merged.
conflict-taken = Merged:
taken-line = { "  " }{ $path } (side { $sides }): { $value }
merge-line = { $id } was written as revision { $revision }.
merge-none = There is nothing merged to write.
conflict-resolved = Settled by revision { $revision }. Both sides stay in the history.

# Review packages
review-written = Written to { $file } ({ $size }). Records: { $records }, attachments: { $files }.
review-head =
    Made { $time } by the holder of this fingerprint, whose signature holds:
    { $fingerprint }
    Records: { $count }, attachments: { $files }
review-record =
    { $kind }: { $title }
    Cite as: record { $id }, revision { $revision }, saved { $time }

# Long work
progress-rekey = Sealing again
progress-verify = Checking
progress-import = Taking in
progress-undo = Taking back
progress-export = Writing
progress-read = Reading
progress-attach = Sealing
progress-save = Writing
progress-index = Preparing the search

folder-none = No exchange folder was chosen.
folder-is = Exchange folder: { $path }
folder-is-gone = Exchange folder: { $path }. It is not there now.
folder-nothing = Nothing new lies there.
folder-file-ready = Ready: { $name } ({ $size }), { $sender }
folder-file-coming =
    { $missing ->
        [0] Still coming: { $name } ({ $size })
       *[other] Still coming: { $name } ({ $size }), { $left } to go
    }
folder-file-unknown-sender = From nobody who is a colleague: { $name } ({ $size }), { $sender }. To take it in, use bundle import.
folder-file-needs-passphrase = Opens with a passphrase: { $name } ({ $size }). To take it in, use bundle import.
folder-file-forbidden = May not be read: { $name } ({ $size }). Check who owns it and who may read it.
folder-file-partial = Taken in but for what you left out: { $name } ({ $size }), { $sender }
folder-file-damaged = Damaged, or not a bundle: { $name } ({ $size })
folder-count-seen = Taken in before: { $count }
folder-count-copy = The same once more: { $count }
folder-count-own = Put there by this vault: { $count }
folder-count-not-for-us = For others: { $count }
folder-more = Too many files; not looked at: { $count }
folder-due = Due: records: { $records }, colleagues: { $people }. Put them out with folder put.
folder-due-thanks = Due to { $people ->
        [one] 1 colleague
       *[other] { $people } colleagues
    }: the word that what they sent has arrived.
folder-due-nothing = Nothing is due.
folder-unverified = Nothing goes to { $name } of itself: the fingerprint was never compared.
folder-refused = Not taken in: { $name }. { $why }
folder-nothing-ready = Nothing is ready.
folder-put = Put out for { $people } ({ $size }). Records: { $records }, revisions: { $revisions }, attachments: { $files }.
