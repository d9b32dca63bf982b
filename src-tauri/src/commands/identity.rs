//! Who this vault is, to colleagues.

use std::path::PathBuf;

use fieldnotes_core::api;
use fieldnotes_core::api::identity::{Identity, IdentityQr};

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

#[tauri::command]
pub async fn identity_qr(desk: Here<'_>) -> Answer<IdentityQr> {
    desk.vault(|session| Ok(api::identity::qr(session))).await
}

#[tauri::command]
pub async fn identity_export_qr(desk: Here<'_>, path: PathBuf) -> Answer<Identity> {
    desk.vault(move |session| api::identity::export_qr(session, &path))
        .await
}

#[tauri::command]
pub async fn identity_renew_device(desk: Here<'_>) -> Answer<Identity> {
    desk.vault(api::identity::renew_device).await
}
