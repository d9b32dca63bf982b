//! Clock and randomness, passed in so that a test can repeat itself.

use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use chrono::{DateTime, Local, NaiveDate, Offset, TimeZone};

use fieldnotes_format::random::{OsRandom, Random};

/// What time it is said to be.
pub trait Clock: Send + Sync {
    /// Milliseconds since 1970-01-01T00:00:00Z.
    fn now(&self) -> i64;

    /// How many seconds the local time of this place is before UTC at `at`, in milliseconds since 1970; east is positive.
    fn east_of_utc(&self, _at: i64) -> i32 {
        0
    }
}

/// The day at `at`, in milliseconds since 1970: that of this place, or that of UTC where it is the later one.
///
/// A consent that ends with a day has so ended with whichever of both is over first.
pub(crate) fn latest_day(clock: &dyn Clock, at: i64) -> NaiveDate {
    let local = at.saturating_add(i64::from(clock.east_of_utc(at)) * 1_000);
    let day = DateTime::from_timestamp_millis(at.max(local)).unwrap_or_default();
    day.date_naive()
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

    fn east_of_utc(&self, at: i64) -> i32 {
        Local
            .timestamp_millis_opt(at)
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
        let local = now.saturating_add(i64::from(self.clock.east_of_utc(now)) * 1_000);
        let day = DateTime::from_timestamp_millis(local).unwrap_or_default();
        day.date_naive().to_string()
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

    struct At(i32);

    impl Clock for At {
        fn now(&self) -> i64 {
            0
        }

        fn east_of_utc(&self, _: i64) -> i32 {
            let Self(hours) = self;
            hours * 3_600
        }
    }

    /// Promised in docs/THREATS.md: consent ends with the day of the place or of UTC, whichever is over first.
    #[test]
    fn a_day_is_over_where_it_is_over_first() {
        let at = DateTime::parse_from_rfc3339("2030-06-01T20:00:00Z").expect("a time");
        let day = |hours| latest_day(&At(hours), at.timestamp_millis()).to_string();
        assert_eq!(day(0), "2030-06-01");
        assert_eq!(day(9), "2030-06-02", "Seoul");
        assert_eq!(day(-8), "2030-06-01", "Los Angeles");
        let later = at.timestamp_millis() + 5 * 3_600_000;
        assert_eq!(
            latest_day(&At(-8), later).to_string(),
            "2030-06-02",
            "UTC is over"
        );
    }

    struct Late(i32);

    impl Clock for Late {
        fn now(&self) -> i64 {
            let at = DateTime::parse_from_rfc3339("2026-11-29T20:00:00Z");
            at.map_or(0, |at| at.timestamp_millis())
        }

        fn east_of_utc(&self, _: i64) -> i32 {
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
