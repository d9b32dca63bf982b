# What the program is, and what is and is not protected: docs/THREATS.md in short.

about-title = About Field Notes
about-what = For writing down what people tell you, where a laptop that is taken away gives nothing of it. There is no server, no account and no network.
about-protected = What is protected
about-not-protected = What is not protected
about-advice = What you can do
about-program = The program

about-keeps-seized = A laptop that is taken away
    .text = While the vault is locked, nobody learns a name, a sentence or a date without the passphrase. They see that a vault exists and roughly how large it is.
about-keeps-network = Nothing goes out by itself
    .text = The program cannot connect to anything: no update check, no crash report, no font from the web.
about-keeps-guess = A wrong guess costs time
    .text = Every guess of the passphrase costs a computer about a second and much memory.
about-keeps-bundle = A bundle is for those you chose
    .text = Only the colleagues you named open it, or who has its passphrase. Not someone who copied it on the way.
about-keeps-changed = A changed file is noticed
    .text = One changed byte in a vault, a bundle or a review package is noticed, and so is who signed it.
about-keeps-kept = Nothing is overwritten
    .text = What is saved stays saved, also when the power fails. If two people change a record, both versions stay until a person decides.
about-keeps-consent = Consent is a rule
    .text = What a narrator refused, withdrew or allowed for another use is not exported. A testimony about whose consent nothing was written does go out, and is named each time.
about-keeps-damage = Damage is not hidden
    .text = If the disk is damaged, the program says what, and opens the rest for reading.

about-not-unlocked = A vault that is open
    .text = Whoever sits at it reads what you read, and so does a virus on the computer. What stood on the screen can stay in memory for a while. Lock the vault when you leave.
about-not-camera = A camera behind you
    .text = Nor a microphone in the room, or a keyboard that someone has changed.
about-not-force = Force
    .text = Nobody can promise that you will not be made to give the passphrase. Carry less: only what the journey needs.
about-not-exists = That there is a vault
    .text = It looks like what it is, and its folder shows when it changes and how it grows. Where owning such a program is dangerous, do not carry it.
about-not-history = The past of what you send
    .text = A bundle carries every earlier state of a record, also the trash. A name that you took out is still in it. A review package carries the newest state alone.
about-not-recipients = What others do with it
    .text = Who may open a bundle or a review package can copy it and pass it on. Consent binds the program, not people.
about-not-elsewhere = What was on the disk before
    .text = A text that you typed into another program stays findable there, also after you delete it. Write here from the first word.
about-not-older = A whole older copy
    .text = If someone puts back the whole folder of last month, this laptop alone cannot notice. A colleague's next bundle shows it.
about-not-forgotten = A forgotten passphrase without recovery words
    .text = Nobody has a second key, we neither.
about-not-errors = Errors in the program
    .text = Nobody outside the project has reviewed it yet.

about-do-passphrase = Take a passphrase of six or more words that were chosen by chance, not by you.
about-do-paper = Have the recovery words on paper, in another place than the laptop.
about-do-fingerprint = Compare fingerprints with a colleague by voice before you send the first bundle.
about-do-lock = Lock the vault before you close the lid, and switch the laptop off at borders.
about-do-less = Send what a colleague needs, not all there is.
about-do-hands = If a laptop was out of your hands, treat it as someone else's.

about-version = Version { $version }
about-licence = Free software, under the MIT licence or the Apache licence 2.0, as you like.
about-fonts = Fonts: Pretendard, Gowun Batang and Noto Serif KR, under the SIL Open Font License 1.1.
