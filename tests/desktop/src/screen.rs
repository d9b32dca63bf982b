//! The whole screen, as the X server has it, and its keyboard.

use std::path::PathBuf;
use std::process::Command;
use std::time::{Duration, Instant};

use image::RgbImage;

use crate::waiting;

pub struct Screen {
    display: String,
    /// The screen's memory, which the X server keeps in a file: an XWD picture that is always of now.
    memory: PathBuf,
}

/// The keys of the real keyboard, pressed one by one: what the program sees, a person's hand does.
impl Screen {
    pub(crate) fn new(display: String, memory: PathBuf) -> Self {
        Self { display, memory }
    }

    pub fn display(&self) -> &str {
        &self.display
    }

    /// Presses keys by their X names, `Return`, `ctrl+l`, `Tab`, as fast as a quick hand.
    pub fn press(&self, keys: &[&str]) {
        self.xdotool(&["key", "--delay", "60"], keys);
    }

    /// Types a text that the keyboard has keys for.
    pub fn type_text(&self, text: &str) {
        self.xdotool(&["type", "--delay", "8"], &["--", text]);
    }

    /// Types as fast as a person who is good at it: twelve keys a second.
    pub fn type_as_a_person(&self, text: &str) {
        self.xdotool(&["type", "--delay", "80"], &["--", text]);
    }

    /// Puts the pointer into a corner, where it hides nothing.
    pub(crate) fn put_pointer_away(&self) {
        self.run(&["mousemove", "4000", "4000"]);
    }

    /// Moves the pointer to a place of the screen and presses the left button there.
    pub fn click(&self, x: i64, y: i64) {
        let (x, y) = (x.to_string(), y.to_string());
        self.run(&["mousemove", "--sync", &x, &y, "click", "1"]);
    }

    /// Gives the keyboard to a window, as a click into it would: no window manager runs here.
    pub fn focus(&self, title: &str) {
        let id = waiting::until(&format!("a window named {title:?}"), || {
            let found = self.run(&["search", "--onlyvisible", "--name", title]);
            found.lines().last().map(str::to_owned)
        });
        self.run(&["windowfocus", "--sync", &id]);
    }

    /// Closes a window as its frame's button would.
    pub fn close(&self, title: &str) {
        let found = self.run(&["search", "--onlyvisible", "--name", title]);
        for id in found.lines() {
            self.run(&["windowclose", id]);
        }
    }

    /// What the screen shows now.
    pub fn picture(&self) -> RgbImage {
        let bytes = std::fs::read(&self.memory).unwrap_or_default();
        let number = |at: usize| {
            let four = bytes.get(at..at + 4).and_then(|four| four.try_into().ok());
            four.map_or(0, u32::from_be_bytes)
        };
        // XWDFile.h: the size of the header, the picture's width and height, bytes a line, colours in the table.
        let (width, height, line) = (number(16), number(20), number(48));
        let start = number(0) + number(76) * 12;
        RgbImage::from_fn(width, height, |x, y| {
            let at = (start + y * line + x * 4) as usize;
            let pixel = bytes.get(at..at + 3).unwrap_or(&[0, 0, 0]);
            image::Rgb([pixel[2], pixel[1], pixel[0]])
        })
    }

    /// Waits until nothing moves any more, and says what is seen then.
    pub fn settled(&self) -> RgbImage {
        self.still_for(Duration::from_millis(150))
    }

    /// Waits until nothing has moved for a while.
    pub fn still_for(&self, while_: Duration) -> RgbImage {
        let mut before = self.picture();
        let mut since = Instant::now();
        waiting::until("the screen to come to rest", || {
            std::thread::sleep(Duration::from_millis(150));
            let now = self.picture();
            if how_different(&before, &now) >= STILL {
                since = Instant::now();
            }
            before = now;
            (since.elapsed() >= while_).then(|| before.clone())
        })
    }

    fn xdotool(&self, how: &[&str], what: &[&str]) {
        self.run(&[how, what].concat());
    }

    fn run(&self, arguments: &[&str]) -> String {
        let output = Command::new("xdotool")
            .args(arguments)
            .env("DISPLAY", &self.display)
            .output()
            .expect("xdotool is installed");
        String::from_utf8_lossy(&output.stdout).into_owned()
    }
}

/// Pixels that a blinking caret may change.
const STILL: usize = 120;

/// How many pixels of two pictures are not the same.
pub fn how_different(one: &RgbImage, other: &RgbImage) -> usize {
    if one.dimensions() != other.dimensions() {
        return usize::MAX;
    }
    one.pixels()
        .zip(other.pixels())
        .filter(|(a, b)| a != b)
        .count()
}
