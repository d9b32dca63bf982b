//! The engine's own sandbox around the process of the page: it sees no file of the user's, no other process, and a session bus
//! through a filter. docs/decisions/021-the-host.md.

use std::process::{Command, Stdio};
use std::sync::OnceLock;

/// This variable configures the engine before its first process starts: the framework has no switch for it, and offers the
/// engine's own only when that is too late. What the user set stands, so that a machine where it does not work can be worked at.
const FORCE: &str = "WEBKIT_FORCE_SANDBOX";

/// What the engine starts to put the walls up. It looks for them there and nowhere else, and ends the program where one fails.
const BUILDER: &str = "/usr/bin/bwrap";
const BUS_FILTER: &str = "/usr/bin/xdg-dbus-proxy";

/// What the engine asks of the builder, around a program that does nothing.
const TRIAL: &[&str] = &[
    "--die-with-parent",
    "--unshare-user-try",
    "--unshare-pid",
    "--unshare-uts",
    "--unshare-ipc",
    "--unshare-net",
    "--ro-bind",
    "/",
    "/",
    "--proc",
    "/proc",
    "--dev",
    "/dev",
    "--",
    "/usr/bin/true",
];

static STAND: OnceLock<bool> = OnceLock::new();

/// Whether the page's process is walled in.
pub fn stand() -> bool {
    STAND.get() == Some(&true)
}

/// Has the engine wall the page's process in, where this machine can. Tried under the same filter of system calls as the engine
/// will be, so behind it, and before the toolkit is begun.
pub fn put_up() {
    #[cfg(target_os = "linux")]
    {
        let stands = match std::env::var_os(FORCE) {
            Some(value) => value == "1",
            None => {
                let can = holds(BUILDER, TRIAL) && holds(BUS_FILTER, &["--version"]);
                can && gtk::glib::setenv(FORCE, "1", true).is_ok()
            }
        };
        // Only the first set counts, and this is the only one.
        let _ = STAND.set(stands);
    }
}

/// Whether a program can be started and says that all is well.
fn holds(program: &str, arguments: &[&str]) -> bool {
    Command::new(program)
        .args(arguments)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_or_fails_does_not_hold() {
        assert!(holds("true", &[]));
        assert!(!holds("false", &[]));
        assert!(!holds("/nowhere/bwrap", TRIAL));
    }
}
