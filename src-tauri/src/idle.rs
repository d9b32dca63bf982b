//! When the last touch was, and whether that is long ago.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

/// A clock that goes on while the machine sleeps, and that nobody can turn.
pub fn since_boot() -> Duration {
    #[cfg(target_os = "linux")]
    {
        let now = rustix::time::clock_gettime(rustix::time::ClockId::Boottime);
        Duration::new(
            u64::try_from(now.tv_sec).unwrap_or_default(),
            u32::try_from(now.tv_nsec).unwrap_or_default(),
        )
    }
    #[cfg(not(target_os = "linux"))]
    {
        use std::sync::OnceLock;
        use std::time::Instant;
        static START: OnceLock<Instant> = OnceLock::new();
        START.get_or_init(Instant::now).elapsed()
    }
}

/// The last touch, by a clock that tests can turn.
pub struct Idle {
    clock: fn() -> Duration,
    touched: Mutex<Duration>,
}

impl Idle {
    pub fn new(clock: fn() -> Duration) -> Self {
        Self {
            clock,
            touched: Mutex::new(clock()),
        }
    }

    /// The user did something.
    pub fn touch(&self) {
        *self.touched.lock().unwrap_or_else(PoisonError::into_inner) = (self.clock)();
    }

    /// Whether nobody did anything for so many minutes; for 0 minutes, never.
    pub fn is_over(&self, minutes: u32) -> bool {
        let touched = *self.touched.lock().unwrap_or_else(PoisonError::into_inner);
        let since = (self.clock)().saturating_sub(touched);
        minutes > 0 && since >= Duration::from_secs(60 * u64::from(minutes))
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicU64, Ordering};

    use super::*;

    static NOW: AtomicU64 = AtomicU64::new(1_000);

    fn turned() -> Duration {
        Duration::from_secs(NOW.load(Ordering::Relaxed))
    }

    #[test]
    fn the_time_is_over_after_so_many_minutes_without_a_touch() {
        let idle = Idle::new(turned);
        NOW.fetch_add(299, Ordering::Relaxed);
        assert!(!idle.is_over(5));
        NOW.fetch_add(1, Ordering::Relaxed);
        assert!(idle.is_over(5));
        assert!(!idle.is_over(0), "0 is never");
        idle.touch();
        assert!(!idle.is_over(5));
        // A night with the lid closed.
        NOW.fetch_add(30_000, Ordering::Relaxed);
        assert!(idle.is_over(480));
    }

    #[test]
    fn the_clock_goes() {
        let before = since_boot();
        std::thread::sleep(Duration::from_millis(2));
        assert!(since_boot() > before);
    }
}
