//! `fieldnotes colleague …`

use std::path::PathBuf;

use clap::Subcommand;
use fieldnotes_core::api::colleague;

use super::export::waiting;
use super::json;
use crate::context::Context;
use crate::failure::Failure;
use crate::output::Outcome;
use crate::printable::one_line;
use crate::render;

#[derive(Subcommand)]
pub enum ColleagueCommand {
    /// Add a colleague by the identity that they exported.
    Add {
        #[arg(value_name = "FILE")]
        file: PathBuf,
        #[arg(long, value_name = "NAME")]
        name: String,
    },
    /// All colleagues.
    List,
    /// Say that a fingerprint was compared.
    Verify {
        #[arg(value_name = "NAME")]
        name: String,
        /// What the colleague read out: 60 digits, spaces as you like.
        #[arg(long, value_name = "DIGITS")]
        fingerprint: String,
    },
}

pub fn run(command: ColleagueCommand, context: &mut Context) -> Result<Outcome, Failure> {
    match command {
        ColleagueCommand::Add { file, name } => {
            let line = context.inputs.text(&file)?;
            let added =
                context.with_vault(|_, session| Ok(colleague::add(session, &line, &name)?))?;
            let text = context.say(
                "colleague-added",
                &[
                    ("name", one_line(&added.name).into()),
                    ("fingerprint", added.fingerprint.as_str().into()),
                ],
            );
            Ok(Outcome::new(json(&added)?, text))
        }
        ColleagueCommand::List => {
            let all = context.with_vault(|_, session| Ok(colleague::list(session)?))?;
            let mut lines = Vec::new();
            for one in &all.colleagues {
                lines.push(line(one, context));
                lines.extend(one.waiting.iter().map(|left| waiting(left, context)));
            }
            if lines.is_empty() {
                lines.push(context.words.text("colleagues-none"));
            }
            Ok(Outcome::new(json(&all)?, lines.join("\n")))
        }
        ColleagueCommand::Verify { name, fingerprint } => {
            let verified = context
                .with_vault(|_, session| Ok(colleague::verify(session, &name, &fingerprint)?))?;
            let text = context.say(
                "colleague-verified",
                &[("name", one_line(&verified.name).into())],
            );
            Ok(Outcome::new(json(&verified)?, text))
        }
    }
}

fn line(colleague: &colleague::Colleague, context: &Context) -> String {
    let name = one_line(&colleague.name).into();
    let fingerprint = colleague.fingerprint.as_str().into();
    match &colleague.verified_at {
        Some(at) => context.say(
            "colleague-line-verified",
            &[
                ("name", name),
                ("fingerprint", fingerprint),
                ("time", render::time(at).into()),
            ],
        ),
        None => context.say(
            "colleague-line",
            &[("name", name), ("fingerprint", fingerprint)],
        ),
    }
}
