//! The processes that a stage starts: they end with it, whatever happens.
//!
//! Three nets: what was started directly dies with the thread that started it (`setpriv --pdeathsig`); when a stage ends,
//! every process that carries its mark in its environment is ended; and a stage that begins ends what stages of tests that
//! are no longer there have left.

use std::ffi::OsStr;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use crate::waiting;

/// The variable that marks the processes of a stage: the process of the test, a dash, a number.
const MARK: &str = "FIELDNOTES_STAGE";

/// All processes of one stage.
pub struct Processes {
    mark: String,
    started: Vec<Child>,
}

impl Processes {
    pub fn new() -> Self {
        static STAGES: AtomicU32 = AtomicU32::new(0);
        end_all(|mark| {
            let owner = mark.split('-').next().unwrap_or_default();
            !owner.is_empty() && !PathBuf::from("/proc").join(owner).exists()
        });
        let number = STAGES.fetch_add(1, Ordering::Relaxed);
        Self {
            mark: format!("{}-{number}", std::process::id()),
            started: Vec::new(),
        }
    }

    /// A program that will die with this test.
    pub fn command(&self, program: impl AsRef<OsStr>) -> Command {
        let mut command = Command::new("setpriv");
        command
            .args(["--pdeathsig", "KILL", "--"])
            .arg(program)
            .env_clear()
            .env(MARK, &self.mark)
            .stdin(Stdio::null());
        command
    }

    /// Starts it and returns its number.
    pub fn start(&mut self, mut command: Command) -> u32 {
        let child = command
            .spawn()
            .unwrap_or_else(|error| panic!("{command:?} does not start: {error}"));
        let pid = child.id();
        self.started.push(child);
        pid
    }

    /// Starts it and returns the first line that it prints, and its number.
    pub fn start_and_listen(&mut self, mut command: Command) -> (String, u32) {
        command.stdout(Stdio::piped());
        let pid = self.start(command);
        let child = self.started.last_mut().expect("just started");
        let out = child.stdout.take().expect("piped");
        let mut line = String::new();
        let mut out = BufReader::new(out);
        out.read_line(&mut line).expect("it speaks");
        // Kept open: some programs end when nobody listens.
        std::mem::forget(out);
        (line.trim().to_owned(), pid)
    }

    /// Ends one that was started, as a power cut would.
    pub fn kill(&mut self, pid: u32) {
        if let Some(at) = self.started.iter().position(|child| child.id() == pid) {
            let mut child = self.started.remove(at);
            child.kill().ok();
            child.wait().ok();
        }
    }

    /// Whether one that was started has ended by itself.
    pub fn has_ended(&mut self, pid: u32) -> bool {
        self.started
            .iter_mut()
            .find(|child| child.id() == pid)
            .is_none_or(|child| matches!(child.try_wait(), Ok(Some(_)) | Err(_)))
    }

    /// The processes of this stage that run a program of this name.
    pub fn named(&self, program: &str) -> Vec<u32> {
        marked(|mark| mark == self.mark)
            .into_iter()
            .filter(|pid| {
                let exe = fs::read_link(format!("/proc/{pid}/exe")).unwrap_or_default();
                exe.file_name().is_some_and(|name| name == program)
            })
            .collect()
    }
}

impl Default for Processes {
    fn default() -> Self {
        Self::new()
    }
}

impl Drop for Processes {
    fn drop(&mut self) {
        for child in &mut self.started {
            child.kill().ok();
        }
        waiting::within(Duration::from_secs(5), || {
            (end_all(|mark| mark == self.mark) == 0).then_some(())
        });
        for child in &mut self.started {
            child.wait().ok();
        }
    }
}

/// Kills the processes whose mark is meant; says how many there were.
fn end_all(is_meant: impl Fn(&str) -> bool) -> usize {
    let pids = marked(is_meant);
    for pid in &pids {
        Command::new("kill")
            .args(["-KILL", &pid.to_string()])
            .stderr(Stdio::null())
            .status()
            .ok();
    }
    pids.len()
}

/// The living processes whose mark is meant.
fn marked(is_meant: impl Fn(&str) -> bool) -> Vec<u32> {
    let mut found = Vec::new();
    for entry in fs::read_dir("/proc").expect("Linux").flatten() {
        let Ok(pid) = entry.file_name().to_string_lossy().parse::<u32>() else {
            continue;
        };
        // Of a process that has ended and is not yet waited for, nothing can be read.
        let environment = fs::read(entry.path().join("environ")).unwrap_or_default();
        let is_ours = environment
            .split(|byte| *byte == 0)
            .filter_map(|line| std::str::from_utf8(line).ok()?.split_once('='))
            .any(|(name, value)| name == MARK && is_meant(value));
        if is_ours && pid != std::process::id() {
            found.push(pid);
        }
    }
    found
}
