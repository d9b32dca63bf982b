//! `fieldnotes demo`: the whole job on two throw-away vaults, with real texts; says each step and what it proved.
//!
//! What it uses is what every command uses. The folder goes away in the end, whatever happens.

mod exchange;
mod record;
mod safety;
mod scan;
mod stage;
mod texts;

use fieldnotes_core::api;
use serde_json::json;

use crate::context::Context;
use crate::failure::Failure;
use crate::output::Outcome;
use stage::Teller;

pub fn run(context: &mut Context) -> Result<Outcome, Failure> {
    let mut teller = Teller::new(context);
    teller.open();
    let mut stage = record::two_vaults(&mut teller)?;
    let written = record::write(&mut stage, &mut teller)?;
    record::search(&stage, &mut teller)?;
    exchange::meet(&mut stage, &mut teller)?;
    exchange::send(&mut stage, &written, &mut teller)?;
    exchange::conflict(&mut stage, &written, &mut teller)?;
    exchange::consent(&mut stage, &mut teller)?;
    safety::review(&mut stage, &written, &mut teller)?;
    let stage = safety::lock_and_open(stage, &mut teller)?;
    safety::damage(&stage, &mut teller)?;
    safety::no_clear_text(&stage, &mut teller)?;
    stage.clear()?;
    let text = teller.words().text("demo-end");
    let steps = teller.finish();
    Ok(Outcome::new(json!({"ok": true, "steps": steps}), text))
}

/// A core failure in a step is told as such; a result that is not as it must be names the step.
fn must(holds: bool, step: &'static str, teller: &Teller<'_>) -> Result<(), Failure> {
    if holds {
        Ok(())
    } else {
        Err(Failure::of("demo_failed").with("step", teller.words().text(step)))
    }
}

/// Whether the core refused with this code.
fn refused<T>(result: &api::Outcome<T>, code: api::Code) -> bool {
    matches!(result, Err(error) if error.code == code)
}
