//! The app without a driver: started as a desktop starts it, seen and used through the screen and the keyboard only.
//!
//! What is looked for in its memory, its files and its system calls must not come from a driver that speaks to it. Nothing
//! says when the window is ready but that it comes to rest.

use std::path::Path;
use std::process::Stdio;

use crate::scenes::PASSPHRASE;
use crate::stage::{Stage, app};
use crate::waiting;

/// What is typed: texts that stand nowhere else.
pub const DAY: [&str; 3] = [
    "Canary Halmoni Yeong crossed the river at night",
    "canary of a translation, paragraph by paragraph",
    "canary-tail of the second paragraph",
];

pub struct Undriven<'s> {
    stage: &'s Stage,
    started: u32,
}

impl<'s> Undriven<'s> {
    /// Opens the app.
    pub fn open(stage: &'s Stage) -> Self {
        Self::start(stage, stage.command(app()))
    }

    /// Opens it while strace writes its system calls of some classes to a file, with those of all that it starts.
    pub fn open_traced(stage: &'s Stage, classes: &str, log: &Path) -> Self {
        let mut strace = stage.command("strace");
        strace
            .args(["-f", "-qq", "-s", "64", "-e"])
            .arg(format!("trace={classes}"))
            .args(["-e", "signal=none", "-o"])
            .arg(log)
            .arg(app());
        Self::start(stage, strace)
    }

    fn start(stage: &'s Stage, mut command: std::process::Command) -> Self {
        let empty = stage.screen.picture();
        command.stderr(Stdio::null());
        let started = stage.start(command);
        stage.screen.focus("Field Notes");
        let this = Self { stage, started };
        waiting::until("the first page", || {
            let now = stage.screen.settled();
            (crate::screen::how_different(&now, &empty) > 1_000
                && crate::screen::colours(&now) > 12)
                .then_some(())
        });
        this
    }

    /// The process of the app.
    pub fn pid(&self) -> u32 {
        let app = app();
        let name = app.file_name().expect("a file").to_string_lossy();
        waiting::until("the process of the app", || {
            self.stage.processes_of(&name).first().copied()
        })
    }

    /// Types, and waits until the window has taken it in.
    pub fn type_text(&self, text: &str) {
        self.stage.screen.type_text(text);
        self.stage.screen.settled();
    }

    /// Presses keys, and waits until the window has taken them in.
    pub fn press(&self, keys: &[&str]) {
        self.stage.screen.press(keys);
        self.stage.screen.settled();
    }

    /// Types the passphrase into the field that has the caret when the app opens.
    pub fn unlock(&self) {
        let locked = self.stage.screen.settled();
        self.stage.screen.type_text(PASSPHRASE);
        self.stage.screen.press(&["Return"]);
        self.changed_from(&locked, "the vault to open");
    }

    /// Locks by the keyboard.
    pub fn lock(&self) {
        let open = self.stage.screen.settled();
        self.stage.screen.press(&["ctrl+l"]);
        self.changed_from(&open, "the vault to be locked");
    }

    /// Opens the vault, writes, finds, looks round, locks, opens again.
    pub fn a_day(&self) {
        self.unlock();
        self.write_a_testimony();
        self.find("Halmoni");
        for keys in ["ctrl+comma", "F1", "ctrl+k"] {
            self.press(&[keys]);
        }
        self.press(&["Escape"]);
        self.lock();
        self.unlock();
        self.lock();
    }

    /// A new testimony with all that a day has to say, saved.
    pub fn write_a_testimony(&self) {
        self.press(&["ctrl+n"]);
        self.type_text(DAY[0]);
        self.press(&["Tab"]);
        self.type_text(DAY[1]);
        self.press(&["Tab", "Return"]);
        self.type_text(DAY[2]);
        self.press(&["ctrl+s"]);
    }

    /// Finds a record and opens the first one.
    pub fn find(&self, query: &str) {
        self.press(&["ctrl+f"]);
        self.type_text(query);
        self.press(&["Return"]);
    }

    fn changed_from(&self, before: &image::RgbImage, what: &str) {
        // More than dots in a field and a word that says to wait.
        const ANOTHER_PAGE: usize = 20_000;
        waiting::until(what, || {
            let now = self.stage.screen.settled();
            (crate::screen::how_different(&now, before) > ANOTHER_PAGE).then_some(())
        });
    }

    /// Closes the window as a window manager does, and waits for the end of the app.
    pub fn close(&self) {
        self.stage.screen.close("Field Notes");
        waiting::until("the app to end", || {
            self.stage.has_ended(self.started).then_some(())
        });
    }
}

impl Drop for Undriven<'_> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            let path = self.stage.evidence("png");
            self.stage.screen.picture().save(&path).ok();
            println!("the window when it failed: {}", path.display());
        }
        self.stage.kill(self.started);
    }
}
