//! Bytes that nobody wrote, given to every reader of what comes from outside or from a disk. For `make fuzz`, and in small for
//! `make test`: fuzz/README.md.
//!
//! A target asks for more than not to panic. What is taken can be written and is then the same; what is let in can be read by
//! all who read it later; what has one spelling has no second. Checksums, signatures and keys are out of the way: whoever
//! attacks a reader has made them right.

use fieldnotes_domain::history::{Entry, EntryRef};
use fieldnotes_domain::records::{self, Date, Kind, Record};

mod bodies;

pub use bodies::body;
pub use fieldnotes_format::exchange::fuzzing::{age_header, archive, manifest};
pub use fieldnotes_format::vault::header::fuzzing::header;
pub use fieldnotes_format::vault::packing::fuzzing::packing;
pub use fieldnotes_store::search::fuzzing::query;
pub use fieldnotes_store::store::rows::fuzzing::row;

/// Takes whatever bytes there are, and panics where a promise is broken.
pub type Target = fn(&[u8]);

/// Every target under the name of its corpus.
pub const TARGETS: [(&str, Target); 11] = [
    ("age_header", age_header),
    ("archive", archive),
    ("body", body),
    ("edtf", edtf),
    ("entry", entry),
    ("header", header),
    ("manifest", manifest),
    ("packing", packing),
    ("query", query),
    ("record", record),
    ("row", row),
];

/// A date of the past.
pub fn edtf(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return;
    };
    fieldnotes_store::search::fuzzing::date(text);
    let Ok(date) = text.parse::<Date>() else {
        return;
    };
    assert_eq!(date.as_str(), text);
    assert_eq!(date.to_string().parse(), Ok(date.clone()));
    let json = serde_json::to_value(&date).expect("a text");
    assert_eq!(
        serde_json::from_value::<Date>(json).ok(),
        Some(date.clone())
    );
    let days = [date.earliest(), date.latest()];
    for day in days.iter().flatten() {
        assert!((1..=12).contains(&day.month) && (1..=31).contains(&day.day));
    }
    if let [Some(earliest), Some(latest)] = days {
        assert!(earliest <= latest, "{text}");
    }
    assert!(!date.is_open_ended() || date.latest().is_none(), "{text}");
}

/// A log entry, as it is signed, and several as they come in a bundle.
pub fn entry(bytes: &[u8]) {
    if let Ok(entry) = Entry::decode(bytes) {
        assert_eq!(entry.encode().as_deref(), Ok(bytes), "it has one spelling");
        let looked_at = EntryRef::decode(bytes).map(|entry| entry.to_entry());
        assert_eq!(looked_at, Ok(entry.clone()));
        assert!(entry.schema.starts_with(entry.kind()));
    }
    fieldnotes_format::exchange::fuzzing::entries(bytes);
}

/// A record that somebody typed or imports. The first byte says of which kind.
pub fn record(bytes: &[u8]) {
    let Some((kind, json)) = bytes.split_first() else {
        return;
    };
    let kinds = [
        Kind::Person,
        Kind::Testimony,
        Kind::Note,
        Kind::Place,
        Kind::Attachment,
    ];
    let kind = kinds
        .into_iter()
        .cycle()
        .nth(usize::from(*kind))
        .expect("it goes round");
    let Ok(mut record) = records::parse(kind, json) else {
        return;
    };
    let mut number = 0;
    record.identify(&mut || {
        number += 1;
        uuid::Uuid::from_u128(number)
    });
    let value = record.to_value();
    let again = Record::from_value(kind, value.clone());
    let again = again.expect("what was taken is taken again");
    assert!(again == record, "it says the same");
    assert_eq!(again.to_value(), value);
    let text = serde_json::to_vec(&value).expect("JSON");
    let typed = records::parse(kind, &text).expect("what is shown can be typed");
    assert!(typed == record, "and says the same");
    assert_eq!(record.unknown_members(), again.unknown_members());
    bodies::is_saved(kind.as_str(), &value);
}

#[cfg(test)]
mod corpus;
