//! Brings the search index to where the records are, behind what the user does.

use std::thread;
use std::time::Duration;

use fieldnotes_core::search::IndexCheck;

use crate::state::AppState;

/// Between two looks when there is nothing to do. What was saved meanwhile is found all the same.
const REST: Duration = Duration::from_millis(700);
/// Between two parts of the work, so that whoever waits for the vault comes in between.
const BREATH: Duration = Duration::from_millis(8);
/// After a part that failed: the disk may be full.
const LONG_REST: Duration = Duration::from_secs(30);

/// Goes on until the vault of this unlocking is locked.
pub fn keep_up(state: &AppState, unlocking: u64) {
    let state = state.clone();
    let work = move || {
        let mut check = IndexCheck::default();
        while check.is_whole().is_none() {
            match state.check_index_a_little(unlocking, &mut check) {
                Some(Ok(())) => thread::sleep(BREATH),
                // A failure shows again, and is reported, when something is sought.
                Some(Err(_)) => break,
                None => return,
            }
        }
        while let Some(left) = state.catch_up_a_little(unlocking) {
            thread::sleep(match left {
                Ok(0) => REST,
                Ok(_) => BREATH,
                Err(_) => LONG_REST,
            });
        }
    };
    // Without a thread the next search does more by itself.
    let _ = thread::Builder::new().name("index".into()).spawn(work);
}
