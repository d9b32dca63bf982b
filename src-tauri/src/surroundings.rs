//! The environment that the program needs around it, before the first library looks.
//!
//! Some of it is read once, when a library is loaded. So the program begins again, once, with it set.

use std::path::Path;
use std::process::Command;
use std::sync::OnceLock;

use fieldnotes_platform::Network;

/// Set in the second beginning.
const BEGUN: &str = "FIELDNOTES_BEGUN";

/// A variable and its value.
type Variable = (&'static str, &'static str);

/// What this process needs and the page's processes do not.
///
/// Memory that is given back is overwritten: text of a record passes through buffers of GLib and WebKit in this process,
/// and would stay in them after the vault is locked. glibc overwrites on `free` (no cache by thread, which would escape
/// it), and WebKit takes its memory from glibc instead of its own pools.
const WIPING: &[Variable] = &[
    (
        "GLIBC_TUNABLES",
        "glibc.malloc.tcache_count=0:glibc.malloc.perturb=165",
    ),
    ("Malloc", "1"),
];

/// WebKit draws through the graphics card, and shows nothing where there is none.
const NO_CARD: Variable = ("WEBKIT_DISABLE_DMABUF_RENDERER", "1");

fn needed(has_card: bool) -> Vec<Variable> {
    let mut all = WIPING.to_vec();
    if !has_card {
        all.push(NO_CARD);
    }
    all
}

/// Begins again with the right environment, unless this is the second beginning. Where that fails the program goes on
/// without: a sandbox that forbids it is no reason to lose a testimony.
pub fn begin_again() {
    #[cfg(target_os = "linux")]
    {
        use std::os::unix::process::CommandExt;
        if std::env::var_os(BEGUN).is_some() {
            return;
        }
        let mut arguments = std::env::args_os();
        let name = arguments.next().unwrap_or_default();
        let mut command = Command::new("/proc/self/exe");
        command.arg0(name).args(arguments).env(BEGUN, "1");
        for (name, value) in needed(has_card(Path::new("/dev/dri"))) {
            // What the user set stands.
            if std::env::var_os(name).is_none() {
                command.env(name, value);
            }
        }
        let _ = command.exec();
    }
}

/// Variables by which others could drive the window, or look into its page. What is shipped knows none of them.
const DRIVING: &[&str] = &[
    "TAURI_AUTOMATION",
    "TAURI_WEBVIEW_AUTOMATION",
    "WEBKIT_INSPECTOR_SERVER",
    "WEBKIT_INSPECTOR_HTTP_SERVER",
];

/// Whether a test drives the window, which this variable says to the framework.
#[cfg(feature = "test-switches")]
pub fn is_driven() -> bool {
    std::env::var_os("TAURI_WEBVIEW_AUTOMATION").is_some_and(|it| it == "true")
}

/// Nobody drives what is shipped.
#[cfg(not(feature = "test-switches"))]
pub const fn is_driven() -> bool {
    false
}

/// What came of refusing the network.
static NETWORK: OnceLock<Network> = OnceLock::new();

/// Whether the kernel was asked to refuse the network and does not. Nothing here asks for one all the same, but that is all
/// that holds.
pub fn is_network_open() -> bool {
    cfg!(target_os = "linux") && NETWORK.get() == Some(&Network::NotRefused)
}

/// Has the kernel refuse the network, to the page's processes too. A driver speaks with the page over one: a window that is
/// driven, which no shipped one can be, keeps it.
pub fn refuse_network() {
    if is_driven() {
        return;
    }
    #[cfg(target_os = "linux")]
    for name in DRIVING {
        gtk::glib::unsetenv(name);
    }
    let network = NETWORK.get_or_init(fieldnotes_platform::refuse_network);
    if *network == Network::NotRefused && cfg!(target_os = "linux") {
        crate::spoken::network_open();
    }
}

/// Takes back what only this process needs, before it starts another one.
pub fn spare_the_children() {
    #[cfg(target_os = "linux")]
    {
        for (name, _) in WIPING {
            gtk::glib::unsetenv(name);
        }
        gtk::glib::unsetenv(BEGUN);
    }
}

/// Whether a screen is named where a window can be shown.
pub fn has_display() -> bool {
    !cfg!(target_os = "linux")
        || ["WAYLAND_DISPLAY", "DISPLAY"]
            .iter()
            .any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()))
}

fn has_card(folder: &Path) -> bool {
    std::fs::read_dir(folder).is_ok_and(|entries| {
        entries.flatten().any(|entry| {
            let name = entry.file_name();
            name.to_string_lossy().starts_with("renderD")
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_card_is_found_by_its_render_node() {
        let folder = tempfile::tempdir().expect("a folder");
        assert!(!has_card(&folder.path().join("dri")));
        std::fs::write(folder.path().join("card0"), "").expect("written");
        assert!(!has_card(folder.path()));
        std::fs::write(folder.path().join("renderD128"), "").expect("written");
        assert!(has_card(folder.path()));
        assert!(needed(false).contains(&NO_CARD) && !needed(true).contains(&NO_CARD));
    }
}
