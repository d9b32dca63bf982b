//! Records with several heads: merged, or in conflict.

use fieldnotes_core::api;
use fieldnotes_core::api::conflict::{Conflict, Conflicts, Merges, Settle};
use fieldnotes_core::api::record::Saved;

use super::Here;
use crate::failure::Answer;

#[tauri::command]
pub async fn conflict_list(desk: Here<'_>) -> Answer<Conflicts> {
    desk.vault(|session| api::conflict::list(session)).await
}

#[tauri::command]
pub async fn conflict_show(desk: Here<'_>, id: String) -> Answer<Conflict> {
    desk.vault(move |session| api::conflict::show(session, &id))
        .await
}

#[tauri::command]
pub async fn conflict_settle(desk: Here<'_>, id: String, settle: Settle) -> Answer<Saved> {
    desk.vault(move |session| api::conflict::settle(session, &id, &settle))
        .await
}

#[tauri::command]
pub async fn conflict_merge(desk: Here<'_>, id: String) -> Answer<Merges> {
    desk.vault(move |session| api::conflict::merge(session, &id))
        .await
}

#[tauri::command]
pub async fn conflict_merge_all(desk: Here<'_>) -> Answer<Merges> {
    desk.vault(api::conflict::merge_all).await
}
