# What the program is, and what is and is not protected: docs/THREATS.md in short.

about-title = About Field Notes
about-what = Field Notes keeps the testimonies you write down encrypted, even if your laptop is taken away. There is no server, no account and no network connection.
about-protected = Protected
about-not-protected = Not protected
about-advice = Advice
about-program = Program

about-keeps-seized = A seized laptop
    .text = While the vault is locked, nobody learns a name, a sentence or a date without the passphrase. They can see that a vault exists and roughly how large it is.
about-keeps-network = No network connection
    .text = The program cannot connect to anything: no update check, no crash report, no font from the web.
about-keeps-guess = Expensive guesses
    .text = Every guess of the passphrase costs a computer about a second and much memory.
about-keeps-bundle = Bundles for their recipients only
    .text = Only the recipients can open a bundle, or anyone with its passphrase. Somebody who copied it on the way cannot.
about-keeps-changed = Detected changes
    .text = The program detects a single changed byte in a vault, a bundle or a review package, and verifies who signed it.
about-keeps-kept = Nothing overwritten
    .text = Saved records survive a power failure. If two people change a record, both versions stay until a person decides.
about-keeps-consent = Consent
    .text = The program does not send what a narrator refused, withdrew, or allowed for another purpose only. A testimony without recorded consent is only sent to colleagues inside the organisation, and named each time.
about-keeps-damage = Reported damage
    .text = If the disk is damaged, the program shows which parts, and opens the rest read-only.

about-not-unlocked = An open vault
    .text = Anyone at the computer can read what you read, and so can a virus on it. What was on the screen can stay in memory for a while. Lock the vault when you leave.
about-not-camera = Cameras and microphones
    .text = A camera behind you, a microphone nearby, or a keyboard that somebody changed.
about-not-force = Coercion
    .text = Somebody may force you to give the passphrase. Carry only what the journey needs.
about-not-exists = The existence of a vault
    .text = A vault is recognisable, and its folder shows when it changes and how it grows. Where owning such a program is dangerous, do not carry it.
about-not-history = Earlier revisions in bundles
    .text = A bundle contains every earlier revision of a record, and records in the trash. A name that you removed is still in it. A review package contains only the newest revision.
about-not-recipients = Recipients
    .text = Anyone who can open a bundle or a review package can copy it and pass it on. The program follows the consent; people may not.
about-not-elsewhere = Text from other programs
    .text = Text that you typed into another program can still be found there, even after you delete it. Write here from the first word.
about-not-older = An older copy of the vault
    .text = If somebody replaces the whole folder with last month's copy, this laptop alone cannot detect it. A colleague's next bundle shows it.
about-not-forgotten = A forgotten passphrase without recovery words
    .text = Nobody has a second key, not even the developers.
about-not-errors = Program errors
    .text = Nobody outside the project has reviewed it yet.

about-do-passphrase = Use a passphrase of at least six randomly generated words. Do not make one up.
about-do-paper = Keep the recovery words on paper, away from the laptop.
about-do-fingerprint = Verify a colleague's fingerprint by telephone or in person before you send the first bundle.
about-do-lock = Lock the vault before you close the lid, and switch off the laptop at borders.
about-do-less = Send only what a colleague needs.
about-do-hands = If somebody else had the laptop, no longer trust it.

about-version = Version { $version }
about-licence = Free software, under the MIT licence or the Apache licence 2.0, at your choice.
about-fonts = Fonts: Pretendard, Gowun Batang and Noto Serif KR, under the SIL Open Font License 1.1.
