//! What left the vault.

use fieldnotes_core::custody::SentFiles;

use super::Here;
use crate::failure::Answer;

/// The files in which one record left.
#[tauri::command]
pub async fn custody_of_record(state: Here<'_>, record: String) -> Answer<SentFiles> {
    state
        .vault(move |session| fieldnotes_core::custody::of_record(session, &record))
        .await
}

/// All files in which records left.
#[tauri::command]
pub async fn custody_list(state: Here<'_>) -> Answer<SentFiles> {
    state
        .vault(|session| fieldnotes_core::custody::list(session))
        .await
}
