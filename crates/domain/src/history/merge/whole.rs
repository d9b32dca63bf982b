//! Heads that are not looked at field by field: they say the same, or all of the record is one question.

use std::rc::Rc;

use super::{Before, Clash, Content, Merged, Path, Side, weight};
use crate::history::{EntryHash, Graph};

/// Bytes of memory, about, of what sides say that is kept for somebody to read. What is beyond is in the history.
const MOST_SHOWN: usize = 64 << 20;

/// What very many or very large heads say: two of them are in memory at a time, and what is to be shown.
pub(super) fn whole(
    graph: &Graph,
    heads: Vec<EntryHash>,
    content: &mut dyn FnMut(&EntryHash) -> Option<Content>,
) -> Merged {
    let schema = |head: &EntryHash| graph.node(head).map(|node| node.schema);
    let mut first: Option<(EntryHash, Content)> = None;
    let (mut are_one, mut shown) = (true, 0);
    let mut sides = Vec::with_capacity(heads.len());
    for head in &heads {
        let said = content(head);
        are_one &= match (&first, &said) {
            (_, None) => false,
            (None, Some(_)) => sides.is_empty(),
            (Some((other, is)), Some(said)) => is == said && schema(other) == schema(head),
        };
        let is_shown = shown < MOST_SHOWN;
        shown += said.as_ref().map_or(0, |said| weight::of(&said.record));
        let value = said.as_ref().filter(|_| is_shown);
        sides.push(Side {
            head: *head,
            value: value.map(|said| said.record.clone()),
            is_standing: true,
        });
        if let (None, Some(said)) = (&first, said) {
            first = Some((*head, said));
        }
    }
    let mut merged = Merged::of(heads);
    match are_one {
        true => merged.written = merged.heads.first().copied(),
        false => merged.clashes.push(all_of_it(sides)),
    }
    if let Some((head, said)) = first {
        merged.schema = schema(&head).unwrap_or_default().to_owned();
        merged.content = Some(said);
    }
    merged
}

/// What can be said where the body of a head is not held: what the others say, and that one is missing.
pub(super) fn unheld(heads: Vec<EntryHash>, sides: &[Option<(Rc<Content>, String)>]) -> Merged {
    let mut merged = Merged::of(heads);
    let first = sides.iter().flatten().next();
    merged.content = first.map(|(content, _)| (**content).clone());
    merged.schema = first.map(|(_, schema)| schema.clone()).unwrap_or_default();
    if merged.heads.len() > 1 {
        let sides = merged.heads.iter().zip(sides).map(|(head, side)| Side {
            head: *head,
            value: side.as_ref().map(|(content, _)| content.record.clone()),
            is_standing: true,
        });
        let sides = sides.collect();
        merged.clashes.push(all_of_it(sides));
    }
    merged
}

fn all_of_it(sides: Vec<Side>) -> Clash {
    Clash {
        path: Path::default(),
        sides,
        before: Before::Unknown,
    }
}
