# Settings.

settings-title = Settings
settings-window = Appearance
settings-language = Language
settings-theme = Theme
settings-theme-system = Same as system
settings-theme-light = Light
settings-theme-dark = Dark
settings-lock-after = Automatic lock
settings-lock-minutes = { $minutes ->
        [one] After 1 minute of inactivity
       *[other] After { $minutes } minutes of inactivity
    }
settings-lock-never = Never
settings-lock-hint = What you are typing is saved as a draft. The vault also locks when the computer sleeps and when its screen is locked.
settings-lock-never-hint = The vault stays open while you are away. It still locks when the computer sleeps and when its screen is locked.
settings-passphrase = Passphrase
settings-key = Key
settings-vault = Vault
settings-protection = Protection on this computer
settings-clipboard = Clipboard
settings-clipboard-text = The clipboard is cleared 30 seconds after you copy something here, and when the vault locks. Until then other programs can read it.
settings-capture = Screen capture
settings-capture-text = On this system, no program can prevent another one from capturing the screen. Lock the vault before you share your screen.
settings-memory = Keys in memory
settings-memory-locked = The keys stay in memory and are never written to the disk.
settings-swap = Swap space
settings-swap-off = This computer does not write memory to the disk while it runs. Hibernation does: lock the vault first.
settings-swap-encrypted = This computer's swap space is encrypted.
settings-swap-plain = This computer's swap space does not seem to be encrypted: what you read while the vault is open may stay on the disk. Turn swap off or encrypt it, and do not hibernate with the vault open.
settings-swap-unknown = This system does not show whether its swap space is encrypted. Encrypt the whole disk.
settings-network = Network
settings-network-refused = The kernel blocks network connections of this app.
settings-network-open = The kernel does not block network connections of this app here. The app opens none, but nothing stops the libraries that it uses.
settings-page = Page process
settings-page-walled = The process that displays this page is isolated: it cannot see your files or other programs.
settings-page-open = The process that displays this page is not isolated on this computer (this needs the programs bubblewrap and xdg-dbus-proxy). An attack on it could reach everything that you can reach.
settings-memory-not-locked = This system does not allow locking memory and may write the keys to its swap space. Switch the computer off before you leave it, and encrypt its disk.
