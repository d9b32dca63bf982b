# Failures that a person at the window is told in other words than one at the terminal. What is not here
# is told as in errors.ftl.

window-error-id-invalid = This does not name a record.
    .hint = Go back to the list and open it from there.
window-error-kind-unknown = This kind of record is not known.
    .hint = It may come from a later version of the program.
window-error-base-missing = The change does not say which revision it was made from.
    .hint = Open the record again and make the change there. Nothing was saved.
window-error-record-exists = A record with this id already exists and says something else: { $record }
    .hint = Change that record instead. Nothing was saved.
window-error-refusal-dropped = This would remove refusals or withdrawals of consent: { $count }
    .hint = Nothing was saved. Put them back and add a newer entry, or confirm that they are to be removed.
window-error-record-invalid = Something written in this record has no meaning{ $field ->
        [none] .
       *[other] {": "}{ $field }
    }
    .hint = Correct the marked field and save again. Everything you typed is kept in the draft.
window-error-date-invalid = This is not a date{ $field ->
        [none] .
       *[other] {": "}{ $field }
    }
    .hint = Write dates like 1998, 1998-03, 1998-03-21, 1998?, 1998~ or 1997/1999. Everything you typed is kept in the draft.
window-error-cursor-invalid = The list cannot go on from there.
    .hint = Open the list again.
window-error-choice-invalid = That cannot be chosen here.
    .hint = Open the conflict again and choose for each place.
window-error-identity-invalid = { $fault ->
        [altered] The identity is not complete: letters of it are missing or changed.
        [several] The text holds the identities of several people.
       *[other] This is not the identity of a colleague.
    }
    .hint = Ask them for the file that “Write to a file” makes under Colleagues.
window-error-passphrase-needed = This file opens with a passphrase.
    .hint = Type the passphrase that the sender told you.
window-error-header-damaged = The head of the vault is damaged or was altered.
    .hint = Put the vault back from a backup. Someone who knows the terminal can try “fieldnotes vault repair”, which mends it from its copy.
window-error-header-replaced = The head of the vault is an older one, or not the one that its database names: an old passphrase may open it.
    .hint = Somebody may have put it there. Someone who knows the terminal can try “fieldnotes vault repair” with the newest passphrase, which puts the newer one back from its copy.
window-error-database-older = The database of the vault is older than its head: it is from before the vault was given a new key, and this head cannot open it.
    .hint = Look for the newer vault.db: in the versions that a synchronising program keeps, or in a backup. Where you find no newer one, put back the whole folder from one backup.
window-error-no-room = The disk has too little room for this. No new key was made.
    .hint = Free some space and try again.
window-error-vault-damaged = The vault is damaged.
    .hint = You can open what is left for reading. Nothing is deleted. A backup, or colleagues who have your bundles, may have the rest.
window-error-revision-damaged = A saved state of this record is damaged.
    .hint = Check the vault under Settings. A backup or a colleague may have it whole.
window-error-content-damaged = The content of this attachment is damaged.
    .hint = A backup or a colleague may have it whole.
window-error-not-a-bundle = This file is not a bundle.
    .hint = Check that it is the right one. A review package is opened under Review.
window-error-not-a-review = This file is not a review package.
    .hint = Check that it is the right one. A bundle is taken in under “Take in”.
window-error-storage-read-only = The disk or the folder cannot be written to.
    .hint = Remove the write protection, or copy the folder to a disk that can be written to. Reading works as it is.
window-error-too-many-open-files = The system allows no more open files.
    .hint = Close other programs and try again.
window-error-path-too-long = The path is too long.
    .hint = Choose a folder with a shorter path.
window-error-disk-fault = The disk could not be read or written.
    .hint = Check that the drive is plugged in. Copy everything to another disk before you go on; this one may be failing.
window-error-vault-gone = The vault's folder is gone, or another one has its name.
    .hint = Plug the drive in again, or put the folder back, and unlock the vault again. What was not saved yet is not saved.
window-error-vault-replaced = The database was removed or exchanged by another program while the vault was open.
    .hint = Nothing more is saved. Copy what you typed, lock the vault, and keep synchronising programs away from its folder.
window-error-vault-file-foreign = Something else lies in the place of a file of the vault: a link, a folder, a device, or a file with a second name.
    .hint = Nothing was changed. Find out who put it there and move it away. If a file of the vault is missing then, put it back from a backup.
window-error-read-only = The vault is open for reading only.
    .hint = The line above the list says why. Copy the folder to a disk that can be written to; or, if the vault is damaged, make a new one and take in the bundles of your colleagues there.
window-error-record-in-conflict = This record was changed on two sides.
    .hint = Settle it under Conflicts first. Nothing of either side is lost.
window-error-no-conflict = This record has no conflict any more.
    .hint = There is nothing to settle.
window-error-clashes-open = Some places are still open.
    .hint = Choose for each of them, then save.
window-error-nothing-new = They have everything that may go to them, or it is on its way.
    .hint = There is nothing to do. If a file was lost, choose to send again what was not acknowledged.
window-error-heads-missing = It is not said which sides of this record were looked at.
    .hint = Open the conflict again. Nothing was saved.
