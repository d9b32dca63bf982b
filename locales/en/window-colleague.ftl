# Colleagues, and who this vault is to them.

copy = Copy
copy-done = Copied
copy-failed = Could not copy

colleague-title = Colleagues
colleague-lede = The people you exchange bundles with. Each of you must add the other once.
colleague-none = No colleagues yet.
colleague-none-hint = Give a colleague your identity, ask for theirs, and add it here.
colleague-fingerprint = Fingerprint: 60 digits
colleague-verified = Verified
colleague-unverified = Not verified
colleague-verified-on = Verified on { $date }
colleague-added-on = Added on { $date }
colleague-unverified-why = Until you verify the fingerprint, nobody knows whether this identity is really theirs.
colleague-looks-like = This name looks like { $name }. Rename one of the two.
colleague-verify = Verify fingerprint…

colleague-own = Your identity
colleague-own-lede = Your identity is not secret: send it to colleagues in any way. The digits are your fingerprint. Read them out when a colleague calls to verify it.
colleague-own-save = Save to file…
colleague-own-saved = Identity saved to { $path }. Give this file to your colleague, then verify fingerprints by telephone.

colleague-add = Add colleague
colleague-add-lede = Your colleagues find their identity under “Colleagues” in their own app.
colleague-add-go = Add colleague
colleague-name = Name
colleague-name-hint = Your name for them. Only you see it.
colleague-by = Source of the identity
colleague-by-file = File
colleague-by-line = Text
colleague-file = Identity file
colleague-line = Identity text, starting with fieldnotes-identity-1
colleague-added = { $name } was added. Verify their fingerprint by telephone before you send the first bundle.

colleague-verify-title = Verify fingerprint: { $name }
colleague-verify-lede = Read these digits to each other by telephone or in person, not by email or chat: somebody who changed the identity could change a message too.
colleague-verify-step-call = Call a number that you already have.
colleague-verify-step-listen = Your colleague reads out the digits under “Your identity”. Enter them as they read.
colleague-verify-step-read = Then read out your digits, so that they can verify yours.
colleague-verify-typed = Digits your colleague reads
colleague-verify-count = { $count } of { $total } digits
colleague-verify-go = Verify
colleague-verified-now = The digits match. This colleague is verified.

colleague-mismatch = The digits do not match. This may not be { $name }.
colleague-mismatch-again = Ask for the digits again, and check what you entered.
colleague-mismatch-stop = If they still differ, send nothing to this identity. Somebody may have replaced it with their own.
colleague-mismatch-anew = Ask your colleague to send the identity again in another way, and add it with “{ colleague-new-key }”.

colleague-pill-retired = Retired
colleague-pill-new-key = Key changed
colleague-pill-former-key = Former key
colleague-pill-forked = Copied vault
colleague-retired-since = Retired since { $date }. You cannot send to them, and their bundles are refused unless you allow them. What they wrote still shows their name.
colleague-key-changed = Their key changed on { $date }. This verified fingerprint is no longer valid:
colleague-key-changed-unverified = Their key changed on { $date }. This fingerprint was never verified and is no longer valid:
colleague-forked = Two copies of the vault of { $name } were used. They differ from entry { $from } of its device log. Both are kept. Ask { $name } which copy is in use, and make sure that only one is.
colleague-rename = Rename…
colleague-rename-title = Rename { $name }
colleague-rename-go = Rename
colleague-renamed = Renamed to { $name }.
colleague-new-key = Change key…
colleague-retire = Retire…
colleague-restore = Restore
colleague-restored = { $name } was restored.
colleague-retire-title = Retire { $name }?
colleague-retire-out = You can no longer send to them.
colleague-retire-in = Their bundles are refused unless you allow them.
colleague-retire-kept = They keep what you sent before. What they wrote still shows their name. You can restore them at any time.
colleague-retire-go = Retire
colleague-retired-now = { $name } was retired.

colleague-by-qr = QR code
colleague-picture = Picture of the QR code
colleague-picture-hint = A screenshot or photo, PNG or JPEG. The code must be sharp, straight and large.
colleague-copy-digits = Copy digits
colleague-qr = Your identity as a QR code
colleague-qr-show = Show QR code
colleague-qr-hide = Hide QR code
colleague-qr-save = Save QR code…
colleague-qr-how = A colleague can photograph this code and add you with the picture. They must still verify the digits.

colleague-key-title = Change key: { $name }
colleague-key-lede = Change the key only if { $name } said by telephone or in person that they have a new vault.
colleague-key-warning = This key differs from the current key of { $name }.
colleague-key-was-verified = The current key is verified. A new key means that they have a new vault, or that somebody is impersonating them.
colleague-key-was-unverified = The current key was never verified. Either of the two may be your colleague's, or neither.
colleague-key-how = Call a number that you already have. Ask whether they have a new vault, and have them read out its digits.
colleague-key-until-now = Current key
colleague-key-new = New key
colleague-key-compared = I compared the new digits with them by telephone or in person, and they match.
colleague-key-go = Change key
colleague-key-done = { $name } has the new key and is not verified. Verify the fingerprint, digit by digit, before you send anything.

colleague-verify-way = Method
colleague-verify-by-voice = By telephone
colleague-verify-by-sight = In person
colleague-verify-sight = Compare this with the digits under “Your identity” on the screen of { $name }, group by group.
colleague-verify-sight-all = All twelve groups must match. If one digit differs, it is another identity.
colleague-verify-same = All twelve groups match

colleague-renew = Restored backup
colleague-renew-why = After you restore this vault from a backup, colleagues may have later changes of yours. Their programs refuse what you write in the same device log. Start a new device log before you write, and ask everyone for a bundle with “{ bundle-reach-all }”. Starting one without need does no harm.
colleague-renew-go = Start new device log
colleague-renewed = This vault now uses a new device log. Your fingerprint is the same.
colleague-own-forked = Two copies of this vault were used. They differ from entry { $from } of the device log. Both are kept. From now on, use only one copy.
