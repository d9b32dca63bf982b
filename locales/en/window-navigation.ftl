# What can be done from anywhere: the left pane, its menus, the command palette. `also` are other words to find it by.

nav-label = Field Notes
nav-more = More
nav-new-menu = New record of another type
nav-new-testimony = New testimony
    .also = write record interview
nav-new-person = New person
    .also = add contact
nav-new-place = New place
    .also = add location
nav-new-note = New note
    .also = add memo
nav-colleagues = Colleagues
    .also = fingerprint identity
nav-export = Send
    .also = export bundle
nav-import = Receive
    .also = import receive bundle
nav-conflicts = Conflicts
    .also = merge resolve
nav-conflicts-count = { $count ->
        [one] { $count } conflict to resolve
       *[other] { $count } conflicts to resolve
    }
nav-review-make = Create review package
    .also = export lawyer
nav-review-open = Open review package
    .also = read reviewer
nav-custody = Files that left
    .also = custody sent recipients withdrawal
nav-trash = Trash
    .also = deleted bin restore
nav-home = Overview
    .also = home start
nav-settings = Settings
    .also = preferences options passphrase language
nav-about = About and help
    .also = shortcuts version
nav-lock = Lock
    .also = close quit leave
nav-history = History of this record
    .also = revisions versions
nav-back = Back
    .also = previous
nav-language-en = Language: English
    .also = switch to english
nav-language-ko = Language: 한국어
    .also = switch to korean
nav-locking = Locking the vault. Your changes are saved as drafts.

nav-read-only = The vault is damaged and read-only.
nav-storage-read-only = The vault is read-only.
    .hint = Its disk or folder is write-protected. Remove the write protection, or copy the folder to another disk and open it there.
nav-damaged = Part of the vault is damaged.
    .hint = You can read everything else. First copy the whole vault folder to another disk. Then check the vault in the settings to see each damage and its remedy.

# The first page.

welcome-title = Overview
welcome-title-empty = Welcome
welcome-lede-empty = This vault is empty. Everything that you type is encrypted and saved within a second. It leaves this computer only when you send it.
welcome-first-new-testimony = Write first testimony
    .hint = Start writing at once. You can add the narrator, place and consent later.
welcome-first-colleagues = Add colleague
    .hint = Send each other encrypted bundles by USB drive, shared folder or email.
welcome-first-import = Receive bundle
    .hint = Open a file from a colleague.
welcome-conflicts = { $count ->
        [one] { $count } record was changed on two sides. Both versions are kept until you decide.
       *[other] { $count } records were changed on two sides. Both versions are kept until you decide.
    }
welcome-conflicts-go = Show conflicts
welcome-drafts = Drafts
welcome-last = Recently saved
welcome-records = { $count ->
        [one] { $count } record
       *[other] { $count } records
    }
welcome-colleagues = { $count ->
        [one] { $count } colleague
       *[other] { $count } colleagues
    }
welcome-all-trashed = All records are in the trash.
welcome-shortcuts = Shortcuts
welcome-shortcut-new = New testimony
welcome-shortcut-new-menu = New person, place or note
welcome-shortcut-save = Save record
welcome-shortcut-search = Search
welcome-shortcut-found = Next match
welcome-shortcut-palette = Command palette
welcome-shortcut-back = Back
welcome-shortcut-settings = Settings
welcome-shortcut-about = About and help
welcome-shortcut-lock = Lock vault
