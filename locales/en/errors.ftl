# What the core could not do: what happened, and what to do. One text for each code.

error-cancelled = Cancelled. Nothing was changed.
    .hint = Start again when you are ready.
error-disk-full = The disk is full.
    .hint = Free some space and try again.
error-no-room = There is not enough disk space: { $needed } MiB are needed temporarily, and { $free } MiB are free. No new key was created.
    .hint = Free some space and try again.
error-storage-read-only = { $file ->
        [none] The disk or the folder is write-protected.
       *[other] The disk or the folder is write-protected: { $file }
    }
    .hint = You can still read. To change records, remove the write protection, or copy the folder to a disk that is not protected.
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
    .hint = Check that the drive is plugged in. Copy everything to another disk first; this one may be failing.
error-vault-gone = The vault folder is missing, or was replaced by another one{ $file ->
        [none] .
       *[other] {": "}{ $file }
    }
    .hint = Unsaved changes are lost. Plug the drive in again, or restore the folder, and unlock the vault again.
error-vault-replaced = Another program removed or replaced the database while the vault was open{ $file ->
        [none] .
       *[other] {": "}{ $file }
    }
    .hint = Nothing can be saved any more. Copy what you typed, lock the vault, and keep sync programs away from its folder. Then check the vault with fieldnotes vault verify.
error-io = The system refused to read or write{ $reason ->
        [none] .
        [not_a_directory] : part of the path is a file, not a folder.
        [invalid_filename] : the name is too long or not allowed there.
        [read_only_filesystem] : the disk or USB drive is read-only.
        [permission_denied] : access is not allowed.
        [filesystem_loop] : links in the path form a loop.
        [file_too_large] : the file is too large for this disk.
        [quota_exceeded] : your disk quota is used up.
        [broken_pipe] : no program reads the output.
        [timed_out] : the disk or server did not respond.
       *[other] .
    }
    .hint = Check the disk or the USB drive and try again.
error-internal = An internal error occurred{ $part ->
        [none] .
        [database] , in the database.
        [entry] , in a revision.
        [index] , in the search.
       *[other] .
    }
    .hint = Nothing was saved. Please report it.
error-out-of-memory = There is not enough memory to check the passphrase.
    .hint = Close other programs and try again.
error-id-invalid = { $line ->
        [none] {""}
       *[other] Line { $line }:{" "}
    }This is not a valid ID.
    .hint = Copy it from a list. A record ID looks like 3d9f7c1e-8f5b-4a0e-9a59-0c2f4f6f2a11. A revision has 64 digits and letters; the first 8 are enough.
error-kind-unknown = { $line ->
        [none] {""}
       *[other] Line { $line }:{" "}
    }Unknown record type.
    .hint = Use person, testimony, note or place.
error-json-invalid = This is not valid JSON{ $line ->
        [none] {""}
       *[other] {", line "}{ $line }
    }{ $column ->
        [none] {""}
       *[other] {", column "}{ $column }
    }.
    .hint = Nothing was saved. Correct this place and try again.
error-record-invalid = { $line ->
        [none] {""}
       *[other] Line { $line }:{" "}
    }{ $field ->
        [none] The document
       *[other] “{ $field }”
    }{" "}{ $fault ->
        [wrong_shape] has the wrong structure
        [duplicate_id] has an ID that is used twice
        [wrong_kind] has another record type
        [misnamed] has a misspelled name: check for spaces, upper case, invisible characters, letters of another script, or typing errors
        [too_deep] is nested too deeply
        [inexact_number] has a number with too many digits: enter it as text, in quotation marks
        [wrong_record] names another record
       *[other] has an invalid value
    }{ $expected ->
        [none] .
        [text] {": "}text.
        [boolean] {": "}true or false.
        [list] {": "}a list.
        [object] {": "}an object in braces.
        [id] {": "}an ID.
        [number] {": "}a number.
        [integer] {": "}a whole number.
        [date] {": "}a date.
        [amount] {": "}an amount, such as 1500 or 12.50.
        [latitude] {": "}a latitude from -90 to 90.
        [longitude] {": "}a longitude from -180 to 180.
        [sha256] {": "}a SHA-256 hash, 64 digits and letters.
       *[other] .
    }
    .hint = Correct this field and try again. fieldnotes record template prints an example of a record.
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
error-base-missing = The document does not name the revision that it is based on.
    .hint = Start from the output of record show --json, or name the revision with --base. The newest is { $revision }. With --replace, the document replaces the current content of the record.
