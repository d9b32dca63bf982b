# What the program with the window says on the terminal, where there is no window.

desktop-no-display =
    Field Notes needs a screen, but neither DISPLAY nor WAYLAND_DISPLAY names one that works.
    Without a screen, use the terminal program: fieldnotes --help
desktop-network-open = Note: the kernel does not block network connections of Field Notes here. Field Notes opens none, but nothing stops the libraries that it uses.
desktop-no-window = Field Notes could not open its window. Check that WebKitGTK 4.1 is installed (package libwebkit2gtk-4.1-0).
desktop-help =
    fieldnotes-desktop [FILE…]

    Opens Field Notes, with bundles or review packages if files are named.

    { "  " }-V, --version   show the version
    { "  " }-h, --help      show this help
