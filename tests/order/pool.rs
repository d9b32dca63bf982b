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

/// What the hostile colleague is called, who is accepted like any other.
pub const MALLORY: &str = "맬러리";

/// Whom a vault knows at the beginning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Knows {
    All,
    Nobody,
    /// All, the hostile colleague, and that one's second identity.
    AllAndMallory,
}

/// A vault that holds nothing.
pub fn vault(at: usize, knows: Knows) -> PathBuf {
    static MADE: [OnceLock<tempfile::TempDir>; 3] = [const { OnceLock::new() }; 3];
    let made = MADE[knows as usize].get_or_init(|| make(knows));
    made.path().join(at.to_string())
}

fn make(knows: Knows) -> tempfile::TempDir {
    let folder = folder();
    let fresh = |at: usize| vault::fresh(&folder.path().join(at.to_string()));
    let mut sessions: Vec<_> = (0..MOST).map(fresh).collect();
    for one in (0..MOST).filter(|_| knows != Knows::Nobody) {
        let (before, after) = sessions.split_at_mut(one);
        for (other, session) in before.iter_mut().enumerate() {
            vault::befriend((&mut after[0], &name(one)), (session, &name(other)));
        }
    }
    #[cfg(target_os = "linux")]
    for session in sessions
        .iter_mut()
        .filter(|_| knows == Knows::AllAndMallory)
    {
        let [mallory, second] = crate::hostile::hostile_people();
        for (line, name) in [(&mallory.line, MALLORY), (&second.line, "그의 벗")] {
            fieldnotes_core::colleague::add(session, line, name).expect("a new colleague");
        }
    }
    for session in sessions {
        fieldnotes_core::vault::lock(session).expect("it can be locked");
    }
    folder
}
