# Review packages: for somebody who reads and changes nothing.

review-make-title = Make a review package
review-make-lede = An encrypted file for a lawyer, a researcher or a commission. They read it and change nothing; they need this program, but no vault.
review-to-read = Open a package…
review-what = What goes in
review-attachments = Attachments of the chosen records
review-attachments-hint = Only those that you tick go along.
review-attachment-missing = its content is not here
review-no-redaction = Nothing is blacked out. Only the newest revision goes, and every word of it. Read the records with the reviewer's eyes first.
review-purpose = What for
review-purpose-label = What the reviewer will do with it
review-purpose-hint = The narrator must have agreed to this use. What is refused is not written.
review-passphrase = Passphrase
review-make = Write the package
review-writing = Writing the package
review-written = The package is in { $path }
review-written-counts = Records: { $records }, attachments: { $files }, size: { $size }.
review-without-consent = Nothing is written down about consent for these, and they went all the same. Ask the narrators, and write down what they say:
review-hand-over = Give the passphrase by another way than the file: by voice, or on paper. Read your fingerprint to the reviewer, so that they can compare it.
review-again = Make another

review-read-title = Review package
review-read-lede = Read what somebody chose for you. Nothing of it is written to this laptop.
review-leave = Back to the first screen
review-file = File
review-open-passphrase = Passphrase of the package
review-open-passphrase-hint = From whoever made the package.
review-opening = Opening and checking the package
review-read-only = Read only
review-made = Made on { $time } · records: { $records } · attachments: { $files } · the signature holds
review-exporter = Fingerprint of who made it
review-exporter-hint = The signature holds for this fingerprint. To know whose it is, have them read it to you by telephone.
review-empty = There is no record in this package.
review-records = Records
review-search = Search the texts
review-found = { $count ->
        [one] In { $count } record
       *[other] In { $count } records
    }
review-saved-at = Saved on { $time }
review-cite = Copy citation
review-cite-paragraph = Copy citation of paragraph { $number }
review-cite-hint = Cite record, revision and paragraph: the revision names exactly this wording.
review-citation = Record { $id }, revision { $revision }
review-citation-paragraph = Record { $id }, revision { $revision }, paragraph { $paragraph }
review-attachment-save = Save the attachment to a file…
review-attachment-save-hint = The file will not be encrypted. Save only what you need.
review-attachment-saving = Saving the attachment
review-attachment-saved = Written in clear to { $path } ({ $size }).
