//! `fieldnotes vault …`

use std::path::{Path, PathBuf};

use clap::Subcommand;
use fieldnotes_core::ExposeSecret;
use fieldnotes_core::vault::{CreatedVault, NewVault};
use serde_json::json;

use super::vault_keys::{NewKeys, are_on_paper, in_rows, is_shown};
use super::{json, trust, vault_keys};
use crate::context::Context;
use crate::damage;
use crate::failure::Failure;
use crate::output::Outcome;
use crate::printable::one_line;
use crate::render;
use crate::signals;
use crate::wording::Language;

#[derive(Subcommand)]
pub enum VaultCommand {
    /// Make a new vault in an empty or missing folder.
    Create {
        /// Language of the recovery words; that of the interface where it is not given.
        #[arg(long, value_name = "en|ko", hide_possible_values = true)]
        recovery_lang: Option<Language>,
        /// For tests: a key derivation that costs next to nothing. The vault is marked.
        #[arg(long, hide = true)]
        test_kdf: bool,
    },
    /// What the vault holds.
    Status,
    /// Read everything and say what is damaged.
    Verify,
    /// Mend what is kept twice or follows from the rest.
    Repair {
        /// Go on with a database that is an older one, or another copy. What was saved since is missing from it.
        #[arg(long)]
        accept_older: bool,
    },
    /// Print one number that is equal only if two vaults hold the same revisions.
    Digest,
    /// Change the passphrase of the vault.
    ChangePassphrase {
        /// A file with the new passphrase, or `-`.
        #[arg(long, value_name = "FILE")]
        new_passphrase_file: Option<PathBuf>,
        #[command(flatten)]
        keys: NewKeys,
    },
    /// Encrypt the vault with a new key, with new recovery words.
    Rekey {
        /// Language of the recovery words; that of the interface where it is not given.
        #[arg(long, value_name = "en|ko", hide_possible_values = true)]
        recovery_lang: Option<Language>,
        /// A file with the new passphrase, or `-`; the passphrase stays where it is not given.
        #[arg(long, value_name = "FILE")]
        new_passphrase_file: Option<PathBuf>,
    },
    /// Set a new passphrase with the recovery words.
    Recover {
        /// A file with the recovery words, or `-`.
        #[arg(long, value_name = "FILE")]
        recovery_file: Option<PathBuf>,
        /// A file with the new passphrase, or `-`.
        #[arg(long, value_name = "FILE")]
        new_passphrase_file: Option<PathBuf>,
        /// Go on with a database that is an older one, or another copy. What was saved since is missing from it.
        #[arg(long)]
        accept_older: bool,
        #[command(flatten)]
        keys: NewKeys,
    },
}

pub fn run(command: VaultCommand, context: &mut Context) -> Result<Outcome, Failure> {
    match command {
        VaultCommand::Create {
            recovery_lang,
            test_kdf,
        } => create(recovery_lang, test_kdf, context),
        VaultCommand::Status => status(context),
        VaultCommand::Verify => verify(context),
        VaultCommand::Repair { accept_older } => repair(accept_older, context),
        VaultCommand::Digest => digest(context),
        VaultCommand::ChangePassphrase {
            new_passphrase_file,
            keys,
        } => vault_keys::change_passphrase(new_passphrase_file.as_deref(), &keys, context),
        VaultCommand::Rekey {
            recovery_lang,
            new_passphrase_file,
        } => vault_keys::rekey(recovery_lang, new_passphrase_file.as_deref(), context),
        VaultCommand::Recover {
            recovery_file,
            new_passphrase_file,
            accept_older,
            keys,
        } => vault_keys::recover(
            recovery_file.as_deref(),
            new_passphrase_file.as_deref(),
            accept_older,
            &keys,
            context,
        ),
    }
}

fn create(
    recovery_lang: Option<Language>,
    is_test: bool,
    context: &mut Context,
) -> Result<Outcome, Failure> {
    let folder = context.vault()?;
    let list = recovery_lang
        .unwrap_or(context.words.language())
        .word_list();
    let file = context.globals.passphrase_file.clone();
    let passphrase = context.new_passphrase(file.as_deref(), "prompt-new-passphrase")?;
    let new = NewVault {
        passphrase,
        recovery_words: list,
        is_test,
    };
    let held = signals::hold();
    let unfinished = fieldnotes_core::vault::begin_create(&folder, &new, &context.environment)?;
    if held.is_asked() {
        return Err(fieldnotes_core::Code::Cancelled.into());
    }
    let made = fieldnotes_core::vault::begun(&unfinished);
    let mut outcome = created(&folder, &made, is_test, context);
    // The one place where they are shown: nothing keeps them. Where nobody saw them, no vault is made.
    if !is_shown(&outcome, context) {
        return Err(Failure::of("words_lost"));
    }
    if held.is_asked() || !are_on_paper(context) {
        return Err(fieldnotes_core::Code::Cancelled.into());
    }
    fieldnotes_core::vault::finish_create(unfinished)?;
    if is_test {
        // Not before: a failure is alone on stderr, so that programs can read it.
        let warning = context.words.text("warning-test-kdf");
        context.output.warning(&warning);
    }
    outcome.is_printed = true;
    Ok(outcome)
}

fn created(folder: &Path, made: &CreatedVault, is_test: bool, context: &Context) -> Outcome {
    let words = made.recovery_words.expose_secret();
    let text = context.say(
        "vault-created",
        &[
            ("folder", folder.display().to_string().into()),
            ("fingerprint", made.fingerprint.as_str().into()),
            ("words", in_rows(words).into()),
        ],
    );
    let view = json!({
        "vault": made.vault,
        "fingerprint": made.fingerprint,
        "recovery_words": words,
        "is_test": is_test,
    });
    Outcome::new(view, text)
}

