//! `fieldnotes attachment …`

use std::path::PathBuf;

use clap::Subcommand;
use fieldnotes_core::attachment;

use super::json;
use crate::context::Context;
use crate::failure::Failure;
use crate::inputs;
use crate::output::Outcome;
use crate::printable::one_line;
use crate::render;

#[derive(Subcommand)]
pub enum AttachmentCommand {
    /// Attach a file of any type and size to a record.
    Add {
        #[arg(value_name = "RECORD")]
        record: String,
        #[arg(value_name = "FILE")]
        file: PathBuf,
    },
    /// List the attachments of a record.
    List {
        #[arg(value_name = "RECORD")]
        record: String,
    },
    /// Save an attachment unencrypted.
    Save {
        #[arg(value_name = "ID")]
        id: String,
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
    },
}

pub fn run(command: AttachmentCommand, context: &mut Context) -> Result<Outcome, Failure> {
    match command {
        AttachmentCommand::Add { record, file } => {
            // What cannot be opened is reported before the vault is.
            inputs::look(&file)?;
            let saved = context.with_vault(|context, session| {
                context.watched("progress-attach", |watch| {
                    attachment::add(session, &record, &file, watch)
                })
            })?;
            let text = context.say("attachment-added", &[("id", saved.id.as_str().into())]);
            Ok(Outcome::new(json(&saved)?, text))
        }
        AttachmentCommand::List { record } => {
            let all = context.with_vault(|_, session| Ok(attachment::list(session, &record)?))?;
            let mut lines: Vec<String> = all
                .attachments
                .iter()
                .map(|line| {
                    let key = if line.is_held {
                        "attachment-line"
                    } else {
                        "attachment-line-not-held"
                    };
                    context.say(
                        key,
                        &[
                            ("id", line.id.as_str().into()),
                            ("size", render::bytes(line.size).into()),
                            ("name", one_line(&line.name).into()),
                        ],
                    )
                })
                .collect();
            if lines.is_empty() {
                lines.push(context.words.text("list-empty"));
            }
            Ok(Outcome::new(json(&all)?, lines.join("\n")))
        }
        AttachmentCommand::Save { id, out } => {
            let saved = context.with_vault(|context, session| {
                let saved = context.watched("progress-save", |watch| {
                    attachment::save(session, &id, &out, watch)
                });
                saved.map_err(|failure| failure.file(&out))
            })?;
            let text = context.say(
                "attachment-saved",
                &[
                    ("file", one_line(&out.display().to_string()).into()),
                    ("size", render::bytes(saved.size).into()),
                ],
            );
            Ok(Outcome::new(json(&saved)?, text))
        }
    }
}
