//! `fieldnotes record …`

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use fieldnotes_core::colleague::Who;
use fieldnotes_core::record::{self, import};
use fieldnotes_core::search::list;
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
        #[command(flatten)]
        how: How,
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
        /// Sort order: saved, created or title.
        #[arg(long, value_name = "ORDER")]
        sort: Option<Order>,
        /// Reverse order.
        #[arg(long)]
        reversed: bool,
    },
    /// Every saved state of a record.
    History {
        #[arg(value_name = "ID")]
        id: String,
    },
    /// Delete a record: move it to the trash.
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
        /// The newest revision that was looked at.
        #[arg(long, value_name = "REVISION", requires = "revision")]
        base: Option<String>,
        /// Let a refusal or a withdrawal of consent go.
        #[arg(long, requires = "revision")]
        drop_refusal: bool,
    },
    /// Print an example of a record as JSON.
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

/// How a changed document is saved.
#[derive(Args)]
pub struct How {
    /// The revision that it was made from.
    #[arg(
        long,
        alias = "onto",
        value_name = "REVISION",
        conflicts_with = "replace"
    )]
    base: Option<String>,
    /// Take the place of whatever the record says now.
    #[arg(long)]
    replace: bool,
    /// Let a refusal or a withdrawal of consent go.
    #[arg(long)]
    drop_refusal: bool,
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
        RecordCommand::Edit { id, from, how } => edit(&id, &from, &how, context),
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
        RecordCommand::Restore {
            id,
            revision,
            base,
            drop_refusal,
        } => {
            let edit = record::Edit {
                base: base.as_deref(),
                replaces: false,
                drops_refusals: drop_refusal,
            };
            restore(&id, revision.as_deref(), &edit, context)
        }
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

fn edit(id: &str, from: &Path, how: &How, context: &mut Context) -> Result<Outcome, Failure> {
    let document = context.inputs.record(from)?;
    let edit = record::Edit {
        base: how.base.as_deref(),
        replaces: how.replace,
        drops_refusals: how.drop_refusal,
    };
    let saved =
        context.with_vault(|_, session| Ok(record::edit_from(session, id, &document, &edit)?))?;
    warn_of_unknown(&saved, context);
    let revision = render::short(&saved.revision);
    let mut lines = vec![context.say("record-saved", &[("revision", revision.into())])];
    if saved.changed_meanwhile {
        let key = if saved.is_conflict {
            "record-saved-in-conflict"
        } else {
            "record-saved-merged"
        };
        lines.push(context.say(key, &[("id", saved.id.as_str().into())]));
    }
    Ok(Outcome::new(json(&saved)?, lines.join("\n")))
}

fn restore(
    id: &str,
    revision: Option<&str>,
    edit: &record::Edit<'_>,
    context: &mut Context,
) -> Result<Outcome, Failure> {
    let saved = context.with_vault(|_, session| {
        Ok(match revision {
            Some(revision) => record::restore_revision_from(session, id, revision, edit)?,
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
    for unknown in &done.unknown {
        let warning = context.say(
            "warning-unknown-member-in-line",
            &[
                ("name", one_line(&unknown.name).into()),
                ("line", unknown.line.into()),
                ("count", unknown.count.into()),
            ],
        );
        context.output.aside(&warning);
    }
    for link in &done.open_links {
        let id = link.record.as_str().into();
        let line = link.line.into();
        let warning = context.say("warning-open-link", &[("id", id), ("line", line)]);
        context.output.aside(&warning);
    }
    let named = done.open_links.len() as u64;
    if done.open_link_count > named {
        let more = (done.open_link_count - named).into();
        context
            .output
            .aside(&context.say("warning-open-links-more", &[("count", more)]));
    }
    let mut lines = vec![context.say("records-imported", &[("count", done.records.into())])];
    if done.unchanged > 0 {
        lines.push(context.say("records-unchanged", &[("count", done.unchanged.into())]));
    }
    Ok(Outcome::new(json(&done)?, lines.join("\n")))
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
        (Who::Own, _) => "by-self",
        (Who::Colleague, true) => "by-colleague",
        (Who::Colleague, false) => "by-colleague-unverified",
        (Who::Unknown, _) => "by-unknown",
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

pub(super) fn pretty(value: &Value) -> Result<String, Failure> {
    serde_json::to_string_pretty(value).map_err(|_| fieldnotes_core::Code::Internal.into())
}
