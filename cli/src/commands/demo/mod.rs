//! `fieldnotes demo`: the whole job on two throw-away vaults, with real texts; says each step and what it proved.
//!
//! What it uses is what every command uses. The folder goes away in the end, whatever happens.

mod exchange;
mod record;
mod safety;
mod scan;
mod stage;
mod texts;

use serde_json::json;

use crate::context::Context;
use crate::failure::Failure;
use crate::output::Outcome;
use stage::Presenter;

pub fn run(context: &mut Context) -> Result<Outcome, Failure> {
    let mut presenter = Presenter::new(context);
    presenter.open();
    let mut stage = record::two_vaults(&mut presenter)?;
    let written = record::write(&mut stage, &mut presenter)?;
    record::search(&stage, &mut presenter)?;
    exchange::meet(&mut stage, &mut presenter)?;
    exchange::send(&mut stage, &written, &mut presenter)?;
    exchange::conflict(&mut stage, &written, &mut presenter)?;
    exchange::consent(&mut stage, &mut presenter)?;
    safety::review(&mut stage, &written, &mut presenter)?;
    let stage = safety::lock_and_open(stage, &mut presenter)?;
    safety::damage(&stage, &mut presenter)?;
    safety::no_clear_text(&stage, &mut presenter)?;
    stage.clear()?;
    let text = presenter.words().text("demo-end");
    let steps = presenter.finish();
    Ok(Outcome::new(json!({"ok": true, "steps": steps}), text))
}

/// A core failure in a step is reported as such; a result that is not as it must be names the step.
fn must(holds: bool, step: &'static str, presenter: &Presenter<'_>) -> Result<(), Failure> {
    if holds {
        Ok(())
    } else {
        Err(Failure::of("demo_failed").with("step", presenter.words().text(step)))
    }
}

/// Whether the core refused with this code.
fn refused<T>(result: &fieldnotes_core::Outcome<T>, code: fieldnotes_core::Code) -> bool {
    matches!(result, Err(error) if error.code == code)
}
