# Colleagues, and who this vault is to them.

copy = Copy
copy-done = Copied
copy-failed = Could not be copied

colleague-title = Colleagues
colleague-lede = Those with whom you exchange bundles. Each needs to have been added once, on both sides.
colleague-none = There are no colleagues yet.
colleague-none-hint = Give a colleague your identity, ask for theirs, and add it here.
colleague-fingerprint = Fingerprint: 60 digits
colleague-verified = Fingerprint compared
colleague-unverified = Fingerprint not compared
colleague-verified-on = Compared on { $date }
colleague-added-on = Added on { $date }
colleague-unverified-why = Until you compare fingerprints, nobody knows whether this identity is really theirs.
colleague-looks-like = The name looks like that of { $name }. Rename one of the two.
colleague-verify = Compare fingerprints…

colleague-own = Your identity
colleague-own-lede = It is no secret: send it to colleagues in any way. These digits are your fingerprint; read them out when a colleague calls to compare.
colleague-own-save = Write to a file…
colleague-own-saved = Your identity is in { $path }. Give that file to your colleague, then compare fingerprints by voice.

colleague-add = Add a colleague
colleague-add-lede = Your colleague finds their identity under “Colleagues” in their own app.
colleague-add-go = Add
colleague-name = Name
colleague-name-hint = What you call them. Only you see it.
colleague-by = How you received the identity
colleague-by-file = As a file
colleague-by-line = As a line of text
colleague-file = File with their identity
colleague-line = Their identity, beginning with fieldnotes-identity-1
colleague-added = { $name } was added. Now compare fingerprints by voice, before you send the first bundle.

colleague-verify-title = Compare fingerprints with { $name }
colleague-verify-lede = Read these digits to each other by telephone or side by side, not by mail or chat: whoever changed the identity could change a message too.
colleague-verify-step-call = Call a number that you already had.
colleague-verify-step-listen = Your colleague reads out the digits under “Your identity”. Type what you hear.
colleague-verify-step-read = Then read yours, so that they can do the same.
colleague-verify-typed = What you hear
colleague-verify-count = { $count } of { $total } digits
colleague-verify-go = Compare
colleague-verified-now = The digits are the same. The identity is your colleague's.

colleague-mismatch = This may not be { $name }.
colleague-mismatch-again = Ask for the digits once more, and look at what you typed.
colleague-mismatch-stop = If they stay different, send nothing to this identity: somebody may have put their own in its place.
colleague-mismatch-anew = Ask your colleague for the identity anew, by another way, and take it over with “New key…”.

colleague-pill-retired = Retired
colleague-pill-new-key = Key changed
colleague-pill-former-key = Former key
colleague-pill-forked = Two copies of one vault
colleague-retired-since = Retired since { $date }. Nothing goes to them; what they send is refused unless you ask for it. Who wrote what is still shown.
colleague-key-changed = Their key changed on { $date }. This fingerprint was compared and no longer counts:
colleague-key-changed-unverified = Their key changed on { $date }. This fingerprint was never compared and no longer counts:
colleague-forked = Two copies of the vault of { $name } were written to, from entry { $from } of its log on. Both are kept. Ask { $name } which copy is in use, so that only one is.
colleague-rename = Rename…
colleague-rename-title = What do you call { $name }?
colleague-rename-go = Rename
colleague-renamed = This colleague is called { $name } now.
colleague-new-key = New key…
colleague-retire = Retire…
colleague-restore = Bring back
colleague-restored = { $name } is a colleague again.
colleague-retire-title = Retire { $name }?
colleague-retire-out = Nothing more can be sent to them.
colleague-retire-in = What they send is refused unless you ask for it.
colleague-retire-kept = What they have already, they keep. Who wrote what is still shown. You can bring them back.
colleague-retire-go = Retire
colleague-retired-now = { $name } is retired.

colleague-by-qr = As a QR code
colleague-picture = Picture with the code
colleague-picture-hint = A screenshot or photograph, PNG or JPEG: the code sharp, straight and large.
colleague-copy-digits = Copy the digits
colleague-qr = Your identity as a QR code
colleague-qr-show = Show as QR code
colleague-qr-hide = Hide the QR code
colleague-qr-save = Save the code as a picture…
colleague-qr-how = A colleague photographs this and adds you with the picture. Compare the digits all the same.

colleague-key-title = A new key for { $name }
colleague-key-lede = Only when { $name } told you, by voice, that they have a new vault.
colleague-key-warning = This is not the key that { $name } had until now.
colleague-key-was-verified = You had compared the one until now. A new key means a new vault, or somebody who wants to be taken for your colleague.
colleague-key-was-unverified = You had never compared the one until now. Either of the two may be your colleague's, or neither.
colleague-key-how = Call a number that you already had, ask whether they have a new vault, and have them read out its digits.
colleague-key-until-now = Until now
colleague-key-new = New
colleague-key-compared = I compared the new digits with them by voice or side by side. They are the same.
colleague-key-go = Change the key
colleague-key-done = { $name } has the new key, and counts as not compared. Compare once more, digit by digit, before you send anything.

colleague-verify-way = How you compare
colleague-verify-by-voice = By telephone
colleague-verify-by-sight = Side by side
colleague-verify-sight = Hold this against the digits under “Your identity” on the screen of { $name }, group by group.
colleague-verify-sight-all = All twelve groups must be the same. One digit off is another identity.
colleague-verify-same = All twelve are the same

colleague-renew = Was this vault put back from a backup?
colleague-renew-why = Colleagues may have what you wrote after that backup. If this vault went on in the same log, their programs would refuse it. Begin a new one before you write, and take in a full bundle of everybody (“{ bundle-reach-all }”). It does no harm when it was not needed.
colleague-renew-go = Begin a new device log
colleague-renewed = This vault writes a new device log from now on. Your fingerprint is the same.
colleague-own-forked = Two copies of this vault were written to, from entry { $from } of the log on. Both are kept. Write in one of the copies only.
