//! Bundles: what goes to colleagues and comes from them.

use fieldnotes_core::receive::{
    Accept, BundlesImported, BundlesPreview, ImportUndone, Imports, Taking,
};
use fieldnotes_core::send::{BundlePlan, BundleWritten, Reach, Recipients, Sending};
use serde::Deserialize;

use super::Here;
use crate::failure::Answer;
use crate::grants::{Bundle, Grant, Once, Seal, Token};
use crate::operations::PageWatch;
use crate::secret::Secret;

/// Whom a bundle is for.
#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "window/"))]
pub enum BundleTo {
    Colleagues(Vec<String>),
    #[cfg_attr(test, ts(type = "string"))]
    Passphrase(Secret),
}

impl BundleTo {
    fn recipients(&self) -> Recipients<'_> {
        match self {
            Self::Colleagues(names) => Recipients::Colleagues(names),
            Self::Passphrase(passphrase) => Recipients::Passphrase(passphrase.inner()),
        }
    }
}

/// What is to be sent, and for whom.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "window/"))]
pub struct BundleOrder {
    to: BundleTo,
    /// Null for all that may go.
    records: Option<Vec<String>>,
    #[cfg_attr(test, ts(type = "import('../api/Reach').Reach"))]
    reach: Reach,
    /// A use of the consent vocabulary: what they will do with it.
    purpose: String,
    /// By whom it will be used, as the consent calls them; null where nobody is named.
    audience: Option<String>,
    /// Also where there is nothing but the acknowledgement of what came from them.
    acknowledge: bool,
}

impl BundleOrder {
    fn sending(&self) -> Sending<'_> {
        Sending {
            records: self.records.as_deref(),
            reach: self.reach,
            purpose: &self.purpose,
            audience: self.audience.as_deref(),
            acknowledge: self.acknowledge,
            ..Sending::new(self.to.recipients())
        }
    }
}

/// Says what `bundle_export` would write. Nothing is written.
#[tauri::command]
pub async fn bundle_plan(state: Here<'_>, order: BundleOrder) -> Answer<BundlePlan> {
    state
        .vault(move |session| fieldnotes_core::send::plan(session, &order.sending()))
        .await
}

#[tauri::command]
pub async fn bundle_export(
    state: Here<'_>,
    to: Token<Seal>,
    order: BundleOrder,
    watch: PageWatch,
) -> Answer<BundleWritten> {
    let to = state.grants().once(&to)?;
    state
        .long_vault(watch, move |session, watch| {
            let written = fieldnotes_core::send::send(session, to.path(), &order.sending(), watch)?;
            to.spend();
            Ok(written)
        })
        .await
}

/// Checks the files together. At most `limit` records are listed; counted are all.
#[tauri::command]
pub async fn bundle_preview(
    state: Here<'_>,
    files: Vec<Token<Bundle>>,
    passphrase: Option<Secret>,
    limit: usize,
    watch: PageWatch,
) -> Answer<BundlesPreview> {
    let grants = state.grants();
    let held: Answer<Vec<_>> = files.iter().map(|file| grants.hold(file)).collect();
    let paths: Vec<_> = held?.into_iter().map(Grant::into_path).collect();
    state
        .long_vault(watch, move |session, watch| {
            let passphrase = passphrase.as_ref().map(Secret::inner);
            fieldnotes_core::receive::preview(session, &paths, passphrase, limit, watch)
        })
        .await
}

/// What is to be imported of the files that were previewed.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "window/"))]
pub struct ImportChoice {
    /// These records and their attachments alone; all where it is null.
    only: Option<Vec<String>>,
    /// The tokens that the preview gave; each file has to have one of them.
    expected: Vec<String>,
    #[cfg_attr(test, ts(type = "import('../api/Accept').Accept"))]
    accept: Accept,
}

#[tauri::command]
pub async fn bundle_import(
    state: Here<'_>,
    files: Vec<Token<Bundle>>,
    passphrase: Option<Secret>,
    choice: ImportChoice,
    watch: PageWatch,
) -> Answer<BundlesImported> {
    let files: Answer<Vec<_>> = files.iter().map(|file| state.grants().once(file)).collect();
    let files = files?;
    state
        .long_vault(watch, move |session, watch| {
            let passphrase = passphrase.as_ref().map(Secret::inner);
            let taking = Taking {
                only: choice.only.as_deref(),
                expected: Some(&choice.expected),
                accept: choice.accept,
            };
            let paths: Vec<_> = files.iter().map(|file| file.path().to_owned()).collect();
            let taken =
                fieldnotes_core::receive::take(session, &paths, passphrase, &taking, watch)?;
            files.into_iter().for_each(Once::spend);
            Ok(taken)
        })
        .await
}

#[tauri::command]
pub async fn bundle_imports(state: Here<'_>, limit: usize) -> Answer<Imports> {
    state
        .vault(move |session| Ok(fieldnotes_core::receive::imports(session, limit)))
        .await
}

#[tauri::command]
pub async fn bundle_undo(state: Here<'_>, id: String, watch: PageWatch) -> Answer<ImportUndone> {
    state
        .long_vault(watch, move |session, watch| {
            fieldnotes_core::receive::undo(session, &id, watch)
        })
        .await
}
