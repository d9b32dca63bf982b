# What left the vault, and the letter after a withdrawal.

custody-title = Files that left
custody-lede = Bundles and review packages that were created here, newest first. The vault records each one and never removes it from this list.
custody-none = No records have left this vault.
    .hint = When you create a bundle or a review package, it appears here.
custody-title-record = Where it went
custody-none-record = This record has not left this vault.
custody-unreadable = { $count ->
        [one] { $count } entry cannot be read. More files may have left than are listed.
       *[other] { $count } entries cannot be read. More files may have left than are listed.
    }
custody-in-bundle = Bundle
custody-in-review = Review package
custody-in-unknown = File of a later version
custody-to = Recipients
custody-to-nobody = Anyone with the passphrase
custody-purpose = Purpose
custody-records = Records
custody-package = File ID
custody-sha = SHA-256
custody-copy = Copy { $what }
custody-withdrawn = Consent was withdrawn, but this record has already left.
    .hint = For what was withdrawn, this vault includes it in nothing from now on. Copies that others have cannot be deleted from here. Ask each recipient to delete theirs. Colleagues are also notified by the next bundle that you send them.
custody-letter-write = Write a letter
custody-letter-write-to = Write a letter to recipients: { $name }
custody-letter = Letter to recipients
custody-letter-lede = For: { $name }. The letter identifies the record by numbers only and names nobody. Change it as you need. It is not saved.
custody-letter-language = Language of the letter
custody-letter-ko = 한국어
custody-letter-en = English
custody-letter-label = Letter
custody-letter-copy = Copy letter
custody-letter-print = Print letter
custody-letter-file = File: { $package }
    Created on: { $date }
    Record: { $record }
    Revision: { $revision }
custody-letter-file-without-revision = File: { $package }
    Created on: { $date }
    Record: { $record }
custody-letter-text = Withdrawal of consent

    You received a record from us that you may no longer use. The consent for it was withdrawn.

    { $files }

    Please do the following without delay:

    1. Stop using this record, and do not pass it on.
    2. Delete the file above and every copy, printout, note and translation of this record, also in backups.
    3. If you have passed it on, ask those recipients to do the same, and let us know who they are.
    4. Confirm to us in writing, with the date, that you have done this.

    If part of it has already been published or filed with an authority, please contact us before you do anything else.

    Please do not mention anybody's name in your reply. The numbers above are enough.
