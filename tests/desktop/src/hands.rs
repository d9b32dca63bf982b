//! Hands on the real keyboard and the real mouse, and eyes on the page, which gets no commands.

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

    /// Points at the middle of a part and presses the left button, once. No window manager runs here: the page is the screen.
    #[track_caller]
    pub fn click(&self, part: &str) {
        self.0.part(part);
        let script = "const [part] = arguments;
            const seen = (e) => e.getClientRects().length > 0;
            const e = [...document.querySelectorAll(`[data-part=\"${part}\"]`)].find(seen);
            e.scrollIntoView({ block: 'nearest' });
            const { x, y, width, height } = e.getBoundingClientRect();
            return [x + width / 2, y + height / 2].map(Math.round);";
        let middle = self.0.run(script, vec![serde_json::json!(part)]);
        let at = |place: usize| middle[place].as_i64().expect("a number");
        self.0.stage().screen.click(at(0), at(1));
    }

    /// Goes to a button and presses it.
    #[track_caller]
    pub fn push(&self, part: &str) {
        self.tab_to(part);
        self.press(&["Return"]);
    }
}
