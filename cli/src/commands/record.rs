//! `fieldnotes record …`

use std::path::{Path, PathBuf};

use clap::Subcommand;
use fieldnotes_core::api::{self, import, list, record};
use serde_json::Value;

use super::json;
use super::search::{Order, catch_up};
use crate::context::Context;
use crate::failure::Failure;
use crate::output::Outcome;
use crate::printable::one_line;
use crate::render;

#[derive(Subcommand)]
pub enum RecordCommand {
    /// Add a record.
    Add {
        #[arg(value_name = "KIND")]
        kind: String,
        /// The record as JSON, or `-`.
        #[arg(long, value_name = "FILE")]
        from: PathBuf,
    },
    /// Show a record.
    Show {
        #[arg(value_name = "ID")]
        id: String,
        /// The revision to show instead of the newest.
        #[arg(long, value_name = "REVISION")]
        revision: Option<String>,
    },
    /// Save a new state of a record.
    Edit {
        #[arg(value_name = "ID")]
        id: String,
        /// The record as JSON, or `-`.
        #[arg(long, value_name = "FILE")]
        from: PathBuf,
        /// The revision that this continues, where there are two.
        #[arg(long, value_name = "REVISION")]
        onto: Option<String>,
    },
    /// List records.
    List {
        #[arg(long, value_name = "KIND")]
        kind: Option<String>,
        #[arg(long, value_name = "N")]
        limit: Option<usize>,
        /// The cursor that the last list ended with.
        #[arg(long, value_name = "CURSOR")]
        after: Option<String>,
        /// Show what is in the trash instead.
        #[arg(long)]
        trashed: bool,
        /// The order: saved, created or title.
        #[arg(long, value_name = "ORDER")]
        sort: Option<Order>,
        /// The other way round.
        #[arg(long)]
        reversed: bool,
    },
    /// Every saved state of a record.
    History {
        #[arg(value_name = "ID")]
        id: String,
    },
    /// Put a record into the trash.
    Trash {
        #[arg(value_name = "ID")]
        id: String,
    },
    /// Take a record out of the trash, or say again what an earlier revision says.
    Restore {
        #[arg(value_name = "ID")]
        id: String,
        /// The revision to say again.
        #[arg(long, value_name = "REVISION")]
        revision: Option<String>,
    },
    /// An empty record of a kind, as JSON to fill in.
    Template {
        #[arg(value_name = "KIND")]
        kind: String,
    },
    /// Add many records, one JSON object a line, from a file or `-`.
    Import {
        #[arg(value_name = "FILE")]
        file: PathBuf,
    },
}

pub fn run(command: RecordCommand, context: &mut Context) -> Result<Outcome, Failure> {
    match command {
        RecordCommand::Add { kind, from } => add(&kind, &from, context),
        RecordCommand::Show { id, revision } => {
            let shown = context.with_vault(|_, session| {
                Ok(match &revision {
                    Some(revision) => record::show_at(session, &id, revision)?,
                    None => record::show(session, &id)?,
                })
            })?;
            Ok(Outcome::new(json(&shown)?, show(&shown, context)))
        }
        RecordCommand::Edit { id, from, onto } => edit(&id, &from, onto.as_deref(), context),
        RecordCommand::List {
            kind,
            limit,
            after,
            trashed,
            sort,
            reversed,
        } => {
            let wanted = list::ListRecords {
                kind: kind.as_deref(),
                limit,
                after: after.as_deref(),
                trashed,
                sort: sort.unwrap_or_default().into(),
                reversed,
            };
            list_page(&wanted, context)
        }
        RecordCommand::History { id } => history(&id, context),
        RecordCommand::Trash { id } => {
            let saved = context.with_vault(|_, session| Ok(record::trash(session, &id)?))?;
            Ok(Outcome::new(
                json(&saved)?,
                context.words.text("record-trashed"),
            ))
        }
        RecordCommand::Restore { id, revision } => restore(&id, revision.as_deref(), context),
        RecordCommand::Template { kind } => {
            let template = record::template(&kind)?;
            let text = pretty(&template)?;
            Ok(Outcome::new(template, text))
        }
        RecordCommand::Import { file } => import_lines(&file, context),
    }
}

fn add(kind: &str, from: &Path, context: &mut Context) -> Result<Outcome, Failure> {
    let document = context.inputs.record(from)?;
    let saved = context.with_vault(|_, session| Ok(record::add(session, kind, &document)?))?;
    warn_of_unknown(&saved, context);
    let text = context.say("record-added", &[("id", saved.id.as_str().into())]);
    Ok(Outcome::new(json(&saved)?, text))
}

/// Members that are not known are kept, because a later version may know them. They may as well be slips.
pub fn warn_of_unknown(saved: &record::Saved, context: &Context) {
    if saved.unknown.is_empty() {
        return;
    }
    let names = one_line(&saved.unknown.join(", "));
    let warning = context.say("warning-unknown-members", &[("names", names.into())]);
    context.output.aside(&warning);
}

fn edit(
    id: &str,
    from: &Path,
    onto: Option<&str>,
    context: &mut Context,
) -> Result<Outcome, Failure> {
    let document = context.inputs.record(from)?;
    let saved = context.with_vault(|_, session| Ok(record::edit(session, id, &document, onto)?))?;
    warn_of_unknown(&saved, context);
    let revision = render::short(&saved.revision);
    let text = context.say("record-saved", &[("revision", revision.into())]);
    Ok(Outcome::new(json(&saved)?, text))
}

