//! Vaults as they are at the beginning of every story: made once, and copied.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use crate::support::vault;

/// Vaults of a story at most.
pub const MOST: usize = 4;

/// A folder that is thrown away: in memory where the system has such a place, since a story syncs a hundred times and
/// no story pulls a plug. tests/faults does that.
pub fn folder() -> tempfile::TempDir {
    let memory = Path::new("/dev/shm");
    let asked = std::env::var_os("TMPDIR").is_some();
    if memory.is_dir() && !asked {
        return tempfile::tempdir_in(memory).expect("a temp folder");
    }
    tempfile::tempdir().expect("a temp folder")
}

/// What this vault is called by its colleagues.
pub fn name(at: usize) -> String {
    format!("동료 {at}")
}

/// A vault that holds nothing, and knows all others or none.
pub fn vault(at: usize, knows_all: bool) -> PathBuf {
    static COLLEAGUES: OnceLock<tempfile::TempDir> = OnceLock::new();
    static STRANGERS: OnceLock<tempfile::TempDir> = OnceLock::new();
    let made = match knows_all {
        true => COLLEAGUES.get_or_init(|| make(true)),
        false => STRANGERS.get_or_init(|| make(false)),
    };
    made.path().join(at.to_string())
}

fn make(knows_all: bool) -> tempfile::TempDir {
    let folder = folder();
    let fresh = |at: usize| vault::fresh(&folder.path().join(at.to_string()));
    let mut sessions: Vec<_> = (0..MOST).map(fresh).collect();
    for one in (0..MOST).filter(|_| knows_all) {
        let (before, after) = sessions.split_at_mut(one);
        for (other, session) in before.iter_mut().enumerate() {
            vault::befriend((&mut after[0], &name(one)), (session, &name(other)));
        }
    }
    for session in sessions {
        fieldnotes_core::api::vault::lock(session).expect("it can be locked");
    }
    folder
}
