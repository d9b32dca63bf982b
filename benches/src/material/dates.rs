//! Dates as people remember them: EDTF level 1.

use super::chance::Chance;

/// A date of those years, known as well as people know them.
pub fn some_time(chance: &mut Chance, from: usize, to: usize) -> String {
    let year = chance.between(from, to);
    let month = chance.between(1, 12);
    match chance.below(12) {
        0 | 1 => format!("{year}"),
        2 => format!("{year}?"),
        3 => format!("{year}~"),
        4 => format!("{}X", year / 10),
        5 => format!("{year}-{month:02}~"),
        6 => format!("{year}-{}", chance.between(21, 24)), // a season
        7 => format!("{year}/{}", year + chance.between(1, 3)),
        8 => format!("{year}-{month:02}-XX"),
        9 => format!("../{year}"),
        10 => format!("{year}-{month:02}"),
        _ => day(chance, year),
    }
}

/// From about then to about then.
pub fn span(chance: &mut Chance, from: usize, to: usize) -> String {
    let year = chance.between(from, to);
    let (first, last) = (chance.between(1, 6), chance.between(7, 12));
    match chance.below(3) {
        0 => format!("{year}-{first:02}/{year}-{last:02}"),
        1 => format!("{year}-{first:02}~/{}", year + 1),
        _ => format!("{year}-{first:02}/.."),
    }
}

/// A day of that year.
pub fn day(chance: &mut Chance, year: usize) -> String {
    let (month, day) = (chance.between(1, 12), chance.between(1, 28));
    format!("{year}-{month:02}-{day:02}")
}
