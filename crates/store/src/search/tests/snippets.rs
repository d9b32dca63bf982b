//! The text around a hit, and the places of all of them.

use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;

use super::super::spots::Folded;
use super::*;

fn hit(query: &str, texts: &[(&str, &str)]) -> Option<Hit> {
    let query = Query::parse(query);
    locate(&Seeker::new(&query), |take| {
        texts.iter().for_each(|(path, text)| take(path, text));
    })
}

fn marked(query: &str, text: &str) -> String {
    let mut out = String::new();
    let mut at = 0;
    for spot in Seeker::new(&Query::parse(query)).spots(text) {
        out += &format!("{}[{}]", &text[at..spot.start], &text[spot.clone()]);
        at = spot.end;
    }
    out + &text[at..]
}

#[test]
fn a_hit_names_the_first_field_and_shows_the_text_as_it_was_written() {
    let texts = [
        ("title", "강을 건너다"),
        ("narrative[0].translation", "Across the Tumen"),
    ];
    let found = hit("TUMEN 강", &texts).expect("both words are there");
    assert_eq!(found.path, "title");
    assert_eq!(
        (
            found.snippet.to_string().as_str(),
            found.snippet.hit.as_str()
        ),
        ("강을 건너다", "강")
    );
    let near = hit("이영희", &[("a", "nobody"), ("b", "saw 리영희")]).expect("near");
    assert_eq!(
        (near.path.as_str(), near.snippet.hit.as_str()),
        ("b", "리영희")
    );
}

#[test]
fn a_long_text_is_cut_on_both_sides() {
    let text = format!("{}두만강{}", "가".repeat(200), "나".repeat(200));
    let snippet = hit("두만강", &[("text", &text)])
        .expect("it is there")
        .snippet;
    assert!(snippet.before.starts_with('…') && snippet.after.ends_with('…'));
    assert_eq!(snippet.hit, "두만강");
    assert_eq!(snippet.to_string().graphemes(true).count(), 80 + 2);
}

#[test]
fn a_mark_alone_is_not_sought_on_a_letter_that_drops_it() {
    let found = hit("\"\u{327}\"", &[("text", "A\u{327}na \u{327}")]).expect("there");
    assert_eq!(found.snippet.before, "A\u{327}na");
    assert_eq!(found.snippet.hit, " \u{327}", "a mark and what bears it");
}

#[test]
fn every_place_is_marked_and_what_is_near_where_nothing_is_exact() {
    for (query, text, expected) in [
        (
            "두만강",
            "두만강을 건너 두만강으로",
            "[두만강]을 건너 [두만강]으로",
        ),
        ("s", "Weiß", "Wei[ß]"),
        ("muller", "Herr MÜLLER", "Herr [MÜLLER]"),
        ("river 강", "The  river,\n강가", "The  [river],\n[강]가"),
        ("김영희", "김 영희와 김영희", "김 영희와 [김영희]"),
        ("김영희", "어제 김 영희가", "어제 [김 영희]가"),
        ("강제북송", "강제 북송", "[강제 북송]"),
        ("증어", "그 증언은", "그 [증언]은"),
        ("ㅈㅇ", "그 증언은", "그 [증언]은"),
        ("younghee", "그때 김영희가", "그때 김[영희]가"),
        ("이정옥", "리정옥", "[리정옥]"),
        ("cristopher", "Mr Christopher", "Mr [Christopher]"),
        ("-강 물", "강물", "강[물]"),
        ("\"물 한\"", "물\u{200b} \n한 잔", "[물\u{200b} \n한] 잔"),
    ] {
        assert_eq!(marked(query, text), expected, "{query}");
    }
}

fn words() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("김영희"),
        Just("투먼"),
        Just("Straße"),
        Just("İ"),
        Just("e\u{301}"),
        Just("👩‍👩‍👧"),
        Just(" "),
        Just("\n"),
        Just("\u{200b}"),
        Just("ΑΣ"),
        Just("ﬁ"),
        Just("a"),
        Just("각"),
        Just("ᄀ"),
        Just("ᅡ"),
        Just("\u{327}"),
        Just("ㅈ"),
        Just("ㅏ"),
        Just("ﾡ"),
        Just("Ａ"),
        Just("🇰🇷"),
        Just("㉠"),
        Just("¨"),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn a_text_folds_the_same_with_its_places(text in words()) {
        prop_assert_eq!(Folded::of(&text).text, fold(&text));
    }

    #[test]
    fn a_snippet_has_the_hit_in_it(before in words(), needle in words(), after in words()) {
        let needle = needle.replace(char::is_whitespace, "");
        prop_assume!(!fold(&needle).is_empty());
        let text = format!("{before} {needle} {after}");
        let query = format!("\"{needle}\"");
        let found = hit(&query, &[("text", &text)]).expect("the needle is in the text");
        prop_assert!(fold(&found.snippet.to_string()).contains(&fold(&needle)));
        prop_assert!(fold(&found.snippet.hit).contains(&fold(&needle)));
    }

    #[test]
    fn places_are_in_order_and_between_characters(text in any::<String>(), query in any::<String>()) {
        let mut last = 0;
        for spot in Seeker::new(&Query::parse(&query)).spots(&text) {
            prop_assert!(spot.start >= last && spot.end > spot.start);
            prop_assert!(text.get(spot.clone()).is_some());
            last = spot.end;
        }
    }
}
