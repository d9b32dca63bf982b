//! What was copied does not stay on the clipboard.

#[cfg(target_os = "linux")]
mod linux {
    use std::cell::Cell;

    use gtk::{gdk, glib};

    /// Long enough to paste it, short enough to be forgotten.
    const SECONDS: u32 = 30;

    thread_local! {
        /// Counts what was copied, so that an earlier timer does not clear a later copy.
        static COPIES: Cell<u64> = const { Cell::new(0) };
    }

    /// Clears the clipboard in a while, if it is still ours then. On the main thread.
    pub fn clear_later() {
        let copy = COPIES.get() + 1;
        COPIES.set(copy);
        glib::timeout_add_seconds_local_once(SECONDS, move || {
            if COPIES.get() == copy {
                clear_one(&gdk::SELECTION_CLIPBOARD);
            }
        });
    }

    /// Clears the clipboard, and what was last selected with the mouse, where they are ours. On the main thread.
    pub fn clear() {
        clear_one(&gdk::SELECTION_CLIPBOARD);
        clear_one(&gdk::SELECTION_PRIMARY);
    }

    fn clear_one(selection: &gdk::Atom) {
        // What another program put there is left alone: GTK clears only what this process owns.
        gtk::Clipboard::get(selection).clear();
    }
}

#[cfg(target_os = "linux")]
pub use linux::{clear, clear_later};

#[cfg(not(target_os = "linux"))]
mod elsewhere {
    /// Not written yet.
    pub fn clear_later() {}
    /// Not written yet.
    pub fn clear() {}
}

#[cfg(not(target_os = "linux"))]
pub use elsewhere::{clear, clear_later};
