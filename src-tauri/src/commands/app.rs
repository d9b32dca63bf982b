//! The program itself.

use std::path::PathBuf;

use serde::Serialize;
use tauri::ipc::Channel;
use tauri::{AppHandle, Manager, Webview};

use super::Here;
use crate::clipboard;
use crate::failure::Answer;
use crate::notices::Notice;
use crate::places;
use crate::settings::Settings;

/// What the window needs to know when it opens.
#[derive(Serialize)]
pub struct Start {
    version: String,
    settings: Settings,
    default_vault: PathBuf,
    default_folder: PathBuf,
    opened_files: Vec<String>,
    is_unlocked: bool,
}

#[tauri::command]
pub async fn app_start(app: AppHandle, desk: Here<'_>) -> Answer<Start> {
    Ok(Start {
        version: app.package_info().version.to_string(),
        settings: places::with_named_vault(desk.settings()),
        default_vault: places::default_vault(app.path()),
        default_folder: places::default_folder(app.path()),
        opened_files: desk.notices().take_files(),
        is_unlocked: desk.is_unlocked_for_pages(),
    })
}

#[tauri::command]
pub async fn app_save_settings(desk: Here<'_>, settings: Settings) -> Answer<Settings> {
    desk.apart(move |desk| desk.keep_settings(places::without_named_vault(settings, desk)))
        .await
}

#[tauri::command]
pub async fn app_touch(desk: Here<'_>) -> Answer<()> {
    desk.idle().touch();
    Ok(())
}

// Commands that are not async run on the main thread, where the clipboard and the print dialog live.
#[tauri::command]
pub fn app_copied() {
    clipboard::clear_later();
}

#[tauri::command]
pub fn app_print(page: Webview) {
    // Where there is no printer, the dialog says so.
    let _ = page.print();
}

#[tauri::command]
pub async fn app_notices(desk: Here<'_>, listener: Channel<Notice>) -> Answer<()> {
    desk.notices().listen(listener);
    Ok(())
}
