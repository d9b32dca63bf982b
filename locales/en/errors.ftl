# What the core could not do: what happened, and what to do. One text for each code.

error-cancelled = It was cancelled. Nothing was changed.
    .hint = Start it again when you like.
error-disk-full = The disk is full.
    .hint = Free some space and try again.
error-no-room = The disk has too little room for this: { $needed } MiB are needed for a while, and { $free } MiB are free. No new key was made.
    .hint = Free some space and try again.
error-storage-read-only = { $file ->
        [none] The disk or the folder cannot be written to.
       *[other] The disk or the folder cannot be written to: { $file }
    }
    .hint = Remove the write protection, or copy the folder to a disk that can be written to. Reading works as it is.
error-too-many-open-files = The system allows no more open files{ $file ->
        [none] .
       *[other] {": "}{ $file }
    }
    .hint = Close other programs, or raise the limit (ulimit -n), and try again.
error-path-too-long = The path is too long{ $file ->
        [none] .
       *[other] {": "}{ $file }
    }
    .hint = Choose a folder with a shorter path.
error-disk-fault = The disk could not be read or written{ $file ->
        [none] .
       *[other] {": "}{ $file }
    }
    .hint = Check that the drive is plugged in. Copy everything to another disk before you go on; this one may be failing.
error-vault-gone = The vault's folder is gone, or another one has its name{ $file ->
        [none] .
       *[other] {": "}{ $file }
    }
    .hint = Plug the drive in again, or put the folder back, and unlock the vault again. What was not saved yet is not saved.
error-vault-replaced = The database was removed or exchanged by another program while the vault was open{ $file ->
        [none] .
       *[other] {": "}{ $file }
    }
    .hint = Nothing more is saved. Copy what you typed, lock the vault, and keep synchronising programs away from its folder. Then fieldnotes vault verify says what is there.
error-io = The system refused to read or write{ $reason ->
        [none] .
        [not_a_directory] : part of the path is a file, not a folder.
        [invalid_filename] : the name is too long or not allowed there.
        [read_only_filesystem] : the disk or stick is read-only.
        [permission_denied] : access is not allowed.
        [filesystem_loop] : links in the path lead in a circle.
        [file_too_large] : the file is too large for this disk.
        [quota_exceeded] : your share of the disk is used up.
        [broken_pipe] : nobody reads what is written.
        [timed_out] : the disk or server did not answer.
       *[other] .
    }
    .hint = Check the disk or the stick and try again.
error-internal = Something happened that should not happen{ $part ->
        [none] .
        [database] , in the database.
        [entry] , in a revision.
        [index] , in the search.
       *[other] .
    }
    .hint = Nothing was saved. Please report it.
error-out-of-memory = There is not enough memory to work the passphrase.
    .hint = Close other programs and try again.
error-id-invalid = This is not an id.
    .hint = Copy it from a list; a record's id looks like 3d9f7c1e-8f5b-4a0e-9a59-0c2f4f6f2a11. A revision has 64 digits and letters, of which the first 8 are enough.
error-kind-unknown = { $line ->
        [none] {""}
       *[other] Line { $line }:{" "}
    }There is no such kind of record.
    .hint = Kinds are person, testimony, note and place.
error-json-invalid = This is not JSON{ $line ->
        [none] {""}
       *[other] {", line "}{ $line }
    }{ $column ->
        [none] {""}
       *[other] {", column "}{ $column }
    }.
    .hint = Correct that place and try again. Nothing was saved.
