//! Bundles: what goes to colleagues and comes from them.

use std::path::PathBuf;

use fieldnotes_core::api;
use fieldnotes_core::api::bundle::{
    BundleWritten, BundlesImported, BundlesPreview, ImportUndone, Imports, Reach, Recipients,
    Sending,
};
use serde::Deserialize;
use tauri::ipc::Channel;

use super::Here;
use crate::failure::Answer;
use crate::operations::Progress;
use crate::secret::Secret;

/// Whom a bundle is for.
#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum To {
    Colleagues(Vec<String>),
    Passphrase(Secret),
}

impl To {
    fn recipients(&self) -> Recipients<'_> {
        match self {
            Self::Colleagues(names) => Recipients::Colleagues(names),
            Self::Passphrase(passphrase) => Recipients::Passphrase(passphrase.inner()),
        }
    }
}

#[tauri::command]
pub async fn bundle_export(
    desk: Here<'_>,
    path: PathBuf,
    to: To,
    records: Option<Vec<String>>,
    reach: Option<Reach>,
    operation: String,
    progress: Channel<Progress>,
) -> Answer<BundleWritten> {
    desk.long_vault(operation, progress, move |session, watch| {
        let sending = Sending {
            records: records.as_deref(),
            // A page that does not ask leaves no way to send again what was lost.
            reach: reach.unwrap_or(Reach::Again),
            ..Sending::new(to.recipients())
        };
        api::bundle::send(session, &path, &sending, watch)
    })
    .await
}

#[tauri::command]
pub async fn bundle_preview(
    desk: Here<'_>,
    paths: Vec<PathBuf>,
    passphrase: Option<Secret>,
    limit: usize,
    operation: String,
    progress: Channel<Progress>,
) -> Answer<BundlesPreview> {
    desk.long_vault(operation, progress, move |session, watch| {
        let passphrase = passphrase.as_ref().map(Secret::inner);
        api::bundle::preview(session, &paths, passphrase, limit, watch)
    })
    .await
}

#[tauri::command]
pub async fn bundle_import(
    desk: Here<'_>,
    paths: Vec<PathBuf>,
    passphrase: Option<Secret>,
    only: Option<Vec<String>>,
    accept_unknown_sender: bool,
    operation: String,
    progress: Channel<Progress>,
) -> Answer<BundlesImported> {
    desk.long_vault(operation, progress, move |session, watch| {
        let passphrase = passphrase.as_ref().map(Secret::inner);
        let only = only.as_deref();
        api::bundle::import_chosen(
            session,
            &paths,
            passphrase,
            only,
            accept_unknown_sender,
            watch,
        )
    })
    .await
}

#[tauri::command]
pub async fn bundle_imports(desk: Here<'_>, limit: usize) -> Answer<Imports> {
    desk.vault(move |session| Ok(api::bundle::imports(session, limit)))
        .await
}

#[tauri::command]
pub async fn bundle_undo(
    desk: Here<'_>,
    import: String,
    operation: String,
    progress: Channel<Progress>,
) -> Answer<ImportUndone> {
    desk.long_vault(operation, progress, move |session, watch| {
        api::bundle::undo(session, &import, watch)
    })
    .await
}
