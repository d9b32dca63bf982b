//! Clock and randomness, passed in so that a test can repeat itself.

use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use chrono::{Local, NaiveDate, Offset, TimeZone};
use fieldnotes_domain::time::Timestamp;

use fieldnotes_format::random::{OsRandom, Random};

/// What time it is said to be.
pub trait Clock: Send + Sync {
    /// The time.
    fn now(&self) -> Timestamp;

    /// How many seconds the local time of this place is before UTC at `at`; east is positive.
    fn east_of_utc(&self, _at: Timestamp) -> i32 {
        0
    }
}

/// The day at `at`: that of this place, or that of UTC where it is the later one.
///
/// A consent that ends with a day has so ended with whichever of both is over first.
pub(crate) fn latest_day(clock: &dyn Clock, at: Timestamp) -> NaiveDate {
    at.max(local(clock, at)).day()
}

/// What a clock on the wall shows at `at`, as if it were UTC.
fn local(clock: &dyn Clock, at: Timestamp) -> Timestamp {
    at.plus(i64::from(clock.east_of_utc(at)) * 1_000)
}

/// The system's clock.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(
        clippy::disallowed_methods,
        reason = "this is where the clock comes in"
    )]
    fn now(&self) -> Timestamp {
        let since = SystemTime::now().duration_since(UNIX_EPOCH);
        Timestamp(since.map_or(0, |since| {
            i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
        }))
    }

    fn east_of_utc(&self, at: Timestamp) -> i32 {
        Local
            .timestamp_millis_opt(at.0)
            .earliest()
            .map_or(0, |time| time.offset().fix().local_minus_utc())
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

impl Environment {
    /// The day of this place, as in `2026-11-29`.
    pub fn day_here(&self) -> String {
        let now = self.clock.now();
        local(&*self.clock, now).day().to_string()
    }
}

impl std::fmt::Debug for Environment {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Environment(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn time(text: &str) -> Timestamp {
        let time = chrono::DateTime::parse_from_rfc3339(text).expect("a time");
        Timestamp(time.timestamp_millis())
    }

    struct At(i32);

    impl Clock for At {
        fn now(&self) -> Timestamp {
            Timestamp(0)
        }

        fn east_of_utc(&self, _: Timestamp) -> i32 {
            let Self(hours) = self;
            hours * 3_600
        }
    }

    /// Promised in docs/THREATS.md: consent ends with the day of the place or of UTC, whichever is over first.
    #[test]
    fn a_day_is_over_where_it_is_over_first() {
        let at = time("2030-06-01T20:00:00Z");
        let day = |hours| latest_day(&At(hours), at).to_string();
        assert_eq!(day(0), "2030-06-01");
        assert_eq!(day(9), "2030-06-02", "Seoul");
        assert_eq!(day(-8), "2030-06-01", "Los Angeles");
        let later = at.plus(5 * 3_600_000);
        assert_eq!(
            latest_day(&At(-8), later).to_string(),
            "2030-06-02",
            "UTC is over"
        );
    }

    struct Late(i32);

    impl Clock for Late {
        fn now(&self) -> Timestamp {
            time("2026-11-29T20:00:00Z")
        }

        fn east_of_utc(&self, _: Timestamp) -> i32 {
            self.0 * 3_600
        }
    }

    #[test]
    fn the_day_is_that_of_the_place() {
        let day = |hours| {
            let clock = Arc::new(Late(hours));
            let random = Arc::new(OsRandom);
            Environment { clock, random }.day_here()
        };
        assert_eq!(day(9), "2026-11-30", "Seoul");
        assert_eq!(day(-8), "2026-11-29", "Los Angeles");
    }
}
