//! Who this vault is, to colleagues.

use std::path::PathBuf;

use fieldnotes_core::api;
use fieldnotes_core::api::identity::Identity;

use super::Here;
use crate::failure::Answer;

#[tauri::command]
pub async fn identity_show(desk: Here<'_>) -> Answer<Identity> {
    desk.vault(|session| Ok(api::identity::show(session))).await
}

#[tauri::command]
pub async fn identity_export(desk: Here<'_>, path: PathBuf) -> Answer<Identity> {
    desk.vault(move |session| api::identity::export(session, &path))
        .await
}
