//! Revisions at the end of the device's log. docs/FORMAT.md section 6.1.

use serde_json::Value;

use crate::record::batch::{self, NewRows};
use crate::record::body;
use crate::record::save::NewRevision;
use crate::session::error::SessionError;
use crate::session::records::Appended;
use fieldnotes_domain::history::{Entry, EntryHash, MAX_PARENTS};
use fieldnotes_domain::time::Timestamp;
use fieldnotes_format::random::{Random, make_array};
use fieldnotes_format::vault::device::DeviceSecret;
use fieldnotes_format::vault::log;
use fieldnotes_format::vault::packing::PackedBody;
use fieldnotes_store::store::Transaction;

/// Revisions whose bodies are in memory at a time.
const AT_ONCE: usize = 128;
/// The same of chains, each link of which may have the largest body that there is.
const LINKS_AT_ONCE: usize = 16;
/// Links of one chain. What is made from more parents than these reach leaves the others as heads: a record that
/// somebody made to have a million of them must not fill the disk at one word, nor a large one of a few thousand.
const MOST_LINKS: usize = 1_024;
const MOST_BYTES: usize = 64 << 20;

/// One entry of those that a revision becomes.
struct Link<'r> {
    revision: &'r NewRevision,
    /// Besides the link before.
    parents: Vec<EntryHash>,
    is_first: bool,
    is_end: bool,
}

/// Writes revisions at the end of the device's log. One that is made from more than an entry may name becomes a chain, each
/// link of which says the same and is made from the one before it and some of them.
pub(crate) fn append(
    transaction: &mut Transaction<'_>,
    device: &DeviceSecret,
    now: Timestamp,
    random: &dyn Random,
    revisions: &[NewRevision],
) -> Result<Vec<Appended>, SessionError> {
    let links: Vec<Link<'_>> = revisions.iter().flat_map(links_of).collect();
    let at_once = match links.len() == revisions.len() {
        true => AT_ONCE,
        false => LINKS_AT_ONCE,
    };
    let mut appended = Vec::with_capacity(links.len());
    let mut before = EntryHash::NONE;
    for some in links.chunks(at_once) {
        appended.extend(append_links(
            transaction,
            device,
            now,
            random,
            some,
            &mut before,
        )?);
    }
    Ok(appended)
}

fn links_of(revision: &NewRevision) -> Vec<Link<'_>> {
    let is_chain = revision.parents.len() > MAX_PARENTS;
    let most = if is_chain {
        most_links(&revision.value)
    } else {
        1
    };
    let groups = groups(revision.parents.clone(), most);
    let last = groups.len().saturating_sub(1);
    let links = groups.into_iter().enumerate().map(|(at, parents)| Link {
        revision,
        parents,
        is_first: at == 0,
        is_end: at == last,
    });
    links.collect()
}

/// How long a chain may be, each link of which says this.
fn most_links(value: &Value) -> usize {
    let length = value.to_string().len().max(1);
    (MOST_BYTES / length).clamp(1, MOST_LINKS)
}

/// Parents as the links of a chain name them: in each but the first there is space for the link before.
fn groups(mut parents: Vec<EntryHash>, most: usize) -> Vec<Vec<EntryHash>> {
    parents.sort_unstable();
    parents.dedup();
    let (first, rest) = parents.split_at(parents.len().min(MAX_PARENTS));
    let rest = rest.chunks(MAX_PARENTS - 1).take(most - 1);
    std::iter::once(first)
        .chain(rest)
        .map(<[_]>::to_vec)
        .collect()
}

fn append_links(
    transaction: &mut Transaction<'_>,
    device: &DeviceSecret,
    now: Timestamp,
    random: &dyn Random,
    links: &[Link<'_>],
    before: &mut EntryHash,
) -> Result<Vec<Appended>, SessionError> {
    let drawn: Vec<_> = links
        .iter()
        .map(|link| (link, make_array(random), batch::draw(transaction)))
        .collect();
    let bodies = batch::each(&drawn, |(link, salt, _)| {
        let bytes = body::encode(link.revision.trashed, &link.revision.value, salt)?;
        Ok::<_, SessionError>(PackedBody::pack(&bytes))
    });
    // Each entry names the one before it.
    let mut entries = Vec::with_capacity(links.len());
    let (mut seq, mut backlink) = transaction
        .state
        .log()
        .map_or((0, EntryHash::NONE), |head| (head.seq, head.hash));
    for ((link, _, slots), body) in drawn.iter().zip(bodies) {
        let body = body?;
        let mut parents = link.parents.clone();
        if !link.is_first {
            parents.push(*before);
            parents.sort_unstable();
        }
        seq += 1;
        let unsigned = log::name_entry(Entry {
            device: device.id(),
            seq,
            backlink,
            record: link.revision.record,
            parents,
            schema: link.revision.schema.clone(),
            body_hash: body.hash(),
            time: now,
        })?;
        backlink = unsigned.hash;
        *before = unsigned.hash;
        entries.push((unsigned, body, *slots));
    }
    let signer = device.signer();
    let signatures = batch::each(&entries, |(unsigned, ..)| signer.sign(unsigned));
    drop(signer);
    let new: Vec<NewRows> = entries
        .into_iter()
        .zip(signatures)
        .map(|((unsigned, body, slots), signature)| NewRows {
            signed: unsigned.signed(signature),
            body,
            slots,
        })
        .collect();
    let located = batch::insert(transaction, &new)?;
    let signed = new.into_iter().map(|one| one.signed);
    let all = signed.zip(located).zip(links);
    Ok(all
        .map(|((signed, located), link)| Appended {
            signed,
            located,
            is_end: link.is_end,
        })
        .collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parents(count: usize) -> Vec<EntryHash> {
        let name = |at: usize| {
            let mut name = [0; 32];
            name[..8].copy_from_slice(&(at as u64).to_be_bytes());
            EntryHash(name)
        };
        (0..count).rev().map(name).collect()
    }

    #[test]
    fn each_link_has_space_for_the_one_before() {
        let lengths = |count| -> Vec<usize> {
            let groups = groups(parents(count), MOST_LINKS);
            let mut all = groups.concat();
            all.sort_unstable();
            let mut given = parents(count);
            given.sort_unstable();
            assert_eq!(all, given);
            groups.iter().map(Vec::len).collect()
        };
        assert_eq!(lengths(0), [0]);
        assert_eq!(lengths(1), [1]);
        assert_eq!(lengths(64), [64]);
        assert_eq!(lengths(65), [64, 1]);
        assert_eq!(lengths(127), [64, 63]);
        assert_eq!(lengths(200), [64, 63, 63, 10]);
        assert_eq!(
            groups(parents(3).repeat(50), MOST_LINKS),
            [parents(3).into_iter().rev().collect::<Vec<_>>()]
        );
    }

    #[test]
    fn a_chain_ends() {
        let groups = groups(parents(MAX_PARENTS * MOST_LINKS * 2), MOST_LINKS);
        assert_eq!(groups.len(), MOST_LINKS);
        assert!(groups[1..].iter().all(|one| one.len() == MAX_PARENTS - 1));
        assert_eq!(most_links(&Value::from("x")), MOST_LINKS);
        assert_eq!(most_links(&Value::from("x".repeat(8 << 20))), 7);
    }
}
