//! What a desktop gives to a program, made anew for one test: folders, a screen, a session bus.

use std::cell::RefCell;
use std::ffi::OsString;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

use crate::processes::Processes;
use crate::screen::Screen;

/// As large as the window when it opens for the first time.
const SCREEN: &str = "1280x800x24";

pub struct Stage {
    name: String,
    // Before the folder: a process that is still alive would write into it again.
    pub(crate) processes: RefCell<Processes>,
    pub screen: Screen,
    bus: String,
    more: RefCell<Vec<(String, OsString)>>,
    dir: TempDir,
}

impl Stage {
    /// A stage of its own; the name says whose pictures are kept when something fails.
    pub fn new(name: &str) -> Self {
        // Short: the path of a socket has 108 bytes at most.
        let dir = tempfile::Builder::new()
            .prefix("fn-")
            .tempdir_in("/tmp")
            .expect("a temp folder");
        for folder in FOLDERS {
            let path = dir.path().join(folder.1);
            fs::create_dir_all(&path).expect("a folder can be made");
            let private = fs::Permissions::from_mode(0o700);
            fs::set_permissions(&path, private).expect("ours");
        }
        fs::create_dir(dir.path().join("screen")).expect("a folder can be made");
        let mut processes = Processes::new();

        let mut x = processes.command("Xvfb");
        x.args(["-displayfd", "1", "-screen", "0", SCREEN, "-noreset"])
            .args(["-nolisten", "tcp", "-fbdir"])
            .arg(dir.path().join("screen"))
            .stderr(std::process::Stdio::null());
        let (display, _) = processes.start_and_listen(x);
        assert!(!display.is_empty(), "Xvfb found no free display");
        let display = format!(":{display}");

        let mut bus = processes.command("dbus-daemon");
        bus.args(["--session", "--nofork", "--nopidfile", "--print-address=1"])
            .envs(folders(dir.path()))
            .env("DISPLAY", &display)
            .env("PATH", "/usr/bin:/bin")
            .stderr(std::process::Stdio::null());
        let (bus, _) = processes.start_and_listen(bus);

        let screen = Screen::new(display, dir.path().join("screen/Xvfb_screen0"));
        screen.put_pointer_away();
        Self {
            name: name.to_owned(),
            processes: RefCell::new(processes),
            screen,
            bus,
            more: RefCell::default(),
            dir,
        }
    }

    /// The folder in which everything of this stage lies.
    pub fn folder(&self) -> &Path {
        self.dir.path()
    }

    /// What a program left in the places that a desktop gives it: home with data, cache, configuration; run time; temp.
    pub fn places(&self) -> Vec<PathBuf> {
        ["home", "run", "tmp"]
            .iter()
            .map(|name| self.dir.path().join(name))
            .collect()
    }

    /// A folder for what the user keeps outside of the app: exported files.
    pub fn documents(&self) -> PathBuf {
        let documents = self.dir.path().join("documents");
        fs::create_dir_all(&documents).expect("a folder can be made");
        documents
    }

    /// What is chosen in the next dialog for files, in the place of a person.
    pub fn will_choose(&self, path: &Path) {
        let ready = self.dir.path().join("choice-being-written");
        fs::write(&ready, path.as_os_str().as_encoded_bytes()).expect("written");
        fs::rename(ready, self.choice()).expect("renamed");
    }

    fn choice(&self) -> PathBuf {
        self.dir.path().join("choice")
    }

    /// Gives the programs that are started from now on another variable.
    pub fn set(&self, name: &str, value: impl Into<OsString>) {
        self.more.borrow_mut().push((name.to_owned(), value.into()));
    }

