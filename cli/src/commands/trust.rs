//! What is said of colleagues and of device logs, wherever they are met.

use fieldnotes_core::colleague::Colleague;
use fieldnotes_core::{ClaimedLog, ForkedLog};

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
            ("who", log.who.as_str().into()),
            ("name", name(&log.name).into()),
            ("by", log.claimed_by.as_str().into()),
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
    let key = format!("{what}-{}", log.who.as_str());
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

#[cfg(test)]
mod tests {
    use fieldnotes_core::ClaimCode;
    use fieldnotes_core::colleague::Who;

    use super::*;
    use crate::args::Globals;
    use crate::output::Output;
    use crate::wording::{Language, Wording};

    fn context(language: Language) -> Context {
        let globals = Globals {
            vault: None,
            passphrase_file: None,
            json: false,
            lang: None,
            read_damaged: false,
        };
        Context::new(globals, Wording::new(language), Output::new(false))
    }

    fn claim_text(claimed_name: &str, language: Language) -> String {
        let log = ClaimedLog {
            code: ClaimCode::DeviceConflict,
            device: "ab12cd34".repeat(8),
            who: Who::Own,
            name: None,
            claimed_by: Who::Colleague,
            claimed_name: Some(claimed_name.into()),
        };
        claimed(&log, &context(language))
    }

    #[test]
    fn a_log_that_two_identities_claim_is_shown() {
        let english = claim_text("Hyunwoo", Language::En);
        assert!(english.starts_with("Hyunwoo also claims device log ab12cd34."));
        assert!(english.contains("It stays this vault's own"));
        let korean = claim_text("현우", Language::Ko);
        assert!(korean.contains("동료 현우도 자기 것이라고 합니다: ab12cd34"));
        assert!(korean.contains("이 보관함의 것입니다"));
    }

    #[test]
    fn a_name_of_somebody_else_s_choice_acts_on_nothing() {
        let text = claim_text("a\u{202e}b\u{1b}[2J\nc", Language::En);
        assert!(!text.contains(['\u{202e}', '\u{1b}', '\n']), "{text:?}");
    }
}
