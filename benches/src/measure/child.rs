//! Memory, seen in programs of their own, so that neither the makers of records nor the peers count.

use std::ffi::OsStr;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

use serde_json::{Value, json};

use super::{Outcome, calls, tools};

/// The colleague whom the vault of [`stream`] knows.
pub const RECIPIENT: &str = "recipient";

/// Seconds after which a child asks no more queries.
const PATIENCE: f64 = 30.0;

/// Starts this program again with that task, and reads what it says.
pub fn ask(task: &[&str], paths: &[&Path]) -> Outcome<Value> {
    let mut command = Command::new(std::env::current_exe()?);
    let paths = paths.iter().map(|path| path.as_os_str());
    let words = task.iter().map(OsStr::new).chain(paths);
    Ok(serde_json::from_str(&tools::run(
        command.args(words),
        &[],
        "",
    )?)?)
}

/// Unlocks a vault, looks for up to a hundred queries, and says what memory that took, in megabytes.
pub fn look(vault: &Path, queries: &Path) -> Outcome<Value> {
    let queries: Vec<String> = serde_json::from_slice(&std::fs::read(queries)?)?;
    let mut session = calls::finish(calls::unlock_to_list(vault)?)?;
    let unlocked = memory("VmRSS")?;
    let begun = Instant::now();
    let mut searches = 0;
    for query in &queries {
        if begun.elapsed().as_secs_f64() > PATIENCE {
            break;
        }
        calls::find(&mut session, query)?;
        searches += 1;
    }
    let searched = memory("VmRSS")?;
    let peak = memory("VmHWM")?;
    calls::lock(session)?;
    Ok(json!({"unlocked": unlocked, "searched": searched, "peak": peak, "searches": searches}))
}

/// Adds a file to a new record and bundles it, and says how far each raised the most memory that was ever used, in megabytes.
pub fn stream(vault: &Path, file: &Path, bundle: &Path) -> Outcome<Value> {
    let mut session = calls::finish(calls::unlock_to_list(vault)?)?;
    let owner = calls::save(&mut session, br#"{"text": "a recording"}"#)?;
    let before = memory("VmHWM")?;
    calls::attach(&mut session, &owner, file)?;
    let attached = memory("VmHWM")?;
    calls::bundle_of(&session, bundle, RECIPIENT, &[owner])?;
    let bundled = memory("VmHWM")?;
    calls::lock(session)?;
    Ok(json!({"attach": attached - before, "bundle": bundled - attached}))
}

/// Megabytes of this program, as Linux counts them.
fn memory(what: &str) -> Outcome<f64> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix(what));
    let kib = line.and_then(|rest| {
        rest.trim_start_matches(':')
            .trim()
            .trim_end_matches(" kB")
            .parse::<f64>()
            .ok()
    });
    Ok(kib.ok_or("the system does not say how much memory is used")? * 1024.0 / 1e6)
}