error-date-invalid = { $line ->
        [none] {""}
       *[other] Line { $line }:{" "}
    }“{ $field }” is not a valid date.
    .hint = Enter dates like 1998, 1998-03, 1998-03-21, 1998?, 1998~ or 1997/1999.
error-record-too-large = { $line ->
        [none] {""}
       *[other] Line { $line }:{" "}
    }The record is too large.
    .hint = Keep long material in an attachment.
error-cursor-invalid = The list cannot continue from there.
    .hint = Use the cursor at the end of the previous list.
error-passphrase-empty = The passphrase is empty.
    .hint = Use at least six randomly generated words.
error-passphrase-unprintable = The passphrase contains invisible characters, such as tabs or zero-width spaces.
    .hint = Use only letters, digits, symbols and spaces. Nobody can type invisible characters from paper.
error-not-utf8 = { $file ->
        [none] The text is not in UTF-8
       *[other] { $file } is not UTF-8 text
    }{ $encoding ->
        [utf16] ; it is in UTF-16.
        [cp949] ; it looks like the Korean encoding CP949 (EUC-KR).
       *[other] .
    }
    .hint = Open it in an editor and save it as UTF-8.{ $encoding ->
        [utf16] {" "}On Linux: iconv -f UTF-16 -t UTF-8 OLD > NEW
        [cp949] {" "}On Linux: iconv -f CP949 -t UTF-8 OLD > NEW
       *[other] {""}
    }
error-several-lines = { $file ->
        [none] The text has several lines instead of one.
       *[other] { $file } has several lines instead of one.
    }
    .hint = Keep only the line with the passphrase.
error-choice-invalid = { $fault ->
        [no_such_clash] { $field } is not in conflict.
        [no_head] Revision { $revision } is not a side of this conflict.
        [no_side] Side { $side } does not exist: the conflict has { $count } sides.
        [twice] { $field } is chosen twice.
       *[other] This choice is not possible for { $field }.
    }
    .hint = Run conflict show to see the differences and the possible choices.
error-identity-invalid = { $fault ->
        [altered] The identity is incomplete: letters are missing or changed.
        [several] The text contains the identities of several people.
       *[other] This is not an identity.
    }
    .hint = { $fault ->
        [altered] Copy all of it, or ask for the file that identity export creates.
        [several] Keep only the one that you need.
       *[other] Ask your colleague for the file that identity export creates.
    }
error-fingerprint-invalid = This is not a valid fingerprint.
    .hint = A fingerprint is 60 digits.
error-name-invalid = The name is empty, taken, or longer than 200 characters.
    .hint = Choose another name.
error-name-alike = A colleague's name looks the same: { $name }
    .hint = Choose a name that nobody can confuse with it. If this is unexpected, ask the person who gave you the identity.
error-picture-invalid = The picture format is not supported.
    .hint = Read pictures as PNG or JPEG. Save pictures with a name that ends in .svg or .png.
error-picture-too-large = The picture is too large.
    .hint = Take a screenshot, or reduce the picture to less than 64 million pixels and 33 MB.
error-qr-not-found = No QR code was found in this picture.
    .hint = Photograph the code straight on, sharp and large, or ask for the identity as a file.
error-qr-several = The picture shows the codes of several identities.
    .hint = Crop the picture to the code that you need.
error-qr-not-identity = The QR code in this picture contains no identity, or was altered.
    .hint = Ask your colleague for the code that identity show --qr-file creates.
