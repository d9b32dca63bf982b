# Bundles: out to colleagues, in from them.

bundle-pick-search = Search records
bundle-pick-list = Records
bundle-pick-count = { $count ->
        [one] { $count } record selected
       *[other] { $count } records selected
    }
bundle-pick-none = No records found.
bundle-pick-more = Show more

bundle-export-title = Send
bundle-export-lede = Create an encrypted bundle. Send it by USB drive, email or shared folder: only the recipients can open it.
bundle-what = Contents
bundle-what-all = All records that may be sent
bundle-what-chosen = Selected records
bundle-reach = Scope
bundle-reach-new = New to them only
bundle-reach-again = Include unacknowledged
bundle-reach-all = Everything
bundle-reach-new-hint = Only what the recipients do not have and was not sent to them before.
bundle-reach-again-hint = Also sends again what they have not acknowledged. Use this if a file was lost.
bundle-reach-all-hint = Everything that may be sent, even if they have it. Use this for a new laptop.
bundle-purpose = Purpose
bundle-purpose-hint = Only testimonies whose consent covers this purpose are sent.
bundle-audience = Audience
bundle-audience-hint = Who will use the records, named as in the consent.
bundle-plan = Bundle contents
bundle-plan-counts = Records: { $records }, revisions: { $revisions }, attachments: { $files }, about { $size }.
bundle-plan-nothing = Nothing new to send.
bundle-plan-nothing-to-do = The recipients have everything that may be sent to them. You don't need to do anything.
bundle-plan-on-its-way = The recipients have everything that may be sent to them, or it was sent before.
bundle-acknowledge = Create acknowledgement
bundle-acknowledge-what = Creates a small bundle without records. It shows your colleagues what you have received, so that they do not send it again. After you restore a backup, it also shows them what you are missing.
bundle-acknowledged = This bundle contains no records. It shows your colleagues what you have received.
bundle-plan-none = No records may be sent.
bundle-plan-withdrawn = The recipients already have these records. The bundle asks them not to pass these on:
bundle-plan-without-consent = No consent recorded. These testimonies would be sent anyway:
bundle-plan-left-out = { $count ->
        [one] { $count } record would be left out:
       *[other] { $count } records would be left out:
    }
bundle-not-acknowledged = { $name } has not acknowledged what you sent since { $since }: revisions { $revisions }, in bundles { $bundles }.
bundle-not-acknowledged-hint = This is normal: their next bundle to you acknowledges it. If a file was lost, choose “{ bundle-reach-again }”.
bundle-what-hint = A bundle includes the earlier revisions and attachments of each record. A name that you deleted is still in an earlier revision.
bundle-to = Recipients
bundle-to-colleagues = Colleagues
bundle-to-passphrase = Anyone with the passphrase
bundle-no-colleagues = No colleagues yet.
bundle-no-colleagues-hint = Add a colleague first, or protect the bundle with a passphrase.
bundle-unverified = Not verified: { $names }. Somebody else may be able to read this bundle. Call them and verify the fingerprint first.
bundle-where = Save to
bundle-path = File
bundle-path-hint = Others can see the file name. Choose one that says nothing about the contents.
bundle-passphrase = Passphrase
bundle-passphrase-again = Repeat passphrase
bundle-passphrase-differs = The passphrases do not match.
bundle-passphrase-offer = Randomly generated passphrase:
bundle-passphrase-take = Use this passphrase
bundle-passphrase-weak = Anyone who finds the file can try passphrases for years. Use at least six randomly generated words.
bundle-passphrase-hint = Share it by voice or on paper, not in the same way as the file. It is not stored anywhere.
bundle-missing-records = Choose at least one record.
bundle-missing-colleagues = Choose at least one recipient.
bundle-missing-passphrase = Enter the passphrase twice.
bundle-missing-path = Choose where to save the file.
bundle-missing-audience = Enter the audience.
bundle-missing-refused = The selected records may not be sent.
bundle-missing-nothing = There is nothing to send.
bundle-missing-plan = Wait until the records are checked.
bundle-missing-held-back = Leave out the records that are held back.
bundle-missing-conditions = Accept every condition, or leave out the record.
bundle-missing-outdated = Undo the decisions whose text has changed.
bundle-missing-leaks = Hide what the leak check found.
bundle-export-go = Create bundle
bundle-writing = Creating the bundle
bundle-about-record = Record: “{ $title }”

