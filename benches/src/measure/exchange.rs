//! Bundles of all records, beside programs that seal the same records as a file.

use fieldnotes_core::Session;

use super::size::megabytes;
use super::stage::{Records, Stage, remove};
use super::tools::{Sealer, Tool};
use super::works::{
    BUNDLE_IN, BUNDLE_OF_TEN, BUNDLE_OF_TEN_PAYLOAD, BUNDLE_OF_TEN_SIZE, BUNDLE_OUT, BUNDLE_SIZE,
    RECORDS_IN, RECORDS_OUT,
};
use super::{Outcome, calls, timed};
use crate::report::{Figure, OURS};

/// Times that a small bundle is written.
const RUNS: usize = 7;
/// Vaults up to so many records are bundled several times, because starting a program takes as long as the work.
const SMALL: u64 = 10_000;

/// Measures it. The rates are those of the records as JSON lines, for all.
pub fn measure(stage: &mut Stage, records: &Records) -> Outcome<()> {
    let runs = if records.count > SMALL { 1 } else { 3 };
    let mut sender = calls::unlock(&stage.path("sender"))?;
    ours(stage, records, &mut sender, runs)?;
    of_ten(stage, records, &mut sender)?;
    calls::lock(sender)?;
    for tool in Tool::SEALING {
        if tool.is_there() {
            theirs(stage, records, tool, runs)?;
        } else {
            for work in [&BUNDLE_OUT, &BUNDLE_IN] {
                stage.run.miss(work, tool.name(), "it is not installed");
            }
        }
    }
    Ok(())
}

fn ours(stage: &mut Stage, records: &Records, sender: &mut Session, runs: usize) -> Outcome<()> {
    let (count, amount, bundle) = (
        records.count,
        megabytes(records.bytes),
        stage.path("bundle"),
    );
    let (mut out, mut back) = (Vec::new(), Vec::new());
    let (mut sent, mut taken, mut bytes) = (0, 0, 0);
    for run in 0..runs {
        // A vault that knows nothing of it each time.
        let name = format!("recipient-{run}");
        let mut recipient = calls::create(&stage.path(&name))?;
        calls::acquaint(sender, &mut recipient, &name)?;
        let (written, seconds) = timed(|| calls::bundle_out(sender, &bundle, &name))?;
        (sent, bytes) = (written.records, written.bytes);
        out.push(seconds);
        let (records, seconds) = timed(|| calls::bundle_in(&mut recipient, &bundle))?;
        taken = records;
        back.push(seconds);
        calls::lock(recipient)?;
        remove(&bundle)?;
        remove(&stage.path(&name))?;
    }
    if sent != taken {
        return Err(format!("{sent} records went, {taken} came").into());
    }
    stage.put(
        &BUNDLE_OUT,
        OURS,
        Figure::rate_of(count, amount, out.clone()),
    );
    stage.put(&RECORDS_OUT, OURS, Figure::rate_of(count, sent as f64, out));
    stage.put(&BUNDLE_SIZE, OURS, Figure::one(count, megabytes(bytes)));
    stage.put(
        &BUNDLE_IN,
        OURS,
        Figure::rate_of(count, amount, back.clone()),
    );
    stage.put(
        &RECORDS_IN,
        OURS,
        Figure::rate_of(count, taken as f64, back),
    );
    Ok(())
}

fn of_ten(stage: &mut Stage, records: &Records, sender: &mut Session) -> Outcome<()> {
    let (bundle, ten) = (stage.path("bundle"), calls::some(sender, 10)?);
    let (mut small, mut size, mut payload) = (Vec::new(), 0, 0);
    // The recipient was sent everything by now. Each time ten are changed, and these go.
    for run in 0..RUNS {
        payload = 0;
        for id in &ten {
            let text = format!("{{\"text\":\"changed for the time {run}\"}}");
            payload += text.len();
            calls::edit(sender, id, text.as_bytes())?;
        }
        let (written, seconds) = timed(|| calls::bundle_out(sender, &bundle, "recipient-0"))?;
        if written.records != ten.len() as u64 {
            return Err(format!("{} records went, not ten", written.records).into());
        }
        size = written.bytes;
        small.push(seconds * 1_000.0);
        remove(&bundle)?;
    }
    stage.put(
        &BUNDLE_OF_TEN,
        OURS,
        Figure::of_times(records.count, small, &[50, 95]),
    );
    let kilobytes = |bytes: u64| Figure::one(records.count, bytes as f64 / 1e3);
    stage.put(&BUNDLE_OF_TEN_SIZE, OURS, kilobytes(size));
    stage.put(&BUNDLE_OF_TEN_PAYLOAD, OURS, kilobytes(payload as u64));
    Ok(())
}

fn theirs(stage: &mut Stage, records: &Records, tool: Tool, runs: usize) -> Outcome<()> {
    let (count, amount) = (records.count, megabytes(records.bytes));
    let (sealed, opened) = (stage.path("sealed"), stage.path("opened"));
    let sealer = Sealer::new(tool, &stage.path(""))?;
    let (mut out, mut back) = (Vec::new(), Vec::new());
    for _ in 0..runs {
        sealer.prepare(&sealed)?;
        out.push(timed(|| sealer.seal(&records.lines, &sealed))?.1);
        back.push(timed(|| sealer.open(&sealed, &opened))?.1);
        remove(&sealed)?;
        remove(&opened)?;
    }
    stage.put(
        &BUNDLE_OUT,
        tool.name(),
        Figure::rate_of(count, amount, out),
    );
    stage.put(
        &BUNDLE_IN,
        tool.name(),
        Figure::rate_of(count, amount, back),
    );
    Ok(())
}
