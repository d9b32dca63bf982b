//! `fieldnotes review …`

use std::path::{Path, PathBuf};

use clap::Subcommand;
use fieldnotes_core::{SecretString, review};

use super::json;
use super::record::kind_name;
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
    fn as_str(self) -> &'static str {
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
        #[arg(long, value_name = "ID", required = true, num_args = 1..)]
        record: Vec<String>,
        /// What the reviewer will do with them; consent is asked for this use.
        #[arg(
            long,
            value_name = "USE",
            default_value = "legal",
            hide_possible_values = true,
            hide_default_value = true
        )]
        purpose: Purpose,
    },
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
            record,
            purpose,
        } => {
            let file = review_passphrase_file.as_deref();
            export(&out, file, &record, purpose.as_str(), context)
        }
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
    chosen: &[String],
    purpose: &str,
    context: &mut Context,
) -> Result<Outcome, Failure> {
    let written = context.with_vault(|context, session| {
        review::check(session, chosen, purpose)?;
        let prompt = "prompt-new-review-passphrase";
        let passphrase = context.new_passphrase(passphrase_file, prompt)?;
        let written = context.watched("progress-export", |watch| {
            review::export(session, out, &passphrase, chosen, purpose, watch)
        });
        written.map_err(|failure| failure.file(out))
    })?;
    let lines = context.say(
        "review-written",
        &[
            ("file", one_line(&out.display().to_string()).into()),
            ("size", render::bytes(written.bytes).into()),
            ("records", written.records.into()),
            ("files", written.files.into()),
        ],
    );
    Ok(Outcome::new(json(&written)?, lines))
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
