//! What a person chooses: in the system's dialogs, or as the program offers it. The page gets handles, and never says a path.
//!
//! Each dialog answers nothing where the user thought better of it.

use serde::Deserialize;
use tauri::{AppHandle, Manager};

use super::Here;
use crate::dialogs::{self, Choice};
use crate::failure::Answer;
use crate::grants::{
    self, Attach, Bundle, Exchange, Granted, Identity, Package, Purpose, Seal, Vault, Write,
};
use crate::places;

/// What a new file will hold.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "window/"))]
pub enum Holding {
    /// What is encrypted.
    Sealed,
    /// What everyone can read.
    Clear,
}

/// What a file is for.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "window/"))]
pub enum FileUse {
    Attach,
    Identity,
    Package,
}

/// What a folder is for.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "window/"))]
pub enum FolderUse {
    Vault,
    Exchange,
}

/// What is written to a place that the program offers.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "window/"))]
pub enum Ending {
    Bundle,
    Review,
}

async fn ask<P: Purpose>(app: AppHandle, state: Here<'_>, choice: Choice) -> Answer<Vec<Granted>> {
    let begin_in = places::default_folder(app.path());
    state
        .apart(move |state| {
            let chosen = dialogs::ask(&app, choice, begin_in).unwrap_or_default();
            Ok(state.grants().give_all::<P>(chosen))
        })
        .await
}

async fn ask_one<P: Purpose>(
    app: AppHandle,
    state: Here<'_>,
    choice: Choice,
) -> Answer<Option<Granted>> {
    Ok(ask::<P>(app, state, choice).await?.into_iter().next())
}

/// Each dialog gives null, or nothing, where the user thought better of it. `endings` without dots.
#[tauri::command]
pub async fn choose_file(
    app: AppHandle,
    state: Here<'_>,
    purpose: FileUse,
    endings: Vec<String>,
) -> Answer<Option<Granted>> {
    let choice = Choice::File(endings);
    match purpose {
        FileUse::Attach => ask_one::<Attach>(app, state, choice).await,
        FileUse::Identity => ask_one::<Identity>(app, state, choice).await,
        FileUse::Package => ask_one::<Package>(app, state, choice).await,
    }
}

/// Bundles.
#[tauri::command]
pub async fn choose_files(
    app: AppHandle,
    state: Here<'_>,
    endings: Vec<String>,
) -> Answer<Vec<Granted>> {
    ask::<Bundle>(app, state, Choice::Files(endings)).await
}

/// A place for what is encrypted takes nothing in the clear, and the other way round.
#[tauri::command]
pub async fn choose_new_file(
    app: AppHandle,
    state: Here<'_>,
    name: String,
    holding: Holding,
) -> Answer<Option<Granted>> {
    let choice = Choice::NewFile(grants::plain_name(&name));
    match holding {
        Holding::Sealed => ask_one::<Seal>(app, state, choice).await,
        Holding::Clear => ask_one::<Write>(app, state, choice).await,
    }
}

#[tauri::command]
pub async fn choose_folder(
    app: AppHandle,
    state: Here<'_>,
    purpose: FolderUse,
) -> Answer<Option<Granted>> {
    match purpose {
        FolderUse::Vault => ask_one::<Vault>(app, state, Choice::Folder).await,
        FolderUse::Exchange => ask_one::<Exchange>(app, state, Choice::Folder).await,
    }
}

/// A free place for an encrypted file, without a dialog: beside the last one, else where exported files go. Its name says the day
/// and a number.
#[tauri::command]
pub async fn choose_offered(app: AppHandle, state: Here<'_>, ending: Ending) -> Answer<Granted> {
    let ending = match ending {
        Ending::Bundle => "bundle",
        Ending::Review => "review",
    };
    let day = state.environment().day_here();
    state
        .apart(move |state| {
            let last = state.grants().written_in();
            let beside = last.unwrap_or_else(|| places::default_folder(app.path()));
            let place = grants::free_name(&beside, &day, ending);
            Ok(state.grants().give::<Seal>(place))
        })
        .await
}

/// A free place for a new vault, without a dialog.
#[tauri::command]
pub async fn choose_vault_place(app: AppHandle, state: Here<'_>) -> Answer<Granted> {
    state
        .apart(move |state| {
            let place = grants::free_place(&places::default_vault(app.path()));
            Ok(state.grants().give::<Vault>(place))
        })
        .await
}
