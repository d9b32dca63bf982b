//! The app without a driver: started as a desktop starts it, seen and used through the screen and the keyboard only.
//!
//! What is looked for in its memory, its files and its system calls must not come from a driver that speaks to it. Nothing
//! says when the window is ready but that it comes to rest.

use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use image::RgbImage;

use crate::remains::mark;
use crate::scenes::PASSPHRASE;
use crate::stage::{Stage, app};
use crate::waiting;

/// What is typed: texts that stand nowhere else.
pub fn day() -> [String; 3] {
    [
        "Canary Halmoni Yeong crossed the river at night",
        "canary of a translation, paragraph by paragraph",
        "canary-tail of the second paragraph",
    ]
    .map(|text| format!("{text} {}", mark()))
}

/// What is seen, as far as colours show.
#[derive(Debug, PartialEq)]
enum Shown {
    /// Nothing yet, or one colour from edge to edge at the top, and a dark button in the middle.
    Nothing,
    Unlock,
    /// A pane at the left that is of another colour.
    Workspace,
}

impl Shown {
    fn of(picture: &RgbImage) -> Self {
        let (width, height) = picture.dimensions();
        if picture.get_pixel(3, height / 2) != picture.get_pixel(width / 2, 3) {
            return Self::Workspace;
        }
        let is_dark = |y: &u32| {
            picture
                .get_pixel(width / 2 - 100, *y)
                .0
                .iter()
                .all(|part| *part < 110)
        };
        let dark = (0..height).filter(is_dark).count();
        if dark > 20 {
            Self::Unlock
        } else {
            Self::Nothing
        }
    }
}

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
        command.stderr(Stdio::null());
        let started = stage.start(command);
        stage.screen.focus("Field Notes");
        let this = Self { stage, started };
        this.wait_for(Shown::Unlock);
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
        self.stage.screen.type_text(PASSPHRASE);
        self.stage.screen.press(&["Return"]);
        self.wait_for(Shown::Workspace);
    }

    /// Locks by the keyboard.
    pub fn lock(&self) {
        self.stage.screen.press(&["ctrl+l"]);
        self.wait_for(Shown::Unlock);
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
        let day = day();
        self.press(&["ctrl+n"]);
        self.type_text(&day[0]);
        self.press(&["Tab"]);
        self.type_text(&day[1]);
        self.press(&["Tab", "Return"]);
        self.type_text(&day[2]);
        self.press(&["ctrl+s"]);
    }

    /// Finds a record and opens the first one.
    pub fn find(&self, query: &str) {
        self.press(&["ctrl+f"]);
        self.type_text(query);
        self.press(&["Return"]);
    }

    fn wait_for(&self, wanted: Shown) {
        waiting::until_within(Duration::from_secs(40), &format!("{wanted:?}"), || {
            // The caret is in its field a moment after the field is seen.
            let now = self.stage.screen.still_for(Duration::from_millis(900));
            (Shown::of(&now) == wanted).then_some(())
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
