# Making, opening and checking a vault.

vault-step = Step { $number } of { $of }

# A first vault
vault-first-title = Make a vault
vault-first-lede = A vault is an encrypted folder on this computer. What people tell you is kept in it, and nothing leaves it by itself.
vault-missing = The vault of last time, “{ $name }”, is not where it was. If it is on a stick, plug that in and choose “Open a vault that is there already”.
vault-folder = Folder of the vault
vault-folder-hint = A new or empty folder. A folder that is copied to the internet by itself is not a good place.
vault-folder-empty = Choose a folder.
vault-folder-taken = There is a vault in this folder already. Choose another folder, or go back and open it.
vault-choose-title = A passphrase
vault-choose-lede = It opens the vault. It is kept nowhere, and nobody can look it up for you.
vault-passphrase-why = These words were chosen by chance. What a person thinks up, others can guess, sometimes within minutes; these they cannot. Write them down for the first days, until you know them by heart, and then destroy the paper.
vault-passphrase-another = Another one
vault-passphrase-type-own = Type my own
vault-passphrase-offer = Take one chosen by chance
vault-passphrase-own = Your passphrase
vault-passphrase-own-hint = Six or more words that do not belong together. No saying, no song, no name, no date.
vault-passphrase-empty = Type the passphrase.
vault-passphrase-weak = This passphrase would be guessed. Whoever takes the laptop would then read everything, and the people in it would be in danger.
vault-passphrase-weak-accept = I understand, and want this one all the same.
vault-passphrase-weak-fault = Take a stronger passphrase, or tick this.
vault-strength-0 = Very weak: guessed at once.
vault-strength-1 = Weak: guessed within hours.
vault-strength-2 = Too weak: guessed by someone with time.
vault-strength-3 = Good: hard to guess.
vault-strength-4 = Strong: out of reach.
vault-repeat-title = Once more
vault-repeat-lede = Type the passphrase again, as you will when you open the vault. A slip shows now and not later.
vault-passphrase-repeat = The passphrase again
vault-passphrase-repeat-hint = Capitals and spaces count.
vault-passphrase-differs = This is not the same. Look at both with the eye, or go back to see the passphrase again.
vault-create = Make the vault
vault-creating = Making the vault. This takes a second or two: the same time that every guess would cost.

# Recovery words
vault-words-title = Recovery words
vault-words-lede = These 24 words open the vault when the passphrase is forgotten. They are shown only now, and nobody else has them.
vault-words-paper = Print them or write them by hand, with their numbers, and keep the paper in another place than this computer. Print only on a printer that you trust: it may keep a copy. Do not take a photograph.
vault-words-print = Print
vault-words-stay = These words are shown only now, so they stay. The file that you opened is shown when the vault is open.
vault-not-made = No vault was made. The recovery words that were just shown are not valid: throw the paper with them away.
vault-words-written = I have them on paper
vault-sheet-title = Recovery words
vault-sheet-text = These 24 words, in this order, open what their owner keeps when the passphrase is forgotten. On the first screen choose “Open with recovery words” and type them.
vault-sheet-keep = Whoever has this sheet can open it. Keep it apart from the computer, where only you find it. Do not photograph or copy it.
vault-proof-title = Three of the words
vault-proof-lede = Type them from the paper, so that you know it is right.
vault-proof-label = Word { $position }
vault-proof-wrong = This is not word { $position }. Look at number { $position } on the paper.
vault-proof-back = Show the words again
vault-proof-go = Open the vault

# Unlock
vault-which = Vault: { $name }
vault-passphrase = Passphrase
vault-unlock-hint = The passphrase is kept nowhere. If it is forgotten, the recovery words open the vault.
vault-opening = Opening the vault. This takes about a second.
vault-is-test = Test vault: its key is weak. Not for real work.
vault-is-in-use = Another program has this vault open. Close it there first.
vault-damaged = The vault is damaged.
vault-damaged-hint = Copy the whole folder to another disk first. What is left can be opened for reading with the passphrase above; nothing is written.
vault-damaged-open = Open what is left, for reading
vault-other-folder = Folder of the vault
vault-other-folder-hint = For example on a stick.
vault-other-use = Use this vault
vault-other-none = There is no vault in this folder.
vault-way-recover = Open with recovery words
vault-way-other = Another vault
vault-way-new = New vault
vault-way-open = Open a vault that is there already
vault-way-reader = Read a review package
vault-way-about = What is protected

# Recover
vault-recover-title = Open with recovery words
vault-recover-lede = The vault: { $name }. Its recovery words stay valid; the passphrase will be a new one.
vault-recover-words = The 24 words
vault-recover-words-hint = In their order. Numbers, capitals and line breaks do not matter.
vault-recover-count = { $count } of { $of } words
vault-recover-count-wrong = { $count ->
        [0] Type the words from the paper.
        [one] There is one word here; there must be 24.
       *[other] There are { $count } words here; there must be 24.
    }
vault-recover-go = Open the vault

