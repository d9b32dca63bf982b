//! What opens a vault: another passphrase, the recovery words, a new key.

use std::io::IsTerminal;
use std::path::Path;

use clap::Args;
use fieldnotes_core::vault::{PreparedRekey, Rekey, WordList};
use fieldnotes_core::{ExposeSecret, Session};
use serde_json::json;

use crate::context::Context;
use crate::failure::Failure;
use crate::inputs::{has_terminal, is_answered_yes};
use crate::output::Outcome;
use crate::signals;
use crate::wording::Language;

/// Whether a new key comes with it.
#[derive(Args)]
pub struct NewKeys {
    /// Make a new key as well, with new recovery words. Who types the passphrase is asked.
    #[arg(long)]
    rekey: bool,
    /// Language of the new recovery words; that of the interface where it is not given.
    #[arg(
        long,
        value_name = "en|ko",
        hide_possible_values = true,
        requires = "rekey"
    )]
    recovery_lang: Option<Language>,
}

impl NewKeys {
    /// Whether they are wanted. `is_typed`: somebody sits there, and typed the passphrase.
    fn are_wanted(&self, is_typed: bool, context: &Context) -> Result<bool, Failure> {
        if self.rekey || !is_typed || context.output.is_json() {
            return Ok(self.rekey);
        }
        is_answered_yes("prompt-rekey", &context.words)
    }
}

pub fn change_passphrase(
    file: Option<&Path>,
    keys: &NewKeys,
    context: &mut Context,
) -> Result<Outcome, Failure> {
    let folder = context.vault()?;
    let current = context.passphrase()?;
    let mut session = context.unlock(&folder, &current)?;
    let new = context.new_passphrase(file, "prompt-new-passphrase")?;
    if keys.are_wanted(file.is_none(), context)? {
        // In one step, so that it is the old passphrase or the new one that opens everything.
        let rekey = Rekey {
            current: &current,
            new: Some(&new),
            recovery_words: word_list(keys.recovery_lang, context),
        };
        return make_keys(session, &rekey, Before::Nothing, context);
    }
    let changed = fieldnotes_core::vault::change_passphrase(&mut session, &current, &new);
    changed.map_err(|error| warn_to_keep_both(error, context))?;
    context.report_lock(fieldnotes_core::vault::lock(session));
    Ok(Outcome::new(
        json!({"changed": true}),
        context.words.text("passphrase-changed"),
    ))
}

pub fn rekey(
    recovery_lang: Option<Language>,
    file: Option<&Path>,
    context: &mut Context,
) -> Result<Outcome, Failure> {
    let folder = context.vault()?;
    let current = context.passphrase()?;
    let session = context.unlock(&folder, &current)?;
    let new = match file {
        Some(file) => Some(context.new_passphrase(Some(file), "prompt-new-passphrase")?),
        None => None,
    };
    let rekey = Rekey {
        current: &current,
        new: new.as_ref(),
        recovery_words: word_list(recovery_lang, context),
    };
    make_keys(session, &rekey, Before::Nothing, context)
}

pub fn recover(
    recovery: Option<&Path>,
    file: Option<&Path>,
    accept_older: bool,
    keys: &NewKeys,
    context: &mut Context,
) -> Result<Outcome, Failure> {
    let folder = context.vault()?;
    match fieldnotes_core::vault::look(&folder) {
        // The copy may be whole, and the words open it.
        Ok(_)
        | Err(fieldnotes_core::Error {
            code: fieldnotes_core::Code::HeaderDamaged,
            ..
        }) => {}
        Err(error) => return Err(error.into()),
    }
    let words = context.inputs.recovery_words(recovery, &context.words)?;
    fieldnotes_core::vault::check_recovery_words(&folder, &words, &context.environment)?;
    let new = context.new_passphrase(file, "prompt-new-passphrase")?;
    let recover = match accept_older {
        true => fieldnotes_core::vault::recover_from_older,
        false => fieldnotes_core::vault::recover,
    };
    let session = recover(&folder, &words, &new, &context.environment);
    let session = session.map_err(|error| warn_to_keep_both(error, context))?;
    context.report_rekey(&session);
    // The vault has its new passphrase, whatever comes of the rest.
    let is_typed = file.is_none() && recovery.is_none();
    let are_wanted = keys.are_wanted(is_typed, context);
    if !matches!(are_wanted, Ok(false)) {
        context
            .output
            .aside(&context.words.text("vault-recovered-first"));
    }
    if are_wanted? {
        let rekey = Rekey {
            current: &new,
            new: None,
            recovery_words: word_list(keys.recovery_lang, context),
        };
        return make_keys(session, &rekey, Before::Recovered, context);
    }
    context.report_lock(fieldnotes_core::vault::lock(session));
    Ok(Outcome::new(
        json!({"recovered": true}),
        context.words.text("vault-recovered"),
    ))
}

