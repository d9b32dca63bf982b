# Bundles: out to colleagues, in from them.

bundle-pick-search = Search the records
bundle-pick-count = { $count ->
        [one] { $count } record chosen
       *[other] { $count } records chosen
    }
bundle-pick-none = Nothing was found.
bundle-pick-more = Show more

bundle-export-title = Send
bundle-export-lede = Writes an encrypted bundle. Carry it by stick, mail or shared folder: only those you choose can open it.
bundle-what = What goes
bundle-what-all = Everything that may go
bundle-what-chosen = Chosen records
bundle-what-all-hint = What consent or confidentiality does not allow stays behind; you will see the list.
bundle-what-hint = All earlier revisions go along, and the attachments of each record. A name that you deleted still stands in an earlier revision.
bundle-to = For whom
bundle-to-colleagues = Colleagues
bundle-to-passphrase = A passphrase
bundle-no-colleagues = There are no colleagues to send it to yet.
bundle-no-colleagues-hint = Add one first, or choose a passphrase.
bundle-unverified = The fingerprint of { $names } was not compared. You cannot know yet that only they will read this bundle. Call them first.
bundle-where = Where to
bundle-path = File
bundle-path-hint = The name can be seen by others. Let it say nothing about the content.
bundle-passphrase = Passphrase
bundle-passphrase-again = Once more
bundle-passphrase-differs = The two are not the same.
bundle-passphrase-offer = Chosen by chance, and good:
bundle-passphrase-take = Use this one
bundle-passphrase-weak = Whoever finds the file can try for years: take six words chosen by chance.
bundle-passphrase-hint = Tell it by voice or on paper, never in the same way as the file. It is kept nowhere.
bundle-missing-records = Choose at least one record.
bundle-missing-colleagues = Choose for whom it is.
bundle-missing-passphrase = Type the passphrase twice.
bundle-missing-path = Say where the file should go.
bundle-export-go = Write the bundle
bundle-writing = Writing the bundle
bundle-about-record = It is about “{ $title }”.

bundle-written = The bundle is in { $path }
bundle-written-counts = Records: { $records }, revisions: { $revisions }, attachments: { $files }, size: { $size }.
bundle-written-unverified = It went to { $names }, whose fingerprint was not compared. Compare before you hand the file over.
bundle-without-consent = Nothing is written down about consent for these, and they went all the same. Ask the narrators, and write down what they say:
bundle-left-out = { $count ->
        [one] { $count } record stayed behind:
       *[other] { $count } records stayed behind:
    }
bundle-stays-vault = never leaves this vault
bundle-stays-restricted = goes only when it is chosen by itself
bundle-stays-withdrawn = the narrator withdrew consent
bundle-stays-refused = the narrator refused
bundle-stays-expired = the consent has expired
bundle-stays-not-covered = the consent does not cover this use
bundle-stays-not-understood = the consent cannot be read by this version
bundle-stays-withdrawn-by-colleague = a colleague said that it may go no further
bundle-stays-damaged = is damaged and cannot be read
bundle-export-again = Write another

bundle-import-title = Take in
bundle-import-lede = Look first. Nothing has been changed yet.
bundle-import-path = Bundle
bundle-import-look = Look into it
bundle-import-several = Choose several…
bundle-import-empty = No bundle chosen yet.
bundle-import-empty-hint = Choose the files that your colleagues gave you, or drop them on the window.
bundle-import-remove = Leave out
bundle-made-at = Made on { $time }, by the sender's clock
bundle-fingerprint = Fingerprint { $digits }. The signature holds.
bundle-count-records = Records
bundle-count-revisions = Revisions
bundle-count-new = New ones
bundle-count-files = Attachments
bundle-seen = It was taken in before.
bundle-nothing-new = There is nothing new in it.
bundle-locked = It opens with a passphrase.
bundle-open-as-review = Open as a review package
bundle-import-passphrase = Passphrase of the bundle
bundle-import-passphrase-hint = Ask the sender for it, by voice.
bundle-import-unlock = Open and look
bundle-sender-self = Yourself
bundle-sender-unknown = Unknown sender
bundle-sender-stranger = Not a colleague
bundle-stranger = Nobody here knows who made this.
bundle-stranger-what = The signature holds, but it is not that of a colleague of yours. Anybody can make a bundle that says anything.
bundle-stranger-how = If you expect this bundle, ask the sender for their identity, add them under “Colleagues”, compare fingerprints, and then take it in. The bundle alone is not enough to add them.
bundle-stranger-add = Go to Colleagues
bundle-stranger-accept = I know from elsewhere who made it. Take it in all the same.
bundle-import-go = { $count ->
        [one] Take it in
       *[other] Take all { $count } in
    }
bundle-doing-look = Looking into it
bundle-doing-import = Taking it in
bundle-import-done = Taken in
bundle-imported = Records: { $records }, new revisions: { $revisions }, new attachments: { $files }.
bundle-waiting = { $count ->
        [one] { $count } revision waits
       *[other] { $count } revisions wait
    } for earlier ones that have not come yet. They are kept. Ask the sender for a bundle with everything.
bundle-conflicts = { $count ->
        [one] { $count } record was changed on both sides. Both are kept until you decide:
       *[other] { $count } records were changed on both sides. Both are kept until you decide:
    }
bundle-to-conflict = Look at it
bundle-import-again = Take in more
bundle-rolled-back = This vault had been put back to an older state.
bundle-rolled-back-what = The bundle knew a later state of it. What it held of that has been brought back.
bundle-rolled-back-self = If you restored a backup yourself: take in the bundles of all colleagues before you go on writing.
bundle-rolled-back-other = If you did not: somebody had their hands on this laptop. Stop writing here, tell your colleagues by telephone, and have the laptop looked at before you go on.
