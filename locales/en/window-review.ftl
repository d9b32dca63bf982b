# Review packages: for somebody who reads and changes nothing.

review-make-title = Create review package
review-make-lede = Create an encrypted file for a lawyer, a researcher or a commission. They can read it but not change it. They need this program, but no vault.
review-to-read = Open review package…
review-what = Contents
review-attachments = Attachments of the selected records
review-attachments-hint = Only the attachments that you select are included.
review-attachment-missing = content not in this vault
review-no-redaction = Nothing is redacted. The package contains the newest revision in full. Read the records with the reviewer's eyes first.
review-purpose = Purpose
review-purpose-label = Purpose of the review
review-purpose-hint = Only records whose narrator consented to this purpose can be included.
review-passphrase = Passphrase
review-make = Create review package
review-writing = Creating the review package
review-written = Review package saved to { $path }
review-written-counts = Records: { $records }, attachments: { $files }, size: { $size }.
review-hand-over = Give the passphrase in another way than the file: by voice, or on paper. Read your fingerprint to the reviewer, so that they can verify it.
review-again = Create another review package

review-read-title = Review package
review-read-lede = Read the records that somebody selected for you. Nothing is saved on this laptop.
review-leave = Back to the start screen
review-file = File
review-open-passphrase = Review package passphrase
review-open-passphrase-hint = Ask the person who created the package.
review-opening = Opening and verifying the review package
review-read-only = Read only
review-made = Created on { $time } · records: { $records } · attachments: { $files } · valid signature
review-exporter = Author's fingerprint
review-exporter-hint = The signature belongs to this fingerprint. To verify whose it is, have the author read it to you by telephone.
review-empty = This review package contains no records.
review-records = Records
review-search = Search in texts
review-found = { $count ->
        [one] Found in { $count } record
       *[other] Found in { $count } records
    }
review-saved-at = Saved on { $time }
review-cite = Copy citation
review-cite-paragraph = Copy citation of paragraph { $number }
review-cite-hint = Cite record, revision and paragraph. The revision identifies this exact wording.
review-citation = Record { $id }, revision { $revision }
review-citation-paragraph = Record { $id }, revision { $revision }, paragraph { $paragraph }
review-attachment-save = Save attachment…
review-attachment-save-hint = The file is not encrypted. Save only what you need.
review-attachment-saving = Saving the attachment
review-attachment-saved = Saved unencrypted to { $path } ({ $size }).