/// A disk that fails while it is asked to keep a header may have kept it; and where the database cannot be read the new passphrase
/// is set all the same, so that what is left can be.
fn warn_to_keep_both(error: fieldnotes_core::Error, context: &Context) -> Failure {
    use fieldnotes_core::Code::{
        DiskFault, DiskFull, FileForbidden, Io, StorageReadOnly, VaultDamaged, VaultGone,
    };
    let may_be_changed = [
        DiskFault,
        DiskFull,
        FileForbidden,
        Io,
        StorageReadOnly,
        VaultDamaged,
        VaultGone,
    ];
    if may_be_changed.contains(&error.code) {
        let text = context.words.text("passphrase-perhaps-changed");
        context.output.aside(&text);
    }
    error.into()
}

/// The list of new recovery words: in the language of the interface where none is asked for.
fn word_list(asked: Option<Language>, context: &Context) -> WordList {
    asked.unwrap_or(context.words.language()).word_list()
}

/// What a command has done already when it makes a new key.
#[derive(Clone, Copy, PartialEq)]
enum Before {
    Nothing,
    /// The vault has its new passphrase.
    Recovered,
}

/// Seals the vault again under a new key, and locks it. The new recovery words are printed first; where nobody saw them, no key is
/// made.
fn make_keys(
    mut session: Session,
    rekey: &Rekey<'_>,
    before: Before,
    context: &mut Context,
) -> Result<Outcome, Failure> {
    let prepared = fieldnotes_core::vault::prepare_rekey(&session, rekey)?;
    let held = signals::hold();
    let mut outcome = new_words(&prepared, context);
    if !is_shown(&outcome, context) {
        context.report_lock(fieldnotes_core::vault::lock(session));
        return Err(Failure::of(match before {
            Before::Nothing => "words_lost_unchanged",
            Before::Recovered => "recovered_not_rekeyed",
        }));
    }
    let may_go_on = !held.is_asked() && are_on_paper(context);
    let done = match may_go_on {
        false => Err(fieldnotes_core::Code::Cancelled.into()),
        true => context.watched("progress-rekey", |watch| {
            fieldnotes_core::vault::apply_rekey(&mut session, prepared, watch)
        }),
    };
    let locked = fieldnotes_core::vault::lock(session);
    if let Err(failure) = done {
        // A disk that fails while it is to keep something may have kept it.
        let is_cancelled = failure.code() == fieldnotes_core::Code::Cancelled.as_str();
        if is_cancelled && before == Before::Recovered {
            return Err(Failure::of("recovered_not_rekeyed"));
        }
        let said = match is_cancelled {
            true => "vault-not-rekeyed",
            false => "vault-perhaps-rekeyed",
        };
        context.output.aside(&context.words.text(said));
        return Err(failure);
    }
    context.report_lock(locked);
    context.output.aside(&context.words.text("vault-rekeyed"));
    outcome.is_printed = true;
    Ok(outcome)
}

/// Whether the words are written down, where somebody reads them on a terminal: only then do they replace the old ones.
pub fn are_on_paper(context: &Context) -> bool {
    let is_read_by_somebody =
        std::io::stdout().is_terminal() && has_terminal() && !context.output.is_json();
    !is_read_by_somebody
        || matches!(
            is_answered_yes("prompt-words-written", &context.words),
            Ok(true)
        )
}

fn new_words(prepared: &PreparedRekey, context: &Context) -> Outcome {
    let words = prepared.recovery_words().expose_secret();
    let text = context.say("vault-new-words", &[("words", in_rows(words).into())]);
    Outcome::new(json!({ "recovery_words": words }), text)
}

/// Prints what nothing keeps, and says whether somebody may have read it.
pub fn is_shown(outcome: &Outcome, context: &Context) -> bool {
    !context.output.is_closed() && context.output.print(outcome).is_ok()
}

/// Twenty-four words in six rows with their numbers, as they are best written down and read back.
pub fn in_rows(words: &str) -> String {
    let words: Vec<&str> = words.split_whitespace().collect();
    let longest = words.iter().map(|word| word.chars().count()).max();
    let cells: Vec<String> = (1..)
        .zip(&words)
        .map(|(number, word)| {
            let short = longest.unwrap_or(0).saturating_sub(word.chars().count());
            // A syllable of Korean takes two columns.
            let columns = if word.is_ascii() { 1 } else { 2 };
            format!("{number:>2} {word}{}", " ".repeat(short * columns))
        })
        .collect();
    let rows = cells.chunks(4).map(|row| row.join("   "));
    rows.map(|row| format!("    {}", row.trim_end()))
        .collect::<Vec<_>>()
        .join("\n")
}
