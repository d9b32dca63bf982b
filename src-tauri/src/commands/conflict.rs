//! Records with several heads: merged, or in conflict.

use fieldnotes_core::api;
use fieldnotes_core::api::conflict::{Conflict, Conflicts, Merges, Settle};
use fieldnotes_core::api::record::Saved;

use super::Here;
use crate::failure::Answer;

#[tauri::command]
pub async fn conflict_list(state: Here<'_>) -> Answer<Conflicts> {
    state.vault(|session| api::conflict::list(session)).await
}

#[tauri::command]
pub async fn conflict_show(state: Here<'_>, id: String) -> Answer<Conflict> {
    state
        .vault(move |session| api::conflict::show(session, &id))
        .await
}

#[tauri::command]
pub async fn conflict_settle(state: Here<'_>, id: String, settle: Settle) -> Answer<Saved> {
    state
        .vault(move |session| api::conflict::settle(session, &id, &settle))
        .await
}

#[tauri::command]
pub async fn conflict_merge(state: Here<'_>, id: String) -> Answer<Merges> {
    state
        .vault(move |session| api::conflict::merge(session, &id))
        .await
}

#[tauri::command]
pub async fn conflict_merge_all(state: Here<'_>) -> Answer<Merges> {
    state.vault(api::conflict::merge_all).await
}
