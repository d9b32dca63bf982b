//! The second part: two people, one body of work.

use fieldnotes_core::colleague::{self, identity};
use fieldnotes_core::receive;
use fieldnotes_core::record::{self, conflict as conflicts};
use fieldnotes_core::send::{self, Recipients};
use fieldnotes_core::{Code, Session};
use serde_json::json;

use super::record::{Written, add};
use super::stage::{Presenter, Stage};
use super::{must, refused, texts};
use crate::failure::Failure;
use crate::render;

const WE: &str = "Anna";
const THEY: &str = "민지";

/// Both exchange identities and compare fingerprints.
pub fn meet(stage: &mut Stage, presenter: &mut Presenter<'_>) -> Result<(), Failure> {
    let (ours, theirs) = (identity::show(&stage.ours), identity::show(&stage.theirs));
    colleague::add(&mut stage.ours, &theirs.identity, THEY)?;
    colleague::add(&mut stage.theirs, &ours.identity, WE)?;
    let wrong = colleague::verify(&mut stage.ours, THEY, &ours.fingerprint);
    must(
        refused(&wrong, Code::FingerprintMismatch),
        "demo-colleagues",
        presenter,
    )?;
    let ours_sees = colleague::verify(&mut stage.ours, THEY, &theirs.fingerprint)?;
    let theirs_sees = colleague::verify(&mut stage.theirs, WE, &ours.fingerprint)?;
    must(
        ours_sees.verified && theirs_sees.verified,
        "demo-colleagues",
        presenter,
    )?;
    presenter.step(
        "demo-colleagues",
        &[("fingerprint", theirs.fingerprint.into())],
    )
}

/// Everything goes across in one file; taken in twice, it changes nothing.
pub fn send(
    stage: &mut Stage,
    written: &Written,
    presenter: &mut Presenter<'_>,
) -> Result<(), Failure> {
    let size = carry(stage, "work.fnbundle", Way::ToThem, presenter)?;
    must(stage.are_equal(), "demo-bundle", presenter)?;
    let shown = record::show(&stage.theirs, &written.testimony)?;
    let said_by = shown.saved_by;
    let is_ours = said_by.name.as_deref() == Some(WE) && said_by.verified;
    must(is_ours, "demo-bundle", presenter)?;
    presenter.step(
        "demo-bundle",
        &[
            ("size", render::bytes(size).into()),
            ("digest", stage.digest().into()),
        ],
    )?;

    let paths = [stage.path("work.fnbundle")];
    let again = presenter
        .watched(|watch| receive::import(&mut stage.theirs, &paths, None, false, watch))?;
    let nothing = again
        .bundles
        .iter()
        .all(|one| one.was_seen && one.new_revisions == 0);
    must(nothing && stage.are_equal(), "demo-again", presenter)?;
    presenter.step("demo-again", &[])
}

/// Both change one record; nothing is overwritten, and a person settles it.
pub fn conflict(
    stage: &mut Stage,
    written: &Written,
    presenter: &mut Presenter<'_>,
) -> Result<(), Failure> {
    let edit = |session: &mut Session, more: &str| {
        let text = format!("{}\n\n{more}", texts::NK101);
        let value = json!({"date": "2026-11-22", "text": text}).to_string();
        record::edit(session, &written.note, value.as_bytes(), None)
    };
    edit(&mut stage.ours, "Called again on Sunday.")?;
    edit(&mut stage.theirs, "일요일에 다시 전화함.")?;
    carry(stage, "ours-2.fnbundle", Way::ToThem, presenter)?;
    carry(stage, "theirs-2.fnbundle", Way::ToUs, presenter)?;
    let both = conflicts::show(&stage.ours, &written.note)?;
    let sides = [
        conflicts::list(&stage.ours)?,
        conflicts::list(&stage.theirs)?,
    ]
    .map(|all| all.conflicts.len());
    let blind = edit(&mut stage.ours, "x");
    let kept = both.sides.len() == 2 && sides == [1, 1] && stage.are_equal();
    must(
        kept && refused(&blind, Code::RecordInConflict),
        "demo-conflict",
        presenter,
    )?;
    presenter.step("demo-conflict", &[])?;

    let text = format!(
        "{}\n\nCalled again on Sunday. 일요일에 다시 전화함.",
        texts::NK101
    );
    let settled = json!({"date": "2026-11-22", "text": text}).to_string();
    let seen = conflicts::Settle::seen(record::show(&stage.theirs, &written.note)?.heads);
    conflicts::resolve(&mut stage.theirs, &written.note, settled.as_bytes(), &seen)?;
    carry(stage, "theirs-3.fnbundle", Way::ToUs, presenter)?;
    let left = conflicts::list(&stage.ours)?.conflicts.len();
    let shown = record::show(&stage.ours, &written.note)?;
    let history = record::history(&stage.ours, &written.note)?;
    let right =
        left == 0 && stage.are_equal() && shown.record.get("text").is_some_and(|now| *now == text);
    must(
        right && history.revisions.len() == 4,
        "demo-settled",
        presenter,
    )?;
    presenter.step("demo-settled", &[("digest", stage.digest().into())])
}

/// What a narrator refused does not leave.
pub fn consent(stage: &mut Stage, presenter: &mut Presenter<'_>) -> Result<(), Failure> {
    let id = add(&mut stage.ours, "testimony", &texts::refused())?;
    let out = stage.path("refused.fnbundle");
    let to = [THEY.to_owned()];
    let chosen = [id.clone()];
    let by_name = presenter.watched(|watch| {
        send::export(
            &stage.ours,
            &out,
            &Recipients::Colleagues(&to),
            Some(&chosen),
            watch,
        )
    });
    must(
        refused(&by_name, Code::ConsentRefused) && !out.exists(),
        "demo-consent",
        presenter,
    )?;
    let all = presenter.watched(|watch| {
        send::export(&stage.ours, &out, &Recipients::Colleagues(&to), None, watch)
    })?;
    let stayed = all.left_out.iter().any(|left| left.id == id);
    must(stayed, "demo-consent", presenter)?;
    presenter.step("demo-consent", &[])
}

/// Which way a bundle goes.
#[derive(Clone, Copy)]
enum Way {
    ToThem,
    ToUs,
}

/// Writes a bundle of everything on one side and takes it in on the other. Gives its size.
fn carry(
    stage: &mut Stage,
    name: &str,
    way: Way,
    presenter: &mut Presenter<'_>,
) -> Result<u64, Failure> {
    let path = stage.path(name);
    let (from, into, to) = match way {
        Way::ToThem => (&stage.ours, &mut stage.theirs, THEY),
        Way::ToUs => (&stage.theirs, &mut stage.ours, WE),
    };
    let to = [to.to_owned()];
    let written = presenter
        .watched(|watch| send::export(from, &path, &Recipients::Colleagues(&to), None, watch))?;
    presenter.watched(|watch| receive::import(into, &[path], None, false, watch))?;
    Ok(written.bytes)
}