window-error-heads-changed = Something new has come for this record meanwhile.
    .hint = Open the conflict again. Nothing was saved, and nothing is lost.
window-error-record-in-trash = This record lies in the trash.
    .hint = Take it out of the trash first.
window-error-record-not-in-trash = This record does not lie in the trash.
    .hint = There is nothing to do.
window-error-attachment-needs-file = An attachment is made of a file.
    .hint = Add it from the record that it belongs to.
window-error-consent-refused = This record may not go: { $reason ->
        [withdrawn] the narrator withdrew consent.
        [refused] the narrator refused.
        [expired] the consent has expired.
        [clock_behind] the consent has expired; the clock of this computer is behind the newest record of this vault.
        [not_covered] the consent does not cover this use.
       *[other] the consent cannot be read by this version.
    }
    .hint = Leave it out, or ask the narrator and write down what they say. Nothing was written.
window-error-confidential = This record may not leave the vault in this way.
    .hint = Leave it out, or change its confidentiality. Nothing was written.
window-error-sender-unknown = The sender is not among your colleagues.
    .hint = Ask who it is. Add them as a colleague and compare the fingerprint, or take the file in all the same.
window-error-bundle-not-as-seen = The file is no longer the one that was looked at. Nothing was taken in.
    .hint = Look at it again, and decide anew.
window-error-log-forked = { $whose ->
        [own] Two copies of this vault were written to: it was copied, or put back from a backup, and both went on.
        [colleague] Two copies of the vault of { $name } were written to: it was copied, or put back from a backup, and both went on.
       *[other] Two copies of one vault were written to: it was copied, or put back from a backup, and both went on.
    }
    .hint = { $whose ->
        [own] Nothing was taken in. This vault writes a new device log from now on. Write in one of the copies only; then both can be taken in, and nothing is lost.
        [colleague] Nothing was taken in. Ask { $name } by voice whether it is their copy or backup, and that they keep one of the two in use. Then both can be taken in, and nothing is lost.
       *[other] Nothing was taken in. Find out by voice whose vault it is, and that one copy is kept in use. Then both can be taken in, and nothing is lost.
    }
window-error-sender-retired = { $name } sent this, and is retired.
    .hint = Ask yourself why it still comes. If you want it, take it in all the same, or bring them back under Colleagues.
window-error-sender-key-replaced = This is signed with a key that { $name } had before, and that was replaced.
    .hint = It may be an old bundle, or somebody who has the old key. Ask { $name } by voice; then take it in all the same, or have them make one with the new key.
window-error-colleague-retired = { $name } is retired: nothing goes to them.
    .hint = Leave them out, or bring them back under Colleagues.
window-error-colleague-key-differs = There is a colleague called { $name }, with another key.
    .hint = Ask them by voice whether they have a new vault. Another person needs another name.
window-error-colleague-key-replaced = This is the identity that { $name } had before; it was replaced.
    .hint = Ask { $name } by voice which identity they use. Do not add the old one.
window-error-qr-not-identity = The QR code in this picture holds no identity, or was altered.
    .hint = Ask your colleague for the code that “Show as QR code” makes under Colleagues.
window-error-colleague-known = This identity is known already: it is a colleague's, or your own.
    .hint = Look at the list of colleagues.
window-error-file-not-ready = This file cannot be taken in now.
    .hint = See in the list what it is.
window-error-file-exists = A file of this name is there already.
    .hint = Choose another name; nothing is written over.
window-error-vault-in-use = Another program has this vault open.
    .hint = Close it there first, then try again.
window-error-vault-not-found = There is no vault in this folder.
    .hint = Check the folder, or make a new vault.
window-error-record-not-found = There is no such record here.
    .hint = It may not have come to this vault yet.
window-error-revision-not-found = There is no such saved state of this record here.
    .hint = Look at its history.
window-error-content-not-held = The content of this attachment was not sent to this vault.
    .hint = Ask the colleague who has it.
window-error-colleague-not-found = There is no colleague of this name{ $name ->
        [none] .
       *[other] , but one whose name looks the same: { $name }
    }
    .hint = See the list of colleagues.
window-error-folder-not-set = No exchange folder was chosen.
    .hint = Choose one in the settings.
window-error-folder-gone = The exchange folder is not there.
    .hint = Put the stick in, or wait for the server. What was due is still due.
window-error-folder-unsuitable =
    { $reason ->
        [vault] The exchange folder cannot be the vault's own folder, nor lie in it or around it.
        [name] The folder's path cannot be written down as text.
       *[other] That is not a folder.
    }
    .hint = Choose a folder that holds nothing but what is exchanged.
window-error-folder-not-writable = Nothing can be written to the exchange folder.
    .hint = Check whether the stick is locked, or ask who runs the server. What was due is still due.
window-error-folder-missing = The folder for this file is not there.
    .hint = Check the path, or make the folder first.
window-error-is-a-folder = This is a folder.
    .hint = Choose a file.
window-error-not-a-file = This is a link, a pipe or a device, not an ordinary file.
    .hint = Choose the file itself.
window-error-file-forbidden = The system does not allow access to this file or folder.
    .hint = Check who may read or write there, and whether the disk is read-only.
window-error-file-not-found = The file was not found.
    .hint = Check the name and the folder.
