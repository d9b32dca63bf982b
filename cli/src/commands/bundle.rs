//! `fieldnotes bundle …`

use std::path::{Path, PathBuf};

use clap::Subcommand;
use fieldnotes_core::colleague::Who;
use fieldnotes_core::receive::{
    self, Accept, BundlesImported, FilePreview, FileStanding, ImportLine, PreviewState,
    RecordPreview, Sender, Taking, UndoHindrance,
};
use fieldnotes_core::{Code, SecretString, Session, Watch};

use super::export::{self, ExportArgs};
use super::{json, trust};
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
    /// Say what bundles would bring; take nothing in.
    Preview {
        #[arg(value_name = "FILE", required = true)]
        files: Vec<PathBuf>,
        /// A file with the passphrase that opens them, or `-`.
        #[arg(long, value_name = "FILE")]
        bundle_passphrase_file: Option<PathBuf>,
        /// Maximum number of records to list.
        #[arg(long, value_name = "NUMBER", default_value_t = LISTED)]
        limit: usize,
    },
    /// Receive bundles.
    Import {
        #[arg(value_name = "FILE", required = true)]
        files: Vec<PathBuf>,
        /// A file with the passphrase that opens them, or `-`.
        #[arg(long, value_name = "FILE")]
        bundle_passphrase_file: Option<PathBuf>,
        /// Only these records and their attachments.
        #[arg(long, value_name = "ID", num_args = 1..)]
        only: Vec<String>,
        /// Only what a preview looked at: the token that it printed, once for each file.
        #[arg(long, value_name = "TOKEN", num_args = 1..)]
        expect: Vec<String>,
        /// Also from somebody who is not a colleague.
        #[arg(long)]
        accept_unknown_sender: bool,
        /// Also from a colleague who was retired, or with a key that was replaced.
        #[arg(long)]
        accept_retired_sender: bool,
        /// Also where two copies of one vault wrote the same log.
        #[arg(long)]
        accept_forked: bool,
    },
    /// List what was taken in, and whether it can be taken back.
    Imports {
        /// Number of recent imports to list.
        #[arg(long, value_name = "NUMBER", default_value_t = LAST)]
        limit: usize,
    },
    /// Take a whole import back.
    Undo {
        #[arg(value_name = "ID")]
        import: String,
    },
}

/// Records that a preview lists, where nobody asks for another number.
const LISTED: usize = 1_000;
/// Imports that are listed, where nobody asks for another number.
const LAST: usize = 50;

pub fn run(command: BundleCommand, context: &mut Context) -> Result<Outcome, Failure> {
    match command {
        BundleCommand::Export(args) => export::run(&args, context),
        BundleCommand::Preview {
            files,
            bundle_passphrase_file,
            limit,
        } => preview(&files, bundle_passphrase_file.as_deref(), limit, context),
        BundleCommand::Import {
            files,
            bundle_passphrase_file,
            only,
            expect,
            accept_unknown_sender,
            accept_retired_sender,
            accept_forked,
        } => import(
            &files,
            bundle_passphrase_file.as_deref(),
            &Taking {
                only: (!only.is_empty()).then_some(&only[..]),
                expected: (!expect.is_empty()).then_some(&expect[..]),
                accept: Accept {
                    unknown_sender: accept_unknown_sender,
                    retired_sender: accept_retired_sender,
                    forked_logs: accept_forked,
                },
            },
            context,
        ),
        BundleCommand::Imports { limit } => imports(limit, context),
        BundleCommand::Undo { import } => undo(&import, context),
    }
}

fn preview(
    files: &[PathBuf],
    passphrase_file: Option<&Path>,
    limit: usize,
    context: &mut Context,
) -> Result<Outcome, Failure> {
    for file in files {
        inputs::look(file)?;
    }
    let seen = context.with_vault(|context, session| {
        with_passphrase(
            passphrase_file,
            context,
            session,
            "progress-read",
            |session, passphrase, watch| receive::preview(session, files, passphrase, limit, watch),
        )
    })?;
    let mut lines = Vec::new();
    for (path, file) in files.iter().zip(&seen.files) {
        lines.push(one_line(&path.display().to_string()));
        lines.extend(file_lines(file, context));
    }
    for (state, count) in &seen.states {
        let state = state_text(*state, context);
        let parameters = [("state", state.into()), ("count", (*count).into())];
        lines.push(context.say("preview-count", &parameters));
    }
    lines.extend(
        seen.forked
            .iter()
            .map(|log| trust::would_fork(log, context)),
    );
    lines.extend(seen.claimed.iter().map(|log| trust::claimed(log, context)));
    for record in seen
        .records
        .iter()
        .filter(|one| one.state != PreviewState::Known)
    {
        lines.push(record_line(record, context));
    }
    Ok(Outcome::new(json(&seen)?, lines.join("\n")))
}

fn file_lines(file: &FilePreview, context: &Context) -> Vec<String> {
    let mut lines = vec![context.say(
        "preview-file",
        &[
            ("sender", sender(&file.sender, context).into()),
            ("fingerprint", file.sender.fingerprint.as_str().into()),
            ("time", render::time(&file.created_at).into()),
            ("records", file.records.into()),
            ("revisions", file.revisions.into()),
            ("new", file.new_revisions.into()),
            ("files", file.files.into()),
            ("size", render::bytes(file.file_bytes).into()),
        ],
    )];
    lines.push(
        context
            .words
            .text(&format!("preview-meant-{}", file.meant_for.as_str())),
    );
    lines.push(context.say("preview-token", &[("token", file.token.as_str().into())]));
    if file.was_seen {
        lines.push(context.words.text("preview-seen"));
    } else if file.refused.is_none() {
        let key = match file.standing {
            FileStanding::New => None,
            FileStanding::Older => Some("preview-standing-older"),
            FileStanding::Known => Some("preview-standing-known"),
        };
        lines.extend(key.map(|key| context.words.text(key)));
    }
    lines
}

