//! `fieldnotes bundle export`

use fieldnotes_core::colleague::Waiting;
use std::path::{Path, PathBuf};

use clap::{ArgGroup, Args, ValueEnum};
use fieldnotes_core::send::{self, Reach, Recipients, Sending, StayedBehind};

use super::json;
use crate::context::Context;
use crate::failure::Failure;
use crate::inputs;
use crate::output::Outcome;
use crate::printable::one_line;
use crate::render;

#[derive(Args)]
#[command(group = ArgGroup::new("recipients"))]
pub struct ExportArgs {
    /// The file to write.
    #[arg(long, value_name = "FILE", required_unless_present = "dry_run")]
    out: Option<PathBuf>,
    /// The colleagues it is for.
    #[arg(long, value_name = "NAME", num_args = 1.., group = "recipients")]
    to: Vec<String>,
    /// A file with the passphrase that opens it, or `-`.
    #[arg(long, value_name = "FILE", group = "recipients")]
    bundle_passphrase_file: Option<PathBuf>,
    /// Only these records.
    #[arg(long, value_name = "ID", num_args = 1..)]
    record: Vec<String>,
    /// Everything that may go, also what the colleagues have.
    #[arg(long, conflicts_with = "again")]
    full: bool,
    /// Also what was sent and not acknowledged.
    #[arg(long)]
    again: bool,
    /// Also where there is nothing to say but what arrived here.
    #[arg(long)]
    acknowledge: bool,
    /// What it will be used for.
    #[arg(long = "for", value_enum, default_value_t = Purpose::Inside)]
    purpose: Purpose,
    /// Who will use it, as the consent calls them.
    #[arg(long, value_name = "NAME", required_if_eq("purpose", "partner"))]
    audience: Option<String>,
    /// Say what would go; write nothing.
    #[arg(long)]
    dry_run: bool,
}

/// A use of the consent vocabulary.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Purpose {
    Inside,
    Partner,
    Legal,
    Research,
    Publication,
}

impl Purpose {
    fn term(self) -> &'static str {
        match self {
            Self::Inside => "share_inside",
            Self::Partner => "share_partner",
            Self::Legal => "legal",
            Self::Research => "research",
            Self::Publication => "publication",
        }
    }
}

pub fn run(args: &ExportArgs, context: &mut Context) -> Result<Outcome, Failure> {
    let passphrase = match (&args.to[..], args.bundle_passphrase_file.as_deref()) {
        ([], None) if !inputs::has_terminal() => {
            let argument = "--to, --bundle-passphrase-file";
            return Err(Failure::of("missing_argument").with("argument", argument));
        }
        ([], file) => Some(context.new_passphrase(file, "prompt-new-bundle-passphrase")?),
        _ => None,
    };
    let to = match &passphrase {
        Some(passphrase) => Recipients::Passphrase(passphrase),
        None => Recipients::Colleagues(&args.to),
    };
    let sending = Sending {
        records: (!args.record.is_empty()).then_some(&args.record[..]),
        reach: match (args.full, args.again) {
            (true, _) => Reach::All,
            (_, true) => Reach::Again,
            _ => Reach::New,
        },
        purpose: args.purpose.term(),
        audience: args.audience.as_deref(),
        acknowledge: args.acknowledge,
        ..Sending::new(to)
    };
    match args.out.as_deref() {
        Some(out) if !args.dry_run => write(out, &sending, context),
        _ => plan(&sending, context),
    }
}

fn write(out: &Path, sending: &Sending<'_>, context: &mut Context) -> Result<Outcome, Failure> {
    let written = context.with_vault(|context, session| {
        let written = context.watched("progress-export", |watch| {
            send::send(session, out, sending, watch)
        });
        written.map_err(|failure| failure.file(out))
    })?;
    let mut lines = vec![context.say(
        "bundle-written",
        &[
            ("file", one_line(&out.display().to_string()).into()),
            ("size", render::bytes(written.bytes).into()),
            ("records", written.records.into()),
            ("revisions", written.revisions.into()),
            ("files", written.files.into()),
        ],
    )];
    for name in &written.unverified {
        lines.push(context.say("bundle-unverified", &[("name", one_line(name).into())]));
    }
    lines.extend(behind(&written.left_out, context));
    for id in &written.without_consent {
        lines.push(context.say("export-without-consent", &[("id", id.as_str().into())]));
    }
    for id in &written.withdrawn {
        lines.push(context.say("bundle-withdrawn", &[("id", id.as_str().into())]));
    }
    for id in &written.unreadable {
        lines.push(context.say("bundle-unreadable", &[("id", id.as_str().into())]));
    }
    if !written.noted && matches!(sending.to, Recipients::Colleagues(_)) {
        lines.push(context.words.text("bundle-not-noted"));
    }
    Ok(Outcome::new(json(&written)?, lines.join("\n")))
}

fn plan(sending: &Sending<'_>, context: &mut Context) -> Result<Outcome, Failure> {
    let plan = context.with_vault(|_, session| Ok(send::plan(session, sending)?))?;
    let mut lines = Vec::new();
    if plan.revisions == 0 && plan.withdrawn.is_empty() {
        lines.push(context.words.text("bundle-plan-nothing"));
    } else {
        lines.push(context.say(
            "bundle-plan",
            &[
                ("size", render::bytes(plan.bytes).into()),
                ("records", plan.records.into()),
                ("revisions", plan.revisions.into()),
                ("files", plan.files.into()),
            ],
        ));
    }
    for name in &plan.unverified {
        lines.push(context.say("bundle-unverified", &[("name", one_line(name).into())]));
    }
    lines.extend(behind(&plan.left_out, context));
    for id in &plan.without_consent {
        lines.push(context.say("plan-without-consent", &[("id", id.as_str().into())]));
    }
    for id in &plan.withdrawn {
        lines.push(context.say("bundle-withdrawn", &[("id", id.as_str().into())]));
    }
    lines.extend(plan.waiting.iter().map(|one| waiting(one, context)));
    Ok(Outcome::new(json(&plan)?, lines.join("\n")))
}

fn behind(left_out: &[StayedBehind], context: &Context) -> Vec<String> {
    let line = |left: &StayedBehind| {
        let reason = context
            .words
            .text(&format!("stays-{}", left.reason.as_str().replace('_', "-")));
        let (id, reason) = (("id", left.id.as_str().into()), ("reason", reason.into()));
        match &left.because_of {
            None => context.say("bundle-left-out", &[id, reason]),
            Some(owner) => {
                let owner = ("owner", owner.as_str().into());
                context.say("bundle-left-out-with", &[id, owner, reason])
            }
        }
    };
    left_out.iter().map(line).collect()
}

/// What a colleague has not acknowledged, as a line.
pub fn waiting(waiting: &Waiting, context: &Context) -> String {
    context.say(
        "bundle-waiting",
        &[
            ("name", one_line(&waiting.colleague).into()),
            ("revisions", waiting.revisions.into()),
            ("bundles", waiting.bundles.into()),
            ("time", render::time(&waiting.since).into()),
        ],
    )
}
