//! All revisions that are held: their graph, where each lies, and of which the body is missing.

use fieldnotes_format::vault::sealed_row::RowId;
use std::collections::{HashMap, HashSet};
use std::sync::Mutex;

use fieldnotes_domain::history::{
    DeviceId, EntryHash, EntryRef, Graph, Inserted, Places, SignedEntry, Tag,
};
use fieldnotes_domain::ids::RecordId;

/// Where an entry and its body lie: what the graph keeps beside each revision. No row has the id 0.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Located {
    pub(crate) row: RowId,
    pub(crate) body: Option<RowId>,
}

impl Located {
    pub(crate) fn tag(self) -> Tag {
        Tag([self.row.0, self.body.unwrap_or_default().0])
    }

    pub(crate) fn of(Tag([row, body]): Tag) -> Self {
        Self {
            row: RowId(row),
            body: (body != 0).then_some(RowId(body)),
        }
    }
}

/// An entry that was written.
pub(crate) struct Appended {
    pub(crate) signed: SignedEntry,
    pub(crate) located: Located,
    /// It says that its revision was saved: the last link of a chain, or the only one.
    pub(crate) is_end: bool,
}

/// Which records with several heads were found to be in conflict, each with the state of which that was found.
#[derive(Debug, Default)]
pub(crate) struct Verdicts(pub(crate) Mutex<HashMap<RecordId, (u64, bool)>>);

/// The history of an unlocked vault, in step with what was committed.
#[derive(Default)]
pub(crate) struct Records {
    graph: Graph,
    without_body: Places,
    verdicts: Verdicts,
}

/// Revisions that one transaction added.
#[derive(Default)]
pub(crate) struct Arrived {
    pub(crate) graph: Graph,
    /// Where those of them stand that came without their bodies.
    pub(crate) without_body: Places,
    /// Revisions that were held without their bodies, which have come.
    pub(crate) completed: HashMap<EntryHash, Located>,
}

impl Arrived {
    pub(crate) fn is_empty(&self) -> bool {
        self.graph.is_empty() && self.completed.is_empty()
    }
}

/// Revisions that one transaction took away.
pub(crate) struct Departed<'a> {
    /// The history without them.
    pub(crate) rest: Graph,
    /// Where they stood.
    pub(crate) places: &'a Places,
    /// Those that stay and lost their bodies.
    pub(crate) emptied: &'a [(DeviceId, u64, EntryHash, Located)],
}

impl Records {
    /// Makes space for so many revisions.
    pub(crate) fn reserve(&mut self, revisions: usize) {
        self.graph.reserve(revisions);
    }

    /// Loads an entry by its name. Returns whether it was loaded before.
    pub(crate) fn load(&mut self, name: EntryHash, entry: &EntryRef<'_>, located: Located) -> bool {
        if located.body.is_none() {
            self.without_body.insert(entry.device, entry.seq);
        }
        self.graph.insert_ref(name, entry, located.tag()) != Inserted::New
    }

    /// All revisions.
    pub(crate) fn graph(&self) -> &Graph {
        &self.graph
    }

    /// Where the body of a revision is not held.
    pub(crate) fn without_body(&self) -> &Places {
        &self.without_body
    }

    /// Which records with several heads are known to be in conflict.
    pub(crate) fn verdicts(&self) -> &Verdicts {
        &self.verdicts
    }

    /// Where a revision lies, if it is held.
    pub(crate) fn located(&self, revision: &EntryHash) -> Option<Located> {
        self.graph.tag(revision).map(Located::of)
    }

    /// Whether the body of a revision is held.
    pub(crate) fn holds_body(&self, revision: &EntryHash) -> bool {
        let located = self.located(revision);
        located.is_some_and(|located| located.body.is_some())
    }

    /// Applies what was saved here.
    pub(crate) fn apply_saved(&mut self, saved: &[Appended]) {
        for Appended {
            signed, located, ..
        } in saved
        {
            self.graph
                .insert_tagged(signed.hash, &signed.entry, located.tag());
        }
    }

    /// Applies what an import added.
    pub(crate) fn apply_arrived(&mut self, arrived: &Arrived) {
        self.graph.extend(&arrived.graph);
        self.without_body.add_all(&arrived.without_body);
        for (hash, located) in &arrived.completed {
            self.graph.set_tag(hash, located.tag());
            if let Some(node) = self.graph.node(hash) {
                self.without_body.remove(&node.device, node.seq);
            }
        }
    }

    /// Applies what an undo took away.
    pub(crate) fn apply_departed(&mut self, departed: Departed<'_>) {
        self.graph = departed.rest;
        self.without_body.remove_all(departed.places);
        for (device, seq, hash, located) in departed.emptied {
            self.without_body.insert(*device, *seq);
            let without = Located {
                row: located.row,
                body: None,
            };
            self.graph.set_tag(hash, without.tag());
        }
    }

    /// The history without these revisions.
    pub(crate) fn without(&self, gone: &HashSet<EntryHash>) -> Graph {
        self.graph.without(|hash| gone.contains(hash))
    }
}