# Changing the passphrase
vault-change = Change the passphrase…
vault-change-hint = Older copies of the folder still open with the older passphrase.
vault-change-go = Change it
vault-changing = Changing the passphrase. This takes about a second.
vault-changed = The vault opens with the new passphrase now. The recovery words stay valid.
vault-passphrase-now = The passphrase of today
vault-changed-key = Whoever knows the old passphrase and has an old copy of the folder could still open what you write from now on. A new key ends that.

# A new key
vault-key-title = New key
vault-key-lede = Everything in the vault is sealed again. New recovery words are shown before anything is changed.
vault-key-hint = Whoever has an old copy of the folder, and an old passphrase or the recovery words, could also open what you write from now on. A new key ends that. New recovery words replace the old ones.
vault-key-make = Make a new key…
vault-key-drawing = Drawing a new key. This takes a second or two.
vault-key-words = New recovery words
vault-key-words-lede = These 24 words will replace the old ones, and are shown only now. Nothing is changed until you have confirmed them.
vault-key-go = Make the new key
vault-key-stay = These words are shown only now, so they stay. Go on or cancel first.
vault-key-making = Sealing everything again under the new key.
vault-key-made = Everything is sealed again under a new key. From now on the vault opens with your passphrase and the new recovery words. Older copies and backups still open as they did: destroy those that you do not need, and the paper with the old words. Your identity is the same as before.
vault-key-not-made = Nothing was changed. The recovery words that were just shown are not valid; the old ones still are. Throw the new paper away.
vault-key-perhaps = Keep the new recovery words and the old ones until the vault has been opened again: one or the other opens it, and nothing in it is lost.
vault-key-offer-recovered = The vault opens with the new passphrase now. Whoever has an old copy of the folder, and the old passphrase or the recovery words, could still open what you write from now on. A new key ends that.
vault-key-offer-done = Making a new key was interrupted, and is finished now. The new recovery words are valid, the old ones no longer are. If you do not have the new ones on paper, make another new key.
vault-key-offer-not-done = Making a new key was interrupted. Nothing was changed: the old recovery words are valid, and those that were shown last are not.
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
vault-verify = Check the whole vault
vault-verifying = Checking every byte of the vault
vault-verify-whole = Nothing is damaged.
vault-verify-damaged = Parts of the vault are damaged:
vault-verify-copy = Everything else that was read is whole. Before you do anything about it, copy the whole folder to another disk.
vault-verify-read = Read: { $readable } of { $revisions ->
        [one] 1 revision
       *[other] { $revisions } revisions
    }, { $readable_files } of { $files ->
        [one] 1 attachment
       *[other] { $files } attachments
    }.
vault-verify-not-locked = The vault was not closed in order the last time, so some bytes could not be compared. That is no damage.
vault-verify-strangers = { $count ->
        [one] One file in the folder does
       *[other] { $count } files in the folder do
    } not belong to the vault. It is left as it is.
vault-verify-strangers-more = and { $count } more
vault-verify-unnamed-files = Sealed files that nothing in the vault names: { $count }. They may belong to a newer state of it, and are left as they are.
vault-advice-repair = Nothing that you wrote is lost by damage to the header or the seal. The terminal program mends it: fieldnotes vault repair.
vault-advice-rebuild = Colleagues and imports: nothing that you wrote is lost. The terminal program rebuilds the lists as far as they can be read, and says what it could not keep: fieldnotes vault repair.
vault-advice-replaced = What was saved since may be missing. Look for the newer vault.db: in the versions that a synchronising program keeps, or in a backup. Put it back while the vault is locked. Where there is none, the terminal program goes on with the database as it is: fieldnotes vault repair --accept-older, or, with the recovery words, fieldnotes vault recover --accept-older. Then ask your colleagues for everything.
vault-advice-header-replaced = An old passphrase or old recovery words open the vault by it. The terminal program puts the newer header back from its copy: fieldnotes vault repair, with the newest passphrase. Else look for the newer header in a backup.
vault-advice-content = Attachments: take in a bundle of a colleague who has them; that mends it. Else put the vault back from a backup.
vault-advice-move = Put the vault back from a backup. Where there is none, make a new vault, hand what is left over to it in a bundle, and take in the bundles of colleagues.

vault-part-header = The header
vault-part-header-replaced = The header, which is an older one, or another than the database names
vault-part-header-copy = The copy of the header
vault-part-database = The database, which cannot be read in all its parts
vault-part-database-schema = The database, in which something stands that this program did not make
vault-part-database-bytes = Bytes of the database outside of its rows
vault-part-database-replaced = The database, which is an older one or another copy
vault-part-page-seal = The seal over the database file
vault-part-state = The state, so that missing rows cannot be told
vault-part-rows = Rows that do not open
vault-part-row = A row that does not open
vault-part-row-set = Rows that were removed, added or put back in an older form
vault-part-revision = A revision whose signature does not hold
vault-part-body = What a revision says
vault-part-content = The content of an attachment
vault-part-of = { $part }: { $table }
vault-table-state = the state
vault-table-revisions = revisions
vault-table-bodies = what revisions say
vault-table-drafts = drafts
vault-table-own-identity = your own identity
vault-table-colleagues = colleagues
vault-table-files = the list of attachments
vault-table-receipts = the list of bundles that were taken in
vault-table-unused-space = space that held nothing
