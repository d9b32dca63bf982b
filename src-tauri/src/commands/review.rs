//! Review packages: chosen records for somebody who only reads.

use fieldnotes_core::attachment::SavedFile;
use fieldnotes_core::review::{
    AudienceShown, ReviewOrder, ReviewPlan, ReviewPreview, ReviewShown, ReviewWritten,
};

use super::Here;
use crate::failure::Answer;
use crate::grants::{Package, Seal, Token, Write};
use crate::operations::PageWatch;
use crate::secret::Secret;

/// What an order would give. Names that are drawn for it are kept.
#[tauri::command]
pub async fn review_plan(
    state: Here<'_>,
    order: ReviewOrder,
    watch: PageWatch,
) -> Answer<ReviewPlan> {
    state
        .long_vault(watch, move |session, watch| {
            fieldnotes_core::review::plan(session, &order, watch)
        })
        .await
}

/// One record of an order, as it is recorded and as it would go.
#[tauri::command]
pub async fn review_preview(
    state: Here<'_>,
    order: ReviewOrder,
    record: String,
) -> Answer<ReviewPreview> {
    state
        .vault(move |session| fieldnotes_core::review::preview(session, &order, &record))
        .await
}

/// The audiences that something was prepared for.
#[tauri::command]
pub async fn review_audiences(state: Here<'_>) -> Answer<Vec<AudienceShown>> {
    state
        .vault(|session| fieldnotes_core::review::audiences(session))
        .await
}

#[tauri::command]
pub async fn review_export(
    state: Here<'_>,
    to: Token<Seal>,
    passphrase: Secret,
    order: ReviewOrder,
    watch: PageWatch,
) -> Answer<ReviewWritten> {
    let to = state.grants().once(&to)?;
    state
        .long_vault(watch, move |session, watch| {
            let passphrase = passphrase.inner();
            let written =
                fieldnotes_core::review::export(session, to.path(), passphrase, &order, watch)?;
            to.spend();
            Ok(written)
        })
        .await
}

/// Opens a package; no vault is needed. It is kept open, so that its files can be saved, until `review_close`.
#[tauri::command]
pub async fn review_open(
    state: Here<'_>,
    file: Token<Package>,
    passphrase: Secret,
    watch: PageWatch,
) -> Answer<ReviewShown> {
    let file = state.grants().hold(&file)?;
    state
        .long(watch, move |state, watch| {
            let turn = state.turn();
            let shown = fieldnotes_core::review::open(file.path(), passphrase.inner(), watch)?;
            state.keep_package(file.into_path(), passphrase.into_inner(), turn)?;
            Ok(shown)
        })
        .await
}

#[tauri::command]
pub async fn review_save(
    state: Here<'_>,
    attachment: String,
    to: Token<Write>,
    watch: PageWatch,
) -> Answer<SavedFile> {
    let to = state.grants().once(&to)?;
    state
        .long(watch, move |state, watch| {
            let saved = state.package(|package, passphrase| {
                fieldnotes_core::review::save(package, passphrase, &attachment, to.path(), watch)
            })?;
            to.spend();
            Ok(saved)
        })
        .await
}

#[tauri::command]
pub async fn review_close(state: Here<'_>) -> Answer<()> {
    state.close_package();
    Ok(())
}
