//! Days and ages said less exactly.

use super::profile::DateRule;

/// A date of EDTF level 1 by this rule; none where it is left out, or is in no form that can be made coarser.
pub fn date(text: &str, rule: DateRule) -> Option<String> {
    let keep = match rule {
        DateRule::Keep => return Some(text.to_owned()),
        DateRule::Remove => return None,
        DateRule::Year => Exactness::Year,
        DateRule::Season => Exactness::Season,
        DateRule::Month => Exactness::Month,
    };
    let parts: Option<Vec<String>> = text.split('/').map(|part| end(part, keep)).collect();
    Some(parts?.join("/"))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Exactness {
    Year,
    Season,
    Month,
}

/// One end of an interval, or a date alone.
fn end(part: &str, keep: Exactness) -> Option<String> {
    if part.is_empty() || part == ".." {
        return Some(part.to_owned());
    }
    let date = part.trim_end_matches(['?', '~', '%']);
    let doubt = part.get(date.len()..).unwrap_or_default();
    let (sign, digits) = match date.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", date),
    };
    if let Some(long) = digits.strip_prefix('Y') {
        let is_year = long
            .trim_start_matches('-')
            .bytes()
            .all(|b| b.is_ascii_digit());
        return is_year.then(|| part.to_owned());
    }
    let mut fields = digits.split('-');
    let year = fields.next().filter(|year| is_number(year, 4))?;
    let month = fields.next();
    if month.is_some_and(|month| !is_number(month, 2)) {
        return None;
    }
    let month = match (month, keep) {
        (None, _) | (_, Exactness::Year) => None,
        (Some(month), Exactness::Month) => Some(month.to_owned()),
        (Some(month), Exactness::Season) => season(month),
    };
    Some(match month {
        Some(month) => format!("{sign}{year}-{month}{doubt}"),
        None => format!("{sign}{year}{doubt}"),
    })
}

/// Digits, some of which may be unknown.
fn is_number(text: &str, length: usize) -> bool {
    text.len() == length && text.bytes().all(|b| b.is_ascii_digit() || b == b'X')
}

/// The season of a month (EDTF level 1: 21 spring to 24 winter); none where the month is not known.
fn season(month: &str) -> Option<String> {
    let number: u8 = month.parse().ok()?;
    Some(match number {
        3..=5 => "21".to_owned(),
        6..=8 => "22".to_owned(),
        9..=11 => "23".to_owned(),
        1 | 2 | 12 => "24".to_owned(),
        21..=24 => month.to_owned(),
        _ => return None,
    })
}

/// The code of the group of an age in years.
pub fn age_group(years: u64) -> &'static str {
    match years {
        0 => "infant",
        1..=12 => "child",
        13..=17 => "adolescent",
        18..=29 => "young_adult",
        30..=59 => "adult",
        _ => "older",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_said_less_exactly() {
        for (text, year, season, month) in [
            ("1998", "1998", "1998", "1998"),
            ("1998-03", "1998", "1998-21", "1998-03"),
            ("1998-12-24", "1998", "1998-24", "1998-12"),
            ("1998-03-12~", "1998~", "1998-21~", "1998-03~"),
            ("1998-22?", "1998?", "1998-22?", "1998-22?"),
            ("199X", "199X", "199X", "199X"),
            ("1998-XX-XX", "1998", "1998", "1998-XX"),
            (
                "1997-05-01/1999-11",
                "1997/1999",
                "1997-21/1999-23",
                "1997-05/1999-11",
            ),
            ("1997-05/..", "1997/..", "1997-21/..", "1997-05/.."),
            ("/2001-01-01", "/2001", "/2001-24", "/2001-01"),
            ("-0044-03-15", "-0044", "-0044-21", "-0044-03"),
        ] {
            assert_eq!(date(text, DateRule::Year).as_deref(), Some(year), "{text}");
            assert_eq!(
                date(text, DateRule::Season).as_deref(),
                Some(season),
                "{text}"
            );
            assert_eq!(
                date(text, DateRule::Month).as_deref(),
                Some(month),
                "{text}"
            );
            assert_eq!(date(text, DateRule::Keep).as_deref(), Some(text));
            assert_eq!(date(text, DateRule::Remove), None);
        }
        for odd in ["in spring", "98-3-1", "1998-3", "1998/soon"] {
            assert_eq!(date(odd, DateRule::Year), None, "{odd}");
        }
    }

    #[test]
    fn every_age_has_a_group_of_the_vocabulary() {
        let groups = crate::records::vocabulary::get("age-groups").expect("there");
        for years in 0..=130 {
            assert!(groups.term(age_group(years)).is_some(), "{years}");
        }
    }
}
