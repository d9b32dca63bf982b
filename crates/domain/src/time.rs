//! Times as devices claim them.

use std::fmt;

use chrono::{DateTime, NaiveDate, NaiveTime, SecondsFormat, Utc};
use serde::{Deserialize, Serialize};

/// A time that some device claims: milliseconds since 1970-01-01T00:00:00Z. It is shown to people, and lists are sorted by it. It does not say
/// which revision follows which: clocks are wrong, and may be set wrong on purpose.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Timestamp(pub i64);

impl Timestamp {
    /// Before every other.
    pub const MIN: Self = Self(i64::MIN);

    /// This time and so many milliseconds, as far as the numbers go.
    #[must_use]
    pub const fn plus(self, milliseconds: i64) -> Self {
        Self(self.0.saturating_add(milliseconds))
    }

    /// Milliseconds from `earlier` to this time; less than 0 where it is the later one.
    #[must_use]
    pub const fn since(self, earlier: Self) -> i64 {
        self.0.saturating_sub(earlier.0)
    }

    /// The day of UTC. What no calendar has a day for is the first day of 1970.
    #[must_use]
    pub fn day(self) -> NaiveDate {
        self.utc().date_naive()
    }

    /// The first moment of a day of UTC.
    #[must_use]
    pub fn of_day(day: NaiveDate) -> Self {
        Self(day.and_time(NaiveTime::MIN).and_utc().timestamp_millis())
    }

    fn utc(self) -> DateTime<Utc> {
        DateTime::from_timestamp_millis(self.0).unwrap_or_default()
    }
}

/// RFC 3339 in UTC, with milliseconds.
impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.utc().to_rfc3339_opts(SecondsFormat::Millis, true))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_written_as_rfc_3339() {
        assert_eq!(Timestamp(0).to_string(), "1970-01-01T00:00:00.000Z");
        assert_eq!(
            Timestamp(1_796_054_546_007).to_string(),
            "2026-11-30T16:02:26.007Z"
        );
        let begin = Timestamp(0).to_string();
        assert_eq!(Timestamp::MIN.to_string(), begin, "no calendar has it");
        assert_eq!(Timestamp(i64::MAX).to_string(), begin);
    }

    #[test]
    fn it_ends_where_times_end() {
        assert_eq!(Timestamp(i64::MAX).plus(1), Timestamp(i64::MAX));
        assert_eq!(Timestamp::MIN.since(Timestamp(1)), i64::MIN);
        assert_eq!(Timestamp(5).since(Timestamp(7)), -2);
    }
}
