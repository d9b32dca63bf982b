//! The exchange folder.

use std::path::PathBuf;

use fieldnotes_core::api;
use fieldnotes_core::api::folder::{Arrivals, ExchangeFolder, FolderDue, FolderPut};
use tauri::ipc::Channel;

use super::Here;
use crate::failure::Answer;
use crate::operations::Progress;

#[tauri::command]
pub async fn folder_show(desk: Here<'_>) -> Answer<ExchangeFolder> {
    desk.vault(|session| Ok(api::folder::show(session))).await
}

#[tauri::command]
pub async fn folder_set(desk: Here<'_>, path: PathBuf) -> Answer<ExchangeFolder> {
    desk.vault(move |session| api::folder::set(session, &path))
        .await
}

#[tauri::command]
pub async fn folder_unset(desk: Here<'_>) -> Answer<ExchangeFolder> {
    desk.vault(api::folder::unset).await
}

#[tauri::command]
pub async fn folder_arrivals(desk: Here<'_>) -> Answer<Option<Arrivals>> {
    Ok(desk.arrivals())
}

#[tauri::command]
pub async fn folder_due(desk: Here<'_>) -> Answer<FolderDue> {
    desk.vault(|session| api::folder::due(session, None)).await
}

#[tauri::command]
pub async fn folder_put(
    desk: Here<'_>,
    operation: String,
    progress: Channel<Progress>,
) -> Answer<FolderPut> {
    desk.long_vault(operation, progress, |session, watch| {
        api::folder::put(session, None, watch)
    })
    .await
}
