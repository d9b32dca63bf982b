# Failures that the window words differently from the terminal. For all others the window uses errors.ftl.

window-error-id-invalid = This link does not lead to a record.
    .hint = Go back to the list and open the record from there.
window-error-kind-unknown = Unknown record type.
    .hint = A later version of the program may have created it.
window-error-base-missing = The change does not name the revision that it is based on.
    .hint = Nothing was saved. Open the record again and repeat the change there.
window-error-record-exists = A record with this ID already exists and has other content: { $record }
    .hint = Nothing was saved. Change that record instead.
window-error-refusal-dropped = This would remove refusals or withdrawals of consent: { $count }
    .hint = Nothing was saved. Restore them and add a newer entry, or confirm the removal.
window-error-record-invalid = A value in this record is not valid{ $field ->
        [none] .
       *[other] {": "}{ $field }
    }
    .hint = Correct the marked field and save again. Everything you typed is in the draft.
window-error-date-invalid = This is not a valid date{ $field ->
        [none] .
       *[other] {": "}{ $field }
    }
    .hint = Enter dates like 1998, 1998-03, 1998-03-21, 1998?, 1998~ or 1997/1999. Everything you typed is in the draft.
window-error-cursor-invalid = The list cannot continue from there.
    .hint = Open the list again.
window-error-choice-invalid = You cannot choose that here.
    .hint = Open the conflict again and choose for each difference.
window-error-identity-invalid = { $fault ->
        [altered] The identity is incomplete: letters are missing or changed.
        [several] The text contains the identities of several people.
       *[other] This is not an identity.
    }
    .hint = Ask your colleague for the file that “{ colleague-own-save }” creates under Colleagues.
window-error-passphrase-needed = This file is protected by a passphrase.
    .hint = Enter the passphrase that the sender gave you.
window-error-header-damaged = The header of the vault is damaged or was altered.
    .hint = Restore the vault from a backup, or run fieldnotes vault repair in a terminal, which repairs the header from its copy.
window-error-header-replaced = The header of the vault is an older one, or does not belong to its database. An old passphrase may open it.
    .hint = Somebody may have replaced it. Run fieldnotes vault repair in a terminal with the newest passphrase, which restores the newer header from its copy.
window-error-database-older = The database of the vault is older than its header. It is from before the vault was given a new key, and this header cannot open it.
    .hint = Look for the newer vault.db in the file versions of a sync program, or in a backup. Otherwise, restore the whole folder from one backup.
window-error-no-room = There is not enough disk space. No new key was created.
    .hint = Free some space and try again.
window-error-vault-damaged = The vault is damaged.
    .hint = You can open what is left read-only. Nothing is deleted. A backup, or colleagues who have your bundles, may have the rest.
window-error-revision-damaged = A revision of this record is damaged.
    .hint = Check the vault under Settings. A backup or a colleague may have an intact copy.
window-error-content-damaged = The content of this attachment is damaged.
    .hint = A backup or a colleague may have an intact copy.
window-error-not-a-bundle = This file is not a bundle.
    .hint = Check that you chose the right file. To open a review package, choose “Open review package”.
window-error-not-a-review = This file is not a review package.
    .hint = Check that you chose the right file. To receive a bundle, choose “Receive”.
window-error-storage-read-only = The disk or the folder is write-protected.
    .hint = You can still read. To change records, remove the write protection, or copy the folder to a disk that is not protected.
window-error-too-many-open-files = The system allows no more open files.
    .hint = Close other programs and try again.
window-error-path-too-long = The path is too long.
    .hint = Choose a folder with a shorter path.
window-error-disk-fault = The disk could not be read or written.
    .hint = Check that the drive is plugged in. Copy everything to another disk first; this one may be failing.
window-error-vault-gone = The vault folder is missing, or was replaced by another one.
    .hint = Unsaved changes are lost. Plug the drive in again, or restore the folder, and unlock the vault again.
window-error-vault-replaced = Another program removed or replaced the database while the vault was open.
    .hint = Nothing can be saved any more. Copy what you typed, lock the vault, and keep sync programs away from its folder.
window-error-vault-file-foreign = Something else has taken the place of a vault file: a link, a folder, a device, or a file with a second name.
    .hint = Nothing was changed. Find out who put it there and move it away. If a vault file is then missing, restore it from a backup.
window-error-read-only = The vault is read-only.
    .hint = The message above the list gives the reason. Copy the folder to a disk that is not write-protected. If the vault is damaged, create a new one and receive your colleagues' bundles there.
window-error-record-in-conflict = This record is in conflict.
    .hint = Resolve the conflict first, under Conflicts. Both sides are kept.
window-error-no-conflict = This record is no longer in conflict.
    .hint = You don't need to do anything.
window-error-clashes-open = Some differences are not resolved yet.
    .hint = Choose for each difference, then save.
window-error-nothing-new = The recipients have everything that may be sent to them, or it was sent before.
    .hint = You don't need to do anything. If a file was lost, choose “{ bundle-reach-again }”.
window-error-heads-missing = The request does not name the sides that you compared.
    .hint = Nothing was saved. Open the conflict again.
window-error-heads-changed = This record was changed in the meantime.
    .hint = Nothing was saved, and nothing is lost. Open the conflict again.
window-error-record-in-trash = This record is in the trash.
    .hint = Restore it first.
window-error-record-not-in-trash = This record is not in the trash.
    .hint = You don't need to do anything.
window-error-attachment-needs-file = An attachment needs a file.
    .hint = Attach the file in the record that it belongs to.