error-is-a-folder = { $file ->
        [none] This is a folder, not a file.
       *[other] { $file } is a folder.
    }
    .hint = Name a file.
error-not-a-file = { $what ->
        [link] This is a link to another file, which the program does not follow:
       *[other] This is not an ordinary file:
    } { $file }
    .hint = { $what ->
        [link] Name the file itself.
       *[other] The program does not read pipes or devices here. Save the content as a file and name the file.
    }
error-file-forbidden = The system denies access to { $file ->
        [none] this file.
       *[other] { $file }.
    }
    .hint = Check the owner and the permissions of the file and its folder, and whether the disk is read-only.
error-passphrase-needed = This file is protected by a passphrase.
    .hint = Name a file that contains the passphrase with --bundle-passphrase-file. To read a review package, use review open.
error-wrong-passphrase = Wrong passphrase.
    .hint = Check the keyboard layout and Caps Lock, and try again.
error-wrong-recovery-words = These recovery words are valid, but they do not open this vault.
    .hint = They belong to another vault, to an earlier key of this one, or to a new key that was never completed. Look for another paper.
error-recovery-words-mistyped = { $fault ->
        [missing] Words are missing: { $count ->
                [one] { $count } word was
               *[other] { $count } words were
            } typed, and there are 24.
        [extra] There are too many words: { $count } were typed, and there are 24.
        [checksum] All 24 words are in the list, but not in this combination: a word is wrong, or the order is.
       *[other] Not a recovery word: number { $words }. { $count ->
                [24] All others are in the list.
                [one] { $count } word was typed, and there are 24.
               *[other] { $count } words were typed, and there are 24.
            }
    }
    .hint = Compare each of the 24 words with the paper.
error-not-for-us = You are not a recipient of this file.
    .hint = Ask the sender to add you to the recipients.
error-header-damaged = The header of the vault is damaged or was altered.
    .hint = fieldnotes vault repair repairs it from its copy; with the recovery words, use fieldnotes vault recover. If neither works, read what is left with --read-damaged, or restore the vault from a backup.
error-header-replaced = The header of the vault is an older one, or does not belong to its database. An old passphrase may open it.
    .hint = Somebody may have replaced it. With the newest passphrase, fieldnotes vault repair restores the newer header from its copy. If the copy is old too, read the vault with --read-damaged, or continue with this header: fieldnotes vault repair --accept-older.
error-database-older = The database of the vault is older than its header. It is from before the vault was given a new key, and this header cannot open it.
    .hint = Nothing was changed. Look for the newer vault.db in the file versions of a sync program, or in a backup. Otherwise, restore the whole folder from one backup, header and database together.
error-kdf-out-of-bounds = The header of the vault requires far more memory or time than normal.
    .hint = Somebody may have altered it. Restore the vault from a backup.
error-vault-damaged = The vault is damaged: { $part }.
    .hint = fieldnotes vault repair repairs the header and the seals, and rebuilds the lists of colleagues and imports. Read what is left with --read-damaged.
error-revision-damaged = A revision of a record is damaged{ $record ->
        [none] .
       *[other] {" (record "}{ $record }).
    }
    .hint = A backup or a colleague may have an intact copy. To find other damage, run fieldnotes vault verify.
error-content-damaged = The content of an attachment is damaged{ $record ->
        [none] .
       *[other] {" (record "}{ $record }).
    }
    .hint = A backup or a colleague may have an intact copy.
error-format-too-new = A later version of the program created this.
    .hint = Use that version, or a later one.
error-not-a-bundle = This file is not a bundle.
    .hint = Check that you chose the right file. To read a review package, use review open.
error-not-a-review = This file is not a review package.
    .hint = Check that you chose the right file. To receive a bundle, use bundle import.
error-bundle-damaged = The file is damaged, incomplete or altered ({ $part ->
        [envelope] its encryption
        [manifest] its list of contents
        [entries] its revisions
        [bodies] the content of its revisions
        [records] its records
        [files] its attachments
       *[other] its layout
    }). Nothing was received.
    .hint = Ask the sender to send it again, in another way if possible.
