//! `fieldnotes bundle …`

use std::path::{Path, PathBuf};

use clap::Subcommand;
use fieldnotes_core::api::bundle::{self, Sender};
use fieldnotes_core::api::{self, Code, SecretString, Session, Watch};

use super::export::{self, ExportArgs};
use super::json;
use crate::context::Context;
use crate::failure::Failure;
use crate::inputs;
use crate::output::Outcome;
use crate::printable::one_line;
use crate::render;

#[derive(Subcommand)]
pub enum BundleCommand {
    /// Write revisions into an encrypted file.
    Export(ExportArgs),
    /// Say what is in a bundle; take nothing in.
    Inspect {
        #[arg(value_name = "FILE")]
        file: PathBuf,
        /// A file with the passphrase that opens it, or `-`.
        #[arg(long, value_name = "FILE")]
        bundle_passphrase_file: Option<PathBuf>,
    },
    /// Take bundles in.
    Import {
        #[arg(value_name = "FILE", required = true)]
        files: Vec<PathBuf>,
        /// A file with the passphrase that opens them, or `-`.
        #[arg(long, value_name = "FILE")]
        bundle_passphrase_file: Option<PathBuf>,
        /// Also from somebody who is not a colleague.
        #[arg(long)]
        accept_unknown_sender: bool,
    },
}

pub fn run(command: BundleCommand, context: &mut Context) -> Result<Outcome, Failure> {
    match command {
        BundleCommand::Export(args) => export::run(&args, context),
        BundleCommand::Inspect {
            file,
            bundle_passphrase_file,
        } => inspect(&file, bundle_passphrase_file.as_deref(), context),
        BundleCommand::Import {
            files,
            bundle_passphrase_file,
            accept_unknown_sender,
        } => import(
            &files,
            bundle_passphrase_file.as_deref(),
            accept_unknown_sender,
            context,
        ),
    }
}

fn inspect(
    file: &Path,
    passphrase_file: Option<&Path>,
    context: &mut Context,
) -> Result<Outcome, Failure> {
    drop(inputs::open(file)?);
    let look = context.with_vault(|context, session| {
        with_passphrase(
            passphrase_file,
            context,
            session,
            "progress-read",
            |session, passphrase, watch| bundle::inspect(session, file, passphrase, watch),
        )
    })?;
    let key = if look.was_seen {
        "bundle-look-seen"
    } else {
        "bundle-look"
    };
    let text = context.say(
        key,
        &[
            ("sender", sender(&look.sender, context).into()),
            ("fingerprint", look.sender.fingerprint.as_str().into()),
            ("time", render::time(&look.created_at).into()),
            ("records", look.records.into()),
            ("revisions", look.revisions.into()),
            ("new", look.new_revisions.into()),
            ("files", look.files.into()),
            ("size", render::bytes(look.file_bytes).into()),
        ],
    );
    Ok(Outcome::new(json(&look)?, text))
}

fn import(
    files: &[PathBuf],
    passphrase_file: Option<&Path>,
    accept_unknown_sender: bool,
    context: &mut Context,
) -> Result<Outcome, Failure> {
    for file in files {
        drop(inputs::open(file)?);
    }
    let done = context.with_vault(|context, session| {
        with_passphrase(
            passphrase_file,
            context,
            session,
            "progress-import",
            |session, passphrase, watch| {
                bundle::import(session, files, passphrase, accept_unknown_sender, watch)
            },
        )
    })?;
    let mut lines: Vec<String> = done
        .bundles
        .iter()
        .map(|one| {
            let key = if one.was_seen {
                "bundle-imported-seen"
            } else {
                "bundle-imported"
            };
            context.say(
                key,
                &[
                    ("sender", sender(&one.sender, context).into()),
                    ("new", one.new_revisions.into()),
                    ("records", one.records.into()),
                    ("files", one.new_files.into()),
                ],
            )
        })
        .collect();
    for id in done.bundles.iter().flat_map(|one| &one.withdrawn) {
        lines.push(context.say("import-withdrawn", &[("id", id.as_str().into())]));
    }
    for id in &done.conflicts {
        lines.push(context.say("record-in-conflict", &[("id", id.as_str().into())]));
    }
    if done.waiting > 0 {
        lines.push(context.say("import-waiting", &[("count", done.waiting.into())]));
    }
    if done.was_rolled_back {
        lines.push(context.words.text("import-rolled-back"));
    }
    Ok(Outcome::new(json(&done)?, lines.join("\n")))
}

/// Reads bundles with the passphrase of a file; or without, and where one turns out to be needed, asks for it.
fn with_passphrase<T>(
    file: Option<&Path>,
    context: &mut Context,
    session: &mut Session,
    label: &str,
    read: impl Fn(&mut Session, Option<&SecretString>, &mut Watch<'_>) -> api::Outcome<T>,
) -> Result<T, Failure> {
    let prompt = "prompt-bundle-passphrase";
    let given = match file {
        Some(file) => Some(
            context
                .inputs
                .passphrase(Some(file), prompt, &context.words)?,
        ),
        None => None,
    };
    let first = context.watched(label, |watch| read(session, given.as_ref(), watch));
    match first {
        Err(failure)
            if failure.code() == Code::PassphraseNeeded.as_str() && inputs::has_terminal() =>
        {
            let typed = context.inputs.passphrase(None, prompt, &context.words)?;
            context.watched(label, |watch| read(session, Some(&typed), watch))
        }
        other => other,
    }
}

fn sender(sender: &Sender, context: &Context) -> String {
    let key = match (sender.who, sender.verified) {
        ("self", _) => "by-self",
        ("colleague", true) => "by-colleague",
        ("colleague", false) => "by-colleague-unverified",
        _ => "by-unknown",
    };
    let name = one_line(sender.name.as_deref().unwrap_or_default());
    context.say(key, &[("name", name.into())])
}
