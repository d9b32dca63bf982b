//! `fieldnotes identity …`

use std::path::PathBuf;

use clap::Subcommand;
use fieldnotes_core::api::identity;

use super::json;
use crate::context::Context;
use crate::failure::Failure;
use crate::output::Outcome;
use crate::printable::one_line;

#[derive(Subcommand)]
pub enum IdentityCommand {
    /// The fingerprint, to be compared by voice.
    Show,
    /// Write the public identity, to be given to colleagues.
    Export {
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
    },
}

pub fn run(command: IdentityCommand, context: &mut Context) -> Result<Outcome, Failure> {
    match command {
        IdentityCommand::Show => {
            let own = context.with_vault(|_, session| Ok(identity::show(session)))?;
            let text = context.say(
                "identity-shown",
                &[
                    ("fingerprint", own.fingerprint.as_str().into()),
                    ("identity", own.identity.as_str().into()),
                ],
            );
            Ok(Outcome::new(json(&own)?, text))
        }
        IdentityCommand::Export { out } => {
            let own = context.with_vault(|_, session| {
                identity::export(session, &out).map_err(|error| Failure::from(error).file(&out))
            })?;
            let text = context.say(
                "identity-exported",
                &[
                    ("file", one_line(&out.display().to_string()).into()),
                    ("fingerprint", own.fingerprint.as_str().into()),
                ],
            );
            Ok(Outcome::new(json(&own)?, text))
        }
    }
}
