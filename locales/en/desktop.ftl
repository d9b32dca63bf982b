# What the program with the window says on the terminal, where there is no window.

desktop-no-display =
    Field Notes needs a screen, and there is none here (neither DISPLAY nor WAYLAND_DISPLAY leads to one).
    Without a screen use the program for the terminal: fieldnotes --help
desktop-network-open = Note: the kernel does not refuse network connections to Field Notes here. Field Notes opens none, but the libraries that it uses are not held back.
desktop-no-window = Field Notes could not open its window. Is WebKitGTK 4.1 installed (package libwebkit2gtk-4.1-0)?
desktop-help =
    fieldnotes-desktop [FILE…]

    Opens Field Notes, with bundles or review packages if files are named.

    { "  " }-V, --version   say the version
    { "  " }-h, --help      say this
