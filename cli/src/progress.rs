//! How far long work has come, on a terminal; and the signals that end it in good order.

use std::io::{IsTerminal, Write};
use std::time::{Duration, Instant};

use crate::signals::{self, Held};

/// A line on stderr that is written over. Nothing where stderr is no terminal.
pub struct ProgressLine {
    label: String,
    shown: Option<Instant>,
    visible: bool,
    held: Held,
}

/// Often enough to look alive.
const EVERY: Duration = Duration::from_millis(100);

impl ProgressLine {
    /// Shows `label` and how much is done. While it lives, Ctrl+C and its like ask the work to stop and leave
    /// things as they were, instead of ending the program at once.
    pub fn new(label: String, quiet: bool) -> Self {
        Self {
            label,
            shown: None,
            visible: !quiet && std::io::stderr().is_terminal(),
            held: signals::hold(),
        }
    }

    /// Takes note of a step. False asks the work to stop.
    pub fn step(&mut self, done: u64, total: u64) -> bool {
        if self.visible && self.shown.is_none_or(|shown| shown.elapsed() >= EVERY) {
            self.shown = Some(Instant::now());
            let percent = done
                .saturating_mul(100)
                .checked_div(total)
                .unwrap_or(0)
                .min(100);
            let mut terminal = std::io::stderr().lock();
            let _ = write!(
                terminal,
                "\r\x1b[K{} {percent}% ({done}/{total})",
                self.label
            );
            let _ = terminal.flush();
        }
        !self.held.is_asked()
    }
}

impl Drop for ProgressLine {
    fn drop(&mut self) {
        if self.shown.is_some() {
            let _ = write!(std::io::stderr().lock(), "\r\x1b[K");
        }
    }
}
