//! What people do in a vault.

use std::path::Path;

use fieldnotes_core::record::{self, conflict, draft};
use fieldnotes_core::send::Reach;
use fieldnotes_core::{Error, Session, Watch, attachment};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::support::vault;

/// Something that happens in a vault. Positions are taken modulo what is there.
#[derive(Debug, Clone)]
pub enum Deed {
    Add {
        kind: usize,
    },
    Edit {
        record: usize,
        head: usize,
    },
    Draft {
        record: usize,
    },
    Trash {
        record: usize,
    },
    Restore {
        record: usize,
    },
    Revive {
        record: usize,
        revision: usize,
    },
    Resolve {
        record: usize,
    },
    Attach {
        record: usize,
        content: u8,
    },
    Send {
        chosen: Option<Vec<usize>>,
        how: How,
        is_lost: bool,
    },
    Receive {
        bundles: Vec<usize>,
    },
    ReceiveSome {
        bundles: Vec<usize>,
        records: Vec<usize>,
    },
    Undo {
        import: usize,
    },
    Lock,
    /// Copies the folder. What is put back later is the latest copy.
    BackUp,
    PutBack {
        is_renewed: bool,
    },
}

/// How a bundle is made.
#[derive(Debug, Clone, Copy)]
pub struct How {
    pub reach: Reach,
    /// Which of the others get it: a bit for each, all where none is set.
    pub to: u8,
}

/// How much of what may go is to go.
pub fn reach() -> impl Strategy<Value = Reach> {
    prop_oneof![
        6 => Just(Reach::New),
        2 => Just(Reach::Again),
        1 => Just(Reach::All),
    ]
}

fn position() -> impl Strategy<Value = usize> {
    0..1_000_usize
}

/// Any deed.
pub fn deed() -> impl Strategy<Value = Deed> {
    let some = || proptest::collection::vec(position(), 1..4);
    prop_oneof![
        2 => (0..4_usize).prop_map(|kind| Deed::Add { kind }),
        8 => (position(), position()).prop_map(|(record, head)| Deed::Edit { record, head }),
        2 => position().prop_map(|record| Deed::Draft { record }),
        2 => position().prop_map(|record| Deed::Trash { record }),
        2 => position().prop_map(|record| Deed::Restore { record }),
        1 => (position(), position())
            .prop_map(|(record, revision)| Deed::Revive { record, revision }),
        6 => position().prop_map(|record| Deed::Resolve { record }),
        1 => (position(), 0..3_u8).prop_map(|(record, content)| Deed::Attach { record, content }),
        6 => (proptest::option::weighted(0.3, some()), reach(), 0..16_u8, proptest::bool::weighted(0.25))
            .prop_map(|(chosen, reach, to, is_lost)| {
                let how = How { reach, to };
                Deed::Send { chosen, how, is_lost }
            }),
        9 => some().prop_map(|bundles| Deed::Receive { bundles }),
        3 => (some(), some())
            .prop_map(|(bundles, records)| Deed::ReceiveSome { bundles, records }),
        3 => (0..6_usize).prop_map(|import| Deed::Undo { import }),
        1 => Just(Deed::Lock),
        2 => Just(Deed::BackUp),
        3 => any::<bool>().prop_map(|is_renewed| Deed::PutBack { is_renewed }),
    ]
}

/// Writes `text` into a record; it is the first of its tags in every kind. Returns whether that was done.
pub fn write_in(
    session: &mut Session,
    deed: &Deed,
    text: &str,
    folder: &Path,
) -> Result<bool, Error> {
    if let Deed::Add { kind } = deed {
        let kind = ["person", "testimony", "note", "place"][*kind];
        let json = json!({"tags": [text], "later": {"unknown": 1}}).to_string();
        record::add(session, kind, json.as_bytes())?;
        return Ok(true);
    }
    let ids = vault::record_ids(session);
    let (Deed::Edit { record, .. }
    | Deed::Draft { record }
    | Deed::Trash { record }
    | Deed::Restore { record }
    | Deed::Revive { record, .. }
    | Deed::Resolve { record }
    | Deed::Attach { record, .. }) = deed
    else {
        return Ok(false);
    };
    if ids.is_empty() {
        return Ok(false);
    }
    let conflicts = conflict::list(session)?.conflicts;
    let id = match deed {
        Deed::Resolve { .. } if !conflicts.is_empty() => &conflicts[record % conflicts.len()].id,
        _ => &ids[record % ids.len()],
    };
    let shown = record::show(session, id)?;
    match deed {
        Deed::Edit { head, .. } => {
            let onto = &shown.heads[head % shown.heads.len()];
            let was = record::show_at(session, id, onto)?;
            record::edit(session, id, &marked(was.record, text), Some(onto))?;
        }
        Deed::Draft { .. } => {
            let content = serde_json::from_slice(&marked(shown.record, text)).expect("JSON");
            let put = draft::PutDraft {
                draft: None,
                record: Some(id.clone()),
                kind: shown.kind,
                base: Some(shown.base),
                content,
            };
            let kept = draft::put(session, put)?;
            if let Err(error) = draft::save(session, &kept.draft, false) {
                draft::discard(session, &kept.draft)?;
                return Err(error);
            }
        }
        Deed::Trash { .. } => return record::trash(session, id).map(|_| false),
        Deed::Restore { .. } => return record::restore(session, id).map(|_| false),
        Deed::Revive { revision, .. } => {
            let past = record::history(session, id)?.revisions;
            let name = &past[revision % past.len()].revision;
            return record::restore_revision(session, id, name).map(|_| false);
        }
        Deed::Resolve { .. } => {
            vault::resolve(session, id, &marked(shown.record, text))?;
        }
        Deed::Attach { content, .. } => {
            let file = folder.join(format!("그림 {content}.png"));
            std::fs::write(&file, vec![*content; 5_000]).expect("a file can be written");
            return attachment::add(session, id, &file, &mut Watch::silent()).map(|_| false);
        }
        _ => return Ok(false),
    }
    Ok(true)
}

fn marked(mut record: Value, text: &str) -> Vec<u8> {
    record["tags"] = json!([text]);
    // Key words are merged. A text is not: whoever writes here as well has a conflict.
    let digits = text.bytes().filter(u8::is_ascii_digit);
    if digits.map(u32::from).sum::<u32>().is_multiple_of(2) {
        record["said"] = json!(text);
    }
    record.to_string().into_bytes()
}
