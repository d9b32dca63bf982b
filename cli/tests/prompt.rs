//! What a terminal is like after a prompt, however that ended; and texts that are longer than a terminal's line.

#![cfg(target_os = "linux")]

mod support;

use std::fs::File;
use std::io::{Read, Write};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use rustix::fs::{Mode, OFlags};
use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
use rustix::termios::{LocalModes, tcgetattr};
use support::WorkDir;

/// A terminal: the side of whoever sits at it, and that of the program.
struct Pty {
    here: File,
    there: File,
}

impl Pty {
    fn new() -> Self {
        let here = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).expect("a terminal");
        grantpt(&here).expect("granted");
        unlockpt(&here).expect("unlocked");
        let name = ptsname(&here, Vec::new()).expect("a name");
        let flags = OFlags::RDWR | OFlags::NOCTTY;
        let there = rustix::fs::open(name, flags, Mode::empty()).expect("its other side");
        Self {
            here: here.into(),
            there: there.into(),
        }
    }

    fn side(&self) -> Stdio {
        self.there.try_clone().expect("a copy").into()
    }

    fn has(&self, modes: LocalModes) -> bool {
        let now = tcgetattr(&self.there).expect("a terminal");
        now.local_modes.contains(modes)
    }

    fn wait_for(&self, what: &str, mut is_so: impl FnMut(&Self) -> bool) {
        let begun = Instant::now();
        while !is_so(self) {
            assert!(begun.elapsed() < Duration::from_secs(30), "{what}");
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    /// Starts the program on this terminal. Its own process, so that a signal meets it.
    fn start(&self, workdir: &WorkDir, arguments: &str) -> Child {
        let script = format!(
            "echo $$ >pid; exec {} {arguments}",
            env!("CARGO_BIN_EXE_fieldnotes")
        );
        Command::new("setsid")
            .args(["--ctty", "--wait", "sh", "-c", &script])
            .current_dir(workdir.path(""))
            .env("LC_ALL", "C.UTF-8")
            .stdin(self.side())
            .stdout(self.side())
            .stderr(self.side())
            .spawn()
            .expect("it starts")
    }
}

impl Pty {
    /// What was shown, up to this text. It may come in several pieces.
    fn shown(&mut self, until: &str) -> String {
        let (mut all, mut piece) = (Vec::new(), [0; 4096]);
        loop {
            let count = self.here.read(&mut piece).expect("shown");
            all.extend_from_slice(piece.get(..count).unwrap_or_default());
            let shown = String::from_utf8_lossy(&all).into_owned();
            if count == 0 || shown.contains(until) {
                return shown;
            }
        }
    }
}

#[test]
fn echo_is_on_again_however_a_prompt_ends() {
    let workdir = WorkDir::new();
    let vault = workdir.vault("v");
    drop(vault);
    for (how, wanted) in [
        ("\u{3}", 1),
        ("\u{4}", 2),
        ("TERM", 1),
        ("HUP", 1),
        ("wrong\r", 3),
    ] {
        let mut pty = Pty::new();
        let mut child = pty.start(&workdir, "--vault v vault digest");
        pty.wait_for("a prompt", |pty| !pty.has(LocalModes::ECHO));
        if how.len() > 2 && how != "wrong\r" {
            let pid = std::fs::read_to_string(workdir.path("pid")).expect("written");
            let kill = Command::new("kill")
                .args([&format!("-{how}"), pid.trim()])
                .status();
            assert!(kill.expect("kill runs").success());
        } else {
            pty.here.write_all(how.as_bytes()).expect("typed");
        }
        let status = child.wait().expect("it ends");
        assert_eq!(status.code(), Some(wanted), "{how:?}");
        let usual = LocalModes::ECHO | LocalModes::ICANON | LocalModes::ISIG;
        assert!(pty.has(usual), "{how:?}");
        let shown = pty.shown(if how == "\u{4}" {
            "Nothing was entered"
        } else {
            ""
        });
        assert!(!shown.contains("wrong\r"), "{shown}");
        if how == "\u{4}" {
            assert!(shown.contains("Nothing was entered"), "{shown}");
        }
    }
}

#[test]
fn a_long_line_can_be_pasted() {
    let workdir = WorkDir::new();
    let vault = workdir.vault("v");
    let pty = Pty::new();
    let mut child = pty.start(
        &workdir,
        "--vault v --passphrase-file passphrase --json record add note --from - >added",
    );
    pty.wait_for("reading", |pty| !pty.has(LocalModes::ICANON));
    let text = "가나다라 ".repeat(2_000);
    // What is typed is shown, and somebody has to take that.
    let mut screen = pty.here.try_clone().expect("a copy");
    std::thread::spawn(move || {
        let mut shown = [0; 4096];
        while screen.read(&mut shown).is_ok_and(|count| count > 0) {}
    });
    let mut keys = pty.here.try_clone().expect("a copy");
    let typed = serde_json::json!({ "text": text }).to_string();
    // A letter too many, taken back; then the end.
    write!(keys, "{typed}x\u{7f}\n\u{4}").expect("typed");
    let status = child.wait().expect("it ends");
    assert_eq!(status.code(), Some(0));
    assert!(pty.has(LocalModes::ICANON));
    let added = std::fs::read_to_string(workdir.path("added")).expect("written");
    let added: serde_json::Value = serde_json::from_str(&added).expect("JSON");
    let shown = vault.show(added["id"].as_str().expect("an id"));
    assert_eq!(shown["record"]["text"].as_str(), Some(text.as_str()));
}

#[test]
fn who_types_a_new_passphrase_is_asked_for_a_new_key() {
    // What is neither is asked again; a syllable may come in pieces.
    for (answers, is_made) in [
        (&["no"][..], false),
        (&["ja", "", "y", "", "y"], true),
        (&["\u{110b}\u{1168}", "yes"], true),
        // The words are shown, and are not on paper: they replace nothing.
        (&["y", "n"], false),
    ] {
        let workdir = WorkDir::new();
        let vault = workdir.vault("v");
        let header = || std::fs::read(vault.path.join("header")).expect("there")[28..32].to_vec();
        let before = header();
        let mut pty = Pty::new();
        let arguments = "--vault v --passphrase-file passphrase vault change-passphrase";
        let mut child = pty.start(&workdir, arguments);
        let mut shown = String::new();
        for (prompt, typed) in [
            ("New passphrase:", "another one, quite long"),
            ("Repeat passphrase:", "another one, quite long"),
        ] {
            shown.push_str(&pty.shown(prompt));
            pty.wait_for("a prompt", |pty| !pty.has(LocalModes::ECHO));
            write!(pty.here, "{typed}\r").expect("typed");
        }
        for answer in answers {
            shown.push_str(&pty.shown("yes or no: "));
            assert!(pty.has(LocalModes::ECHO), "it is shown");
            write!(pty.here, "{answer}\r").expect("typed");
        }
        let (end, status) = match answers {
            [_] => ("opens with the new", 0),
            [.., "n"] => ("are not valid", 1),
            _ => ("encrypted with a new key", 0),
        };
        shown.push_str(&pty.shown(end));
        assert_eq!(child.wait().expect("it ends").code(), Some(status));
        assert!(shown.contains(answers[0]), "{shown}");
        assert_eq!(header() != before, is_made, "{answers:?}: {shown}");
    }
}
