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
bundle-what-all = All records that may go
bundle-what-chosen = Chosen records
bundle-reach = How much of it
bundle-reach-new = What they lack
bundle-reach-again = Also what is not acknowledged
bundle-reach-all = Also what they have
bundle-reach-new-hint = What they are not known to have, and what was not sent to them yet.
bundle-reach-again-hint = What they are not known to have, also where it was sent already: for when a file was lost.
bundle-reach-all-hint = All that may go, also what they have: for a new laptop.
bundle-purpose = What they will use it for
bundle-purpose-hint = The consent of each narrator is asked about this use.
bundle-audience = Who will use it
bundle-audience-hint = As the consent names them.
bundle-plan = What would go
bundle-plan-counts = Records: { $records }, revisions: { $revisions }, attachments: { $files }, about { $size }.
bundle-plan-nothing = Nothing new for them.
bundle-plan-nothing-to-do = They have everything that may go to them. There is nothing to do.
bundle-plan-on-its-way = They have everything that may go to them, or it is on its way.
bundle-acknowledge = Write an acknowledgement
bundle-acknowledge-what = A small bundle without records tells them what has reached you, so that they do not send it again; after a restored backup they learn from it what you lack.
bundle-acknowledged = There are no records in it. It tells your colleagues what has reached you.
bundle-plan-none = There is nothing that may go.
bundle-plan-withdrawn = They had these. They are told that these may go no further:
bundle-plan-without-consent = Nothing is written down about consent for these, and they would go all the same:
bundle-plan-left-out = { $count ->
        [one] { $count } record would stay behind:
       *[other] { $count } records would stay behind:
    }
bundle-not-acknowledged = { $name } has not acknowledged what went since { $since }: revisions { $revisions }, in bundles { $bundles }.
bundle-not-acknowledged-hint = That is no fault: it is acknowledged with their next bundle to you. If a file was lost, choose “Also what is not acknowledged”.
bundle-what-hint = Earlier revisions go along, and the attachments of each record. A name that you deleted still stands in an earlier revision.
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
bundle-missing-path = Choose where the file should go.
bundle-missing-audience = Say who will use it.
bundle-missing-refused = What you chose may not go.
bundle-missing-nothing = There is nothing to send.
bundle-export-go = Write the bundle
bundle-writing = Writing the bundle
bundle-about-record = It is about “{ $title }”.

bundle-written = The bundle is in { $path }
bundle-written-counts = Records: { $records }, revisions: { $revisions }, attachments: { $files }, size: { $size }.
bundle-written-noted = It is noted that this went. It does not go twice.
bundle-written-not-noted = The file is whole, but it could not be noted that it went. What is in it goes once more next time.
bundle-written-unreadable = An earlier revision of these cannot be read and went without its words:
bundle-written-withdrawn = They are told that these may go no further:
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
bundle-stays-clock-behind = the consent has expired; the clock of this computer is behind the newest record of this vault
bundle-stays-not-covered = the consent does not cover this use
bundle-stays-not-understood = the consent cannot be read by this version
bundle-stays-withdrawn-by-colleague = a colleague said that it may go no further
bundle-stays-damaged = is damaged and cannot be read
bundle-stays-with = belongs to “{ $title }”: { $reason }
bundle-export-again = Write another

bundle-import-title = Take in
bundle-import-lede = Look first. Nothing has been changed yet.
bundle-import-choose = Choose files…
bundle-import-empty = No bundle chosen yet.
bundle-import-empty-hint = Choose the files that your colleagues gave you, or drop them on the window.
bundle-import-remove = Leave out
bundle-made-at = Made on { $time }, by the sender's clock
bundle-fingerprint = Fingerprint { $digits }. The signature holds.
bundle-count-records = Records
bundle-count-size = Size
bundle-count-revisions = Revisions
bundle-count-new = New ones
bundle-count-files = Attachments
bundle-seen = It was taken in before.
bundle-older = All that is new in it is older than what you have. It may be taken in: nothing newer is lost.
bundle-for-us = It was made for this vault.
bundle-for-passphrase = It was made for whoever knows the passphrase.
bundle-for-others = This bundle was made for others.
bundle-for-others-what = Somebody passed it on to you. It cannot be taken in: ask the sender for a bundle that is for you, and tell them that this one went astray.
bundle-sender-unverified = The fingerprint of this colleague was not compared. Somebody else may be writing in their name.
bundle-nothing-new = There is nothing new in it.
bundle-take = What would come in
bundle-take-count = { $taken } of { $total } records are taken in
bundle-take-all = Tick all
bundle-take-none = Tick none
bundle-take-too-many = These are too many to list one by one; all of them are taken in.
bundle-state-conflict = In conflict
bundle-state-merged = Goes together with yours
bundle-state-withdrawn = Withdrawn
bundle-state-waiting = Waits for earlier ones
bundle-state-new = New
bundle-state-changed = Changed
bundle-state-conflict-count = In conflict: { $count }
bundle-state-merged-count = Go together with yours: { $count }
bundle-state-withdrawn-count = Withdrawn: { $count }
bundle-state-waiting-count = Wait for earlier ones: { $count }
bundle-state-new-count = New: { $count }
bundle-state-changed-count = Changed: { $count }
bundle-state-older-count = Older than yours: { $count }
bundle-state-known-count = Known already: { $count }
bundle-state-conflict-what = In conflict: you changed the same place. Both sides are kept until you decide.
bundle-state-withdrawn-what = Withdrawn: the sender says that these may go no further, because the narrator withdrew or they are kept in one vault. They will not be passed on from here.
bundle-state-waiting-what = { $count ->
        [one] { $count } revision was
       *[other] { $count } revisions were
    } made from earlier ones that have not come yet.