fn state_text(state: PreviewState, context: &Context) -> String {
    context
        .words
        .text(&format!("preview-state-{}", state.as_str()))
}

fn record_line(record: &RecordPreview, context: &Context) -> String {
    let state = state_text(record.state, context);
    let key = match (record.files > 0, record.trashed) {
        (_, true) => "preview-record-trashed",
        (true, false) => "preview-record-files",
        (false, false) => "preview-record",
    };
    context.say(
        key,
        &[
            ("state", state.into()),
            ("id", record.id.as_str().into()),
            ("title", one_line(&record.title).into()),
            ("size", render::bytes(record.bytes).into()),
            ("files", record.files.into()),
            ("file-size", render::bytes(record.file_bytes).into()),
        ],
    )
}

fn import(
    files: &[PathBuf],
    passphrase_file: Option<&Path>,
    taking: &Taking<'_>,
    context: &mut Context,
) -> Result<Outcome, Failure> {
    for file in files {
        inputs::look(file)?;
    }
    let done = context.with_vault(|context, session| {
        with_passphrase(
            passphrase_file,
            context,
            session,
            "progress-import",
            |session, passphrase, watch| receive::take(session, files, passphrase, taking, watch),
        )
    })?;
    Ok(Outcome::new(
        json(&done)?,
        imported(&done, context).join("\n"),
    ))
}

/// What came of an import, line by line.
pub fn imported(done: &BundlesImported, context: &Context) -> Vec<String> {
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
    if done.bundles.iter().any(|one| one.is_partial) {
        lines.push(context.words.text("import-partial"));
    }
    if done.was_rolled_back {
        lines.push(context.words.text("import-rolled-back"));
    }
    for name in &done.unheeded {
        lines.push(context.say("import-unheeded", &[("name", one_line(name).into())]));
    }
    lines.extend(done.forked.iter().map(|log| trust::forked(log, context)));
    lines.extend(done.claimed.iter().map(|log| trust::claimed(log, context)));
    if let Some(import) = &done.import {
        lines.push(context.say("import-undo-by", &[("id", import.as_str().into())]));
    }
    lines
}

fn imports(limit: usize, context: &mut Context) -> Result<Outcome, Failure> {
    let found = context.with_vault(|_, session| Ok(receive::imports(session, limit)))?;
    let mut lines: Vec<String> = found
        .imports
        .iter()
        .flat_map(|one| import_lines(one, context))
        .collect();
    if lines.is_empty() {
        lines.push(context.words.text("imports-none"));
    }
    Ok(Outcome::new(json(&found)?, lines.join("\n")))
}

fn import_lines(one: &ImportLine, context: &Context) -> Vec<String> {
    let id = one.id.as_deref().unwrap_or("-");
    let mut lines = vec![context.say(
        "import-line",
        &[
            ("id", id.into()),
            ("time", render::time(&one.taken_at).into()),
            ("revisions", one.revisions.into()),
            ("files", one.files.into()),
        ],
    )];
    for bundle in &one.bundles {
        let key = if bundle.is_partial {
            "import-bundle-partial"
        } else {
            "import-bundle"
        };
        lines.push(context.say(
            key,
            &[
                ("sender", sender(&bundle.sender, context).into()),
                ("records", bundle.records.into()),
                ("revisions", bundle.revisions.into()),
            ],
        ));
    }
    lines.extend(one.hindrances.iter().map(|why| hindrance(why, context)));
    lines
}

fn hindrance(why: &UndoHindrance, context: &Context) -> String {
    let key = format!("undo-{}", why.reason.as_str().replace('_', "-"));
    let parameters = [
        ("count", why.count.into()),
        ("ids", why.ids.join(", ").into()),
    ];
    context.say(&key, &parameters)
}

fn undo(import: &str, context: &mut Context) -> Result<Outcome, Failure> {
    let done = context.with_vault(|context, session| {
        context.watched("progress-undo", |watch| {
            receive::undo(session, import, watch)
        })
    })?;
    let text = context.say(
        "import-undone",
        &[
            ("revisions", done.revisions.into()),
            ("gone", done.records_gone.into()),
            ("back", done.records_back.into()),
            ("files", done.files.into()),
        ],
    );
    Ok(Outcome::new(json(&done)?, text))
}

/// Reads bundles with the passphrase of a file; or without, and where one turns out to be needed, asks for it.
fn with_passphrase<T>(
    file: Option<&Path>,
    context: &mut Context,
    session: &mut Session,
    label: &str,
    read: impl Fn(&mut Session, Option<&SecretString>, &mut Watch<'_>) -> fieldnotes_core::Outcome<T>,
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

/// Who made a bundle.
pub fn sender(sender: &Sender, context: &Context) -> String {
    let key = match (sender.who, sender.verified) {
        (Who::Own, _) => "by-self",
        (Who::Colleague, true) => "by-colleague",
        (Who::Colleague, false) => "by-colleague-unverified",
        (Who::Unknown, _) => "by-unknown",
    };
    let name = one_line(sender.name.as_deref().unwrap_or_default());
    let mut said = vec![context.say(key, &[("name", name.into())])];
    if sender.is_former_key {
        said.push(context.words.text("sender-former-key"));
    } else if let Some(at) = &sender.key_changed_at {
        said.push(context.say("sender-key-changed", &[("time", render::time(at).into())]));
    }
    if let Some(at) = &sender.retired_at {
        said.push(context.say("sender-retired", &[("time", render::time(at).into())]));
    }
    said.join(" ")
}