bundle-written = Bundle saved to { $path }
bundle-written-counts = Records: { $records }, revisions: { $revisions }, attachments: { $files }, size: { $size }.
bundle-written-noted = This vault remembers what was sent and does not send it again.
bundle-written-not-noted = The file is complete, but the vault could not record that it was sent. The same contents will be sent again next time.
bundle-written-unreadable = An earlier revision of these records cannot be read. It was sent without its content:
bundle-written-withdrawn = The bundle asks the recipients not to pass these on:
bundle-written-unverified = Not verified: { $names }. Verify the fingerprint before you hand over the file.
bundle-without-consent = No consent recorded. These testimonies were sent anyway. Ask the narrators, and record their answer:
bundle-left-out = { $count ->
        [one] { $count } record left out:
       *[other] { $count } records left out:
    }
bundle-stays-vault = never leaves this vault
bundle-stays-restricted = is only sent when you select it
bundle-stays-withdrawn = consent was withdrawn
bundle-stays-refused = consent was refused
bundle-stays-expired = the consent has expired
bundle-stays-clock-behind = the consent has expired; the clock of this computer is behind the newest record in this vault
bundle-stays-not-covered = the consent does not cover this purpose
bundle-stays-not-recorded = no consent is recorded
bundle-stays-identity = the narrator does not want to be identified this way
bundle-stays-voice = the consent does not allow the voice to be used
bundle-stays-image = the consent does not allow pictures to be used
bundle-stays-not-understood = the consent cannot be read by this version
bundle-stays-withdrawn-by-colleague = a colleague asked that it not be passed on
bundle-stays-damaged = is damaged and cannot be read
bundle-stays-with = belongs to “{ $title }”: { $reason }
bundle-export-again = Create another bundle

bundle-import-title = Receive
bundle-import-lede = Preview the bundles first. Nothing has been changed yet.
bundle-import-choose = Choose files…
bundle-import-empty = No bundle selected yet.
bundle-import-empty-hint = Choose the files from your colleagues, or drop them on the window.
bundle-import-remove = Remove
bundle-import-remove-what = Remove { $name }
bundle-made-at = Created on { $time }, by the sender's clock
bundle-fingerprint = Fingerprint { $digits }. The signature is valid.
bundle-count-records = Records
bundle-count-size = Size
bundle-count-revisions = Revisions
bundle-count-new = New revisions
bundle-count-files = Attachments
bundle-seen = You have received this bundle before.
bundle-older = Everything new in it is older than what you have. You can receive it: nothing newer is lost.
bundle-for-us = This bundle is for this vault.
bundle-for-passphrase = This bundle is for anyone with the passphrase.
bundle-for-others = This bundle is for somebody else.
bundle-for-others-what = Somebody passed it on to you, and you cannot receive it. Let the sender know, and ask for a bundle with you as a recipient.
bundle-sender-unverified = This colleague is not verified. Somebody else may be writing in their name.
bundle-nothing-new = Nothing new.
bundle-take = Records to receive
bundle-take-count = { $taken } of { $total } records selected
bundle-take-all = Select all
bundle-take-none = Select none
bundle-take-too-many = There are too many records to list. All of them will be received.
bundle-state-conflict = In conflict
bundle-state-merged = Merged with your changes
bundle-state-withdrawn = Withdrawn
bundle-state-waiting = Waiting for earlier revisions
bundle-state-new = New
bundle-state-changed = Changed
bundle-state-conflict-count = In conflict: { $count }
bundle-state-merged-count = Merged with your changes: { $count }
bundle-state-withdrawn-count = Withdrawn: { $count }
bundle-state-waiting-count = Waiting for earlier revisions: { $count }
bundle-state-new-count = New: { $count }
bundle-state-changed-count = Changed: { $count }
bundle-state-older-count = Older than yours: { $count }
bundle-state-known-count = Already here: { $count }
bundle-state-conflict-what = In conflict: you both changed the same field. Both versions are kept until you decide.
bundle-state-withdrawn-what = Withdrawn: the sender asks that these not be passed on, because consent was withdrawn or they are kept in one vault. This vault will not send them.
bundle-state-waiting-what = { $count ->
        [one] { $count } revision is based on
       *[other] { $count } revisions are based on
    } earlier revisions that have not arrived yet.
bundle-record-files = { $size } with { $count ->
        [one] { $count } attachment
       *[other] { $count } attachments
    }
