//! `fieldnotes demo`

use crate::context::Context;
use crate::failure::Failure;
use crate::output::Outcome;

pub fn run(context: &mut Context) -> Result<Outcome, Failure> {
    let _ = context;
    Err(Failure::of("demo_failed"))
}
