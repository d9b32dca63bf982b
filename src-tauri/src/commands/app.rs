//! The program itself.

use serde::{Deserialize, Serialize};
use tauri::ipc::Channel;
use tauri::{AppHandle, Manager, Webview};

use super::Here;
use crate::clipboard;
use crate::failure::Answer;
use crate::grants::{Granted, Vault};
use crate::notices::Notice;
use crate::places;
use crate::settings::{Language, Settings, Theme};
use crate::{surroundings, walls};

/// What the window needs to know when it opens.
#[derive(Serialize)]
pub struct Start {
    version: String,
    settings: Chosen,
    vault: Granted,
    knows_vault: bool,
    opened_files: Vec<Granted>,
    is_unlocked: bool,
    /// The words of a new vault were shown, and it was dropped before they were confirmed.
    was_vault_dropped: bool,
}

/// Those of the settings that the page shows and changes.
#[derive(Serialize, Deserialize)]
pub struct Chosen {
    language: Language,
    theme: Theme,
}

impl From<Settings> for Chosen {
    fn from(settings: Settings) -> Self {
        Self {
            language: settings.language,
            theme: settings.theme,
        }
    }
}

impl Chosen {
    fn over(self, settings: Settings) -> Settings {
        Settings {
            language: self.language,
            theme: self.theme,
            ..settings
        }
    }
}

#[tauri::command]
pub async fn app_start(app: AppHandle, state: Here<'_>) -> Answer<Start> {
    // It may wait for a vault that is being finished, which is in the settings afterwards.
    state
        .apart(|state| {
            state.begin_page();
            Ok(())
        })
        .await?;
    let settings = state.settings();
    let (vault, knows_vault) = places::first_vault(app.path(), settings.vault.clone());
    let grants = state.grants();
    let opened = state.notices().take_files();
    Ok(Start {
        version: app.package_info().version.to_string(),
        settings: settings.into(),
        vault: grants.give::<Vault>(vault),
        knows_vault,
        opened_files: grants.give_opened(opened),
        is_unlocked: state.is_unlocked_for_pages(),
        was_vault_dropped: state.pending().take_vault_dropped(),
    })
}

#[tauri::command]
pub async fn app_save_settings(state: Here<'_>, settings: Chosen) -> Answer<Chosen> {
    state
        .apart(move |state| {
            state.keep_settings(settings.over(state.settings()))?;
            Ok(state.settings().into())
        })
        .await
}

/// What the machine lets us protect, as far as it is not the vault's business.
#[derive(Serialize)]
pub struct Protection {
    /// `off`, `encrypted`, `plain` or `unknown`.
    swap: &'static str,
    /// The kernel does not refuse the network.
    is_network_open: bool,
    /// The page's process is in the engine's sandbox.
    is_page_walled: bool,
}

#[tauri::command]
pub async fn app_protection(state: Here<'_>) -> Answer<Protection> {
    state
        .apart(|_| {
            Ok(Protection {
                swap: fieldnotes_platform::swap().as_str(),
                is_network_open: surroundings::is_network_open(),
                is_page_walled: walls::stand(),
            })
        })
        .await
}

#[tauri::command]
pub async fn app_touch(state: Here<'_>) -> Answer<()> {
    state.idle().touch();
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
pub async fn app_notices(state: Here<'_>, listener: Channel<Notice>) -> Answer<()> {
    state.notices().listen(listener);
    Ok(())
}
