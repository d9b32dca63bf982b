//! Queries and the texts that they are asked of.

use fieldnotes_domain::time::Timestamp;
use serde_json::json;

use super::linear::{Around, fits};
use super::query::Query;
use super::{About, Document, Nearness, Said, Seeker, describe, locate};
use fieldnotes_domain::ids::{EntryHash, RecordId};
use fieldnotes_domain::records;

/// A query in the first line, and what a note says in the others.
pub fn query(bytes: &[u8]) {
    let Ok(all) = std::str::from_utf8(bytes) else {
        return;
    };
    let (typed, text) = all.split_once('\n').unwrap_or((all, all));
    let record = json!({ "text": text });
    let document = described("note", &record);
    let texts = |take: &mut dyn FnMut(&str, &str)| records::texts_of(&record, take);

    let query = Query::parse(typed);
    assert_eq!(query, Query::parse(typed));
    let around = Around::default();
    let [exact, near, slip] = [Nearness::Exact, Nearness::Near, Nearness::Slip]
        .map(|nearness| fits(&query, &document, &around, nearness));
    assert!(!exact || near, "what fits to the letter is near");
    assert!(!near || slip, "what is near is within a slip");
    let seeker = Seeker::new(&query);
    for spot in seeker.spots(text) {
        assert!(text.get(spot).is_some(), "spots are of whole characters");
    }
    let _ = locate(&seeker, texts);

    let phrase = format!("\"{text}\"");
    let is_one_phrase = !text.contains(['"', '“', '”', '„', '＂']);
    let whole = Query::parse(&phrase);
    if is_one_phrase && !whole.is_empty() {
        let found = fits(&whole, &document, &around, Nearness::Exact);
        assert!(found, "a text is found by itself");
        let hit = locate(&Seeker::new(&whole), texts);
        assert!(hit.is_some(), "and shown");
    }
}

/// A date as it is asked for, and as a record has it.
pub fn date(text: &str) {
    if let Some((from, to)) = super::describe::days_of(text) {
        assert!(from <= to, "{text}");
    }
    let _ = Query::parse(&format!("date:{text}"));
    let _ = Query::parse(&format!("date:{text}..{text}"));
}

/// What a record is found by.
pub fn described(kind: &str, record: &serde_json::Value) -> Document {
    let about = About {
        id: RecordId::nil(),
        kind: kind.to_owned(),
        revision: EntryHash([0; 32]),
        saved: Timestamp(0),
        created: Timestamp(0),
        heads: 1,
        is_conflict: false,
        mark: 0,
    };
    let said = Said {
        record,
        trashed: false,
    };
    describe(about, Some(said))
}