fn status(context: &mut Context) -> Result<Outcome, Failure> {
    let look = fieldnotes_core::vault::look(&context.vault()?).ok();
    let status = context.with_vault(|_, session| Ok(fieldnotes_core::vault::status(session)))?;
    let mut view = json(&status)?;
    // What is known without the passphrase, beside it; nobody else has the vault open while we do.
    if let (Some(all), Some(look)) = (view.as_object_mut(), &look)
        && let serde_json::Value::Object(known) = json(look)?
    {
        all.extend(known.into_iter().filter(|(name, _)| name != "is_in_use"));
    }
    let swap = fieldnotes_platform::swap();
    if let Some(all) = view.as_object_mut() {
        all.insert("swap".to_owned(), swap.as_str().into());
    }
    let mut text = context.say(
        "vault-status",
        &[
            ("records", status.records.into()),
            ("revisions", status.revisions.into()),
            ("conflicts", status.conflicts.into()),
            ("drafts", status.drafts.into()),
            ("colleagues", status.colleagues.into()),
            ("files", status.files.into()),
            ("size", render::bytes(status.file_bytes).into()),
            ("fingerprint", status.fingerprint.as_str().into()),
        ],
    );
    for (holds, key) in [
        (look.is_some_and(|look| look.is_test), "warning-test-vault"),
        (
            status.is_read_only && !status.is_storage_read_only,
            "warning-read-only",
        ),
        (!status.is_locked_in_memory, "warning-swap"),
        (
            swap == fieldnotes_platform::Swap::Plain,
            "warning-swap-plain",
        ),
    ] {
        if holds {
            text.push('\n');
            text.push_str(&context.words.text(key));
        }
    }
    if status.strangers > 0 {
        text.push('\n');
        text.push_str(&context.say("vault-strangers", &[("count", status.strangers.into())]));
    }
    Ok(Outcome::new(view, text))
}

fn verify(context: &mut Context) -> Result<Outcome, Failure> {
    let folder = context.vault()?;
    let passphrase = context.passphrase()?;
    let environment = context.environment.clone();
    let found = context.watched("progress-verify", |watch| {
        fieldnotes_core::vault::verify::vault(&folder, &passphrase, &environment, watch)
    })?;
    let mut lines = vec![context.say(
        "vault-verified",
        &[
            ("readable", found.readable_revisions.into()),
            ("revisions", found.revisions.into()),
            ("readable_files", found.readable_files.into()),
            ("files", found.files.into()),
        ],
    )];
    lines.extend(damage::lines(&found.damage, &context.words));
    if found.was_not_locked {
        lines.push(context.words.text("vault-was-not-locked"));
    }
    if found.unnamed_files > 0 {
        let count = [("count", found.unnamed_files.into())];
        lines.push(context.say("vault-unnamed-files", &count));
    }
    lines.extend(strangers(&found, context));
    lines.extend(found.forked.iter().map(|log| trust::forked(log, context)));
    lines.push(context.words.text(if found.ok {
        "vault-whole"
    } else {
        "vault-not-whole"
    }));
    let mut outcome = Outcome::new(json(&found)?, lines.join("\n"));
    if !found.ok {
        let parts: Vec<&str> = found
            .damage
            .iter()
            .map(|damage| damage.part.as_str())
            .collect();
        let error = fieldnotes_core::Error::new(fieldnotes_core::Code::VaultDamaged)
            .with("part", parts.join(", "));
        outcome.but = Some(error.into());
    }
    Ok(outcome)
}

/// What lies in the folder and is not the vault's.
fn strangers(found: &fieldnotes_core::vault::verify::Verified, context: &Context) -> Vec<String> {
    if found.strangers == 0 {
        return Vec::new();
    }
    let mut lines = vec![context.say("vault-strangers", &[("count", found.strangers.into())])];
    let names = found.stranger_names.iter();
    lines.extend(names.map(|name| {
        let name = one_line(name);
        context.say("vault-stranger", &[("name", name.into())])
    }));
    let more = found
        .strangers
        .saturating_sub(found.stranger_names.len() as u64);
    if more > 0 {
        lines.push(context.say("vault-strangers-more", &[("count", more.into())]));
    }
    lines
}

fn repair(accept_older: bool, context: &mut Context) -> Result<Outcome, Failure> {
    let folder = context.vault()?;
    let passphrase = context.passphrase()?;
    let environment = context.environment.clone();
    let done = context.watched("progress-verify", |watch| {
        fieldnotes_core::vault::verify::repair(
            &folder,
            &passphrase,
            accept_older,
            &environment,
            watch,
        )
    })?;
    let mut lines: Vec<String> = done
        .mended
        .iter()
        .map(|part| {
            let part = damage::name(part.part.as_str(), &context.words);
            context.say("vault-mended", &[("part", part.into())])
        })
        .collect();
    if lines.is_empty() {
        lines.push(context.words.text("vault-whole"));
    }
    if done
        .mended
        .iter()
        .any(|part| part.part == fieldnotes_core::vault::verify::VaultPart::DatabaseReplaced)
    {
        lines.push(context.words.text("vault-went-on-from-older"));
    }
    let lost = done.lost.iter();
    lines.extend(lost.map(|lost| damage::lost(lost, &context.words)));
    Ok(Outcome::new(json(&done)?, lines.join("\n")))
}

fn digest(context: &mut Context) -> Result<Outcome, Failure> {
    let digest = context.with_vault(|_, session| Ok(fieldnotes_core::vault::digest(session)))?;
    Ok(Outcome::new(json(&digest)?, digest.digest))
}
