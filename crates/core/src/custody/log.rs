//! Events at the end of their log. docs/FORMAT.md section 6.4.

use fieldnotes_domain::custody::{Event, Export, SCHEMA};
use fieldnotes_domain::history::{Entry, EntryHash, SignedEntry};
use fieldnotes_domain::time::Timestamp;
use fieldnotes_format::random::{Random, make_array, make_id};
use fieldnotes_format::vault::device::DeviceSecret;
use fieldnotes_format::vault::log;
use fieldnotes_format::vault::packing::PackedBody;
use fieldnotes_store::store::Transaction;

use crate::error::Outcome;
use crate::outside::outfile::OutFile;
use crate::record::batch::{self, NewRows};
use crate::record::body;
use crate::session::Session;
use crate::session::error::SessionError;
use crate::session::own::OwnChange;
use crate::session::records::Located;

/// Events that are in an open transaction.
pub(crate) type StagedEvents = Vec<(SignedEntry, Located)>;

/// Where the log of events goes on.
#[derive(Debug, Clone, Copy)]
pub(crate) struct CustodyEnd {
    newest: Option<(u64, EntryHash)>,
    /// The newest revision that was saved here: what is written now came after it.
    after: Option<EntryHash>,
    now: Timestamp,
}

impl Session {
    /// Where the log of events goes on.
    pub(crate) fn custody_end(&self) -> CustodyEnd {
        let newest = self.records.graph().newest_of(&self.own.device().id());
        CustodyEnd {
            newest: self.custody.newest(),
            after: newest.map(|(_, hash)| hash),
            now: self.storage.environment.clock.now(),
        }
    }

    /// The log in which events are written, for a vault that has none yet.
    pub(crate) fn new_custody_log(&self) -> Option<DeviceSecret> {
        let is_there = self.own.custody().is_some();
        (!is_there).then(|| DeviceSecret::make(&*self.storage.environment.random))
    }

    /// Writes events, all or none.
    pub(crate) fn note_events(&mut self, events: &[Event]) -> Result<(), SessionError> {
        let own = OwnChange {
            custody: self.new_custody_log(),
            ..OwnChange::default()
        };
        let end = self.custody_end();
        let random = &*self.storage.environment.random;
        let device = own.custody.as_ref().or(self.own.custody());
        let mut transaction = self.storage.store.begin()?;
        let staged = stage_events(&mut transaction, device, end, random, events)?;
        if own.changes_anything() {
            self.own.stage(&mut transaction, &own)?;
        }
        transaction.commit()?;
        self.own.apply(own);
        self.custody.apply(staged);
        Ok(())
    }
}

impl Session {
    /// Gives a file its name, once it is noted that it leaves: nothing goes out that the log does not know. Where it cannot get its
    /// name, that is noted too. Returns its size in bytes.
    pub(crate) fn keep_noted(&mut self, file: OutFile, export: Export) -> Outcome<u64> {
        let package = export.package;
        let events: Vec<Event> = export.in_parts().into_iter().map(Event::Export).collect();
        self.note_events(&events)?;
        file.keep().inspect_err(|_| {
            // A file that is named and is not there is no leak; the next failure will not hide this one.
            let _ = self.note_events(&[Event::Abandoned { package }]);
        })
    }
}

/// Puts events into an open transaction; where the vault has no log for them, none.
pub(crate) fn stage_events(
    transaction: &mut Transaction<'_>,
    device: Option<&DeviceSecret>,
    end: CustodyEnd,
    random: &dyn Random,
    events: &[Event],
) -> Result<StagedEvents, SessionError> {
    let Some(device) = device else {
        return Ok(Vec::new());
    };
    let signer = device.signer();
    let (mut seq, mut backlink) = end.newest.unwrap_or((0, EntryHash::NONE));
    let mut rows = Vec::with_capacity(events.len());
    for event in events {
        let value = serde_json::to_value(event).map_err(std::io::Error::from)?;
        let bytes = body::encode(false, &value, &make_array(random))?;
        let packed = PackedBody::pack(&bytes);
        seq += 1;
        let unsigned = log::name_entry(Entry {
            device: device.id(),
            seq,
            backlink,
            record: make_id(random),
            parents: end.after.into_iter().collect(),
            schema: SCHEMA.to_owned(),
            body_hash: packed.hash(),
            time: end.now,
        })?;
        backlink = unsigned.hash;
        let signature = signer.sign(&unsigned);
        rows.push(NewRows {
            signed: unsigned.signed(signature),
            body: packed,
            slots: batch::draw(transaction),
        });
    }
    let located = batch::insert(transaction, &rows)?;
    let signed = rows.into_iter().map(|row| row.signed);
    Ok(signed.zip(located).collect())
}