error-record-invalid = { $line ->
        [none] {""}
       *[other] Line { $line }:{" "}
    }{ $field ->
        [none] The document
       *[other] “{ $field }”
    }{" "}{ $fault ->
        [wrong_shape] must be of another shape
        [duplicate_id] has an id that stands twice
        [wrong_kind] is of another kind
        [misnamed] is written differently: look for spaces, capitals, invisible characters, letters of another script, or a typing error in the name
        [too_deep] is nested too deeply
        [inexact_number] has a number with more digits than can be kept: write it as a text, between quotation marks
        [wrong_record] says that this is another record
       *[other] has a value that cannot be
    }{ $expected ->
        [none] .
        [text] {": "}text.
        [boolean] {": "}true or false.
        [list] {": "}a list.
        [object] {": "}an object in braces.
        [id] {": "}an id.
        [number] {": "}a number.
        [integer] {": "}a whole number.
        [date] {": "}a date.
        [amount] {": "}an amount, such as 1500 or 12.50.
        [latitude] {": "}a latitude from -90 to 90.
        [longitude] {": "}a longitude from -180 to 180.
        [sha256] {": "}a SHA-256 hash, 64 digits and letters.
       *[other] .
    }
    .hint = Correct that field and try again. fieldnotes record template shows what a record looks like.
error-encoding-unknown = { $line ->
        [none] {""}
       *[other] Line { $line }:{" "}
    }The text is not UTF-8{ $expected ->
        [utf_16] . It looks like UTF-16 (“Unicode” in Windows programs).
        [cp949] . It looks like CP949, the Korean encoding of Windows (EUC-KR).
       *[other] .
    }
    .hint = { $expected ->
        [utf_16] Save it as UTF-8, in Excel as “CSV UTF-8”, or convert it: iconv -f UTF-16 -t UTF-8 FILE > NEW-FILE. Nothing was saved.
        [cp949] Save it as UTF-8, in Excel as “CSV UTF-8”, or convert it: iconv -f CP949 -t UTF-8 FILE > NEW-FILE. Nothing was saved.
       *[other] Save it as UTF-8 and try again. Nothing was saved.
    }
error-base-missing = The document does not say which revision it was made from.
    .hint = Start from the output of record show --json, or name the revision with --base. The newest is { $revision }. With --replace, the document replaces what the record says now.
error-date-invalid = { $line ->
        [none] {""}
       *[other] Line { $line }:{" "}
    }“{ $field }” is not a date.
    .hint = Write dates like 1998, 1998-03, 1998-03-21, 1998?, 1998~ or 1997/1999.
error-record-too-large = { $line ->
        [none] {""}
       *[other] Line { $line }:{" "}
    }The record is larger than a record may be.
    .hint = Keep long material as an attachment.
error-cursor-invalid = The list cannot go on from there.
    .hint = Take the cursor that the list before ended with.
error-passphrase-empty = The passphrase is empty.
    .hint = Take six or more words chosen by chance.
error-passphrase-unprintable = The passphrase contains characters that cannot be seen, such as tabs or zero-width spaces.
    .hint = Type it with letters, digits, signs and spaces only. Otherwise nobody can type it again from paper.
error-not-utf8 = { $file ->
        [none] The text is not in UTF-8
       *[other] { $file } is not UTF-8 text
    }{ $encoding ->
        [utf16] ; it is in UTF-16.
        [cp949] ; it seems to be in the Korean encoding CP949 (EUC-KR).
       *[other] .
    }
    .hint = Open it in an editor and save it as UTF-8.{ $encoding ->
        [utf16] {" "}On Linux: iconv -f UTF-16 -t UTF-8 OLD > NEW
        [cp949] {" "}On Linux: iconv -f CP949 -t UTF-8 OLD > NEW
       *[other] {""}
    }
error-several-lines = { $file ->
        [none] The text has several lines, and one was expected.
       *[other] { $file } has several lines, and one was expected.
    }
    .hint = Keep only the line with the passphrase in it.
error-choice-invalid = { $fault ->
        [no_such_clash] { $field } is no place that clashes.
        [no_head] Revision { $revision } is no side of this conflict.
        [no_side] There is no side { $side }: the conflict has { $count } sides.
        [twice] { $field } is chosen twice.
       *[other] That cannot be chosen for { $field }.
    }
    .hint = See the places, and what can be chosen, with conflict show.
error-identity-invalid = { $fault ->
        [altered] The identity is not complete: letters of it are missing or changed.
        [several] The text holds the identities of several people.
       *[other] This is not the identity of a colleague.
    }
    .hint = { $fault ->
        [altered] Copy all of it, or ask for the file that identity export writes.
        [several] Leave only the one that you want in it.
       *[other] Ask them for the file that identity export writes.
    }
