//! `fieldnotes colleague …`

use std::path::PathBuf;

use clap::{Args, Subcommand};
use fieldnotes_core::Session;
use fieldnotes_core::colleague::{self, Colleague};

use super::export::waiting;
use super::{json, trust};
use crate::context::Context;
use crate::failure::Failure;
use crate::output::Outcome;
use crate::printable::one_line;

#[derive(Subcommand)]
pub enum ColleagueCommand {
    /// Add a colleague by the identity that they gave.
    Add {
        #[command(flatten)]
        source: Source,
        #[arg(long, value_name = "NAME")]
        name: String,
    },
    /// List all colleagues.
    List,
    /// Show one colleague.
    Show {
        #[arg(value_name = "NAME")]
        name: String,
    },
    /// Say that a fingerprint was compared.
    Verify {
        #[arg(value_name = "NAME")]
        name: String,
        /// What the colleague read out: 60 digits, spaces as you like.
        #[arg(long, value_name = "DIGITS")]
        fingerprint: String,
    },
    /// Send nothing more to a colleague, and take nothing in unasked.
    Retire {
        #[arg(value_name = "NAME")]
        name: String,
    },
    /// Restore a retired colleague.
    Restore {
        #[arg(value_name = "NAME")]
        name: String,
    },
    /// Rename a colleague.
    Rename {
        #[arg(value_name = "NAME")]
        name: String,
        #[arg(value_name = "NEW")]
        new: String,
    },
    /// Put another identity in the place of a colleague's.
    ChangeKey {
        #[arg(value_name = "NAME")]
        name: String,
        #[command(flatten)]
        source: Source,
        /// The word that the new fingerprint was compared with the colleague.
        #[arg(long)]
        i_compared: bool,
    },
}

/// Where an identity is read from.
#[derive(Args)]
#[group(required = true, multiple = false)]
pub struct Source {
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,
    /// A PNG or JPEG picture of the QR code.
    #[arg(long, value_name = "PICTURE")]
    qr: Option<PathBuf>,
}

impl Source {
    fn line(&self, context: &mut Context) -> Result<String, Failure> {
        match (&self.file, &self.qr) {
            (_, Some(picture)) => {
                colleague::read_qr(picture).map_err(|error| Failure::from(error).file(picture))
            }
            (Some(file), None) => context.inputs.text(file),
            (None, None) => Err(Failure::of("missing_argument").with("argument", "FILE, --qr")),
        }
    }
}

pub fn run(command: ColleagueCommand, context: &mut Context) -> Result<Outcome, Failure> {
    match command {
        ColleagueCommand::Add { source, name } => {
            let line = source.line(context)?;
            changed("colleague-added", context, |session| {
                colleague::add(session, &line, &name)
            })
        }
        ColleagueCommand::List => list(context),
        ColleagueCommand::Show { name } => {
            let one = context.with_vault(|_, session| Ok(colleague::show(session, &name)?))?;
            Ok(Outcome::new(json(&one)?, trust::colleague(&one, context)))
        }
        ColleagueCommand::Verify { name, fingerprint } => {
            changed("colleague-verified", context, |session| {
                colleague::verify(session, &name, &fingerprint)
            })
        }
        ColleagueCommand::Retire { name } => changed("colleague-retired", context, |session| {
            colleague::retire(session, &name)
        }),
        ColleagueCommand::Restore { name } => changed("colleague-restored", context, |session| {
            colleague::restore(session, &name)
        }),
        ColleagueCommand::Rename { name, new } => {
            changed("colleague-renamed", context, |session| {
                colleague::rename(session, &name, &new)
            })
        }
        ColleagueCommand::ChangeKey {
            name,
            source,
            i_compared,
        } => {
            let line = source.line(context)?;
            changed("colleague-has-new-key", context, |session| {
                colleague::change_key(session, &name, &line, i_compared)
            })
        }
    }
}

/// Does something to a colleague, and says what.
fn changed(
    said: &str,
    context: &mut Context,
    change: impl FnOnce(&mut Session) -> fieldnotes_core::Outcome<Colleague>,
) -> Result<Outcome, Failure> {
    let after = context.with_vault(|_, session| Ok(change(session)?))?;
    let text = context.say(
        said,
        &[
            ("name", one_line(&after.name).into()),
            ("fingerprint", after.fingerprint.as_str().into()),
        ],
    );
    Ok(Outcome::new(json(&after)?, text))
}

fn list(context: &mut Context) -> Result<Outcome, Failure> {
    let all = context.with_vault(|_, session| Ok(colleague::list(session)?))?;
    let mut lines = Vec::new();
    for one in &all.colleagues {
        lines.push(trust::colleague(one, context));
        lines.extend(one.waiting.iter().map(|left| waiting(left, context)));
    }
    if lines.is_empty() {
        lines.push(context.words.text("colleagues-none"));
    }
    Ok(Outcome::new(json(&all)?, lines.join("\n")))
}
