//! Looks at the exchange folder every few seconds, behind what the user does.

use std::thread;
use std::time::Duration;

use fieldnotes_core::folder::{self, Arrivals, Chosen, Memory};

use crate::state::AppState;

/// Between two looks.
const REST: Duration = Duration::from_secs(3);

/// Goes on until the vault of this unlocking is locked.
pub fn keep_looking(state: &AppState, unlocking: u64) {
    let state = state.clone();
    let work = move || {
        let mut memory = Memory::default();
        while let Some(chosen) = state.during(unlocking, folder::chosen) {
            let arrivals = chosen.and_then(|chosen| look(&state, unlocking, &chosen, &mut memory));
            state.report_arrivals(unlocking, arrivals);
            thread::sleep(REST);
        }
    };
    // Without a thread the folder is looked at by `fieldnotes folder look` alone.
    let _ = thread::Builder::new().name("folder".into()).spawn(work);
}

/// Nothing where the folder is not there. The vault is held only for checking, never while the folder answers.
fn look(
    state: &AppState,
    unlocking: u64,
    chosen: &Chosen,
    memory: &mut Memory,
) -> Option<Arrivals> {
    let now = state.environment().clock.now();
    for found in memory.list(chosen, now).ok()? {
        let seen = found.read();
        state.during(unlocking, |session| memory.check(session, seen))?;
    }
    state.during(unlocking, |session| memory.arrivals(session))
}
