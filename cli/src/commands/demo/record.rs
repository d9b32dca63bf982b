//! The first part: making vaults, writing, finding.

use fieldnotes_core::passphrase::suggest;
use fieldnotes_core::vault::NewVault;
use fieldnotes_core::{Environment, OsRandom, attachment, record, search};
use serde_json::Value;

use super::stage::{Presenter, Stage};
use super::{must, texts};
use crate::failure::Failure;
use crate::render;

/// What was written, by id.
pub struct Written {
    pub testimony: String,
    pub note: String,
}

/// Two vaults with passphrases of their own, both open.
pub fn two_vaults(presenter: &mut Presenter<'_>) -> Result<Stage, Failure> {
    let shared = std::env::temp_dir();
    let folder = tempfile::Builder::new()
        .prefix("fieldnotes-demo-")
        .tempdir()
        .map_err(|error| Failure::io(&shared, &error))?;
    let environment = Environment::system();
    let list = presenter.words().language().word_list();
    let make = |name: &str| -> Result<_, Failure> {
        let path = folder.path().join(name);
        let passphrase = suggest(list, &OsRandom);
        let new = NewVault {
            passphrase: passphrase.clone(),
            recovery_words: list,
            is_test: false,
        };
        fieldnotes_core::vault::create(&path, &new, &environment)?;
        let session = fieldnotes_core::vault::unlock(&path, &passphrase, &environment)?;
        Ok((session, passphrase))
    };
    let (ours, our_passphrase) = make("ours")?;
    let (theirs, their_passphrase) = make("theirs")?;
    let look = fieldnotes_core::vault::look(&folder.path().join("ours"))?;
    presenter.step(
        "demo-vaults",
        &[
            ("memory", u64::from(look.kdf_memory_kib / 1024).into()),
            ("passes", u64::from(look.kdf_passes).into()),
        ],
    )?;
    Ok(Stage::new(
        folder,
        [ours, theirs],
        [our_passphrase, their_passphrase],
        environment,
    ))
}

/// A note, a testimony in two columns, a person, a place, and a file.
pub fn write(stage: &mut Stage, presenter: &mut Presenter<'_>) -> Result<Written, Failure> {
    let ours = &mut stage.ours;
    let note = add(ours, "note", &texts::note())?;
    let shown = record::show(ours, &note)?;
    let back = shown
        .record
        .get("text")
        .is_some_and(|now| *now == texts::NK101);
    must(back, "demo-note", presenter)?;
    let characters = texts::NK101.chars().count() as u64;
    presenter.step("demo-note", &[("characters", characters.into())])?;

    let value = texts::testimony();
    let testimony = add(ours, "testimony", &value)?;
    let shown = record::show(ours, &testimony)?;
    let originals = |record: &Value| -> Vec<Value> {
        let pairs = record["narrative"].as_array();
        pairs
            .into_iter()
            .flatten()
            .map(|pair| pair["original"].clone())
            .collect()
    };
    let paragraphs = originals(&value);
    must(
        originals(&shown.record) == paragraphs,
        "demo-testimony",
        presenter,
    )?;
    presenter.step(
        "demo-testimony",
        &[("paragraphs", (paragraphs.len() as u64).into())],
    )?;

    add(ours, "person", &texts::person())?;
    add(ours, "place", &texts::place())?;
    let status = fieldnotes_core::vault::status(ours);
    must(
        status.records == 4 && status.revisions == 4,
        "demo-people",
        presenter,
    )?;
    presenter.step("demo-people", &[])?;

    attach(stage, &testimony, presenter)?;
    Ok(Written { testimony, note })
}

/// A file goes in and comes out the same; both copies in clear are removed.
fn attach(
    stage: &mut Stage,
    testimony: &str,
    presenter: &mut Presenter<'_>,
) -> Result<(), Failure> {
    let (before, after) = (stage.path("nk101.txt"), stage.path("nk101-again.txt"));
    std::fs::write(&before, texts::NK101).map_err(|error| Failure::io(&before, &error))?;
    let saved =
        presenter.watched(|watch| attachment::add(&mut stage.ours, testimony, &before, watch))?;
    let out = presenter.watched(|watch| attachment::save(&stage.ours, &saved.id, &after, watch))?;
    let same = std::fs::read(&after).map_err(|error| Failure::io(&after, &error))?;
    for file in [&before, &after] {
        std::fs::remove_file(file).map_err(|error| Failure::io(file, &error))?;
    }
    must(
        same == texts::NK101.as_bytes(),
        "demo-attachment",
        presenter,
    )?;
    let sha256: String = out.sha256.chars().take(16).collect();
    presenter.step(
        "demo-attachment",
        &[
            ("size", render::bytes(out.size).into()),
            ("sha256", sha256.into()),
        ],
    )
}

/// Two syllables are enough, in any order of the words, in either language.
pub fn search(stage: &Stage, presenter: &mut Presenter<'_>) -> Result<(), Failure> {
    let find = |query: &str| -> Result<u64, Failure> {
        let wanted = search::Find {
            query,
            exact_only: true,
            ..search::Find::default()
        };
        Ok(search::find(&stage.ours, &wanted)?.total)
    };
    let (two, phrase) = (find("고문")?, find("\"생명과 신체의 자유\"")?);
    let (english, name) = (find("TORTURE")?, find("김영희")?);
    let absent = find("고래사냥")?;
    let right = two == 1 && phrase == 1 && english == 2 && name == 1 && absent == 0;
    must(right, "demo-search", presenter)?;
    presenter.step("demo-search", &[])
}

/// Adds a record and gives its id.
pub fn add(
    session: &mut fieldnotes_core::Session,
    kind: &str,
    value: &Value,
) -> Result<String, Failure> {
    Ok(record::add(session, kind, value.to_string().as_bytes())?.id)
}
