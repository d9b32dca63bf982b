//! Review packages: chosen records for somebody who only reads.

use fieldnotes_core::api;
use fieldnotes_core::api::attachment::SavedFile;
use fieldnotes_core::api::review::{ReviewShown, ReviewWritten};
use tauri::ipc::Channel;

use super::Here;
use crate::failure::Answer;
use crate::grants::{Package, Seal, Token, Write};
use crate::operations::Progress;
use crate::secret::Secret;

#[tauri::command]
pub async fn review_export(
    desk: Here<'_>,
    to: Token<Seal>,
    passphrase: Secret,
    records: Vec<String>,
    purpose: String,
    operation: String,
    progress: Channel<Progress>,
) -> Answer<ReviewWritten> {
    let to = desk.grants().once(&to)?;
    desk.long_vault(operation, progress, move |session, watch| {
        let passphrase = passphrase.inner();
        let written =
            api::review::export(session, to.path(), passphrase, &records, &purpose, watch)?;
        to.spend();
        Ok(written)
    })
    .await
}

#[tauri::command]
pub async fn review_open(
    desk: Here<'_>,
    file: Token<Package>,
    passphrase: Secret,
    operation: String,
    progress: Channel<Progress>,
) -> Answer<ReviewShown> {
    let file = desk.grants().hold(&file)?;
    desk.long(operation, progress, move |desk, watch| {
        let turn = desk.turn();
        let shown = api::review::open(file.path(), passphrase.inner(), watch)?;
        desk.keep_package(file.into_path(), passphrase.into_inner(), turn)?;
        Ok(shown)
    })
    .await
}

#[tauri::command]
pub async fn review_save(
    desk: Here<'_>,
    attachment: String,
    to: Token<Write>,
    operation: String,
    progress: Channel<Progress>,
) -> Answer<SavedFile> {
    let to = desk.grants().once(&to)?;
    desk.long(operation, progress, move |desk, watch| {
        let saved = desk.package(|package, passphrase| {
            api::review::save(package, passphrase, &attachment, to.path(), watch)
        })?;
        to.spend();
        Ok(saved)
    })
    .await
}

#[tauri::command]
pub async fn review_close(desk: Here<'_>) -> Answer<()> {
    desk.close_package();
    Ok(())
}
