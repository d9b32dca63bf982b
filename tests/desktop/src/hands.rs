//! Hands on the real keyboard, and eyes on the page: nothing is clicked, and the page gets no commands.

use std::path::Path;
use std::time::Duration;

use crate::waiting;
use crate::window::Window;

pub struct Hands<'w, 's>(pub &'w Window<'s>);

/// More stops than any screen has.
const STOPS: usize = 80;

impl Hands<'_, '_> {
    /// Takes the keyboard, as a click into the window would.
    pub fn begin(&self) {
        self.0.stage().screen.focus("Field Notes");
    }

    pub fn press(&self, keys: &[&str]) {
        self.0.stage().screen.press(keys);
    }

    pub fn type_text(&self, text: &str) {
        self.0.stage().screen.type_text(text);
    }

    /// Presses Tab until a part has the focus.
    #[track_caller]
    pub fn tab_to(&self, part: &str) {
        self.0.part(part);
        let mut passed = Vec::new();
        for _ in 0..STOPS {
            let here = self.0.focused();
            if here.as_deref() == Some(part) {
                return;
            }
            passed.push(here.unwrap_or_default());
            self.0.focus_has_moved();
            self.press(&["Tab"]);
            // The key is with the window a moment before the focus is elsewhere.
            waiting::within(Duration::from_secs(1), || {
                self.0.focus_has_moved().then_some(())
            });
        }
        panic!("{part:?} is not reached with Tab, which stops at {passed:?}");
    }

    /// Goes to the button beside the field for a path and presses it; what is chosen then shows in the field.
    #[track_caller]
    pub fn choose(&self, part: &str, path: &Path) {
        self.0.stage().will_choose(path);
        self.push(&format!("{part}-choose"));
        self.0.says(part, &path.to_string_lossy());
    }

    /// Goes to a button and presses it.
    #[track_caller]
    pub fn push(&self, part: &str) {
        self.tab_to(part);
        self.press(&["Return"]);
    }
}
