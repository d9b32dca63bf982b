//! What is found, against what a reader would find, and the index against looking at every record.

mod agreement;
mod lists;
mod reader;
mod snippets;

use fieldnotes_domain::time::Timestamp;
use serde_json::{Value, json};

use super::*;
use fieldnotes_domain::ids::{EntryHash, RecordId};
use fieldnotes_format::vault::index_file::IndexSeal;

/// A described record of this kind.
fn document(number: u128, kind: &str, record: &Value) -> Document {
    let about = About {
        id: RecordId::from_u128(number),
        kind: kind.to_owned(),
        revision: EntryHash([0; 32]),
        saved: Timestamp(number as i64),
        created: Timestamp(number as i64),
        heads: 1,
        is_conflict: false,
        mark: number as u64,
    };
    let said = Said {
        record,
        trashed: false,
    };
    describe(about, Some(said))
}

fn note(number: u128, text: &str) -> Document {
    document(number, "note", &json!({ "text": text }))
}

/// An index with these documents in it, committed in so many parts.
fn index(documents: &[Document], parts: usize) -> (tempfile::TempDir, Index) {
    let dir = tempfile::tempdir().expect("temp dir");
    let mut index = Index::create(IndexSeal::for_tests(dir.path())).expect("creatable");
    for part in documents.chunks(documents.len().div_ceil(parts).max(1)) {
        index.put(part).expect("put");
        index.commit(None).expect("committed");
    }
    (dir, index)
}

/// The records that a query finds in the index, the best first, and how well they fit.
fn found(index: &Index, query: &str, exact_only: bool) -> Vec<(u128, Nearness)> {
    let query = Query::parse(query);
    let ask = PageRequest {
        query: Some(&query),
        exact_only,
        enough: usize::MAX,
        limit: 100_000,
        ..PageRequest::default()
    };
    let answer = index.answer(&ask, &[]).expect("answered");
    assert_eq!(answer.total, answer.lines.len() as u64);
    let lines = answer.lines.into_iter();
    lines
        .map(|line| (line.card.id.0.as_u128(), line.nearness))
        .collect()
}