error-fingerprint-invalid = This is not a fingerprint.
    .hint = A fingerprint is 60 digits.
error-name-invalid = The name is empty, taken, or longer than 200 characters.
    .hint = Choose another name.
error-name-alike = There is a colleague whose name looks the same: { $name }
    .hint = Choose a name that nobody can take for the other. If you did not expect this, ask the person who gave you the identity.
error-picture-invalid = This is not a picture in a format that is understood here.
    .hint = A picture that is read is PNG or JPEG; one that is written is named .svg or .png.
error-picture-too-large = The picture is too large to be looked at.
    .hint = Take a screenshot, or make it smaller than 64 million pixels and 32 MiB.
error-qr-not-found = No QR code can be read in this picture.
    .hint = Photograph the code straight on, sharp and large, so that it fills the picture; or ask for the identity as a file.
error-qr-several = The picture shows the codes of several identities.
    .hint = Cut it to the one that you mean.
error-qr-not-identity = The QR code in this picture holds no identity, or was altered.
    .hint = Ask your colleague for the code that identity show --qr-file writes.
error-is-a-folder = { $file ->
        [none] This is a folder.
       *[other] { $file } is a folder.
    }
    .hint = Name a file.
error-not-a-file = { $what ->
        [link] This is a link to another file, and is not followed:
       *[other] This is not an ordinary file:
    } { $file }
    .hint = { $what ->
        [link] Name the file itself.
       *[other] Pipes and devices are not read here. Save the content as a file and name that.
    }
error-file-forbidden = The system does not allow access to { $file ->
        [none] this file.
       *[other] { $file }.
    }
    .hint = Check who owns it and its folder, who may read or write there, and whether the disk is read-only.
error-passphrase-needed = This file opens with a passphrase.
    .hint = Name a file that holds it with --bundle-passphrase-file. If it is a review package, read it with review open.
error-wrong-passphrase = The passphrase does not open it.
    .hint = Look at the keyboard's language and Caps Lock, and try again.
error-wrong-recovery-words = These recovery words are in order, and do not open this vault.
    .hint = They are of another vault, of a time before new ones were made for this one, or of a new key that was not finished. Look for another paper.
error-recovery-words-mistyped = { $fault ->
        [missing] Words are missing: { $count ->
                [one] { $count } word was
               *[other] { $count } words were
            } typed, and there are 24.
        [extra] There are too many words: { $count } were typed, and there are 24.
        [checksum] All 24 words are known, but they do not belong together: one is another word, or some changed places.
       *[other] Not a recovery word: number { $words }. { $count ->
                [24] All others are known.
                [one] { $count } word was typed, and there are 24.
               *[other] { $count } words were typed, and there are 24.
            }
    }
    .hint = Compare each of the 24 words with the paper.
error-not-for-us = This file is for somebody else.
    .hint = Ask the sender to choose you as a recipient.
error-header-damaged = The head of the vault is damaged or was altered.
    .hint = fieldnotes vault repair mends it from its copy, and fieldnotes vault recover too where the passphrase is lost. Where neither helps, read what is left with --read-damaged, or put the vault back from a backup.
error-header-replaced = The head of the vault is an older one, or another than its database names: an old passphrase may open it.
    .hint = Somebody may have put it there. With the newest passphrase, fieldnotes vault repair puts the newer one back from its copy. If the copy is an older one too, the vault can be read with --read-damaged, and fieldnotes vault repair --accept-older goes on with it.
error-database-older = The database of the vault is older than its head: it is from before the vault was given a new key, and this head cannot open it.
    .hint = Look for the newer vault.db: in the versions that a synchronising program keeps, or in a backup. Without one, put back the whole folder from one backup, head and database together. Nothing was changed.
error-kdf-out-of-bounds = The head of the vault asks for more memory or time than any honest vault does.
    .hint = Somebody may have altered it. Put the vault back from a backup.
