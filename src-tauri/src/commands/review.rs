//! Review packages: chosen records for somebody who only reads.

use std::path::PathBuf;

use fieldnotes_core::api;
use fieldnotes_core::api::attachment::SavedFile;
use fieldnotes_core::api::review::{ReviewShown, ReviewWritten};
use tauri::ipc::Channel;

use super::Here;
use crate::failure::Answer;
use crate::operations::Progress;
use crate::secret::Secret;

#[tauri::command]
pub async fn review_export(
    desk: Here<'_>,
    path: PathBuf,
    passphrase: Secret,
    records: Vec<String>,
    purpose: String,
    operation: String,
    progress: Channel<Progress>,
) -> Answer<ReviewWritten> {
    desk.long_vault(operation, progress, move |session, watch| {
        api::review::export(
            session,
            &path,
            passphrase.inner(),
            &records,
            &purpose,
            watch,
        )
    })
    .await
}

#[tauri::command]
pub async fn review_open(
    desk: Here<'_>,
    path: PathBuf,
    passphrase: Secret,
    operation: String,
    progress: Channel<Progress>,
) -> Answer<ReviewShown> {
    desk.long(operation, progress, move |desk, watch| {
        let shown = api::review::open(&path, passphrase.inner(), watch)?;
        desk.keep_package(path, passphrase.into_inner());
        Ok(shown)
    })
    .await
}

#[tauri::command]
pub async fn review_save(
    desk: Here<'_>,
    attachment: String,
    path: PathBuf,
    operation: String,
    progress: Channel<Progress>,
) -> Answer<SavedFile> {
    desk.long(operation, progress, move |desk, watch| {
        desk.package(|package, passphrase| {
            api::review::save(package, passphrase, &attachment, &path, watch)
        })
    })
    .await
}

#[tauri::command]
pub async fn review_close(desk: Here<'_>) -> Answer<()> {
    desk.close_package();
    Ok(())
}
