//! Queries against a naive scan, and snippets against what was found.

use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

use super::*;

fn finds(query: &str, texts: &[&str]) -> bool {
    Query::parse(query).matches(texts.iter().copied())
}

#[test]
fn words_may_stand_in_different_fields_and_phrases_may_not() {
    let fields = ["두만강을 건너 투먼으로 갔다", "She crossed the Tumen river"];
    assert!(finds("투먼 river", &fields));
    assert!(finds("\"두만강을 건너\"", &fields));
    assert!(!finds("\"투먼으로 갔다 She\"", &fields));
    assert!(!finds("투먼 압록강", &fields));
}

#[test]
fn quotes_make_phrases_in_every_form() {
    let text = ["the river at night"];
    assert!(finds("\"river at\"", &text));
    assert!(finds("“river at”", &text));
    assert!(!finds("\"at river\"", &text));
    assert!(
        finds("\"river at", &text),
        "an open quote reaches to the end"
    );
    assert!(finds("night\"river at\"", &text));
}

#[test]
fn an_empty_query_finds_nothing() {
    for query in ["", "   ", "\"\"", "\u{200b}"] {
        assert!(Query::parse(query).is_empty());
        assert!(!finds(query, &["anything"]));
    }
}

#[test]
fn both_unicode_forms_find_each_other() {
    let nfd: String = "회령에서".nfd().collect();
    assert!(finds("회령", &[&nfd]));
    assert!(finds(&nfd, &["회령에서 왔다"]));
}

#[test]
fn a_hit_names_the_first_field_and_shows_the_text_as_it_was_written() {
    let query = Query::parse("TUMEN 강");
    let mut matcher = query.matcher();
    matcher.feed("title", "강을 건너다");
    matcher.feed("narrative[0].translation", "Across the Tumen");
    let hit = matcher.finish().expect("both words are there");
    assert_eq!(hit.path, "title");
    assert_eq!(hit.snippet.to_string(), "강을 건너다");
    assert_eq!(hit.snippet.hit, "강");
}

#[test]
fn a_long_text_is_cut_on_both_sides() {
    let text = format!("{}두만강{}", "가".repeat(200), "나".repeat(200));
    let snippet = Query::parse("두만강").snippet(&text).expect("it is there");
    assert!(snippet.before.starts_with('…') && snippet.after.ends_with('…'));
    assert_eq!(snippet.hit, "두만강");
    assert_eq!(snippet.to_string().graphemes(true).count(), 80 + 2);
}

#[test]
fn a_hit_inside_a_character_shows_the_whole_character() {
    let snippet = Query::parse("s").snippet("Weiß").expect("ß folds to ss");
    assert_eq!(snippet.hit, "ß");
}

/// Texts in which folding, composing and cutting all matter.
fn words() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("김영희"),
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
        Just("🇰🇷"),
    ];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn it_finds_what_a_naive_scan_finds(
        fields in prop::collection::vec(words(), 0..4),
        query in words(),
    ) {
        let terms: Vec<String> = query.split_whitespace().map(fold).filter(|t| !t.is_empty()).collect();
        let naive = !terms.is_empty()
            && terms.iter().all(|term| fields.iter().any(|field| fold(field).contains(term)));
        let parsed = Query::parse(&query);
        prop_assert_eq!(parsed.matches(fields.iter().map(String::as_str)), naive);

        let mut matcher = parsed.matcher();
        for field in &fields {
            matcher.feed("field", field);
        }
        prop_assert_eq!(matcher.finish().is_some(), naive);
    }

    #[test]
    fn a_snippet_has_the_hit_in_it(before in words(), needle in words(), after in words()) {
        let needle = needle.replace(char::is_whitespace, "");
        prop_assume!(!fold(&needle).is_empty());
        let text = format!("{before} {needle} {after}");
        let snippet = Query::parse(&needle).snippet(&text).expect("the needle is in the text");
        prop_assert!(fold(&snippet.to_string()).contains(&fold(&needle)));
        prop_assert!(fold(&snippet.hit).contains(&fold(&needle)));
    }

    #[test]
    fn nothing_panics(text in any::<String>(), query in any::<String>()) {
        let parsed = Query::parse(&query);
        prop_assert_eq!(parsed.snippet(&text).is_some(), parsed.terms.iter().any(|t| fold(&text).contains(t)));
    }
}