error-vault-damaged = The vault is damaged: { $part }.
    .hint = fieldnotes vault verify says what, and what to do about it; fieldnotes vault repair mends the header and the seals, and rebuilds what is known of colleagues and imports. What is left can be read with --read-damaged.
error-revision-damaged = A revision of a record is damaged{ $record ->
        [none] .
       *[other] {" (record "}{ $record }).
    }
    .hint = fieldnotes vault verify says what else is. A backup or a colleague may have it whole.
error-content-damaged = The content of an attachment is damaged{ $record ->
        [none] .
       *[other] {" (record "}{ $record }).
    }
    .hint = A backup or a colleague may have it whole.
error-format-too-new = This was made by a later version of the program.
    .hint = Use that version, or a later one.
error-not-a-bundle = This is not a bundle.
    .hint = Check that it is the right file. A review package is read with review open.
error-not-a-review = This is not a review package.
    .hint = Check that it is the right file. A bundle is taken in with bundle import.
error-bundle-damaged = The file is damaged, cut short or was altered ({ $part ->
        [envelope] its encryption
        [manifest] its list of contents
        [entries] its revisions
        [bodies] what the revisions say
        [records] its records
        [files] its attachments
       *[other] its layout
    }). Nothing of it was taken in.
    .hint = Ask for it again, if you can in another way.
error-signature-invalid = A signature in the file does not hold ({ $part ->
        [envelope] its encryption
        [manifest] its list of contents
        [entries] its revisions
        [bodies] what the revisions say
        [records] its records
        [files] its attachments
       *[other] its layout
    }). Nothing of it was taken in.
    .hint = Somebody may have altered it. Ask the sender.
error-bundle-too-large = The file asks for more than any honest one does ({ $part ->
        [envelope] its encryption
        [manifest] its list of contents
        [entries] its revisions
        [bodies] what the revisions say
        [records] its records
        [files] its attachments
       *[other] its layout
    }). Nothing of it was taken in.
    .hint = Ask the sender what they sent.
error-export-too-large = This is more than one file may hold ({ $part ->
        [envelope] its recipients
        [manifest] its list of contents
        [entries] its revisions
        [bodies] what a revision says
        [records] its records
        [files] its attachments
       *[other] its layout
    }). Nothing was written.
    .hint = Choose fewer records at a time, and make several files.
error-bundle-not-as-seen = The file is no longer the one that was looked at. Nothing was taken in.
    .hint = Look at it again with bundle preview, and decide anew.
error-log-forked = { $whose ->
        [own] Two copies of this vault were written to: it was copied, or put back from a backup, and both went on.
        [colleague] Two copies of the vault of { $name } were written to: it was copied, or put back from a backup, and both went on.
       *[other] Two copies of one vault were written to: it was copied, or put back from a backup, and both went on.
    }{ $place ->
        [none] {""}
       *[other] {" "}They differ from entry { $place } of the device log on.
    }
    .hint = { $whose ->
        [own] Nothing was taken in. This vault writes a new device log from now on; write in one of the copies only. Then take both in with --accept-forked: nothing is lost.
        [colleague] Nothing was taken in. Ask { $name } by voice: is it their copy or backup? They keep one of the two in use, or run identity renew-device in it. Then take both in with --accept-forked: nothing is lost.
       *[other] Nothing was taken in. Find out by voice whose vault it is, and let them keep one copy in use. Then take both in with --accept-forked: nothing is lost.
    }
error-foreign-recipients = The file is encrypted in a way that this program does not trust.
    .hint = Ask the sender to write it with this program.
error-too-large-to-keep = This is more than the vault can keep in one piece. Nothing was saved.
    .hint = For a bundle, ask the sender to send fewer records at a time.
error-folder-not-empty = The folder is not empty.
    .hint = Choose an empty or a new folder.
error-vault-file-foreign = { $what ->
        [link] In the place of a file of the vault there is a link. It is not followed:
        [second_name] A file of the vault has a second name (a hard link), under which it would be changed too:
        [folder] In the place of a file of the vault there is a folder:
       *[other] In the place of a file or folder of the vault there is something else:
    } { $file }
    .hint = { $what ->
        [second_name] Copy the vault's folder (cp -r), and open the copy.
       *[other] Nothing was changed. Find out who put it there and move it away. If a file of the vault is missing then, put it back from a backup; a lock is made anew.
    }