window-error-consent-refused = This record may not be sent: { $reason ->
        [withdrawn] consent was withdrawn.
        [refused] consent was refused.
        [expired] the consent has expired.
        [clock_behind] the consent has expired; the clock of this computer is behind the newest record in this vault.
        [not_covered] the consent does not cover this purpose.
        [not_recorded] no consent is recorded.
        [identity] the narrator does not want to be identified this way.
        [voice] the consent does not allow the voice to be used.
        [image] the consent does not allow pictures to be used.
       *[other] the consent cannot be read by this version.
    }
    .hint = No file was created. Leave the record out, or ask for consent and record the answer.
window-error-conditions-open = The consent for this record has conditions that you have not accepted: { $count }
    .hint = No file was created. Go back to “{ review-step-contents }”, read the conditions and select each one.
window-error-decision-outdated = Some of your decisions no longer fit the text of this record: { $count }
    .hint = No file was created. Go back to “{ review-step-reading }”, undo them and decide again.
window-error-leak-found = Hidden information would appear in this record. Number of places: { $count }
    .hint = No file was created. Go back to “{ review-step-reading }” and black out these places, or leave the record out.
window-error-confidential = The confidentiality of this record does not allow sending it this way.
    .hint = No file was created. Leave the record out, or change its confidentiality.
window-error-sender-unknown = The sender is not among your colleagues.
    .hint = Find out who it is. Add them as a colleague and verify the fingerprint, or receive the file anyway.
window-error-bundle-not-as-seen = The file has changed since you previewed it. Nothing was received.
    .hint = Preview it again, and decide again.
window-error-log-forked = { $whose ->
        [own] Two copies of this vault were used: it was copied or restored from a backup.
        [colleague] Two copies of the vault of { $name } were used: it was copied or restored from a backup.
       *[other] Two copies of one vault were used: it was copied or restored from a backup.
    }
    .hint = { $whose ->
        [own] Nothing was received. This vault now uses a new device log. Use only one of the copies. You can then receive both, and nothing is lost.
        [colleague] Nothing was received. Call { $name } and ask whether it is their copy or backup, and that they use only one of the two. You can then receive both, and nothing is lost.
       *[other] Nothing was received. Find out by telephone whose vault it is, and ask them to use only one copy. You can then receive both, and nothing is lost.
    }
window-error-sender-retired = The sender is a colleague whom you retired: { $name }
    .hint = Find out why they still send bundles. You can receive this one anyway, or restore them under Colleagues.
window-error-sender-key-replaced = This bundle is signed with a former key of { $name }.
    .hint = It may be an old bundle, or somebody may have the old key. Call { $name }. Then receive it anyway, or ask for one that is signed with the new key.
window-error-colleague-retired = You retired { $name } and cannot send to them.
    .hint = Leave them out, or restore them under Colleagues.
window-error-colleague-key-differs = You already have a colleague called { $name }, with another key.
    .hint = Call them and ask whether they have a new vault. If this is another person, choose another name.
window-error-colleague-key-replaced = This is a former identity of { $name }.
    .hint = Call { $name } and ask which identity they use. Do not add the old one.
window-error-qr-not-identity = The QR code in this picture contains no identity, or was altered.
    .hint = Ask your colleague for the code that “{ colleague-qr-show }” displays under Colleagues.
window-error-colleague-known = You already have this identity: it is a colleague's, or your own.
    .hint = Look at the list of colleagues.
window-error-file-not-ready = This file cannot be received yet.
    .hint = See its status in the list.
window-error-file-exists = A file with this name already exists.
    .hint = Choose another name. Existing files are never overwritten.
window-error-vault-in-use = Another program has this vault open.
    .hint = Close it there first, then try again.
window-error-vault-not-found = There is no vault in this folder.
    .hint = Check the folder, or create a new vault.
window-error-record-not-found = This vault does not have this record.
    .hint = It may not have arrived yet.
window-error-revision-not-found = This vault does not have this revision of the record.
    .hint = See the history of the record.
window-error-content-not-held = This vault does not have the content of this attachment.
    .hint = Ask the colleague who has it.
window-error-colleague-not-found = There is no colleague with this name{ $name ->
        [none] .
       *[other] . This name looks the same: { $name }
    }
    .hint = See the list of colleagues.
window-error-folder-not-set = No exchange folder is set.
    .hint = Choose a folder in the settings.
window-error-folder-gone = The exchange folder cannot be found.
    .hint = Plug in the USB drive, or wait for the server. Nothing that you have to send is lost.
window-error-folder-unsuitable =
    { $reason ->
        [vault] The exchange folder cannot be the vault folder, or be inside it, or contain it.
        [name] The path of the folder cannot be stored as text.
       *[other] This is not a folder.
    }
    .hint = Choose a folder that contains only exchanged files.
window-error-folder-not-writable = The exchange folder is write-protected.
    .hint = Check whether the USB drive is write-protected, or ask the administrator of the server. Nothing that you have to send is lost.
window-error-folder-missing = The folder for this file does not exist.
    .hint = Check the path, or create the folder first.
window-error-is-a-folder = This is a folder, not a file.
    .hint = Choose a file.
window-error-not-a-file = This is a link, a pipe or a device, not an ordinary file.
    .hint = Choose the file itself.
window-error-file-forbidden = The system denies access to this file or folder.
    .hint = Check the permissions, and whether the disk is read-only.
window-error-file-not-found = The file was not found.
    .hint = Check the name and the folder.
