//! What must be known of other records before one can be looked at: who is named, and what is attached.

use std::collections::{HashMap, HashSet};

use fixedbitset::FixedBitSet;
use tantivy::DocId;

use super::super::document::Flags;
use super::super::linear::{self, Around, Nearness, kind_named_by};
use super::super::query::{Needle, Node};
use super::Outcome;
use super::answer::Answering;
use super::evaluate::LookedUp;
use fieldnotes_domain::ids::RecordId;

/// Persons or places that a name in a query can stand for, at most.
const MOST_NAMED: usize = 2_000;

impl Answering<'_> {
    /// What must be known of other records before one can be looked at.
    pub(super) fn around(&self) -> Outcome<Around> {
        let mut around = Around::default();
        let Some(query) = self.ask.query else {
            return Ok(around);
        };
        let mut nodes = Vec::new();
        query.root.iter().for_each(|root| flatten(root, &mut nodes));
        let asks_for_media = nodes
            .iter()
            .any(|node| matches!(node, Node::Flag(flag) if flag.has(Flags::ATTACHMENT)));
        if asks_for_media {
            self.owned(&mut around.owned)?;
        }
        for node in nodes {
            let Node::Text(needle) = node else { continue };
            let Some(kind) = kind_named_by(needle.scope) else {
                continue;
            };
            for nearness in [Nearness::Exact, Nearness::Near, Nearness::Slip] {
                let ids = self.named(needle, kind, nearness)?;
                let key = (needle.scope, needle.text.clone(), nearness);
                around.named.insert(key, ids);
            }
        }
        Ok(around)
    }

    /// What attachments each record has.
    fn owned(&self, owned: &mut HashMap<RecordId, Flags>) -> Outcome<()> {
        let mut add = |owner: Option<RecordId>, flags: Flags| {
            let media = Flags(flags.0 & Flags::ATTACHMENT.0);
            if let Some(owner) =
                owner.filter(|_| media != Flags::default() && flags.has(Flags::FINDABLE))
            {
                owned.entry(owner).or_default().0 |= media.0;
            }
        };
        for (segment, stale) in self.segments() {
            let owner = segment.owner()?;
            for document in stale.zeroes() {
                let document = document as DocId;
                let flags = segment.flags(document);
                if flags.has(Flags::ATTACHMENT) {
                    add(owner(document), flags);
                }
            }
        }
        for document in self.changed {
            add(document.owner, document.card.flags);
        }
        Ok(())
    }

    /// The persons or places whose own names are so.
    fn named(&self, needle: &Needle, kind: &str, nearness: Nearness) -> Outcome<HashSet<RecordId>> {
        let nothing = Around::default();
        let mut ids = HashSet::new();
        for (segment, stale) in self.segments() {
            let looked_up = LookedUp::default();
            let asking = self.asking(segment, &nothing, &looked_up);
            let mut set = asking.text(needle, nearness)?;
            FixedBitSet::intersect_with(&mut set, &segment.of_kind(kind)?);
            set.difference_with(stale);
            let found = set.ones().map(|document| document as DocId);
            let standing = found.filter(|document| segment.flags(*document).has(Flags::FINDABLE));
            ids.extend(standing.map(|document| segment.id(document)));
        }
        let changed = self.changed.iter().filter(|document| {
            document.card.kind == kind
                && document.card.flags.has(Flags::FINDABLE)
                && linear::has_text(needle, document, nearness)
        });
        ids.extend(changed.map(|document| document.card.id));
        if ids.len() > MOST_NAMED {
            // So common a name distinguishes nobody; the words themselves are still found.
            ids.clear();
        }
        Ok(ids)
    }
}

fn flatten<'n>(node: &'n Node, out: &mut Vec<&'n Node>) {
    match node {
        Node::All(parts) | Node::Any(parts) => parts.iter().for_each(|part| flatten(part, out)),
        Node::Not(part) => flatten(part, out),
        other => out.push(other),
    }
}
