//! Revisions on their way into the database: sealed on all cores, many at a time.

use rayon::prelude::*;

use crate::session::error::SessionError;
use crate::session::records::Located;
use fieldnotes_domain::history::SignedEntry;
use fieldnotes_format::vault::packing::PackedBody;
use fieldnotes_format::vault::sealed_row::RowId;
use fieldnotes_store::store::rows::body as body_row;
use fieldnotes_store::store::rows::entry::EntryRow;
use fieldnotes_store::store::{SealedRow, Sealer, Slot, Transaction};

/// Fewer are done at once than waking another core would take.
const FEW: usize = 4;

/// Where a revision's two rows will stand.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Slots {
    body: Slot,
    entry: Slot,
}

/// A revision and its body, not yet in the database.
pub(crate) struct NewRows {
    pub(crate) signed: SignedEntry,
    pub(crate) body: PackedBody,
    pub(crate) slots: Slots,
}

impl NewRows {
    fn entry_row(&self, body: RowId) -> EntryRow {
        EntryRow {
            signed: self.signed.clone(),
            body: Some(body),
            // A body has eight megabytes at most.
            body_length: self.body.bytes().len() as u32,
        }
    }
}

/// Draws what is random in the rows of one revision. Called in the order of the revisions.
pub(crate) fn draw(transaction: &Transaction<'_>) -> Slots {
    Slots {
        body: transaction.draw(),
        entry: transaction.draw(),
    }
}

/// Does the same to each, on all cores where it is worth it; the results stand in the same order.
pub(crate) fn each<T: Sync, R: Send>(all: &[T], work: impl Fn(&T) -> R + Send + Sync) -> Vec<R> {
    if all.len() <= FEW {
        all.iter().map(work).collect()
    } else {
        all.par_iter().map(work).collect()
    }
}

/// The rows of revisions as they will stand, body and entry.
pub(crate) type SealedRows = Vec<(SealedRow, SealedRow)>;

/// Seals revisions with their bodies. Needs no transaction, so that others can be put into it meanwhile.
pub(crate) fn seal(sealer: &Sealer<'_>, new: &[NewRows]) -> SealedRows {
    each(new, |one| {
        let body = body_row::seal(sealer, one.slots.body, &one.body);
        let entry = one.entry_row(body.id()).seal(sealer, one.slots.entry);
        (body, entry)
    })
}

/// Adds revisions with their bodies, and says where each lies.
pub(crate) fn insert(
    transaction: &mut Transaction<'_>,
    new: &[NewRows],
) -> Result<Vec<Located>, SessionError> {
    let sealed = seal(&transaction.sealer(), new);
    put(transaction, new, sealed)
}

/// Adds revisions that were sealed.
fn put(
    transaction: &mut Transaction<'_>,
    new: &[NewRows],
    mut sealed: SealedRows,
) -> Result<Vec<Located>, SessionError> {
    let mut located: Vec<Located> = sealed
        .iter()
        .map(|(body, entry)| Located {
            row: entry.id(),
            body: Some(body.id()),
        })
        .collect();
    // Neighbours in the table one after another: a page is then fetched and split once.
    let mut order: Vec<usize> = (0..new.len()).collect();
    let mut taken = Vec::new();
    order.sort_unstable_by_key(|at| located.get(*at).and_then(|one| one.body));
    for at in &order {
        if let Some((body, _)) = sealed.get(*at)
            && !transaction.insert_sealed(body)?
        {
            taken.push(*at);
        }
    }
    order.sort_unstable_by_key(|at| located.get(*at).map(|one| one.row));
    for at in &order {
        if let Some((_, entry)) = sealed.get(*at)
            && !taken.contains(at)
            && !transaction.insert_sealed(entry)?
        {
            let one = new.get(*at).zip(located.get_mut(*at));
            if let Some((one, located)) = one {
                located.row = one
                    .entry_row(located.body.unwrap_or_default())
                    .insert(transaction)?;
            }
        }
    }
    sealed.clear();
    // The id of a body was taken: its entry must name another.
    for at in taken {
        if let Some((one, located)) = new.get(at).zip(located.get_mut(at)) {
            let body = body_row::insert(transaction, &one.body)?;
            *located = Located {
                row: one.entry_row(body).insert(transaction)?,
                body: Some(body),
            };
        }
    }
    for one in new {
        let entry = &one.signed.entry;
        transaction
            .state
            .advance(entry.device, entry.seq, one.signed.hash);
    }
    Ok(located)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicU64, Ordering};

    use crate::environment::Environment;
    use crate::record::save::NewRevision;
    use crate::vault;
    use crate::vault::unlock::{Access, unlock};
    use crate::vault::{NewVault, WordList};
    use fieldnotes_format::random::{OsRandom, Random, make_id};
    use secrecy::SecretString;

    /// Gives each row id three times, so that ids are taken, alone and in one batch.
    struct Stubborn(AtomicU64);

    impl Random for Stubborn {
        fn fill(&self, out: &mut [u8]) {
            match <&mut [u8; 8]>::try_from(&mut *out) {
                Ok(id) => {
                    let drawn = self.0.fetch_add(1, Ordering::Relaxed) / 3 + 1;
                    *id = (drawn.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 2).to_be_bytes();
                }
                Err(_) => OsRandom.fill(out),
            }
        }
    }

    #[test]
    fn rows_whose_ids_are_taken_are_given_others() {
        let dir = tempfile::tempdir().expect("temp dir");
        let path = dir.path().join("vault");
        let environment = Environment {
            random: Arc::new(Stubborn(AtomicU64::default())),
            ..Environment::system()
        };
        let passphrase = SecretString::from("x");
        let new = NewVault {
            passphrase: passphrase.clone(),
            recovery_words: WordList::English,
            is_test: true,
        };
        vault::create(&path, &new, &environment).expect("created");
        let open = || unlock(&path, &passphrase, Access::Full, &environment);
        let mut session = open().expect("unlocked");
        let mut saved = Vec::new();
        for many in [1, 2, 40] {
            let notes = (0..many).map(|number| NewRevision {
                record: make_id(&OsRandom),
                parents: Vec::new(),
                schema: "note/1".into(),
                trashed: false,
                value: serde_json::json!({ "text": number }),
            });
            let names = session.save(notes.collect(), None).expect("saved");
            saved.extend(names.into_iter().zip(0..many));
        }
        session.lock().expect("locked");
        let session = open().expect("whole");
        for (name, number) in saved {
            let body = session.body(&name).expect("there");
            assert_eq!(body.record["text"], number);
        }
    }
}