error-signature-invalid = A signature in the file is not valid ({ $part ->
        [envelope] its encryption
        [manifest] its list of contents
        [entries] its revisions
        [bodies] the content of its revisions
        [records] its records
        [files] its attachments
       *[other] its layout
    }). Nothing was received.
    .hint = Somebody may have altered it. Ask the sender.
error-bundle-too-large = The file requires far more than normal ({ $part ->
        [envelope] its encryption
        [manifest] its list of contents
        [entries] its revisions
        [bodies] the content of its revisions
        [records] its records
        [files] its attachments
       *[other] its layout
    }). Nothing was received.
    .hint = Ask the sender what they sent.
error-export-too-large = This is too much for one file ({ $part ->
        [envelope] its recipients
        [manifest] its list of contents
        [entries] its revisions
        [bodies] the content of a revision
        [records] its records
        [files] its attachments
       *[other] its layout
    }). No file was created.
    .hint = Select fewer records, and create several files.
error-bundle-not-as-seen = The file has changed since you previewed it. Nothing was received.
    .hint = Run bundle preview again, and decide again.
error-log-forked = { $whose ->
        [own] Two copies of this vault were used: it was copied or restored from a backup.
        [colleague] Two copies of the vault of { $name } were used: it was copied or restored from a backup.
       *[other] Two copies of one vault were used: it was copied or restored from a backup.
    }{ $place ->
        [none] {""}
       *[other] {" "}They differ from entry { $place } of the device log.
    }
    .hint = { $whose ->
        [own] Nothing was received. This vault now uses a new device log. Use only one of the copies. Then receive both with --accept-forked; nothing is lost.
        [colleague] Nothing was received. Call { $name } and ask whether it is their copy or backup. They should use only one of the two, or run identity renew-device in it. Then receive both with --accept-forked; nothing is lost.
       *[other] Nothing was received. Find out by telephone whose vault it is, and ask them to use only one copy. Then receive both with --accept-forked; nothing is lost.
    }
error-foreign-recipients = The file is encrypted in a way that this program does not support.
    .hint = Ask the sender to create it with this program.
error-too-large-to-keep = This is too large for the vault. Nothing was saved.
    .hint = If it is a bundle, ask the sender to send fewer records at a time.
error-folder-not-empty = The folder is not empty.
    .hint = Choose an empty or a new folder.
error-vault-file-foreign = { $what ->
        [link] A link has taken the place of a vault file. The program does not follow it:
        [second_name] A vault file has a second name (a hard link), and changes would affect both:
        [folder] A folder has taken the place of a vault file:
       *[other] Something else has taken the place of a vault file or folder:
    } { $file }
    .hint = { $what ->
        [second_name] Copy the vault folder (cp -r), and open the copy.
       *[other] Nothing was changed. Find out who put it there and move it away. If a vault file is then missing, restore it from a backup. The program creates the lock file itself.
    }
error-not-granted = This file or folder was not chosen for this purpose, or the choice has expired.
    .hint = Choose it again.
error-locked = The vault is locked.
    .hint = Unlock it and try again. What you typed is in the draft.
error-read-only = The vault is read-only.
    .hint = fieldnotes vault status shows the reason. If its disk or folder is write-protected, copy the folder to another disk. If the vault is damaged, create a new one, send what is left to it with bundle export --read-damaged, and receive your colleagues' bundles.
error-record-in-conflict = Record { $record } is in conflict.
    .hint = Run conflict show to see both sides and conflict resolve to resolve the conflict, or name the side to continue from with --base.
error-no-conflict = Record { $record } is not in conflict.
    .hint = Change it with record edit.
error-clashes-open = { $count } { $count ->
        [one] difference
       *[other] differences
    } of record { $record } { $count ->
        [one] is
       *[other] are
    } not resolved yet, first { $field }.
    .hint = Resolve each with --take, --both or --write, or all remaining ones with --all-from.
