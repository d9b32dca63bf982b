//! EDTF as testimonies use it.

use proptest::prelude::*;

use super::*;

fn day(year: i64, month: u8, day: u8) -> Option<Day> {
    Some(Day { year, month, day })
}

fn date(text: &str) -> Date {
    text.parse().expect(text)
}

#[test]
fn a_date_means_the_days_that_it_can_mean() {
    for (text, earliest, latest) in [
        ("1998", day(1998, 1, 1), day(1998, 12, 31)),
        ("1998-03", day(1998, 3, 1), day(1998, 3, 31)),
        ("1998-03-12", day(1998, 3, 12), day(1998, 3, 12)),
        ("1998?", day(1998, 1, 1), day(1998, 12, 31)),
        ("1998-03~", day(1998, 3, 1), day(1998, 3, 31)),
        ("1998-03-12%", day(1998, 3, 12), day(1998, 3, 12)),
        ("1997/1999", day(1997, 1, 1), day(1999, 12, 31)),
        ("1997-03~/1999?", day(1997, 3, 1), day(1999, 12, 31)),
        ("../1999", None, day(1999, 12, 31)),
        ("/1999", None, day(1999, 12, 31)),
        ("1999/..", day(1999, 1, 1), None),
        ("1999/", day(1999, 1, 1), None),
        ("199X", day(1990, 1, 1), day(1999, 12, 31)),
        ("19XX", day(1900, 1, 1), day(1999, 12, 31)),
        ("1999-XX", day(1999, 1, 1), day(1999, 12, 31)),
        ("1999-XX-XX", day(1999, 1, 1), day(1999, 12, 31)),
        ("2000-02-XX", day(2000, 2, 1), day(2000, 2, 29)),
        ("2001-21", day(2001, 3, 1), day(2001, 5, 31)),
        ("2001-24", day(2001, 12, 1), day(2002, 2, 28)),
        ("-0044", day(-44, 1, 1), day(-44, 12, 31)),
        (
            "Y17000000002",
            day(17_000_000_002, 1, 1),
            day(17_000_000_002, 12, 31),
        ),
        (
            "2026-11-22T09:30:00+09:00",
            day(2026, 11, 22),
            day(2026, 11, 22),
        ),
    ] {
        let date = date(text);
        assert_eq!(
            (date.earliest(), date.latest()),
            (earliest, latest),
            "{text}"
        );
        assert_eq!(date.to_string(), text);
    }
}

#[test]
fn what_no_calendar_has_is_refused() {
    for text in [
        "2023-02-29",
        "1998-13",
        "1998-00",
        "1998-04-31",
        "1900-02-29",
        "1999/1997",
        "1998-1",
        "98",
        "",
        " ",
        "1998 ",
        " 1998",
        "..",
        "/",
        "../..",
        "1998??",
        "199x",
        "1998/1999/2000",
        "20010203",
        "1998.3",
        "1998년",
        "１９９８",
        "봄",
        "[1667,1668]",
        "1998-2X",
        "XXXX",
        "19X8",
        "2001-25",
        "-0000",
    ] {
        assert_eq!(text.parse::<Date>(), Err(DateError), "{text}");
    }
    assert_eq!("9".repeat(1000).parse::<Date>(), Err(DateError));
}

#[test]
fn marks_of_doubt_are_known() {
    assert!(date("1998?").is_uncertain() && !date("1998?").is_approximate());
    assert!(date("1998~").is_approximate() && !date("1998~").is_uncertain());
    assert!(date("1998%").is_approximate() && date("1998%").is_uncertain());
    assert!(date("1997/1999?").is_uncertain());
    assert!(date("199X").has_unspecified() && !date("1998").has_unspecified());
    assert!(date("1999/..").is_open_ended() && !date("1999/").is_open_ended());
}

#[test]
fn debug_does_not_show_a_date_of_birth() {
    assert!(!format!("{:?}", date("1978-05-01")).contains("1978"));
}

/// Texts that look like dates, right and wrong ones.
fn date_like() -> impl Strategy<Value = String> {
    let year = prop_oneof![
        "-?[0-9]{4}",
        "[0-9]{3}X",
        "[0-9]{2}XX",
        "Y-?[1-9][0-9]{4,10}"
    ];
    let rest = prop_oneof![
        "",
        "-[0-4][0-9]",
        "-[0-9X]{2}",
        "-[01][0-9]-[0-3][0-9]",
        "-[01][0-9]-XX"
    ];
    let one = (year, rest, "[?~%]?").prop_map(|(year, rest, mark)| format!("{year}{rest}{mark}"));
    let end = prop_oneof![3 => one.clone(), 1 => Just("..".to_owned()), 1 => Just(String::new())];
    prop_oneof![
        one.clone(),
        (one.clone(), end.clone()).prop_map(|(a, b)| format!("{a}/{b}")),
        (end, one).prop_map(|(a, b)| format!("{a}/{b}")),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn a_date_comes_out_as_it_went_in_and_begins_before_it_ends(text in date_like()) {
        if let Ok(date) = text.parse::<Date>() {
            prop_assert_eq!(date.to_string(), text);
            prop_assert_eq!(date.to_string().parse::<Date>(), Ok(date.clone()));
            let json = serde_json::to_string(&date).expect("text");
            prop_assert_eq!(serde_json::from_str::<Date>(&json).ok(), Some(date.clone()));
            if let (Some(earliest), Some(latest)) = (date.earliest(), date.latest()) {
                prop_assert!(earliest <= latest);
            }
        }
    }

    #[test]
    fn nothing_panics(text in prop_oneof!["[0-9XYEST?~%./:,{}\\[\\]+-]{0,40}", any::<String>()]) {
        let _ = text.parse::<Date>();
    }
}
