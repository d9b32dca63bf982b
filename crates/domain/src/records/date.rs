//! Dates of the past, which are often uncertain: EDTF level 1 (ISO 8601-2:2019).
//!
//! `1998?`, `1998-03~`, `1997/1999`, `199X`, `2001-21` (spring), `../1999`. The text stays as it
//! was written; what it can mean is worked out for sorting and searching. The grammar and the
//! calendar are those of the crate `edtf-core` (docs/decisions/002-edtf.md).

use std::fmt;
use std::str::FromStr;

use edtf_core::{Bound, BoundDate, Edtf};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::error::Complaint;
use super::shape::RecordValue;

/// The longest date taken; the longest that level 1 can write is far shorter.
const LONGEST: usize = 128;

/// A date of the past as it was written, and what it can mean.
#[derive(Clone, PartialEq, Eq, Hash)]
#[cfg_attr(
    any(test, feature = "bindings"),
    derive(ts_rs::TS),
    ts(export, export_to = "records/", rename = "EdtfDate", type = "string")
)]
pub struct Date {
    text: String,
    earliest: Option<Day>,
    latest: Option<Day>,
    shape: Shape,
}

/// What else the writing of a date says.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Shape {
    uncertain: bool,
    approximate: bool,
    unspecified: bool,
    open_end: bool,
}

/// A day of the proleptic Gregorian calendar. Year 0 exists, years before it are negative.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day {
    /// Astronomical year.
    pub year: i64,
    /// Month, 1 to 12.
    pub month: u8,
    /// Day of the month, 1 to 31.
    pub day: u8,
}

/// The text is not a date of EDTF level 1, or names a day that no calendar has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a date of EDTF level 1")]
pub struct DateError;

impl Date {
    /// The date as it was written.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The first day that the date can mean; none where it begins openly or at an unknown time.
    pub fn earliest(&self) -> Option<Day> {
        self.earliest
    }

    /// The last day that the date can mean; none where it ends openly or at an unknown time.
    pub fn latest(&self) -> Option<Day> {
        self.latest
    }

    /// Whether a part of it is marked uncertain (`?` or `%`).
    pub fn is_uncertain(&self) -> bool {
        self.shape.uncertain
    }

    /// Whether a part of it is marked approximate (`~` or `%`).
    pub fn is_approximate(&self) -> bool {
        self.shape.approximate
    }

    /// Whether digits are left open (`199X`, `1999-XX`).
    pub fn has_unspecified(&self) -> bool {
        self.shape.unspecified
    }

    /// Whether it is an interval that has no end (`1999/..`), as against one of unknown end.
    pub fn is_open_ended(&self) -> bool {
        self.shape.open_end
    }
}

impl FromStr for Date {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        if text.len() > LONGEST {
            return Err(DateError);
        }
        let edtf = Edtf::parse(text).map_err(|_| DateError)?;
        // Level 2 (sets, masks anywhere) cannot be entered in any form of ours, and a second
        // reader of the format need not know it.
        if edtf.level() > 1 {
            return Err(DateError);
        }
        let bounds = edtf.bounds();
        Ok(Self {
            text: text.to_owned(),
            earliest: day_of(bounds.earliest),
            latest: day_of(bounds.latest),
            shape: Shape {
                uncertain: edtf.is_uncertain(),
                approximate: edtf.is_approximate(),
                unspecified: edtf.has_unspecified(),
                open_end: bounds.latest == Bound::PositiveInfinity,
            },
        })
    }
}

fn day_of(bound: Bound) -> Option<Day> {
    match bound {
        Bound::Date(BoundDate { year, month, day }) => Some(Day { year, month, day }),
        Bound::NegativeInfinity | Bound::PositiveInfinity | Bound::Unknown => None,
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl fmt::Debug for Date {
    /// A date of birth is a secret like any other field.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Date(..)")
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(|DateError| Complaint::Date.raise())
    }
}

impl RecordValue for Date {
    const JSON: super::schema::JsonForm = super::schema::JsonForm::Date;
    const TEXT: bool = true;
}

#[cfg(test)]
#[path = "date_tests.rs"]
mod tests;
