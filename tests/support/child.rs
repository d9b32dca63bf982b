//! Children: the test program again, to do one thing and perhaps be killed at it.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};

/// Names the folder that a child works in; set, it says that this process is one.
const FOLDER: &str = "FIELDNOTES_TEST_CHILD";
/// Stands before each line that a child says, since the test runner speaks on the same pipe.
const MARK: &str = "@child ";

/// The command that starts this test program again to run `entry`, an ignored test, on `folder`.
pub fn command(entry: &str, folder: &Path) -> Command {
    let mut command = Command::new(std::env::current_exe().expect("a test knows its program"));
    command
        .args([
            "--exact",
            entry,
            "--ignored",
            "--nocapture",
            "--test-threads=1",
        ])
        .env(FOLDER, folder)
        .stdin(Stdio::null())
        .stdout(Stdio::piped());
    command
}

/// The folder that this process is to work in, if it is a child.
pub fn folder() -> Option<std::path::PathBuf> {
    std::env::var_os(FOLDER).map(Into::into)
}

/// Says something to the parent, at once.
pub fn say(line: &str) {
    let mut out = std::io::stdout().lock();
    // The runner may have left its line open.
    write!(out, "\n{MARK}{line}\n").expect("the parent listens");
    out.flush().expect("the parent listens");
}

/// A child at work.
pub struct Running {
    child: Child,
    out: BufReader<ChildStdout>,
    /// What it said, in order.
    pub said: Vec<String>,
}

impl Running {
    /// Starts a child.
    pub fn start(mut command: Command) -> Self {
        let mut child = command.spawn().expect("the test program starts again");
        let out = BufReader::new(child.stdout.take().expect("its output was asked for"));
        Self {
            child,
            out,
            said: Vec::new(),
        }
    }

    /// Waits for the next line. Returns whether there was one.
    pub fn read_line(&mut self) -> bool {
        let mut line = String::new();
        while self.out.read_line(&mut line).is_ok_and(|count| count > 0) {
            // A line that a kill cut short was never said.
            let whole = line
                .strip_suffix('\n')
                .and_then(|line| line.strip_prefix(MARK));
            if let Some(whole) = whole {
                self.said.push(whole.to_owned());
                return true;
            }
            line.clear();
        }
        false
    }

    /// Kills it (SIGKILL) and returns all that it said. `None` where it had ended by itself before.
    pub fn kill(mut self) -> (Vec<String>, bool) {
        let had_ended = self.child.try_wait().expect("a child of ours").is_some();
        self.child.kill().expect("a child of ours");
        while self.read_line() {}
        let status = self.child.wait().expect("a child of ours");
        assert!(
            status.success() || status.code().is_none(),
            "the child failed by itself: {status}"
        );
        (self.said, had_ended)
    }

    /// Waits until it has ended well, and returns all that it said.
    pub fn finish(mut self) -> Vec<String> {
        while self.read_line() {}
        let status = self.child.wait().expect("a child of ours");
        assert!(status.success(), "the child failed: {status}");
        self.said
    }
}

/// The most memory that this process ever held, in KiB.
pub fn peak_memory() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").expect("Linux says so");
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let number = line.and_then(|line| line.split_whitespace().next()?.parse().ok());
    number.expect("a number of KiB")
}
