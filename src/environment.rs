//! Clock and randomness, passed in so that a test can repeat itself.

use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use crate::random::{OsRandom, Random};

/// What time it is said to be.
pub trait Clock: Send + Sync {
    /// Milliseconds since 1970-01-01T00:00:00Z.
    fn now(&self) -> i64;
}

/// The system's clock.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(
        clippy::disallowed_methods,
        reason = "this is where the clock comes in"
    )]
    fn now(&self) -> i64 {
        SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .map_or(0, |since| {
                i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
            })
    }
}

/// What the core takes from the world besides files.
#[derive(Clone)]
pub struct Environment {
    /// The clock. Shown to people; orders nothing.
    pub clock: Arc<dyn Clock>,
    /// Where keys, nonces and ids come from.
    pub random: Arc<dyn Random>,
}

impl Environment {
    /// The system's clock and generator.
    pub fn system() -> Self {
        Self {
            clock: Arc::new(SystemClock),
            random: Arc::new(OsRandom),
        }
    }
}

impl std::fmt::Debug for Environment {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Environment(…)")
    }
}