fn restore(id: &str, revision: Option<&str>, context: &mut Context) -> Result<Outcome, Failure> {
    let saved = context.with_vault(|_, session| {
        Ok(match revision {
            Some(revision) => record::restore_revision(session, id, revision)?,
            None => record::restore(session, id)?,
        })
    })?;
    let text = match revision {
        Some(_) => {
            let revision = render::short(&saved.revision);
            context.say("record-saved", &[("revision", revision.into())])
        }
        None => context.words.text("record-restored"),
    };
    Ok(Outcome::new(json(&saved)?, text))
}

fn list_page(wanted: &list::ListRecords<'_>, context: &mut Context) -> Result<Outcome, Failure> {
    let page = context.with_vault(|context, session| {
        catch_up(context, session)?;
        Ok(list::page(session, wanted)?)
    })?;
    let mut lines: Vec<String> = page
        .records
        .iter()
        .map(|line| {
            let key = match (line.is_unreadable, line.is_conflict) {
                (true, _) => "list-line-unreadable",
                (false, false) => "list-line",
                (false, true) => "list-line-conflict",
            };
            context.say(
                key,
                &[
                    ("id", line.id.as_str().into()),
                    ("time", render::time(&line.saved_at).into()),
                    ("kind", kind_name(&line.kind, context).into()),
                    ("title", one_line(&line.title).into()),
                ],
            )
        })
        .collect();
    if lines.is_empty() {
        lines.push(context.words.text("list-empty"));
    }
    if let Some(next) = &page.next {
        lines.push(context.say("list-more", &[("cursor", next.as_str().into())]));
    }
    Ok(Outcome::new(json(&page)?, lines.join("\n")))
}

fn history(id: &str, context: &mut Context) -> Result<Outcome, Failure> {
    let history = context.with_vault(|_, session| Ok(record::history(session, id)?))?;
    let blocks: Vec<String> = history
        .revisions
        .iter()
        .map(|past| {
            let head = context.say(
                "history-line",
                &[
                    ("revision", render::short(&past.revision).into()),
                    ("time", render::time(&past.saved_at).into()),
                    ("who", who(&past.saved_by, context).into()),
                ],
            );
            let content = match (&past.record, past.trashed) {
                (Value::Null, _) => context.words.text("history-not-held"),
                (_, true) => context.words.text("record-in-trash"),
                (record, false) => render::outline(record),
            };
            format!("{head}\n{}", indented(&content))
        })
        .collect();
    Ok(Outcome::new(json(&history)?, blocks.join("\n\n")))
}

fn import_lines(file: &Path, context: &mut Context) -> Result<Outcome, Failure> {
    let (mut reader, total) = context.inputs.lines(file)?;
    let done = context.with_vault(|context, session| {
        context.watched("progress-import", |watch| {
            import::lines(session, &mut reader, total, watch)
        })
    })?;
    let text = context.say("records-imported", &[("count", done.records.into())]);
    Ok(Outcome::new(json(&done)?, text))
}

/// A record as it stands, for people.
fn show(shown: &record::Shown, context: &Context) -> String {
    let mut lines = head(shown, context);
    if shown.is_conflict {
        lines.push(context.say("record-in-conflict", &[("id", shown.id.as_str().into())]));
    } else if shown.is_merged {
        let sides = (shown.heads.len() as u64).into();
        let id = shown.id.as_str().into();
        lines.push(context.say("record-merged", &[("id", id), ("sides", sides)]));
    }
    with_outline(lines, shown, context)
}

fn head(shown: &record::Shown, context: &Context) -> Vec<String> {
    vec![
        context.say(
            "record-head",
            &[
                ("kind", kind_name(&shown.kind, context).into()),
                ("id", shown.id.as_str().into()),
            ],
        ),
        context.say(
            "history-line",
            &[
                ("revision", render::short(&shown.revision).into()),
                ("time", render::time(&shown.saved_at).into()),
                ("who", who(&shown.saved_by, context).into()),
            ],
        ),
    ]
}

fn with_outline(mut lines: Vec<String>, shown: &record::Shown, context: &Context) -> String {
    if shown.withdrawn {
        lines.push(context.words.text("record-withdrawn"));
    } else {
        for revision in &shown.unread {
            let revision = render::short(revision).into();
            lines.push(context.say("record-unread", &[("revision", revision)]));
        }
    }
    if shown.trashed {
        lines.push(context.words.text("record-in-trash"));
    }
    format!("{}\n\n{}", lines.join("\n"), render::outline(&shown.record))
}

/// Who saved a revision, as people say it.
pub fn who(by: &record::SavedBy, context: &Context) -> String {
    let key = match (by.who, by.verified) {
        ("self", _) => "by-self",
        ("colleague", true) => "by-colleague",
        ("colleague", false) => "by-colleague-unverified",
        _ => "by-unknown",
    };
    let name = one_line(by.name.as_deref().unwrap_or_default());
    context.say(key, &[("name", name.into())])
}

/// The name of a kind; that of a kind which only a later version knows stays as it is.
pub fn kind_name(kind: &str, context: &Context) -> String {
    let found = context.words.find(&format!("kind-{kind}"), None, &[]);
    found.unwrap_or_else(|| one_line(kind))
}

fn indented(text: &str) -> String {
    let lines: Vec<String> = text.lines().map(|line| format!("  {line}")).collect();
    lines.join("\n")
}

fn pretty(value: &Value) -> Result<String, Failure> {
    serde_json::to_string_pretty(value).map_err(|_| api::Code::Internal.into())
}
