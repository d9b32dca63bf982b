# What can be done from anywhere: the left pane, its menus, the command palette. `also` are other words to find it by.

nav-label = Field Notes
nav-more = More
nav-new-menu = Another kind of record
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
nav-import = Take in
    .also = import receive bundle
nav-conflicts = Conflicts
    .also = merge settle
nav-conflicts-count = { $count ->
        [one] { $count } to settle
       *[other] { $count } to settle
    }
nav-review-make = Make a review package
    .also = export lawyer
nav-review-open = Open a review package
    .also = read reviewer
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
nav-locking = Locking. What you typed is being kept.

nav-read-only = The vault is damaged and open for reading only.
nav-storage-read-only = The vault is open for reading only.
    .hint = Its disk or folder cannot be written to. Remove the write protection, or copy the folder to another disk and open it there.
nav-damaged = Part of the vault is damaged.
    .hint = Everything else can be read. First copy the whole folder of the vault to another disk. Then check the vault in the settings, where each damage comes with what to do.

# The first page.

welcome-title = Overview
welcome-title-empty = A new notebook
welcome-lede-empty = Nothing is written yet. Everything that you type is encrypted and kept within a second; it never leaves this computer unless you send it.
welcome-first-new-testimony = Write the first testimony
    .hint = The caret is in the text at once. Who, where and consent can be filled in later.
welcome-first-colleagues = Add a colleague
    .hint = Then you can send each other encrypted bundles, by USB stick, shared folder or mail.
welcome-first-import = Take in a bundle
    .hint = If a colleague has given you a file.
welcome-conflicts = { $count ->
        [one] { $count } record was changed on two sides. Both are kept until you choose.
       *[other] { $count } records were changed on two sides. Both are kept until you choose.
    }
welcome-conflicts-go = See conflicts
welcome-drafts = Being written
welcome-last = Saved last
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
welcome-shortcut-new-menu = Person, place or note
welcome-shortcut-save = Save what you write
welcome-shortcut-search = Search
welcome-shortcut-found = Next place that was found
welcome-shortcut-palette = Do or find by name
welcome-shortcut-back = Back
welcome-shortcut-settings = Settings
welcome-shortcut-about = About and help
welcome-shortcut-lock = Lock
