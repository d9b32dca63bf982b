//! Bundles: what goes to colleagues and comes from them.

use fieldnotes_core::api;
use fieldnotes_core::api::bundle::{
    Accept, BundlePlan, BundleWritten, BundlesImported, BundlesPreview, ImportUndone, Imports,
    Reach, Recipients, Sending, Taking,
};
use serde::Deserialize;
use tauri::ipc::Channel;

use super::Here;
use crate::failure::Answer;
use crate::grants::{Bundle, Grant, Once, Seal, Token};
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

/// What is to be sent, and for whom.
#[derive(Deserialize)]
pub struct Order {
    to: To,
    /// These records alone; all where nothing is said.
    records: Option<Vec<String>>,
    #[serde(default)]
    reach: Reach,
    /// A use of the consent vocabulary; inside the organisation where nothing is said.
    purpose: Option<String>,
    /// By whom it will be used.
    audience: Option<String>,
    /// Also where there is nothing but the acknowledgement of what came.
    #[serde(default)]
    acknowledge: bool,
}

impl Order {
    fn sending(&self) -> Sending<'_> {
        let plain = Sending::new(self.to.recipients());
        Sending {
            records: self.records.as_deref(),
            reach: self.reach,
            purpose: self.purpose.as_deref().unwrap_or(plain.purpose),
            audience: self.audience.as_deref(),
            acknowledge: self.acknowledge,
            ..plain
        }
    }
}

#[tauri::command]
pub async fn bundle_plan(state: Here<'_>, order: Order) -> Answer<BundlePlan> {
    state
        .vault(move |session| api::bundle::plan(session, &order.sending()))
        .await
}

#[tauri::command]
pub async fn bundle_export(
    state: Here<'_>,
    to: Token<Seal>,
    order: Order,
    operation: String,
    progress: Channel<Progress>,
) -> Answer<BundleWritten> {
    let to = state.grants().once(&to)?;
    state
        .long_vault(operation, progress, move |session, watch| {
            let written = api::bundle::send(session, to.path(), &order.sending(), watch)?;
            to.spend();
            Ok(written)
        })
        .await
}

#[tauri::command]
pub async fn bundle_preview(
    state: Here<'_>,
    files: Vec<Token<Bundle>>,
    passphrase: Option<Secret>,
    limit: usize,
    operation: String,
    progress: Channel<Progress>,
) -> Answer<BundlesPreview> {
    let grants = state.grants();
    let held: Answer<Vec<_>> = files.iter().map(|file| grants.hold(file)).collect();
    let paths: Vec<_> = held?.into_iter().map(Grant::into_path).collect();
    state
        .long_vault(operation, progress, move |session, watch| {
            let passphrase = passphrase.as_ref().map(Secret::inner);
            api::bundle::preview(session, &paths, passphrase, limit, watch)
        })
        .await
}

/// What is to be taken in of the files that were looked at.
#[derive(serde::Deserialize)]
pub struct Choice {
    /// These records alone; all where it is null.
    only: Option<Vec<String>>,
    /// The tokens that the preview gave.
    expected: Vec<String>,
    accept: Accept,
}

#[tauri::command]
pub async fn bundle_import(
    state: Here<'_>,
    files: Vec<Token<Bundle>>,
    passphrase: Option<Secret>,
    choice: Choice,
    operation: String,
    progress: Channel<Progress>,
) -> Answer<BundlesImported> {
    let files: Answer<Vec<_>> = files.iter().map(|file| state.grants().once(file)).collect();
    let files = files?;
    state
        .long_vault(operation, progress, move |session, watch| {
            let passphrase = passphrase.as_ref().map(Secret::inner);
            let taking = Taking {
                only: choice.only.as_deref(),
                expected: Some(&choice.expected),
                accept: choice.accept,
            };
            let paths: Vec<_> = files.iter().map(|file| file.path().to_owned()).collect();
            let taken = api::bundle::take(session, &paths, passphrase, &taking, watch)?;
            files.into_iter().for_each(Once::spend);
            Ok(taken)
        })
        .await
}

#[tauri::command]
pub async fn bundle_imports(state: Here<'_>, limit: usize) -> Answer<Imports> {
    state
        .vault(move |session| Ok(api::bundle::imports(session, limit)))
        .await
}

#[tauri::command]
pub async fn bundle_undo(
    state: Here<'_>,
    import: String,
    operation: String,
    progress: Channel<Progress>,
) -> Answer<ImportUndone> {
    state
        .long_vault(operation, progress, move |session, watch| {
            api::bundle::undo(session, &import, watch)
        })
        .await
}