bundle-record-files = { $size } with { $count ->
        [one] { $count } attachment
       *[other] { $count } attachments
    }
bundle-record-trashed = in the trash
bundle-record-unreadable = A record whose content did not come along
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
bundle-retired = You would not expect this sender any more.
bundle-retired-since = { $name } has been retired since { $date }. Ask yourself why something still comes.
bundle-retired-key = This is signed with a key that { $name } had before; their key was last changed on { $date }. It may be an old bundle, or somebody who has the old key. Ask { $name } by voice.
bundle-retired-accept = I know who made it and why it comes. Take it in all the same.
bundle-forked = Two copies of one vault were written to.
bundle-forked-self = This vault was copied, or put back from a backup, and both copies went on: from entry { $from } of the log on there are two versions. Before you write on here, take it in, or begin a new device log under Colleagues; and write in one of the copies only.
bundle-forked-colleague = The vault of { $name } was copied, or put back from a backup, and both copies went on: from entry { $from } of its log on there are two versions. Ask { $name } by voice which copy is in use, so that only one is.
bundle-forked-unknown = Somebody's vault was copied, or put back from a backup, and both copies went on: from entry { $from } of its log on there are two versions. Find out by voice whose it is, and which copy is in use.
bundle-forked-kept = Nothing is lost by taking it in: both versions are kept.
bundle-forked-accept = I know which copy is in use. Take both in.
bundle-import-go = { $count ->
        [one] Take it in
       *[other] Take all { $count } in
    }
bundle-doing-look = Looking into it
bundle-doing-import = Taking it in
bundle-doing-undo = Taking it back
bundle-import-done = Taken in
bundle-imported = Records: { $records }, new revisions: { $revisions }, new attachments: { $files }.
bundle-partial = You left something out. It can be taken in later from the same file.
bundle-imported-withdrawn = The sender says that these may go no further: the narrator withdrew, or they are kept in one vault. They will not be passed on from here.
bundle-imported-forked = Both versions were taken in, and both are kept.
bundle-undo = Undo this import
bundle-undo-what = Undo this import: { $time }
bundle-undone = The import is undone.
bundle-undone-counts = Revisions taken back: { $revisions }, records gone: { $gone }, records as they were before: { $back }, attachments gone: { $files }.
bundle-undone-again = The same file can be taken in again.
bundle-earlier = Taken in before
bundle-earlier-line = { $time } · bundles: { $bundles }, new revisions: { $revisions }, new attachments: { $files }
bundle-earlier-partial = Not everything was chosen.
bundle-hindrance-built-on = Cannot be undone any more: { $count ->
        [one] this record was changed since then
       *[other] these records were changed since then
    }.
bundle-hindrance-draft = Cannot be undone while something that is not saved stands on { $count ->
        [one] this record
       *[other] these records
    }. Save it or throw it away first.
bundle-hindrance-later-import = { $count ->
        [one] A later import
       *[other] Later imports
    } brought part of it as well. Undo the later first.
bundle-hindrance-too-old = Cannot be undone: an earlier version of this program took it in.
bundle-hindrance-more = and { $count } more
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
bundle-rolled-back-what = The bundle knew a later state of it. What it held of that, if anything, has been brought back. From now on this vault writes a new device log.
bundle-rolled-back-self = If you restored a backup yourself: ask all colleagues for a bundle with “{ bundle-reach-all }”, and take these in before you go on writing.
bundle-rolled-back-other = If you did not: somebody had their hands on this laptop. Stop writing here, tell your colleagues by telephone, and have the laptop looked at before you go on.
bundle-unheeded = { $name } says once more that they hold more of this vault than the vault itself. This was said so often that nothing is done about it any more. Ask { $name } by telephone.
bundle-claimed = { $by ->
        [self] This vault's own identity
        [colleague] { $claimed-name }
       *[other] Somebody unknown
    } also says that device log { $device } is theirs. It stays { $who ->
        [self] this vault's own
        [colleague] with { $name }
       *[other] with nobody
    }, and who wrote what is shown as before. Both have its key: ask them by telephone how that came about.