error-heads-missing = The command does not name the sides of record { $record } that you compared. The current sides are: { $sides }
    .hint = Compare them with conflict show, then repeat the command with --heads { $heads }. If another side arrives before, nothing is saved.
error-heads-changed = The sides named are not the current sides of record { $record }: one is missing, or a new one has arrived.
    .hint = Run conflict show again, then resolve the conflict.
error-record-in-trash = Record { $record } is in the trash.
    .hint = Restore it with record restore first.
error-record-not-in-trash = Record { $record } is not in the trash.
    .hint = You don't need to do anything.
error-record-exists = { $line ->
        [none] {""}
       *[other] Line { $line }:{" "}
    }A record with this ID already exists and has other content: { $record }
    .hint = Nothing was saved. To add another record, remove the ID from that line. To change the existing record, use record edit.
error-refusal-dropped = This would remove refusals or withdrawals of consent: { $count }
    .hint = Nothing was saved. Keep them and add a newer entry. To remove them, repeat the command with --drop-refusal.
error-attachment-needs-file = { $line ->
        [none] {""}
       *[other] Line { $line }:{" "}
    }An attachment needs a file.
    .hint = Use attachment add.
error-consent-refused = Record { $record } may not be sent: { $reason ->
        [withdrawn] consent was withdrawn.
        [refused] consent was refused.
        [expired] the consent has expired.
        [clock_behind] the consent has expired; the clock of this computer is behind the newest record in this vault.
        [not_covered] the consent does not cover this purpose.
        [not_recorded] no consent is recorded.
        [identity] the narrator does not want to be identified this way.
        [voice] the consent does not allow the voice to be used.
        [image] the consent does not allow pictures to be used.
        [withdrawn_by_colleague] a colleague asked that it not be passed on.
       *[other] the consent cannot be read by this version.
    }
    .hint = Leave the record out, or ask for consent and record the answer.
error-audience-missing = The audience is not named.
    .hint = Name the person or organisation that will use the records.
error-conditions-open = The consent for record { $record } has conditions that are not accepted: { $count }
    .hint = No file was created. Read the conditions, and accept each one that the audience will keep to, or leave the record out.
error-decision-outdated = Decisions about record { $record } no longer fit its text: { $count }
    .hint = No file was created. The record has changed. Remove these decisions and decide again.
error-leak-found = Hidden information would appear in record { $record }. Number of places: { $count }
    .hint = No file was created. Preview the record and black out these places, or leave the record out.
error-confidential = The confidentiality of record { $record } does not allow sending it this way.
    .hint = Leave the record out, or change its confidentiality.
error-nothing-to-export = No records may be sent.
    .hint = Select other records, or check their consent and confidentiality.
error-nothing-new = { $waiting ->
        [0] The recipients have everything that may be sent to them.
        [one] The recipients have everything that may be sent to them, or it was sent before: { $waiting } revision is not acknowledged yet.
       *[other] The recipients have everything that may be sent to them, or it was sent before: { $waiting } revisions are not acknowledged yet.
    }
    .hint = If a file was lost, --again sends what is not acknowledged, and --full sends everything. --dry-run shows what is left out and why.
error-sender-unknown = The sender is not among your colleagues.
    .hint = Add them as a colleague and verify the fingerprint, or receive it anyway with --accept-unknown-sender.
error-sender-retired = The sender is a colleague whom you retired: { $name }
    .hint = Find out why they still send bundles. Receive this one with --accept-retired-sender, or restore them with colleague restore.
error-sender-key-replaced = This bundle is signed with a former key of { $name }.
    .hint = It may be an old bundle, or somebody may have the old key. Call { $name }, then receive it with --accept-retired-sender.
error-colleague-retired = You retired { $name } and cannot send to them.
    .hint = Leave them out, or restore them with colleague restore.
error-colleague-key-differs = You already have a colleague called { $name }, with another key. This identity has the fingerprint { $fingerprint }.
    .hint = Call them, ask whether they have a new vault, and compare these digits. If they match, use colleague change-key with --i-compared. If not, somebody may be impersonating them. If this is another person, choose another name.
