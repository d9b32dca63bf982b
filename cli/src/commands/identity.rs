//! `fieldnotes identity …`

use std::path::{Path, PathBuf};

use clap::Subcommand;
use fieldnotes_core::colleague::identity::{self, Identity, QrCode};

use super::{json, trust};
use crate::context::Context;
use crate::failure::Failure;
use crate::output::Outcome;
use crate::printable::one_line;

#[derive(Subcommand)]
pub enum IdentityCommand {
    /// Show the fingerprint for verification.
    Show {
        /// The identity as a QR code, here.
        #[arg(long)]
        qr: bool,
        /// The same as a picture: a new .svg or .png file.
        #[arg(long, value_name = "PICTURE")]
        qr_file: Option<PathBuf>,
    },
    /// Write the public identity, to be given to colleagues.
    Export {
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
    },
    /// Write another device log from now on.
    RenewDevice,
}

pub fn run(command: IdentityCommand, context: &mut Context) -> Result<Outcome, Failure> {
    match command {
        IdentityCommand::Show { qr, qr_file } => show(qr, qr_file.as_deref(), context),
        IdentityCommand::Export { out } => {
            let own = context.with_vault(|_, session| {
                identity::export(session, &out).map_err(|error| Failure::from(error).file(&out))
            })?;
            Ok(Outcome::new(json(&own)?, written(&own, &out, context)))
        }
        IdentityCommand::RenewDevice => {
            let own = context.with_vault(|_, session| Ok(identity::renew_device(session)?))?;
            let short: String = own.device.chars().take(8).collect();
            let text = context.say("device-renewed", &[("device", short.into())]);
            Ok(Outcome::new(json(&own)?, text))
        }
    }
}

fn show(qr: bool, qr_file: Option<&Path>, context: &mut Context) -> Result<Outcome, Failure> {
    let (own, code) = context.with_vault(|_, session| {
        if let Some(out) = qr_file {
            identity::export_qr(session, out).map_err(|error| Failure::from(error).file(out))?;
        }
        Ok((identity::show(session), identity::qr_code(session)))
    })?;
    let mut view = json(&own)?;
    let mut lines = vec![context.say(
        "identity-shown",
        &[("fingerprint", own.fingerprint.as_str().into())],
    )];
    if qr {
        let picture = half_blocks(&code);
        let columns = code.side() as u64;
        lines.push(picture.clone());
        lines.push(context.say("identity-qr", &[("columns", columns.into())]));
        if let Some(all) = view.as_object_mut() {
            all.insert("qr".to_owned(), picture.into());
        }
    }
    if let Some(out) = qr_file {
        lines.push(written(&own, out, context));
    }
    lines.extend(own.forked.iter().map(|log| trust::forked(log, context)));
    Ok(Outcome::new(view, lines.join("\n")))
}

fn written(own: &Identity, out: &Path, context: &Context) -> String {
    context.say(
        "identity-exported",
        &[
            ("file", one_line(&out.display().to_string()).into()),
            ("fingerprint", own.fingerprint.as_str().into()),
        ],
    )
}

/// Two modules one above the other in each character. Light ones are drawn: most terminals write light on dark.
fn half_blocks(code: &QrCode) -> String {
    let rows = (0..code.side()).step_by(2).map(|y| {
        let column = |x| match (code.is_dark(x, y), code.is_dark(x, y + 1)) {
            (false, false) => '█',
            (false, true) => '▀',
            (true, false) => '▄',
            (true, true) => ' ',
        };
        (0..code.side()).map(column).collect::<String>()
    });
    rows.collect::<Vec<_>>().join("\n")
}
