//! What is said of colleagues and of device logs, wherever they are met.

use fieldnotes_core::api::colleague::Colleague;
use fieldnotes_core::api::{ClaimedLog, ForkedLog};

use crate::context::Context;
use crate::printable::one_line;
use crate::render;

/// A colleague and all that is to be known before something goes to them.
pub fn colleague(colleague: &Colleague, context: &Context) -> String {
    let name = one_line(&colleague.name).into();
    let fingerprint = colleague.fingerprint.as_str().into();
    let first = match &colleague.verified_at {
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
    };
    let mut lines = vec![first];
    if let Some(other) = &colleague.looks_like {
        let name = one_line(other).into();
        lines.push(context.say("colleague-looks-like", &[("name", name)]));
    }
    if let Some(at) = &colleague.retired_at {
        lines.push(context.say("colleague-is-retired", &[("time", render::time(at).into())]));
    }
    for change in &colleague.key_changes {
        let key = match change.was_verified {
            true => "colleague-key-changed",
            false => "colleague-key-changed-unverified",
        };
        lines.push(context.say(
            key,
            &[
                ("time", render::time(&change.changed_at).into()),
                ("fingerprint", change.former_fingerprint.as_str().into()),
            ],
        ));
    }
    lines.extend(colleague.forked.iter().map(|log| forked(log, context)));
    lines.extend(colleague.claimed.iter().map(|log| claimed(log, context)));
    lines.join("\n    ")
}

/// A log that two copies of one vault have written.
pub fn forked(log: &ForkedLog, context: &Context) -> String {
    about("log-is-forked", log, context)
}

/// A log that a second identity says is its own.
pub fn claimed(log: &ClaimedLog, context: &Context) -> String {
    let name = |name: &Option<String>| one_line(name.as_deref().unwrap_or_default());
    let short: String = log.device.chars().take(8).collect();
    context.say(
        "log-is-claimed",
        &[
            ("who", log.who.into()),
            ("name", name(&log.name).into()),
            ("by", log.claimed_by.into()),
            ("claimed-name", name(&log.claimed_name).into()),
            ("device", short.into()),
        ],
    )
}

/// A forked log that bundles show before they are taken in.
pub fn would_fork(log: &ForkedLog, context: &Context) -> String {
    about("preview-forked", log, context)
}

fn about(what: &str, log: &ForkedLog, context: &Context) -> String {
    let key = format!("{what}-{}", log.who);
    let name = one_line(log.name.as_deref().unwrap_or_default());
    let short: String = log.device.chars().take(8).collect();
    context.say(
        &key,
        &[
            ("name", name.into()),
            ("from", log.from.into()),
            ("device", short.into()),
        ],
    )
}
