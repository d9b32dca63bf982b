//! `fieldnotes folder …`

use std::path::{Path, PathBuf};

use clap::Subcommand;
use fieldnotes_core::folder::{self, Arrival, Carried, ExchangeFolder, Memory};

use super::{bundle, json};
use crate::context::Context;
use crate::failure::Failure;
use crate::output::Outcome;
use crate::printable::one_line;
use crate::render;

#[derive(Subcommand)]
pub enum FolderCommand {
    /// Say which folder is the exchange folder.
    Show,
    /// Choose the exchange folder of this vault.
    Set {
        #[arg(value_name = "FOLDER")]
        folder: PathBuf,
    },
    /// Forget the exchange folder.
    Unset,
    /// Say what lies there, and what is due.
    Look,
    /// Receive what has arrived.
    Take {
        /// Only these files.
        #[arg(value_name = "NAME")]
        names: Vec<String>,
    },
    /// Put out what is due.
    Put {
        /// Only for these colleagues, also where they were never compared.
        #[arg(long, value_name = "NAME", num_args = 1..)]
        to: Vec<String>,
    },
}

pub fn run(command: FolderCommand, context: &mut Context) -> Result<Outcome, Failure> {
    match command {
        FolderCommand::Show => {
            let shown = context.with_vault(|_, session| Ok(folder::show(session)))?;
            outcome_of(&shown, context)
        }
        FolderCommand::Set { folder: path } => {
            let shown = context.with_vault(|_, session| Ok(folder::set(session, &path)?))?;
            outcome_of(&shown, context)
        }
        FolderCommand::Unset => {
            let shown = context.with_vault(|_, session| Ok(folder::unset(session)?))?;
            outcome_of(&shown, context)
        }
        FolderCommand::Look => look(context),
        FolderCommand::Take { names } => take(&names, context),
        FolderCommand::Put { to } => put(&to, context),
    }
}

fn outcome_of(shown: &ExchangeFolder, context: &Context) -> Result<Outcome, Failure> {
    let text = match (&shown.path, shown.is_there) {
        (None, _) => context.words.text("folder-none"),
        (Some(path), is_there) => {
            let key = match is_there {
                true => "folder-is",
                false => "folder-is-gone",
            };
            context.say(key, &[("path", one_line(path).into())])
        }
    };
    Ok(Outcome::new(json(shown)?, text))
}

fn look(context: &mut Context) -> Result<Outcome, Failure> {
    let (arrivals, due) = context.with_vault(|_, session| {
        let arrivals = folder::look(session, &mut Memory::default())?;
        Ok((arrivals, folder::due(session, None)?))
    })?;
    let mut lines: Vec<String> = arrivals
        .files
        .iter()
        .map(|file| arrival_line(file, context))
        .collect();
    if lines.is_empty() {
        lines.push(context.words.text("folder-nothing"));
    }
    for state in [
        Carried::Seen,
        Carried::Copy,
        Carried::Own,
        Carried::NotForUs,
    ] {
        let count = arrivals.count(state);
        if count > 0 {
            let key = format!("folder-count-{}", key_of(state));
            lines.push(context.say(&key, &[("count", count.into())]));
        }
    }
    if arrivals.more > 0 {
        lines.push(context.say("folder-more", &[("count", arrivals.more.into())]));
    }
    lines.push(match (due.people.len() as u64, due.records) {
        (0, _) => context.words.text("folder-due-nothing"),
        (people, 0) => context.say("folder-due-thanks", &[("people", people.into())]),
        (people, records) => context.say(
            "folder-due",
            &[("people", people.into()), ("records", records.into())],
        ),
    });
    lines.extend(unverified(&due.unverified, context));
    let both = serde_json::json!({ "arrivals": arrivals, "due": due });
    Ok(Outcome::new(both, lines.join("\n")))
}

/// The end of the key of what a file is.
fn key_of(state: Carried) -> &'static str {
    match state {
        Carried::Ready => "ready",
        Carried::Coming => "coming",
        Carried::UnknownSender => "unknown-sender",
        Carried::NeedsPassphrase => "needs-passphrase",
        Carried::Forbidden => "forbidden",
        Carried::Partial => "partial",
        Carried::Damaged => "damaged",
        Carried::Seen => "seen",
        Carried::Copy => "copy",
        Carried::Own => "own",
        Carried::NotForUs => "not-for-us",
    }
}

fn arrival_line(file: &Arrival, context: &Context) -> String {
    let sender = file
        .sender
        .as_ref()
        .map_or_else(|| "-".to_owned(), |sender| bundle::sender(sender, context));
    context.say(
        &format!("folder-file-{}", key_of(file.state)),
        &[
            ("name", one_line(&file.name).into()),
            ("sender", sender.into()),
            ("size", render::bytes(file.size).into()),
            ("missing", file.missing.into()),
            ("left", render::bytes(file.missing).into()),
        ],
    )
}

fn unverified(names: &[String], context: &Context) -> Vec<String> {
    let say = |name: &String| context.say("folder-unverified", &[("name", one_line(name).into())]);
    names.iter().map(say).collect()
}

fn take(names: &[String], context: &mut Context) -> Result<Outcome, Failure> {
    let names = (!names.is_empty()).then_some(names);
    let taken = context.with_vault(|context, session| {
        context.watched("progress-import", |watch| {
            folder::take(session, names, &mut Memory::default(), watch)
        })
    })?;
    let mut lines = Vec::new();
    for done in &taken.imports {
        lines.extend(bundle::imported(done, context));
    }
    let mut first = None;
    for refused in &taken.refused {
        let failure = Failure::from(refused.error()).file(Path::new(&refused.name));
        let parameters = [
            ("name", one_line(&refused.name).into()),
            ("why", failure.texts(&context.words).0.into()),
        ];
        lines.push(context.say("folder-refused", &parameters));
        first.get_or_insert(failure);
    }
    if lines.is_empty() {
        lines.push(context.words.text("folder-nothing-ready"));
    }
    let mut outcome = Outcome::new(json(&taken)?, lines.join("\n"));
    outcome.but = first;
    Ok(outcome)
}

fn put(to: &[String], context: &mut Context) -> Result<Outcome, Failure> {
    let names = (!to.is_empty()).then_some(to);
    let put = context.with_vault(|context, session| {
        context.watched("progress-export", |watch| {
            folder::put(session, names, watch)
        })
    })?;
    let mut lines: Vec<String> = put
        .bundles
        .iter()
        .map(|written| {
            context.say(
                "folder-put",
                &[
                    ("records", written.records.into()),
                    ("revisions", written.revisions.into()),
                    ("files", written.files.into()),
                    ("size", render::bytes(written.bytes).into()),
                    ("people", one_line(&put.people.join(", ")).into()),
                ],
            )
        })
        .collect();
    if lines.is_empty() {
        lines.push(context.words.text("folder-due-nothing"));
    }
    if put.bundles.iter().any(|written| !written.noted) {
        lines.push(context.words.text("bundle-not-noted"));
    }
    lines.extend(unverified(&put.unverified, context));
    Ok(Outcome::new(json(&put)?, lines.join("\n")))
}
