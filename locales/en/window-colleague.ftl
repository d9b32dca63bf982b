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
colleague-mismatch-anew = Ask your colleague for the identity anew, by another way, and add it under another name.
