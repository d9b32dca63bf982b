//! `fieldnotes review …`

use std::path::{Path, PathBuf};

use clap::Subcommand;
use fieldnotes_core::review::PlannedRecord;
use fieldnotes_core::{SecretString, review};

use super::json;
use super::record::kind_name;
use super::review_order::OrderArgs;
use crate::context::Context;
use crate::failure::Failure;
use crate::inputs;
use crate::output::Outcome;
use crate::printable::one_line;
use crate::render;

/// What a reviewer may be given records for: the uses of the consent vocabulary that concern outsiders.
#[derive(Clone, Copy, clap::ValueEnum)]
pub enum Purpose {
    Legal,
    Research,
    Publication,
}

impl Purpose {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Legal => "legal",
            Self::Research => "research",
            Self::Publication => "publication",
        }
    }
}

#[derive(Subcommand)]
pub enum ReviewCommand {
    /// Write chosen records into an encrypted file that can only be read.
    Export {
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
        /// A file with the passphrase that opens it, or `-`.
        #[arg(long, value_name = "FILE")]
        review_passphrase_file: Option<PathBuf>,
        #[command(flatten)]
        order: OrderArgs,
    },
    /// Say what a package would hold, what would stay behind and why, and who would be called what.
    Plan {
        #[command(flatten)]
        order: OrderArgs,
    },
    /// Show one record as it would go, and what is not as it is recorded.
    Preview {
        #[command(flatten)]
        order: OrderArgs,
        /// The record to show; without it, the first of the order.
        #[arg(long, value_name = "ID")]
        of: Option<String>,
    },
    /// List the audiences that something was prepared for.
    Audiences,
    /// Read one. Needs no vault and writes nothing.
    Open {
        #[arg(value_name = "FILE")]
        file: PathBuf,
        /// A file with the passphrase that opens it, or `-`.
        #[arg(long, value_name = "FILE")]
        review_passphrase_file: Option<PathBuf>,
    },
    /// Write a file out of one, in clear. Needs no vault.
    Save {
        #[arg(value_name = "FILE")]
        file: PathBuf,
        /// A file with the passphrase that opens it, or `-`.
        #[arg(long, value_name = "FILE")]
        review_passphrase_file: Option<PathBuf>,
        #[arg(long, value_name = "ID")]
        attachment: String,
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
    },
}

pub fn run(command: ReviewCommand, context: &mut Context) -> Result<Outcome, Failure> {
    match command {
        ReviewCommand::Export {
            out,
            review_passphrase_file,
            order,
        } => export(&out, review_passphrase_file.as_deref(), &order, context),
        ReviewCommand::Plan { order } => plan(&order, context),
        ReviewCommand::Preview { order, of } => preview(&order, of.as_deref(), context),
        ReviewCommand::Audiences => audiences(context),
        ReviewCommand::Open {
            file,
            review_passphrase_file,
        } => open(&file, review_passphrase_file.as_deref(), context),
        ReviewCommand::Save {
            file,
            review_passphrase_file,
            attachment,
            out,
        } => {
            let passphrase_file = review_passphrase_file.as_deref();
            save(&file, passphrase_file, &attachment, &out, context)
        }
    }
}

fn export(
    out: &Path,
    passphrase_file: Option<&Path>,
    order: &OrderArgs,
    context: &mut Context,
) -> Result<Outcome, Failure> {
    let (plan, written) = context.with_vault(|context, session| {
        let order = order.order(session, context)?;
        let plan = context.watched("progress-read", |watch| {
            review::check(session, &order, watch)
        })?;
        let prompt = "prompt-new-review-passphrase";
        let passphrase = context.new_passphrase(passphrase_file, prompt)?;
        let written = context.watched("progress-export", |watch| {
            review::export(session, out, &passphrase, &order, watch)
        });
        Ok((plan, written.map_err(|failure| failure.file(out))?))
    })?;
    let mut lines = context.say(
        "review-written",
        &[
            ("file", one_line(&out.display().to_string()).into()),
            ("size", render::bytes(written.bytes).into()),
            ("records", written.records.into()),
            ("files", written.files.into()),
        ],
    );
    let unchecked = |of: fn(&PlannedRecord) -> u64| plan.records.iter().map(of).sum::<u64>();
    let (doubtful, suggested) = (
        unchecked(|one| one.in_doubt),
        unchecked(|one| one.suggested),
    );
    if doubtful + suggested > 0 {
        let parameters = [
            ("doubtful", doubtful.into()),
            ("suggested", suggested.into()),
        ];
        lines = format!("{lines}\n{}", context.say("review-unchecked", &parameters));
    }
    Ok(Outcome::new(json(&written)?, lines))
}

