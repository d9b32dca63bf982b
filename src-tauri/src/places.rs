//! Where things lie on this machine.

use std::path::{Path, PathBuf};

use tauri::Runtime;
use tauri::path::PathResolver;

/// Names the vault, here as for the terminal.
const NAMED: &str = "FIELDNOTES_VAULT";

/// The vault that the environment names, before all others.
fn named_vault() -> Option<PathBuf> {
    let named = std::env::var_os(NAMED).filter(|folder| !folder.is_empty())?;
    Some(PathBuf::from(named))
}

/// Whether new vaults are for tests: weak, quick, and marked as such for ever. What is shipped makes none.
pub fn makes_test_vaults() -> bool {
    #[cfg(test)]
    return true;
    #[cfg(all(feature = "test-switches", not(test)))]
    return std::env::var_os("FIELDNOTES_TEST_VAULTS").is_some_and(|value| value == "1");
    #[cfg(not(any(feature = "test-switches", test)))]
    false
}

/// The vault that the window begins with, and whether it is known: the one that the environment names, else that of last
/// time, else where a first one goes.
pub fn first_vault<R: Runtime>(paths: &PathResolver<R>, last: Option<PathBuf>) -> (PathBuf, bool) {
    match named_vault().or(last) {
        Some(known) => (known, true),
        None => (default_vault(paths), false),
    }
}

/// Where a first vault goes.
pub fn default_vault<R: Runtime>(paths: &PathResolver<R>) -> PathBuf {
    named_vault().unwrap_or_else(|| {
        let data = paths.data_dir().unwrap_or_else(|_| here());
        data.join("field-notes").join("vault")
    })
}

/// Where exported files go.
pub fn default_folder<R: Runtime>(paths: &PathResolver<R>) -> PathBuf {
    let documents = paths.document_dir().ok().filter(|folder| folder.is_dir());
    documents
        .or_else(|| paths.home_dir().ok())
        .unwrap_or_else(here)
}

fn here() -> PathBuf {
    Path::new(".").to_owned()
}