error-not-granted = Nobody chose this file or folder for that, or the choice has ended.
    .hint = Choose it again.
error-locked = The vault is locked.
    .hint = Unlock it, and try again. What you typed is kept.
error-read-only = The vault is open for reading only.
    .hint = fieldnotes vault status says why. If its disk or folder cannot be written to, copy the folder to a disk that can. If the vault is damaged, make a new one, send what is left to it with bundle export --read-damaged, and take in the bundles of colleagues.
error-record-in-conflict = Record { $record } was changed on two sides.
    .hint = See both with conflict show, settle them with conflict resolve; or say with --base which one you go on from.
error-no-conflict = Record { $record } has no conflict.
    .hint = Change it with record edit.
error-clashes-open = { $count } { $count ->
        [one] place
       *[other] places
    } of record { $record } { $count ->
        [one] is
       *[other] are
    } still open, the first of them { $field }.
    .hint = Choose for each with --take, --both or --write, or for all others with --all-from.
error-heads-missing = It is not said which sides of record { $record } were looked at. They are now: { $sides }
    .hint = Look at them with conflict show, then repeat the command with --heads { $heads }. If another side has come since, nothing is saved then.
error-heads-changed = These are not all the sides of record { $record } as it is now: one was left out, or something new has come since.
    .hint = Look at it again with conflict show, then settle it.
error-record-in-trash = Record { $record } lies in the trash.
    .hint = Take it out with record restore first.
error-record-not-in-trash = Record { $record } does not lie in the trash.
    .hint = There is nothing to do.
error-record-exists = { $line ->
        [none] {""}
       *[other] Line { $line }:{" "}
    }A record with this id already exists and says something else: { $record }
    .hint = Remove the id from that line to add another record, or change the record with record edit. Nothing was saved.
error-refusal-dropped = This would remove refusals or withdrawals of consent: { $count }
    .hint = Nothing was saved. Leave them in and add a newer entry. To remove them, repeat the command with --drop-refusal.
error-attachment-needs-file = An attachment is made of a file.
    .hint = Use attachment add.
error-consent-refused = Record { $record } may not go: { $reason ->
        [withdrawn] the narrator withdrew consent.
        [refused] the narrator refused.
        [expired] the consent has expired.
        [clock_behind] the consent has expired; the clock of this computer is behind the newest record of this vault.
        [not_covered] the consent does not cover this use.
        [withdrawn_by_colleague] a colleague said that it may go no further.
       *[other] the consent cannot be read by this version.
    }
    .hint = Leave it out, or ask the narrator and write down what they say.
error-confidential = Record { $record } may not leave this vault in this way.
    .hint = Leave it out, or change its confidentiality.
error-nothing-to-export = Nothing is left that may go.
    .hint = Choose other records, or look at their consent and confidentiality.
error-nothing-new = { $waiting ->
        [0] They have everything that may go to them.
       *[other] They have everything that may go to them, or it is on its way: { $waiting } revisions were sent and not acknowledged.
    }
    .hint = Was a file lost? --again sends what was not acknowledged, --full sends everything. --dry-run says what stays behind and why.
error-sender-unknown = The sender is not among your colleagues.
    .hint = Add them as a colleague and compare the fingerprint; or take it in all the same with --accept-unknown-sender.
error-sender-retired = { $name } sent this, and is retired.
    .hint = Ask yourself why it still comes. If you want it, take it in with --accept-retired-sender, or bring them back with colleague restore.
error-sender-key-replaced = This is signed with a key that { $name } had before, and that was replaced.
    .hint = It may be an old bundle, or somebody who has the old key. Ask { $name } by voice; then take it in with --accept-retired-sender.
error-colleague-retired = { $name } is retired: nothing goes to them.
    .hint = Leave them out, or bring them back with colleague restore.
