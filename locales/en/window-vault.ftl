# Making, opening and checking a vault.

vault-step = Step { $number } of { $of }

# A first vault
vault-first-title = Create vault
vault-first-lede = A vault is an encrypted folder on this computer. It keeps the testimonies and everything else that you write down. Nothing leaves it unless you send it.
vault-missing = The vault “{ $name }” that you used last cannot be found. If it is on a USB drive, plug in the drive and choose “{ vault-way-open }”.
vault-folder = Vault folder
vault-folder-hint = A new or empty folder. Do not use a folder that is uploaded to the internet automatically.
vault-folder-empty = Choose a folder.
vault-folder-taken = This folder already contains a vault. Choose another folder, or go back and open this vault.
vault-choose-title = Passphrase
vault-choose-lede = The passphrase opens the vault. It is not stored anywhere, and nobody can recover it for you.
vault-passphrase-why = These words were generated at random. Others can guess what a person makes up, sometimes within minutes, but not these words. Write them down until you know them by heart, and then destroy the paper.
vault-passphrase-another = Generate another
vault-passphrase-type-own = Enter my own
vault-passphrase-offer = Generate passphrase
vault-passphrase-own = Your passphrase
vault-passphrase-own-hint = Six or more unrelated words. No proverb, no song, no name, no date.
vault-passphrase-empty = Enter the passphrase.
vault-passphrase-weak = This passphrase is easy to guess. Anyone who takes the laptop could read everything and endanger the people in it.
vault-passphrase-weak-accept = I understand the risk and want to use this passphrase.
vault-passphrase-weak-fault = Choose a stronger passphrase, or select this box.
vault-strength-0 = Very weak: can be guessed at once.
vault-strength-1 = Weak: can be guessed within hours.
vault-strength-2 = Too weak: can be guessed with enough time.
vault-strength-3 = Good: hard to guess.
vault-strength-4 = Strong: practically impossible to guess.
vault-repeat-title = Repeat passphrase
vault-repeat-lede = Enter the passphrase again, as you will when you open the vault. This shows a typing mistake now, not later.
vault-passphrase-repeat = Passphrase
vault-passphrase-repeat-hint = Upper and lower case and spaces matter.
vault-passphrase-differs = The passphrases do not match. Use the eye button to see what you entered, or go back to see the passphrase again.
vault-create = Create vault
vault-creating = Creating the vault. This takes one or two seconds, the same time as every guess of the passphrase.

# Recovery words
vault-words-title = Recovery words
vault-words-lede = These 24 words open the vault if you forget the passphrase. They are shown only now, and nobody else has them.
vault-words-paper = Print or write them down with their numbers, and keep the paper away from this computer. Print only on a printer that you trust: it may keep a copy. Do not take a photo.
vault-words-print = Print
vault-words-stay = The recovery words are shown only now, so this page stays open. The file that you opened appears after the vault is open.
vault-not-made = No vault was created. The recovery words that you just saw are not valid: destroy the paper with them.
vault-words-written = I have them on paper
vault-sheet-title = Recovery words
vault-sheet-text = If the owner forgets the passphrase, these 24 words, in this order, open the vault. On the first screen, choose “{ vault-way-recover }” and enter them.
vault-sheet-keep = Anyone with this sheet can open the vault. Keep it away from the computer, where only you can find it. Do not photograph or copy it.
vault-proof-title = Recovery word check
vault-proof-lede = Enter three of the words from the paper, to make sure that you wrote them down correctly.
vault-proof-label = Word { $position }
vault-proof-wrong = This is not word { $position }. Check number { $position } on the paper.
vault-proof-back = Show words again
vault-proof-go = Open vault

# Unlock
vault-which = Vault: { $name }
vault-passphrase = Passphrase
vault-unlock-hint = The passphrase is not stored anywhere. If you forget it, the recovery words open the vault.
vault-opening = Opening the vault. This takes about a second.
vault-is-test = Test vault with a weak key. Do not use it for real records.
vault-is-in-use = Another program has this vault open. Close it there first.
vault-damaged = The vault is damaged.
vault-damaged-hint = First copy the whole folder to another disk. You can then open what is left read-only with the passphrase above; nothing is changed.
vault-damaged-open = Open what is left, read-only
vault-other-folder = Vault folder
vault-other-folder-hint = It can be on a USB drive.
vault-other-use = Use this vault
vault-other-none = There is no vault in this folder.
vault-way-recover = Open with recovery words
vault-way-other = Other vault
vault-way-new = New vault
vault-way-open = Open existing vault
vault-way-reader = Open review package
vault-way-about = Protection

# Recover
vault-recover-title = Open with recovery words
vault-recover-lede = Vault: { $name }. Its recovery words stay valid; you choose a new passphrase.
vault-recover-words = Recovery words
vault-recover-words-hint = All 24, in their order. Numbers, case and line breaks do not matter.
vault-recover-count = { $count } of { $of } words
vault-recover-count-wrong = { $count ->
        [0] Enter the words from the paper.
        [one] You entered 1 word; there must be 24.
       *[other] You entered { $count } words; there must be 24.
    }
vault-recover-go = Open vault

# Changing the passphrase
vault-change = Change passphrase…
vault-change-hint = Older copies of the folder still open with the old passphrase.
vault-change-go = Change passphrase
vault-changing = Changing the passphrase. This takes about a second.
vault-changed = The vault now opens with the new passphrase. The recovery words stay valid.
vault-passphrase-now = Current passphrase
vault-changed-key = Anyone with the old passphrase and an old copy of the folder could still open what you write in future. A new key prevents that.

