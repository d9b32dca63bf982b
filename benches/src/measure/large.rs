//! One large file: into a vault, out in a bundle, in from one.

use std::fs::File;
use std::io::BufWriter;

use super::child::RECIPIENT;
use super::size::megabytes;
use super::stage::{Stage, remove};
use super::tools::{Sealer, Tool};
use super::works::{ATTACH, LARGE_IN, LARGE_MEMORY, LARGE_MEMORY_OUT, LARGE_OUT};
use super::{Outcome, calls, child, timed};
use crate::material::Material;
use crate::report::{Figure, OURS};

/// Measures a file of so many bytes.
pub fn measure(stage: &mut Stage, bytes: u64) -> Outcome<()> {
    println!("a file of {} MB …", bytes / 1_000_000);
    let (file, bundle, amount) = (
        stage.path("recording"),
        stage.path("bundle"),
        megabytes(bytes),
    );
    Material::new(stage.seed()).noise(bytes, &mut BufWriter::new(File::create(&file)?))?;
    let mut sender = calls::create(&stage.path("sender"))?;
    let mut recipient = calls::create(&stage.path("recipient"))?;
    calls::acquaint(&mut sender, &mut recipient, RECIPIENT)?;

    let owner = calls::save(&mut sender, br#"{"text": "a recording"}"#)?;
    let rate = |seconds| Figure::rate(bytes, amount, seconds);
    let seconds = timed(|| calls::attach(&mut sender, &owner, &file))?.1;
    stage.put(&ATTACH, OURS, rate(seconds));
    let seconds = timed(|| calls::bundle_of(&sender, &bundle, RECIPIENT, &[owner]))?.1;
    stage.put(&LARGE_OUT, OURS, rate(seconds));
    let seconds = timed(|| calls::bundle_in(&mut recipient, &bundle).map(drop))?.1;
    stage.put(&LARGE_IN, OURS, rate(seconds));
    calls::lock(sender)?;
    calls::lock(recipient)?;
    remove(&bundle)?;

    for tool in Tool::SEALING {
        if !tool.is_there() {
            for work in [&ATTACH, &LARGE_OUT, &LARGE_IN] {
                stage.run.miss(work, tool.name(), "it is not installed");
            }
            continue;
        }
        let (sealed, opened) = (stage.path("sealed"), stage.path("opened"));
        let sealer = Sealer::new(tool, &stage.path(""))?;
        sealer.prepare(&sealed)?;
        let seconds = timed(|| sealer.seal(&file, &sealed))?.1;
        // Sealing is one step for them: what compares with attaching compares with bundling.
        stage.put(&ATTACH, tool.name(), rate(seconds));
        stage.put(&LARGE_OUT, tool.name(), rate(seconds));
        let seconds = timed(|| sealer.open(&sealed, &opened))?.1;
        stage.put(&LARGE_IN, tool.name(), rate(seconds));
        remove(&sealed)?;
        remove(&opened)?;
    }

    // Again, in a program of its own, for the memory.
    let again = stage.path("streaming");
    let mut session = calls::create(&again)?;
    remove(&stage.path("recipient"))?;
    let mut recipient = calls::create(&stage.path("recipient"))?;
    calls::acquaint(&mut session, &mut recipient, RECIPIENT)?;
    calls::lock(session)?;
    calls::lock(recipient)?;
    let seen = child::ask(&["stream", "--vault"], &[&again, &file, &bundle])?;
    let figure = |name: &str| Figure::one(bytes, seen[name].as_f64().unwrap_or_default());
    stage.put(&LARGE_MEMORY, OURS, figure("attach"));
    stage.put(&LARGE_MEMORY_OUT, OURS, figure("bundle"));
    for name in ["sender", "recipient", "streaming", "recording", "bundle"] {
        remove(&stage.path(name))?;
    }
    Ok(())
}
