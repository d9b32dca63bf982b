//! One large file: into a vault, out in a bundle, in from one.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::BufWriter;

use super::child::RECIPIENT;
use super::size::megabytes;
use super::stage::{Stage, remove};
use super::tools::{Sealer, Tool};
use super::works::{ATTACH, LARGE_IN, LARGE_MEMORY, LARGE_MEMORY_OUT, LARGE_OUT};
use super::{Outcome, calls, child, timed};
use crate::material::Material;
use crate::report::{Figure, OURS, Work};

/// Times that everybody does it, by turns: a disk that hesitates once does not decide.
const ROUNDS: usize = 3;

/// Seconds by what was done and who did it.
type Times = BTreeMap<(&'static str, &'static str), Vec<f64>>;

/// Measures a file of so many bytes.
pub fn measure(stage: &mut Stage, bytes: u64) -> Outcome<()> {
    println!("a file of {} MB …", bytes / 1_000_000);
    let file = stage.path("recording");
    Material::new(stage.seed()).noise(bytes, &mut BufWriter::new(File::create(&file)?))?;

    let mut times = Times::new();
    for _ in 0..ROUNDS {
        ours(stage, &mut times)?;
        for tool in Tool::SEALING {
            if tool.is_there() {
                theirs(stage, tool, &mut times)?;
            }
        }
    }
    let who = Tool::SEALING.into_iter().map(|tool| tool.name());
    for who in std::iter::once(OURS).chain(who) {
        for work in [&ATTACH, &LARGE_OUT, &LARGE_IN] {
            match times.remove(&(work.name, who)) {
                Some(seconds) => {
                    let amount = megabytes(bytes);
                    stage.put(work, who, Figure::rate_of(bytes, amount, seconds));
                }
                None => stage.run.miss(work, who, "it is not installed"),
            }
        }
    }
    memory(stage, bytes)?;
    remove(&file)
}

fn ours(stage: &Stage, times: &mut Times) -> Outcome<()> {
    let (file, bundle) = (stage.path("recording"), stage.path("bundle"));
    let mut sender = calls::create(&stage.path("sender"))?;
    let mut recipient = calls::create(&stage.path("recipient"))?;
    calls::acquaint(&mut sender, &mut recipient, RECIPIENT)?;
    let owner = calls::save(&mut sender, br#"{"text": "a recording"}"#)?;
    let mut note = |work: &Work, seconds| note(times, work, OURS, seconds);
    note(
        &ATTACH,
        timed(|| calls::attach(&mut sender, &owner, &file))?.1,
    );
    note(
        &LARGE_OUT,
        timed(|| calls::bundle_of(&sender, &bundle, RECIPIENT, &[owner]))?.1,
    );
    note(
        &LARGE_IN,
        timed(|| calls::bundle_in(&mut recipient, &bundle).map(drop))?.1,
    );
    calls::lock(sender)?;
    calls::lock(recipient)?;
    for name in ["sender", "recipient", "bundle"] {
        remove(&stage.path(name))?;
    }
    Ok(())
}

fn theirs(stage: &Stage, tool: Tool, times: &mut Times) -> Outcome<()> {
    let file = stage.path("recording");
    let (sealed, opened) = (stage.path("sealed"), stage.path("opened"));
    let sealer = Sealer::new(tool, &stage.path(""))?;
    sealer.prepare(&sealed)?;
    let seconds = timed(|| sealer.seal(&file, &sealed))?.1;
    // Sealing is one step for them: what compares with attaching compares with bundling.
    note(times, &ATTACH, tool.name(), seconds);
    note(times, &LARGE_OUT, tool.name(), seconds);
    let seconds = timed(|| sealer.open(&sealed, &opened))?.1;
    note(times, &LARGE_IN, tool.name(), seconds);
    remove(&sealed)?;
    remove(&opened)
}

fn note(times: &mut Times, work: &Work, who: &'static str, seconds: f64) {
    times.entry((work.name, who)).or_default().push(seconds);
}

/// Once more, in a program of its own.
fn memory(stage: &mut Stage, bytes: u64) -> Outcome<()> {
    let (file, bundle, again) = (
        stage.path("recording"),
        stage.path("bundle"),
        stage.path("streaming"),
    );
    let mut session = calls::create(&again)?;
    let mut recipient = calls::create(&stage.path("recipient"))?;
    calls::acquaint(&mut session, &mut recipient, RECIPIENT)?;
    calls::lock(session)?;
    calls::lock(recipient)?;
    let seen = child::ask(&["stream", "--vault"], &[&again, &file, &bundle])?;
    let figure = |name: &str| Figure::one(bytes, seen[name].as_f64().unwrap_or_default());
    stage.put(&LARGE_MEMORY, OURS, figure("attach"));
    stage.put(&LARGE_MEMORY_OUT, OURS, figure("bundle"));
    for name in ["recipient", "streaming", "bundle"] {
        remove(&stage.path(name))?;
    }
    Ok(())
}
