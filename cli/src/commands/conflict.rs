//! `fieldnotes conflict …`

use std::path::{Path, PathBuf};

use clap::{ArgGroup, Args, Subcommand};
use fieldnotes_core::record::conflict::{self, Choice, ClashSort, Conflict, How, Settle};
use serde_json::Value;

use super::conflict_text;
use super::{json, record};
use crate::context::Context;
use crate::failure::Failure;
use crate::output::Outcome;
use crate::render;

#[derive(Subcommand)]
pub enum ConflictCommand {
    /// The records that were changed on several sides.
    List,
    /// All sides of one: what clashes, and what is merged.
    Show {
        #[arg(value_name = "ID")]
        id: String,
    },
    /// Settle one.
    Resolve(Resolve),
    /// Save merged records as revisions.
    Merge(Merge),
}

#[derive(Args)]
#[command(group(ArgGroup::new("how").required(true).multiple(true)))]
pub struct Resolve {
    #[arg(value_name = "ID")]
    id: String,
    /// What this side has, by its number or its revision.
    #[arg(long, value_name = "PATH=SIDE", group = "how")]
    take: Vec<String>,
    /// What all sides have.
    #[arg(long, value_name = "PATH", group = "how")]
    both: Vec<String>,
    /// Something else.
    #[arg(long, value_name = "PATH=TEXT", group = "how")]
    write: Vec<String>,
    /// What this side has, wherever nothing else is said.
    #[arg(long, value_name = "SIDE", group = "how")]
    all_from: Option<String>,
    /// The record as JSON, or `-`.
    #[arg(
        long,
        alias = "from",
        value_name = "FILE",
        group = "how",
        conflicts_with_all = ["take", "both", "write", "all_from"]
    )]
    from_json: Option<PathBuf>,
    /// The heads that were looked at.
    #[arg(long, value_name = "REVISION", value_delimiter = ',')]
    heads: Vec<String>,
    /// Let a refusal or a withdrawal of consent go.
    #[arg(long)]
    drop_refusal: bool,
}

#[derive(Args)]
#[command(group(ArgGroup::new("which").required(true)))]
pub struct Merge {
    #[arg(value_name = "ID", group = "which")]
    id: Option<String>,
    /// All that are merged.
    #[arg(long, group = "which")]
    all: bool,
}

pub fn run(command: ConflictCommand, context: &mut Context) -> Result<Outcome, Failure> {
    match command {
        ConflictCommand::List => {
            let all = context.with_vault(|_, session| Ok(conflict::list(session)?))?;
            Ok(Outcome::new(
                json(&all)?,
                conflict_text::list(&all, context),
            ))
        }
        ConflictCommand::Show { id } => {
            let conflict = context.with_vault(|_, session| Ok(conflict::show(session, &id)?))?;
            let text = conflict_text::show(&conflict, context);
            Ok(Outcome::new(json(&conflict)?, text))
        }
        ConflictCommand::Resolve(resolve) => settle(resolve, context),
        ConflictCommand::Merge(merge) => write_merged(merge.id.as_deref(), context),
    }
}

fn settle(resolve: Resolve, context: &mut Context) -> Result<Outcome, Failure> {
    let Resolve { id, heads, .. } = &resolve;
    let seen = Settle {
        heads: heads.clone(),
        drops_refusals: resolve.drop_refusal,
        ..Settle::default()
    };
    let saved = if let Some(file) = &resolve.from_json {
        let document = context.inputs.record(file)?;
        context.with_vault(|_, session| Ok(conflict::resolve(session, id, &document, &seen)?))?
    } else {
        context.with_vault(|context, session| {
            if heads.is_empty() {
                // The core says which there are, before anything is merged.
                return Ok(conflict::settle(session, id, &seen)?);
            }
            let shown = conflict::show(session, id)?;
            let settle = choices(&resolve, &shown, context)?;
            Ok(conflict::settle(session, id, &settle)?)
        })?
    };
    record::warn_of_unknown(&saved, context);
    let revision = render::short(&saved.revision);
    let text = context.say("conflict-resolved", &[("revision", revision.into())]);
    Ok(Outcome::new(json(&saved)?, text))
}

fn choices(resolve: &Resolve, shown: &Conflict, context: &mut Context) -> Result<Settle, Failure> {
    let mut choices = Vec::new();
    for text in &resolve.take {
        let (path, side) = parted(text, shown)?;
        let how = How::Take(side.to_owned());
        choices.push(Choice { path, how });
    }
    for path in &resolve.both {
        let path = path.clone();
        let how = How::Both;
        choices.push(Choice { path, how });
    }
    for text in &resolve.write {
        let (path, text) = parted(text, shown)?;
        let how = How::Write(value(&path, text, shown, context)?);
        choices.push(Choice { path, how });
    }
    Ok(Settle {
        heads: resolve.heads.clone(),
        all_from: resolve.all_from.clone(),
        choices,
        drops_refusals: resolve.drop_refusal,
    })
}

/// `PATH=…` in its two parts. A path may have `=` in it, so it is one of those that clash.
fn parted<'t>(text: &'t str, shown: &Conflict) -> Result<(String, &'t str), Failure> {
    let known = shown.clashes.iter().map(|clash| clash.path.as_str());
    let rest = |path: &str| text.strip_prefix(path)?.strip_prefix('=');
    let mut fitting = known.filter_map(|path| rest(path).map(|rest| (path.to_owned(), rest)));
    fitting
        .next()
        .or_else(|| {
            text.split_once('=')
                .map(|(path, rest)| (path.to_owned(), rest))
        })
        .ok_or_else(|| {
            Failure::of("invalid_argument")
                .with("argument", text)
                .with("value", text)
        })
}

/// What is to be written: a text as it is, or from `@file`; where no text stands, JSON where it is JSON. Nothing is null.
fn value(
    path: &str,
    text: &str,
    shown: &Conflict,
    context: &mut Context,
) -> Result<Value, Failure> {
    let text = match text.strip_prefix('@') {
        Some(file) => context.inputs.long_text(Path::new(file))?,
        None => text.to_owned(),
    };
    if text.is_empty() {
        return Ok(Value::Null);
    }
    let clash = shown.clashes.iter().find(|clash| clash.path == path);
    let is_text = clash.is_some_and(|clash| clash.sort == ClashSort::Text);
    let parsed = if is_text {
        None
    } else {
        serde_json::from_str(&text).ok()
    };
    Ok(parsed.unwrap_or(Value::String(text)))
}

fn write_merged(id: Option<&str>, context: &mut Context) -> Result<Outcome, Failure> {
    let done = context.with_vault(|_, session| {
        Ok(match id {
            Some(id) => conflict::merge(session, id)?,
            None => conflict::merge_all(session)?,
        })
    })?;
    Ok(Outcome::new(
        json(&done)?,
        conflict_text::merges(&done, context),
    ))
}
