//! All that a vault shows of its records, but for what is a matter of who looks.

use std::collections::BTreeMap;

use fieldnotes_core::Session;
use fieldnotes_core::record::{self, conflict};
use fieldnotes_core::search::{self, list};
use serde_json::Value;

use crate::support::vault;

/// A revision without the name that this vault gives to its author: one's own log is `self` to oneself only.
#[derive(Debug, PartialEq)]
struct Revision {
    parents: Vec<String>,
    device: String,
    saved_at: String,
    record: Value,
    trashed: bool,
}

#[derive(Debug, PartialEq)]
struct Record {
    shown: Value,
    revision: String,
    heads: Vec<String>,
    device: String,
    saved_at: String,
    trashed: bool,
    /// In the order in which it runs.
    history: Vec<(String, Revision)>,
}

/// What a vault shows.
#[derive(Debug, PartialEq)]
pub struct View {
    digest: String,
    records: BTreeMap<String, Record>,
    /// Records in conflict, with their heads.
    pub conflicts: Vec<(String, Vec<String>)>,
    lists: Vec<list::RecordPage>,
    found: search::SearchResults,
    contents: u64,
}

impl View {
    /// Looks at everything.
    pub fn of(session: &Session) -> Self {
        let page = |trashed| {
            let asked = list::ListRecords {
                limit: Some(usize::MAX),
                trashed,
                ..list::ListRecords::default()
            };
            list::page(session, &asked).expect("a list")
        };
        let wanted = search::Find {
            query: "문장",
            limit: Some(usize::MAX),
            ..search::Find::default()
        };
        Self {
            digest: vault::digest(session),
            records: vault::record_ids(session)
                .into_iter()
                .map(|id| (id.clone(), record(session, &id)))
                .collect(),
            conflicts: conflict::list(session)
                .expect("a list")
                .conflicts
                .into_iter()
                .map(|line| (line.id, line.heads))
                .collect(),
            lists: vec![page(false), page(true)],
            found: search::find(session, &wanted).expect("a search"),
            contents: fieldnotes_core::vault::status(session).files,
        }
    }

    /// All texts of all revisions.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        let revisions = self.records.values().flat_map(|record| &record.history);
        revisions.filter_map(|(_, revision)| revision.record.get("tags")?.get(0)?.as_str())
    }
}

fn record(session: &Session, id: &str) -> Record {
    let shown = record::show(session, id).expect("a record that was listed");
    let history = record::history(session, id).expect("a record that was listed");
    Record {
        shown: shown.record,
        revision: shown.revision,
        heads: shown.heads,
        device: shown.saved_by.device,
        saved_at: shown.saved_at,
        trashed: shown.trashed,
        history: history
            .revisions
            .into_iter()
            .map(|past| {
                let revision = Revision {
                    parents: past.parents,
                    device: past.saved_by.device,
                    saved_at: past.saved_at,
                    record: past.record,
                    trashed: past.trashed,
                };
                (past.revision, revision)
            })
            .collect(),
    }
}
