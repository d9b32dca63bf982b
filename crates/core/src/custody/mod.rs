//! What left this vault, when and to whom: read from the log of events.

mod log;

pub(crate) use log::stage_events;

use std::collections::{BTreeMap, HashSet};

use serde::Serialize;

use fieldnotes_domain::custody::{Event, Export, ExportWay};
use fieldnotes_domain::history::EntryHash;
use fieldnotes_domain::ids::RecordId;
use fieldnotes_domain::time::Timestamp;
use fieldnotes_format::vault::log::hash_body;
use fieldnotes_format::vault::packing::unpack;
use fieldnotes_format::vault::sealed_row::RowId;
use fieldnotes_store::store::Table;
use uuid::Uuid;

use crate::error::Outcome;
use crate::ids;
use crate::record::body::Body;
use crate::session::Session;
use crate::session::custody::LoggedEvent;
use crate::session::error::SessionError;
use crate::words::words;

words! {
    /// What sort of file records left in.
    pub enum SentIn {
        /// A bundle, for another vault.
        Bundle = "bundle",
        /// A review package.
        Review = "review",
        /// A sort that a later version knows.
        Unknown = "unknown",
    }
}

impl From<ExportWay> for SentIn {
    fn from(way: ExportWay) -> Self {
        match way {
            ExportWay::Bundle => Self::Bundle,
            ExportWay::Review => Self::Review,
            ExportWay::Unknown => Self::Unknown,
        }
    }
}

/// A file in which records left this vault.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
pub struct SentFile {
    /// The id of the bundle or package.
    pub package: String,
    /// What sort of file.
    pub sent_in: SentIn,
    /// When, by the clock of this computer then: RFC 3339 in UTC.
    pub at: String,
    /// Colleagues that can open it, by the names that they had here; none where a passphrase opens it.
    pub to: Vec<String>,
    /// For whom it was, in the words of whoever wrote it; empty where nobody was named.
    pub audience: String,
    /// For what: a use of the consent vocabulary.
    pub purpose: String,
    /// SHA-256 of the file, where it was computed.
    pub sha256: Option<String>,
    /// Records in it.
    pub records: u64,
    /// The revision of the record that was asked about; nothing where all files were asked for.
    pub revision: Option<String>,
}

/// What is known of files that left.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
pub struct SentFiles {
    /// The files, the newest first.
    pub files: Vec<SentFile>,
    /// Entries of the log that cannot be read: there may be more files than are named.
    pub unreadable: u64,
}

/// The files in which one record left.
pub fn of_record(session: &Session, record: &str) -> Outcome<SentFiles> {
    let record = ids::record(session, record)?;
    sent(session, Some(record))
}

/// All files in which records left.
pub fn list(session: &Session) -> Outcome<SentFiles> {
    sent(session, None)
}

/// How many events cannot be read.
pub(crate) fn unreadable(session: &Session) -> Result<u64, SessionError> {
    let unread = session
        .events()?
        .iter()
        .filter(|(_, event)| event.is_none())
        .count();
    Ok(unread as u64)
}

fn sent(session: &Session, record: Option<RecordId>) -> Outcome<SentFiles> {
    let events = session.events()?;
    let abandoned: HashSet<Uuid> = events
        .iter()
        .filter_map(|(_, event)| match event {
            Some(Event::Abandoned { package }) => Some(*package),
            _ => None,
        })
        .collect();
    let mut files: BTreeMap<(u64, Uuid), SentFile> = BTreeMap::new();
    let mut first_of: BTreeMap<Uuid, u64> = BTreeMap::new();
    let mut unreadable = 0;
    for (logged, event) in &events {
        match event {
            None => unreadable += 1,
            Some(Event::Export(export)) if !abandoned.contains(&export.package) => {
                let revision = record.and_then(|record| export.records.get(&record));
                if record.is_some() && revision.is_none() {
                    continue;
                }
                let first = *first_of.entry(export.package).or_insert(logged.seq);
                files
                    .entry((first, export.package))
                    .and_modify(|file| file.records += export.records.len() as u64)
                    .or_insert_with(|| file_of(export, logged.time, revision));
            }
            Some(_) => {}
        }
    }
    Ok(SentFiles {
        files: files.into_values().rev().collect(),
        unreadable,
    })
}

fn file_of(export: &Export, time: Timestamp, revision: Option<&EntryHash>) -> SentFile {
    SentFile {
        package: export.package.to_string(),
        sent_in: export.way.into(),
        at: time.to_string(),
        to: export.to.clone(),
        audience: export.audience.clone(),
        purpose: export.purpose.clone(),
        sha256: export.sha256.map(|hash| hash.to_string()),
        records: export.records.len() as u64,
        revision: revision.map(EntryHash::to_string),
    }
}

impl Session {
    /// All events in their order, each with what it says; nothing where that cannot be read.
    pub(crate) fn events(&self) -> Result<Vec<(LoggedEvent, Option<Event>)>, SessionError> {
        let logged = self.custody.events();
        // No row has the id 0.
        let rows: Vec<RowId> = logged
            .iter()
            .map(|event| event.located.body.unwrap_or_default())
            .collect();
        let read = |at: usize, bytes: &[u8]| {
            let bytes = unpack(bytes).ok()?;
            let is_it = hash_body(&bytes) == logged.get(at)?.body_hash;
            let body = is_it.then(|| Body::read(&bytes)).flatten()?;
            serde_json::from_value(body.record).ok()
        };
        let found = self.storage.store.get_each(Table::Body, &rows, &read)?;
        let events = found.into_iter().map(Option::flatten);
        Ok(logged.iter().copied().zip(events).collect())
    }
}
