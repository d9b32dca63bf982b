//! The third part: readers, wrong passphrases, damage, and what a thief would see.

use std::fs;
use std::path::Path;

use fieldnotes_core::colleague::identity;
use fieldnotes_core::passphrase::suggest;
use fieldnotes_core::vault::WordList;
use fieldnotes_core::{Code, OsRandom, SecretString, record, review};

use super::record::Written;
use super::scan::{Needles, scan};
use super::stage::{Locked, Presenter, Stage};
use super::{must, refused, texts};
use crate::failure::Failure;
use crate::render;

/// A package for a lawyer, opened without a vault.
pub fn review(
    stage: &mut Stage,
    written: &Written,
    presenter: &mut Presenter<'_>,
) -> Result<(), Failure> {
    let out = stage.path("for-the-lawyer.fnreview");
    let passphrase = suggest(WordList::English, &OsRandom);
    let chosen = [written.testimony.clone()];
    let order = review::ReviewOrder::new(&chosen, "legal", "the lawyer");
    presenter.watched(|watch| review::export(&mut stage.ours, &out, &passphrase, &order, watch))?;
    let opened = presenter.watched(|watch| review::open(&out, &passphrase, watch))?;
    let held = record::show(&stage.ours, &written.testimony)?;
    let own = identity::show(&stage.ours).fingerprint;
    let same = opened.records.len() == 1
        && opened.exporter == own
        && opened
            .records
            .iter()
            .all(|shown| shown.revision == held.revision && shown.record == held.record);
    must(same, "demo-review", presenter)?;
    presenter.step(
        "demo-review",
        &[("revision", render::short(&held.revision).into())],
    )
}

/// Locked, a wrong passphrase opens nothing; the right one gives everything back.
pub fn lock_and_open(stage: Stage, presenter: &mut Presenter<'_>) -> Result<Locked, Failure> {
    let before = (stage.digest(), fieldnotes_core::vault::status(&stage.ours));
    let locked = stage.lock()?;
    let wrong = SecretString::from("open sesame");
    let tried = fieldnotes_core::vault::unlock(&locked.path("ours"), &wrong, &locked.environment);
    must(
        refused(&tried, Code::WrongPassphrase),
        "demo-locked",
        presenter,
    )?;
    let stage = locked.open()?;
    let after = (stage.digest(), fieldnotes_core::vault::status(&stage.ours));
    must(before == after, "demo-locked", presenter)?;
    presenter.step("demo-locked", &[("records", before.1.records.into())])?;
    stage.lock()
}

/// One flipped bit in the middle of the database is found and named; put back, nothing is damaged.
pub fn damage(stage: &Locked, presenter: &mut Presenter<'_>) -> Result<(), Failure> {
    let database = stage.path("ours").join("vault.db");
    let bytes = fs::read(&database).map_err(|error| Failure::io(&database, &error))?;
    let mut changed = bytes.clone();
    if let Some(byte) = changed.get_mut(bytes.len() / 2) {
        *byte ^= 1;
    }
    let write = |content: &[u8]| {
        fs::write(&database, content).map_err(|error| Failure::io(&database, &error))
    };
    let [passphrase, _] = &stage.passphrases;
    let mut verify = || {
        presenter.watched(|watch| {
            fieldnotes_core::vault::verify::vault(
                &stage.path("ours"),
                passphrase,
                &stage.environment,
                watch,
            )
        })
    };
    write(&changed)?;
    let found = verify()?;
    write(&bytes)?;
    let whole = verify()?;
    must(
        !found.ok && !found.damage.is_empty() && whole.ok,
        "demo-damage",
        presenter,
    )?;
    let at = (bytes.len() / 2) as u64;
    presenter.step(
        "demo-damage",
        &[
            ("at", at.into()),
            ("size", render::bytes(bytes.len() as u64).into()),
        ],
    )
}

/// No sentence and no name stands in clear in any file of the whole demonstration.
pub fn no_clear_text(stage: &Locked, presenter: &mut Presenter<'_>) -> Result<(), Failure> {
    let sentences = texts::sentences();
    let needles = Needles::new(&sentences);
    let found = scan(&stage.root(), &needles)?;
    must(found.found == 0 && found.files > 10, "demo-scan", presenter)?;
    must(can_find(&stage.root(), &needles)?, "demo-scan", presenter)?;
    presenter.step(
        "demo-scan",
        &[
            ("files", found.files.into()),
            ("size", render::bytes(found.bytes).into()),
            ("sentences", (sentences.len() as u64).into()),
        ],
    )
}

/// The same search finds a sentence that is there: a check that cannot fail proves nothing.
fn can_find(root: &Path, needles: &Needles) -> Result<bool, Failure> {
    let bait = root.join("bait");
    let [name, ..] = texts::NAMES else {
        return Ok(false);
    };
    fs::write(&bait, name).map_err(|error| Failure::io(&bait, &error))?;
    let found = scan(root, needles)?.found == 1;
    fs::remove_file(&bait).map_err(|error| Failure::io(&bait, &error))?;
    Ok(found)
}
