//! Conflicts in words.

use fieldnotes_core::record::conflict::{
    ClashSort, ClashView, Conflict, ConflictLine, Conflicts, Merges, TakenView, TextDifference,
    TextPiece,
};
use serde_json::Value;

use super::record::{kind_name, who};
use crate::context::Context;
use crate::printable::{one_line, printable};
use crate::render;

/// What is to be settled, and apart from it what is merged.
pub fn list(all: &Conflicts, context: &Context) -> String {
    let line = |key: &str, line: &ConflictLine| {
        context.say(
            key,
            &[
                ("id", line.id.as_str().into()),
                ("kind", kind_name(&line.kind, context).into()),
                ("title", one_line(&line.title).into()),
                ("sides", (line.heads.len() as u64).into()),
                ("clashes", (line.clashes as u64).into()),
            ],
        )
    };
    let mut lines: Vec<String> = all
        .conflicts
        .iter()
        .map(|one| line("conflict-line", one))
        .collect();
    if lines.is_empty() {
        lines.push(context.words.text("conflicts-none"));
    }
    lines.extend(all.merged.iter().map(|one| line("merged-line", one)));
    if !all.merged.is_empty() {
        lines.push(context.words.text("merged-hint"));
    }
    lines.join("\n")
}

/// The sides as an option takes them.
pub fn heads(conflict: &Conflict) -> String {
    let heads = conflict.sides.iter();
    let heads: Vec<&str> = heads.map(|side| render::short(&side.revision)).collect();
    heads.join(",")
}

/// All sides of a record: who, then each clash, then what is merged.
pub fn show(conflict: &Conflict, context: &Context) -> String {
    let mut blocks = vec![context.say(
        "record-head",
        &[
            ("kind", kind_name(&conflict.kind, context).into()),
            ("id", conflict.id.as_str().into()),
        ],
    )];
    let sides = conflict.sides.iter().enumerate().map(|(at, side)| {
        context.say(
            "conflict-side",
            &[
                ("side", (at as u64 + 1).into()),
                ("revision", render::short(&side.revision).into()),
                ("time", render::time(&side.saved_at).into()),
                ("who", who(&side.saved_by, context).into()),
            ],
        )
    });
    blocks.push(sides.collect::<Vec<_>>().join("\n"));
    blocks.extend(conflict.clashes.iter().map(|one| clash(one, context)));
    if conflict.clashes.is_empty() {
        blocks.push(context.words.text("conflict-all-merged"));
    } else {
        blocks.push(context.say("conflict-how", &[("heads", heads(conflict).into())]));
    }
    if !conflict.taken.is_empty() {
        let mut lines = vec![context.words.text("conflict-taken")];
        lines.extend(conflict.taken.iter().map(|one| taken(one, context)));
        blocks.push(lines.join("\n"));
    }
    blocks.join("\n\n")
}

fn clash(clash: &ClashView, context: &Context) -> String {
    let path = one_line(&clash.path);
    let mut lines = vec![context.say("clash-head", &[("path", path.into())])];
    if clash.is_before_known && clash.sort != ClashSort::Text {
        let before = outlined(&clash.before, context);
        lines.push(context.say("clash-before", &[("value", before.into())]));
    }
    if clash.differences.is_empty() {
        for side in clash.sides.iter().filter(|side| side.is_changed) {
            let value = match (clash.sort, &side.value) {
                (ClashSort::Trash, Value::Bool(true)) => context.words.text("clash-trashed"),
                (ClashSort::Trash, _) => context.words.text("clash-kept"),
                (_, value) => outlined(value, context),
            };
            let side = (side.side as u64).into();
            lines.push(context.say("clash-side", &[("side", side), ("value", value.into())]));
        }
    }
    for difference in &clash.differences {
        lines.extend(texts(difference));
    }
    lines.join("\n")
}

/// Paragraphs that are the same once, others of each side, what differs in brackets.
fn texts(difference: &TextDifference) -> Vec<String> {
    let text = |pieces: &[TextPiece]| -> String {
        let pieces = pieces.iter().map(|piece| {
            let text = printable(&piece.text);
            if piece.is_changed {
                format!("[{text}]")
            } else {
                text.into_owned()
            }
        });
        pieces.collect()
    };
    let mut lines = Vec::new();
    for row in &difference.rows {
        match (&row.left, row.is_same) {
            (Some(left), true) => lines.push(format!("     {}", text(left))),
            (left, _) => {
                let sides = [(difference.left, left), (difference.right, &row.right)];
                for (side, pieces) in sides {
                    lines.extend(
                        pieces
                            .iter()
                            .map(|one| format!("  {side}: {}", plain(one, &text))),
                    );
                }
            }
        }
    }
    lines
}

/// A paragraph that differs as a whole needs no brackets.
fn plain(pieces: &[TextPiece], text: &dyn Fn(&[TextPiece]) -> String) -> String {
    match pieces {
        [only] => printable(&only.text).into_owned(),
        several => text(several),
    }
}

fn taken(taken: &TakenView, context: &Context) -> String {
    let sides: Vec<String> = taken.sides.iter().map(ToString::to_string).collect();
    context.say(
        "taken-line",
        &[
            ("path", one_line(&taken.path).into()),
            ("sides", sides.join(", ").into()),
            ("value", outlined(&taken.value, context).into()),
        ],
    )
}

fn outlined(value: &Value, context: &Context) -> String {
    match value {
        Value::Null => context.words.text("clash-nothing"),
        Value::Object(_) => {
            format!("\n{}", render::outline(value).trim_end()).replace('\n', "\n     ")
        }
        Value::Array(all) => {
            let all: Vec<String> = all.iter().map(render::outline).collect();
            one_line(&all.join(", "))
        }
        other => render::outline(other).replace('\n', "\n     "),
    }
}

/// What was written, and what was left.
pub fn merges(done: &Merges, context: &Context) -> String {
    let mut lines: Vec<String> = done
        .saved
        .iter()
        .map(|saved| {
            let revision = render::short(&saved.revision).into();
            context.say(
                "merge-line",
                &[("id", saved.id.as_str().into()), ("revision", revision)],
            )
        })
        .collect();
    if lines.is_empty() {
        lines.push(context.words.text("merge-none"));
    }
    for id in &done.in_conflict {
        lines.push(context.say("record-in-conflict", &[("id", id.as_str().into())]));
    }
    lines.join("\n")
}
