//! `fieldnotes conflict …`

use std::path::PathBuf;

use clap::Subcommand;
use fieldnotes_core::api::conflict;

use super::{json, record};
use crate::context::Context;
use crate::failure::Failure;
use crate::output::Outcome;
use crate::render;

#[derive(Subcommand)]
pub enum ConflictCommand {
    /// The records that were changed on two sides.
    List,
    /// Both sides of one.
    Show {
        #[arg(value_name = "ID")]
        id: String,
    },
    /// Settle one with the state that holds from now on.
    Resolve {
        #[arg(value_name = "ID")]
        id: String,
        /// The record as JSON, or `-`.
        #[arg(long, value_name = "FILE")]
        from: PathBuf,
    },
}

pub fn run(command: ConflictCommand, context: &mut Context) -> Result<Outcome, Failure> {
    match command {
        ConflictCommand::List => {
            let all = context.with_vault(|_, session| Ok(conflict::list(session)))?;
            let mut lines: Vec<String> = all
                .conflicts
                .iter()
                .map(|line| {
                    let sides = line.heads.len() as u64;
                    context.say(
                        "conflict-line",
                        &[("id", line.id.as_str().into()), ("sides", sides.into())],
                    )
                })
                .collect();
            if lines.is_empty() {
                lines.push(context.words.text("conflicts-none"));
            }
            Ok(Outcome::new(json(&all)?, lines.join("\n")))
        }
        ConflictCommand::Show { id } => {
            let conflict = context.with_vault(|_, session| Ok(conflict::show(session, &id)?))?;
            let sides: Vec<String> = conflict
                .sides
                .iter()
                .map(|side| record::side(side, context))
                .collect();
            let text = sides.join(&format!("\n{}\n\n", "─".repeat(40)));
            Ok(Outcome::new(json(&conflict)?, text))
        }
        ConflictCommand::Resolve { id, from } => {
            let document = context.inputs.record(&from)?;
            let saved =
                context.with_vault(|_, session| Ok(conflict::resolve(session, &id, &document)?))?;
            record::warn_of_unknown(&saved, context);
            let revision = render::short(&saved.revision);
            let text = context.say("conflict-resolved", &[("revision", revision.into())]);
            Ok(Outcome::new(json(&saved)?, text))
        }
    }
}
