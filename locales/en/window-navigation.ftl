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
nav-damaged = Part of the vault is damaged.
nav-damaged-parts = Damaged: { $parts }.
    .hint = Everything else can be read. First copy the whole folder of the vault to another disk. Then check the vault in the settings, where each damage comes with what to do.
nav-damage-header = the header
nav-damage-header-copy = the copy of the header
nav-damage-database = the database, parts of which cannot be read
nav-damage-database-bytes = bytes of the database that belong to no row
nav-damage-page-seal = the seal of the database file
nav-damage-state = the state that tells whether rows are missing
nav-damage-rows = rows that do not open
nav-damage-row-set = rows that are missing, added or put back to earlier ones
nav-damage-revision = a revision whose signature is wrong
nav-damage-body = the content of a revision
nav-damage-content = the content of an attachment
