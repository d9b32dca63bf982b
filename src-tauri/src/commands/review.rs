//! Review packages: chosen records for somebody who only reads.

use fieldnotes_core::api;
use fieldnotes_core::api::attachment::SavedFile;
use fieldnotes_core::api::review::{ReviewShown, ReviewWritten};

use super::Here;
use crate::failure::Answer;
use crate::grants::{Package, Seal, Token, Write};
use crate::operations::PageWatch;
use crate::secret::Secret;

#[tauri::command]
pub async fn review_export(
    desk: Here<'_>,
    to: Token<Seal>,
    passphrase: Secret,
    records: Vec<String>,
    purpose: String,
    watch: PageWatch,
) -> Answer<ReviewWritten> {
    let to = desk.grants().once(&to)?;
    desk.long_vault(watch, move |session, watch| {
        let passphrase = passphrase.inner();
        let written =
            api::review::export(session, to.path(), passphrase, &records, &purpose, watch)?;
        to.spend();
        Ok(written)
    })
    .await
}

/// Opens a package; no vault is needed. It is kept open, so that its files can be saved, until `review_close`.
#[tauri::command]
pub async fn review_open(
    desk: Here<'_>,
    file: Token<Package>,
    passphrase: Secret,
    watch: PageWatch,
) -> Answer<ReviewShown> {
    let file = desk.grants().hold(&file)?;
    desk.long(watch, move |desk, watch| {
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
    watch: PageWatch,
) -> Answer<SavedFile> {
    let to = desk.grants().once(&to)?;
    desk.long(watch, move |desk, watch| {
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