    /// A program with everything that a desktop reports its programs.
    pub fn command(&self, program: impl AsRef<std::ffi::OsStr>) -> Command {
        let mut command = self.processes.borrow().command(program);
        command
            .envs(folders(self.dir.path()))
            .env("PATH", "/usr/bin:/bin")
            .env("LANG", "C.UTF-8")
            .env("DISPLAY", self.screen.display())
            .env("DBUS_SESSION_BUS_ADDRESS", &self.bus)
            // No daemon that keeps settings of other programs.
            .env("GSETTINGS_BACKEND", "memory")
            .env("GDK_BACKEND", "x11")
            // There is no graphics card here.
            .env("WEBKIT_DISABLE_DMABUF_RENDERER", "1")
            .env("LIBGL_ALWAYS_SOFTWARE", "1")
            // The key derivation of tests: a second saved for each vault.
            .env("FIELDNOTES_TEST_VAULTS", "1")
            // No driver reaches the toolkit's dialogs.
            .env("FIELDNOTES_TEST_CHOICE", self.choice())
            .current_dir(self.dir.path());
        for (name, value) in self.more.borrow().iter() {
            command.env(name, value);
        }
        command
    }

    /// Starts a program on this stage.
    pub fn start(&self, command: Command) -> u32 {
        self.processes.borrow_mut().start(command)
    }

    /// Runs a program on this stage to its end.
    pub fn run(&self, mut command: Command) -> Output {
        let output = command.output();
        output.unwrap_or_else(|error| panic!("{command:?} does not start: {error}"))
    }

    /// Ends a program as a power cut would.
    pub fn kill(&self, pid: u32) {
        self.processes.borrow_mut().kill(pid);
    }

    /// Ends any process of this stage as a power cut would.
    pub fn end(&self, pid: u32) {
        let mut kill = self.command("kill");
        kill.args(["-KILL", &pid.to_string()]);
        self.run(kill);
    }

    /// Whether a program that was started has ended by itself.
    pub fn has_ended(&self, pid: u32) -> bool {
        self.processes.borrow_mut().has_ended(pid)
    }

    /// The processes on this stage that run a program of this name.
    pub fn processes_of(&self, program: &str) -> Vec<u32> {
        self.processes.borrow().named(program)
    }

    /// Where pictures of what failed are kept.
    pub(crate) fn evidence(&self, ending: &str) -> PathBuf {
        let folder = target().join("desktop-failures");
        fs::create_dir_all(&folder).ok();
        folder.join(format!("{}.{ending}", self.name))
    }
}

const FOLDERS: [(&str, &str); 7] = [
    ("HOME", "home"),
    ("XDG_DATA_HOME", "home/.local/share"),
    ("XDG_STATE_HOME", "home/.local/state"),
    ("XDG_CONFIG_HOME", "home/.config"),
    ("XDG_CACHE_HOME", "home/.cache"),
    ("XDG_RUNTIME_DIR", "run"),
    ("TMPDIR", "tmp"),
];

fn folders(dir: &Path) -> impl Iterator<Item = (&'static str, PathBuf)> {
    FOLDERS
        .iter()
        .map(move |(name, path)| (*name, dir.join(path)))
}

/// Where cargo builds.
pub fn target() -> PathBuf {
    match std::env::var_os("CARGO_TARGET_DIR") {
        Some(target) => target.into(),
        // target/debug/deps/<this test>
        None => {
            let test = std::env::current_exe().expect("a test knows its program");
            test.ancestors().nth(3).expect("three above").to_owned()
        }
    }
}

/// The program under test.
pub fn app() -> PathBuf {
    program("FIELDNOTES_DESKTOP", "fieldnotes-desktop")
}

/// The terminal program, which looks into vaults when the window is closed.
pub fn terminal() -> PathBuf {
    program("FIELDNOTES_TERMINAL", "fieldnotes")
}

fn program(variable: &str, name: &str) -> PathBuf {
    let path =
        std::env::var_os(variable).map_or_else(|| target().join("debug").join(name), PathBuf::from);
    assert!(
        path.exists(),
        "{} is not there: scripts/test builds it first",
        path.display()
    );
    path
}