bundle-record-trashed = in the trash
bundle-record-unreadable = A record without its content
bundle-locked = This bundle is protected by a passphrase.
bundle-open-as-review = Open as a review package
bundle-import-passphrase = Bundle passphrase
bundle-import-passphrase-hint = Ask the sender for it in person or by telephone.
bundle-import-unlock = Preview bundle
bundle-sender-self = You
bundle-sender-unknown = Unknown sender
bundle-sender-stranger = Not a colleague
bundle-stranger = The sender is not a colleague.
bundle-stranger-what = The signature is valid, but it does not belong to a colleague. Anybody can create a bundle that says anything.
bundle-stranger-how = If you expect this bundle, ask the sender for their identity, add them under “Colleagues”, verify the fingerprint, and then receive it. The bundle alone is not enough to add them.
bundle-stranger-add = Open Colleagues
bundle-stranger-accept = I know for certain who created this bundle. Receive it anyway.
bundle-retired = This bundle comes from a retired colleague, or was signed with a former key.
bundle-retired-since = You retired { $name } on { $date }. Find out why they still send bundles.
bundle-retired-key = This bundle is signed with a former key of { $name }. Their key last changed on { $date }. It may be an old bundle, or somebody may have the old key. Call { $name } and ask.
bundle-retired-accept = I know who created it and why it was sent. Receive it anyway.
bundle-forked = Two copies of one vault were used.
bundle-forked-self = This vault was copied or restored from a backup, and both copies were used. They differ from entry { $from } of the device log. Before you write more here, receive this bundle, or start a new device log under Colleagues. From then on, use only one copy.
bundle-forked-colleague = The vault of { $name } was copied or restored from a backup, and both copies were used. They differ from entry { $from } of its device log. Call { $name }, ask which copy is in use, and make sure that only one is.
bundle-forked-unknown = Somebody's vault was copied or restored from a backup, and both copies were used. They differ from entry { $from } of its device log. Find out by telephone whose vault it is, and which copy is in use.
bundle-forked-kept = Receiving it loses nothing: both versions are kept.
bundle-forked-accept = I know which copy is in use. Receive both.
bundle-import-go = { $count ->
        [one] Receive bundle
       *[other] Receive { $count } bundles
    }
bundle-doing-look = Reading the bundle
bundle-doing-import = Receiving the bundle
bundle-doing-undo = Undoing the import
bundle-import-done = Bundle received
bundle-imported = Records: { $records }, new revisions: { $revisions }, new attachments: { $files }.
bundle-partial = You left some records out. You can receive them later from the same file.
bundle-imported-withdrawn = The sender asks that these records not be passed on: consent was withdrawn, or they are kept in one vault. This vault will not send them.
bundle-imported-forked = Both versions were received and are kept.
bundle-undo = Undo import
bundle-undo-what = Undo import of { $time }
bundle-undone = Import undone.
bundle-undone-counts = Removed revisions: { $revisions }, removed records: { $gone }, records changed back: { $back }, removed attachments: { $files }.
bundle-undone-again = You can receive the same file again.
bundle-earlier = Recent imports
bundle-earlier-line = { $time } · bundles: { $bundles }, new revisions: { $revisions }, new attachments: { $files }
bundle-earlier-partial = Partial import.
bundle-hindrance-built-on = Cannot be undone: { $count ->
        [one] this record was changed afterwards
       *[other] these records were changed afterwards
    }.
bundle-hindrance-draft = Cannot be undone while { $count ->
        [one] this record has
       *[other] these records have
    } unsaved changes. Save or discard the draft first.
bundle-hindrance-later-import = { $count ->
        [one] A later import
       *[other] Later imports
    } brought part of the same contents. Undo the later ones first.
bundle-hindrance-too-old = Cannot be undone: an earlier version of this program made this import.
bundle-hindrance-more = and { $count } more
bundle-waiting = { $count ->
        [one] { $count } revision is waiting
       *[other] { $count } revisions are waiting
    } for earlier revisions that have not arrived yet. Ask the sender for a bundle with “{ bundle-reach-all }”.
bundle-conflicts = { $count ->
        [one] { $count } record was changed on both sides. Both versions are kept until you decide:
       *[other] { $count } records were changed on both sides. Both versions are kept until you decide:
    }
bundle-to-conflict = Resolve conflict
bundle-to-conflict-of = Resolve conflict: { $title }
bundle-import-again = Receive another bundle
bundle-rolled-back = This vault was reset to an older state.
bundle-rolled-back-what = The bundle contains signs of a later state of this vault. Anything it held of that state was recovered. This vault now uses a new device log.
bundle-rolled-back-self = If you restored a backup yourself: ask every colleague for a bundle with “{ bundle-reach-all }”, and receive these before you write more.
bundle-rolled-back-other = If you did not: somebody had access to this laptop. Stop writing here, call your colleagues, and have the laptop examined.
bundle-unheeded = A bundle from { $name } claims once more to know a later state of this vault than the vault itself. These claims are so frequent that this one was ignored. Call { $name }.
bundle-claimed = { $by ->
        [self] This vault's own identity
        [colleague] { $claimed-name }
       *[other] Somebody unknown
    } also claims device log { $device }. It stays { $who ->
        [self] this vault's own
        [colleague] with { $name }
       *[other] with nobody
    }, and authors are shown as before. Both have its key: call them and find out why.
