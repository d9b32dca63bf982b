//! `fieldnotes custody …`

use clap::Subcommand;
use fieldnotes_core::custody::{self, SentFile, SentFiles};

use super::json;
use crate::context::Context;
use crate::failure::Failure;
use crate::output::Outcome;
use crate::printable::one_line;
use crate::render;

#[derive(Subcommand)]
pub enum CustodyCommand {
    /// List the files in which records left this vault.
    List {
        /// Only those with this record.
        #[arg(long, value_name = "ID")]
        record: Option<String>,
    },
}

pub fn run(command: &CustodyCommand, context: &mut Context) -> Result<Outcome, Failure> {
    let CustodyCommand::List { record } = command;
    let sent: SentFiles = context.with_vault(|_, session| {
        Ok(match record {
            Some(record) => custody::of_record(session, record)?,
            None => custody::list(session)?,
        })
    })?;
    let mut lines: Vec<String> = sent.files.iter().map(|file| line(file, context)).collect();
    if lines.is_empty() {
        lines.push(context.words.text("custody-none"));
    }
    if sent.unreadable > 0 {
        lines.push(context.say("custody-unreadable", &[("count", sent.unreadable.into())]));
    }
    Ok(Outcome::new(json(&sent)?, lines.join("\n")))
}

fn line(file: &SentFile, context: &Context) -> String {
    let to = match (file.to.is_empty(), file.audience.is_empty()) {
        (false, _) => one_line(&file.to.join(", ")),
        (true, false) => one_line(&file.audience),
        (true, true) => context.words.text("custody-to-passphrase"),
    };
    let key = format!("custody-{}", file.sent_in.as_str());
    context.say(
        &key,
        &[
            ("time", render::time(&file.at).into()),
            ("to", to.into()),
            ("purpose", one_line(&file.purpose).into()),
            ("records", file.records.into()),
            ("package", file.package.as_str().into()),
        ],
    )
}