error-colleague-key-replaced = This is a former identity of { $name }, replaced { $time }.
    .hint = Call { $name } and ask which identity they use. Do not add the old one.
error-fingerprint-mismatch = The fingerprint does not match.{ $groups ->
        [none] {""}
       *[other] {" "}Groups that differ, of twelve: { $groups }.
    }
    .hint = Compare the digits again. If they still differ, this is not your colleague's identity: do not use it.
error-colleague-known = You already have this identity: { $whose ->
        [own] it is your own.
        [colleague] it belongs to { $name }.
       *[other] it is a colleague's, or your own.
    }
    .hint = Run colleague list to see all colleagues.
error-import-built-on = The import cannot be undone: { $reason ->
        [draft] some of its records have unsaved drafts
        [later_import] later imports brought part of the same contents
        [too_old] an earlier version of this program made it
       *[other] records were changed afterwards
    }{ $ids ->
        [none] .
       *[other] {": "}{ $ids }.
    }
    .hint = { $reason ->
        [draft] Save or discard the drafts. If you save one, the import can no longer be undone.
        [later_import] Undo the later ones first.
       *[other] Later changes are kept. Edit the records yourself if necessary.
    }
error-file-not-ready = { $file } cannot be received yet: { $state ->
        [coming] it is still being copied.
        [unknown_sender] its sender is not among your colleagues.
        [needs_passphrase] it is protected by a passphrase.
        [forbidden] the system denies access to it.
        [damaged] it is damaged, or not a bundle.
       *[other] it was received before, comes from this vault, or is for others.
    }
    .hint = fieldnotes folder look shows the status of each file. Receive passphrase-protected files with bundle import.
error-file-exists = { $file ->
        [none] The file already exists.
       *[other] The file { $file } already exists.
    }
    .hint = Choose another name. Existing files are never overwritten.
error-vault-in-use = Another program has the vault open (process { $pid }).
    .hint = Close it there first.
error-vault-not-found = There is no vault in this folder.
    .hint = Check the folder, or create a vault with vault create.
error-record-not-found = There is no such record in this vault.
    .hint = Check the ID; record list shows all records.
error-revision-not-found = There is no such revision of this record.
    .hint = record history shows all revisions. If several start with the same digits, enter more of them.
error-body-not-held = This vault does not have the content of this revision.
    .hint = Ask the colleague who has it.
error-content-not-held = There is no such attachment, or this vault does not have its content.
    .hint = attachment list shows the attachments of a record.
error-colleague-not-found = There is no colleague with this name{ $name ->
        [none] .
       *[other] . This name looks the same: { $name }
    }
    .hint = colleague list shows all colleagues.{ $name ->
        [none] {""}
       *[other] {" "}If you mean this colleague, copy the name from there.
    }
error-import-not-found = There is no such import.
    .hint = It may have been undone already.
error-draft-not-found = There is no such draft.
    .hint = It may have been saved or discarded.
error-folder-not-set = No exchange folder is set.
    .hint = Choose one with folder set.
error-folder-gone = The exchange folder cannot be found.
    .hint = Plug in the USB drive, or wait for the server. Nothing that you have to send is lost.
error-folder-unsuitable =
    { $reason ->
        [vault] The exchange folder cannot be the vault folder, or be inside it, or contain it.
        [name] The path of the folder cannot be stored as text.
       *[other] This is not a folder.
    }
    .hint = Choose a folder that contains only exchanged files.
error-folder-not-writable = The exchange folder is write-protected.
    .hint = Check whether the USB drive is write-protected, or ask the administrator of the server. Nothing that you have to send is lost.
error-folder-missing = The folder for this file does not exist: { $file }
    .hint = Check the path, or create the folder first.
error-file-not-found = { $file ->
        [none] The file was not found.
       *[other] The file { $file } was not found.
    }
    .hint = Check the name.
