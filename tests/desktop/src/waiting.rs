//! Waiting: always for something, never for ever.

use std::thread::sleep;
use std::time::{Duration, Instant};

/// How long a window may take to show something.
pub const PATIENCE: Duration = Duration::from_secs(15);

const GLANCE: Duration = Duration::from_millis(25);

/// Waits until there is something; says what was waited for if it does not come.
#[track_caller]
pub fn until<T>(what: &str, look: impl FnMut() -> Option<T>) -> T {
    until_within(PATIENCE, what, look)
}

/// The same, with its own end.
#[track_caller]
pub fn until_within<T>(limit: Duration, what: &str, look: impl FnMut() -> Option<T>) -> T {
    match within(limit, look) {
        Some(found) => found,
        None => panic!("waited {} s in vain for {what}", limit.as_secs_f32()),
    }
}

/// What came in time, if it came.
pub fn within<T>(limit: Duration, mut look: impl FnMut() -> Option<T>) -> Option<T> {
    let end = Instant::now() + limit;
    loop {
        if let Some(found) = look() {
            return Some(found);
        }
        if Instant::now() > end {
            return None;
        }
        sleep(GLANCE);
    }
}