# A new key
vault-key-title = New key
vault-key-lede = The program encrypts the whole vault again. It shows new recovery words before it changes anything.
vault-key-hint = Anyone with an old copy of the folder and an old passphrase or the recovery words could also open what you write in future. A new key prevents that. New recovery words replace the old ones.
vault-key-make = Create new key…
vault-key-drawing = Preparing a new key. This takes one or two seconds.
vault-key-words = New recovery words
vault-key-words-lede = These 24 words will replace the old ones. They are shown only now. Nothing is changed until you have confirmed them.
vault-key-go = Create new key
vault-key-stay = The new recovery words are shown only now, so this page stays open. Continue or cancel first.
vault-key-making = Encrypting the vault with the new key.
vault-key-made = The vault is encrypted with a new key. It now opens with your passphrase and the new recovery words. Older copies and backups still open as before: destroy those that you do not need, and the paper with the old words. Your identity is the same.
vault-key-not-made = Nothing was changed. The recovery words that you just saw are not valid; the old ones still are. Destroy the new paper.
vault-key-perhaps = Keep both the new and the old recovery words until you have opened the vault again: one of them opens it. No records are lost.
vault-key-offer-recovered = The vault now opens with the new passphrase. Anyone with an old copy of the folder and the old passphrase or recovery words could still open what you write in future. A new key prevents that.
vault-key-offer-done = An interrupted change to a new key is now complete. The new recovery words are valid; the old ones no longer are. If you do not have the new ones on paper, create another new key.
vault-key-offer-not-done = A change to a new key was interrupted. Nothing was changed: the old recovery words are valid, and the ones shown last are not.
vault-key-later = Not now

# What is in it
vault-facts-folder = Folder
vault-facts-records = Records
vault-facts-records-count = { $records } ({ $revisions ->
        [one] 1 revision
       *[other] { $revisions } revisions
    })
vault-facts-conflicts = Conflicts
vault-facts-drafts = Drafts
vault-facts-files = Attachments
vault-facts-files-count = { $files } ({ $size })
vault-facts-colleagues = Colleagues
vault-facts-fingerprint = Fingerprint

# Verifying
vault-verify = Check vault
vault-verifying = Checking the vault
vault-verify-whole = No damage found.
vault-verify-damaged = Damaged parts:
vault-verify-copy = Everything else that was read is intact. Before you repair anything, copy the whole folder to another disk.
vault-verify-read = Read: { $readable } of { $revisions ->
        [one] 1 revision
       *[other] { $revisions } revisions
    }, { $readable_files } of { $files ->
        [one] 1 attachment
       *[other] { $files } attachments
    }.
vault-verify-not-locked = The vault was not closed properly the last time, so some bytes could not be checked. This is not damage.
vault-verify-strangers = { $count ->
        [one] One file in the folder does
       *[other] { $count } files in the folder do
    } not belong to the vault. Nothing was changed.
vault-verify-strangers-more = and { $count } more
vault-verify-unnamed-files = Sealed files that no record uses: { $count }. They may belong to a newer state of the vault. Nothing was changed.
vault-advice-repair = This part can be restored from others. If nothing else is damaged, repair the vault with the terminal program: fieldnotes vault repair.
vault-advice-rebuild = The lists of colleagues or imports are damaged; your records are not lost. The terminal program rebuilds what it can read and reports what is lost: fieldnotes vault repair.
vault-advice-replaced = Changes saved after this copy may be missing. Look for the newer vault.db in the file versions of a sync program, or in a backup. Restore it while the vault is locked. If there is none, continue with this database in the terminal program: fieldnotes vault repair --accept-older, or, with the recovery words, fieldnotes vault recover --accept-older. Then ask your colleagues for bundles with “{ bundle-reach-all }”.
vault-advice-header-replaced = An old passphrase or old recovery words open the vault with this header. The terminal program restores the newer header from its copy: run fieldnotes vault repair with the newest passphrase. If that fails, look for the newer header in a backup.
vault-advice-content = Receive a bundle from a colleague who has the attachments, or restore the vault from a backup.
vault-advice-move = Restore the vault from a backup. If there is none, create a new vault, send what is left to it in a bundle, and receive your colleagues' bundles.

vault-part-header = Header
vault-part-header-replaced = Header: an older one, or not the one that belongs to the database
vault-part-header-copy = Copy of the header
vault-part-database = Database: parts cannot be read
vault-part-database-schema = Database: contains something that this program did not create
vault-part-database-bytes = Database: bytes outside its rows
vault-part-database-replaced = Database: an older one, or another copy
vault-part-page-seal = Seal of the database file
vault-part-state = State information: missing rows cannot be detected
vault-part-rows = Unreadable rows
vault-part-row = Unreadable row
vault-part-row-set = Rows that were removed, added or replaced with older ones
vault-part-revision = Revision with an invalid signature
vault-part-body = Content of a revision
vault-part-content = Content of an attachment
vault-part-of = { $part }: { $table }
vault-table-state = state information
vault-table-revisions = revisions
vault-table-bodies = content of revisions
vault-table-drafts = drafts
vault-table-own-identity = your own identity
vault-table-colleagues = colleagues
vault-table-files = list of attachments
vault-table-receipts = list of received bundles
vault-table-unused-space = unused space
