//! The exchange folder.

use fieldnotes_core::Code;
use fieldnotes_core::folder::{Arrivals, ExchangeFolder, FolderDue, FolderPut};

use super::Here;
use crate::failure::Answer;
use crate::grants::{Bundle, Exchange, Granted, Token};
use crate::operations::PageWatch;

/// Which folder is the exchange folder of this vault.
#[tauri::command]
pub async fn folder_show(state: Here<'_>) -> Answer<ExchangeFolder> {
    state
        .vault(|session| Ok(fieldnotes_core::folder::show(session)))
        .await
}

#[tauri::command]
pub async fn folder_set(state: Here<'_>, folder: Token<Exchange>) -> Answer<ExchangeFolder> {
    let folder = state.grants().once(&folder)?;
    state
        .vault(move |session| {
            let set = fieldnotes_core::folder::set(session, folder.path())?;
            folder.spend();
            Ok(set)
        })
        .await
}

#[tauri::command]
pub async fn folder_unset(state: Here<'_>) -> Answer<ExchangeFolder> {
    state.vault(fieldnotes_core::folder::unset).await
}

/// What the last look found. The shell looks by itself, and reports what is new.
#[tauri::command]
pub async fn folder_arrivals(state: Here<'_>) -> Answer<Option<Arrivals>> {
    Ok(state.arrivals())
}

/// Handles for files that the last look at the exchange folder found, by their names there.
#[tauri::command]
pub async fn folder_pick(state: Here<'_>, names: Vec<String>) -> Answer<Vec<Granted>> {
    let found = state.arrivals().map_or_else(Vec::new, |found| found.files);
    if names.len() > found.len() {
        return Err(Code::NotGranted.into());
    }
    let pick = |name: &String| {
        let file = found.iter().find(|file| file.name == *name);
        Ok(file.ok_or(Code::NotGranted)?.path.clone().into())
    };
    let picked: Answer<Vec<_>> = names.iter().map(pick).collect();
    Ok(state.grants().give_all::<Bundle>(picked?))
}

#[tauri::command]
pub async fn folder_due(state: Here<'_>) -> Answer<FolderDue> {
    state
        .vault(|session| fieldnotes_core::folder::due(session, None))
        .await
}

#[tauri::command]
pub async fn folder_put(state: Here<'_>, watch: PageWatch) -> Answer<FolderPut> {
    state
        .long_vault(watch, |session, watch| {
            fieldnotes_core::folder::put(session, None, watch)
        })
        .await
}
