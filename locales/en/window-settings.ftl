# Settings.

settings-title = Settings
settings-window = The window
settings-language = Language
settings-theme = Colours
settings-theme-system = As the system has them
settings-theme-light = Light
settings-theme-dark = Dark
settings-lock-after = Lock by itself
settings-lock-minutes = { $minutes ->
        [one] After one minute without a touch
       *[other] After { $minutes } minutes without a touch
    }
settings-lock-never = Never
settings-lock-hint = What is being typed is kept as a draft. The vault also locks when the computer sleeps and when its screen is locked.
settings-lock-never-hint = The vault then stays open while you are away. It still locks when the computer sleeps and when its screen is locked.
settings-passphrase = Passphrase
settings-key = Key
settings-vault = The vault
settings-protection = What this computer lets us protect
settings-clipboard = What you copy
settings-clipboard-text = The clipboard is cleared 30 seconds after you copy something here, and when the vault is locked. Until then other programs can read it.
settings-capture = Pictures of the screen
settings-capture-text = On this system no program can prevent that another one takes pictures of the screen. Lock the vault when you share your screen.
settings-memory = Keys in memory
settings-memory-locked = The keys stay in memory and are never written to the disk.
settings-swap = What does not fit into memory
settings-swap-off = This computer writes nothing of its memory to the disk while it runs. One that hibernates does: lock the vault before.
settings-swap-encrypted = This computer's swap is encrypted.
settings-swap-plain = This computer's swap is not encrypted, as far as can be seen: what you read while the vault is open may stay on the disk. Turn swap off or encrypt it, and do not hibernate with the vault open.
settings-swap-unknown = This system does not say whether its swap is encrypted. Encrypt the whole disk.
settings-network = Network
settings-network-refused = The kernel refuses network connections to this app.
settings-network-open = The kernel does not refuse network connections to this app here. The app opens none, but the libraries that it uses are not held back.
settings-page = What draws the window
settings-page-walled = The process that draws this page runs walled in: it sees none of your files and no other program.
settings-page-open = The process that draws this page could not be walled in here (it takes the programs bubblewrap and xdg-dbus-proxy). A fault in it would reach what you can reach.
settings-memory-not-locked = The system does not allow memory to be locked here and may write the keys to its swap file. Switch the computer off when it leaves your hands, and have its disk encrypted.