error-colleague-key-differs = There is a colleague called { $name }, with another key. This one has the fingerprint { $fingerprint }.
    .hint = Ask them by voice whether they have a new vault, and compare these digits. If they are theirs: colleague change-key with --i-compared. If not, somebody wants to be taken for them. Another person needs another name.
error-colleague-key-replaced = This is the identity that { $name } had before; it was replaced ({ $time }).
    .hint = Ask { $name } by voice which identity they use. Do not add the old one.
error-fingerprint-mismatch = The fingerprint is another one.{ $groups ->
        [none] {""}
       *[other] {" "}Different among the twelve groups: { $groups }.
    }
    .hint = Compare again. If anything stays different, this is not your colleague's identity: do not use it.
error-colleague-known = This identity is known already: { $whose ->
        [own] it is your own.
        [colleague] it is that of { $name }.
       *[other] it is a colleague's, or your own.
    }
    .hint = See colleague list.
error-import-built-on = The import cannot be undone: { $reason ->
        [draft] drafts were begun on what it brought
        [later_import] later imports brought part of it as well
        [too_old] it was taken in by an earlier version of this program
       *[other] records were changed since
    }{ $ids ->
        [none] .
       *[other] {": "}{ $ids }.
    }
    .hint = { $reason ->
        [draft] Save or discard the drafts. A saved one stays, and so does the import.
        [later_import] Undo the later ones first.
       *[other] What was saved since is kept. Change the records by hand where you need to.
    }
error-file-not-ready = { $file } cannot be taken in now: { $state ->
        [coming] it is still being copied.
        [unknown_sender] its sender is not among your colleagues.
        [needs_passphrase] it opens with a passphrase.
        [forbidden] the system does not let you read it.
        [damaged] it is damaged, or not a bundle.
       *[other] it was taken in before, comes from this vault, or is for others.
    }
    .hint = fieldnotes folder look says what each file is. One that opens with a passphrase is taken in with bundle import.
error-file-exists = { $file ->
        [none] The file is there already.
       *[other] The file { $file } is there already.
    }
    .hint = Choose another name; nothing is written over.
error-vault-in-use = Another program has the vault open (process { $pid }).
    .hint = Close it there first.
error-vault-not-found = There is no vault in this folder.
    .hint = Check the folder, or make a vault with vault create.
error-record-not-found = There is no such record.
    .hint = Check the id; record list shows all.
error-revision-not-found = There is no such revision of this record.
    .hint = record history shows all. Give more digits where several begin alike.
error-body-not-held = What this revision says was not sent to this vault.
    .hint = Ask the colleague who has it.
error-content-not-held = There is no such attachment here, or its content was not sent to this vault.
    .hint = attachment list shows which there are.
error-colleague-not-found = There is no colleague of this name{ $name ->
        [none] .
       *[other] , but one whose name looks the same: { $name }
    }
    .hint = colleague list shows all.{ $name ->
        [none] {""}
       *[other] {" "}Copy the name from there if that is whom you mean.
    }
error-import-not-found = There is no such import.
    .hint = It may have been undone already.
error-draft-not-found = There is no such draft.
    .hint = It may have been saved or thrown away.
error-folder-not-set = No exchange folder was chosen.
    .hint = Choose one with folder set.
error-folder-gone = The exchange folder is not there.
    .hint = Put the stick in, or wait for the server. What was due is still due.
error-folder-unsuitable =
    { $reason ->
        [vault] The exchange folder cannot be the vault's own folder, nor lie in it or around it.
        [name] The folder's path cannot be written down as text.
       *[other] That is not a folder.
    }
    .hint = Choose a folder that holds nothing but what is exchanged.
error-folder-not-writable = Nothing can be written to the exchange folder.
    .hint = Check whether the stick is locked, or ask who runs the server. What was due is still due.
error-folder-missing = There is no folder for this file: { $file }
    .hint = Check the path, or make the folder first.
error-file-not-found = { $file ->
        [none] The file was not found.
       *[other] The file { $file } was not found.
    }
    .hint = Check the name.
