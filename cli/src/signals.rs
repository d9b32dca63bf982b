//! Ctrl+C, the system's wish that the program ends, and a terminal that is closed: while something is held, they are noted, and
//! the work ends in good order; else they end the program as ever.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, OnceLock};

struct Noted {
    /// One of them came.
    is_asked: Arc<AtomicBool>,
    /// Nothing is held.
    is_loose: Arc<AtomicBool>,
    held: AtomicUsize,
}

/// Signals belong to the process, and so does this.
static NOTED: OnceLock<Noted> = OnceLock::new();

/// While it lives, the signals only ask.
pub struct Held(&'static Noted);

impl Held {
    /// Whether the program was asked to end.
    pub fn is_asked(&self) -> bool {
        self.0.is_asked.load(Ordering::SeqCst)
    }
}

/// Holds the signals back.
pub fn hold() -> Held {
    let noted = NOTED.get_or_init(begin);
    noted.held.fetch_add(1, Ordering::SeqCst);
    noted.is_loose.store(false, Ordering::SeqCst);
    Held(noted)
}

impl Drop for Held {
    fn drop(&mut self) {
        if self.0.held.fetch_sub(1, Ordering::SeqCst) == 1 {
            self.0.is_loose.store(true, Ordering::SeqCst);
        }
    }
}

/// Whether the program was asked to end while something was held.
pub fn were_asked() -> bool {
    NOTED
        .get()
        .is_some_and(|noted| noted.is_asked.load(Ordering::SeqCst))
}

fn begin() -> Noted {
    use signal_hook::consts::{SIGINT, SIGTERM};
    use signal_hook::flag;
    let noted = Noted {
        is_asked: Arc::default(),
        is_loose: Arc::default(),
        held: AtomicUsize::new(0),
    };
    #[cfg(unix)]
    let all = [SIGINT, SIGTERM, signal_hook::consts::SIGHUP];
    #[cfg(not(unix))]
    let all = [SIGINT, SIGTERM];
    for signal in all.into_iter().filter(|signal| !is_ignored(*signal)) {
        // Where one cannot be caught it ends the program as ever, which the vault survives.
        let _ = flag::register_conditional_default(signal, Arc::clone(&noted.is_loose));
        let _ = flag::register(signal, Arc::clone(&noted.is_asked));
    }
    noted
}

/// Whether the program was started so that a signal does nothing to it, as `nohup` does.
fn is_ignored(signal: i32) -> bool {
    let ignored = std::fs::read_to_string("/proc/self/status")
        .ok()
        .and_then(|status| {
            let line = status
                .lines()
                .find_map(|line| line.strip_prefix("SigIgn:"))?;
            u64::from_str_radix(line.trim(), 16).ok()
        });
    ignored.is_some_and(|mask| mask >> (signal - 1) & 1 == 1)
}