fn plan(order: &OrderArgs, context: &mut Context) -> Result<Outcome, Failure> {
    let plan = context.with_vault(|context, session| {
        let order = order.order(session, context)?;
        context.watched("progress-read", |watch| {
            review::plan(session, &order, watch)
        })
    })?;
    let mut lines = Vec::new();
    for record in &plan.records {
        let parameters = [
            ("kind", kind_name(&record.kind, context).into()),
            ("title", one_line(&record.title).into()),
            ("id", record.id.as_str().into()),
            ("replaced", record.replaced.into()),
            ("doubtful", record.in_doubt.into()),
            ("suggested", record.suggested.into()),
        ];
        lines.push(context.say("review-plan-record", &parameters));
        if record.leaks > 0 {
            lines.push(context.say("review-plan-leaks", &[("count", record.leaks.into())]));
        }
    }
    for stays in &plan.stays {
        let reason = format!("stays-{}", stays.reason.as_str().replace('_', "-"));
        let reason = context.words.text(&reason);
        let parameters = [("id", stays.id.as_str().into()), ("reason", reason.into())];
        lines.push(context.say("review-plan-stays", &parameters));
    }
    for condition in &plan.conditions {
        let key = match condition.is_refusal {
            true => "review-plan-refusal",
            false => "review-plan-condition",
        };
        let parameters = [
            ("id", condition.record.as_str().into()),
            ("text", one_line(&condition.text).into()),
            ("key", condition.key.as_str().into()),
        ];
        lines.push(context.say(key, &parameters));
    }
    for person in &plan.people {
        let title = one_line(&person.title).into();
        lines.push(match &person.instead {
            Some(instead) => context.say(
                "review-plan-person",
                &[("title", title), ("instead", instead.as_str().into())],
            ),
            None => context.say("review-plan-nobody", &[("title", title)]),
        });
    }
    if plan.files > 0 {
        lines.push(context.say("review-plan-files", &[("count", plan.files.into())]));
    }
    Ok(Outcome::new(json(&plan)?, lines.join("\n")))
}

/// A record as it would go.
fn preview(order: &OrderArgs, of: Option<&str>, context: &mut Context) -> Result<Outcome, Failure> {
    let shown = context.with_vault(|context, session| {
        let order = order.order(session, context)?;
        let first = order.records.first().map(String::as_str);
        let record = of.or(first).unwrap_or_default();
        Ok(review::preview(session, &order, record)?)
    })?;
    let head = context.say(
        "review-preview-head",
        &[
            ("kind", kind_name(&shown.kind, context).into()),
            ("title", one_line(&shown.title).into()),
            ("count", (shown.changes.len() as u64).into()),
        ],
    );
    let lines = format!("{head}\n\n{}", render::outline(&shown.after));
    Ok(Outcome::new(json(&shown)?, lines))
}

fn audiences(context: &mut Context) -> Result<Outcome, Failure> {
    let all = context.with_vault(|_, session| Ok(review::audiences(session)?))?;
    let mut lines: Vec<String> = Vec::new();
    for one in &all {
        let parameters = [
            ("name", one_line(&one.name).into()),
            ("people", one.people.into()),
        ];
        lines.push(context.say("review-audience", &parameters));
    }
    if all.is_empty() {
        lines.push(context.words.text("review-audiences-none"));
    }
    Ok(Outcome::new(json(&all)?, lines.join("\n")))
}

/// The passphrase of a package. What cannot be opened is reported before anybody types it.
fn passphrase_of(
    file: &Path,
    passphrase_file: Option<&Path>,
    context: &mut Context,
) -> Result<SecretString, Failure> {
    inputs::look(file)?;
    let prompt = "prompt-review-passphrase";
    context
        .inputs
        .passphrase(passphrase_file, prompt, &context.words)
}

/// Writes the content of an attachment out of a package. No vault is touched.
fn save(
    file: &Path,
    passphrase_file: Option<&Path>,
    attachment: &str,
    out: &Path,
    context: &mut Context,
) -> Result<Outcome, Failure> {
    let passphrase = passphrase_of(file, passphrase_file, context)?;
    let saved = context.watched("progress-save", |watch| {
        review::save(file, &passphrase, attachment, out, watch)
    });
    let saved = saved.map_err(|failure| failure.file(out))?;
    let text = context.say(
        "attachment-saved",
        &[
            ("file", one_line(&out.display().to_string()).into()),
            ("size", render::bytes(saved.size).into()),
        ],
    );
    Ok(Outcome::new(json(&saved)?, text))
}

/// Reads a package. No vault is touched, and nothing is written.
fn open(
    file: &Path,
    passphrase_file: Option<&Path>,
    context: &mut Context,
) -> Result<Outcome, Failure> {
    let passphrase = passphrase_of(file, passphrase_file, context)?;
    let shown = context.watched("progress-read", |watch| {
        review::open(file, &passphrase, watch)
    })?;
    let mut blocks = vec![context.say(
        "review-head",
        &[
            ("fingerprint", shown.exporter.as_str().into()),
            ("time", render::time(&shown.created_at).into()),
            ("count", (shown.records.len() as u64).into()),
            ("files", shown.files.into()),
        ],
    )];
    blocks.extend(shown.records.iter().map(|record| {
        let head = context.say(
            "review-record",
            &[
                ("kind", kind_name(&record.kind, context).into()),
                ("title", one_line(&record.title).into()),
                ("id", record.id.as_str().into()),
                ("revision", record.revision.as_str().into()),
                ("time", render::time(&record.saved_at).into()),
            ],
        );
        format!("{head}\n\n{}", render::outline(&record.record))
    }));
    Ok(Outcome::new(
        json(&shown)?,
        blocks.join(&format!("\n{}\n\n", "─".repeat(40))),
    ))
}
