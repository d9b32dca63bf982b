//! Records with several heads: merged, or in conflict.

use fieldnotes_core::record::Saved;
use fieldnotes_core::record::conflict::{Conflict, Conflicts, Merges, Settle};

use super::Here;
use crate::failure::Answer;

#[tauri::command]
pub async fn conflict_list(state: Here<'_>) -> Answer<Conflicts> {
    state
        .vault(|session| fieldnotes_core::record::conflict::list(session))
        .await
}

#[tauri::command]
pub async fn conflict_show(state: Here<'_>, id: String) -> Answer<Conflict> {
    state
        .vault(move |session| fieldnotes_core::record::conflict::show(session, &id))
        .await
}

#[tauri::command]
pub async fn conflict_settle(state: Here<'_>, id: String, settle: Settle) -> Answer<Saved> {
    state
        .vault(move |session| fieldnotes_core::record::conflict::settle(session, &id, &settle))
        .await
}

#[tauri::command]
pub async fn conflict_merge(state: Here<'_>, id: String) -> Answer<Merges> {
    state
        .vault(move |session| fieldnotes_core::record::conflict::merge(session, &id))
        .await
}

#[tauri::command]
pub async fn conflict_merge_all(state: Here<'_>) -> Answer<Merges> {
    state
        .vault(fieldnotes_core::record::conflict::merge_all)
        .await
}
