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
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "window/"))]
pub struct Start {
    version: String,
    settings: WindowSettings,
    /// The vault that was open last; before the first, where one would go.
    vault: Granted,
    /// Whether a vault was open there before.
    knows_vault: bool,
    /// Files that the app was opened with: bundles, packages.
    opened_files: Vec<Granted>,
    /// A vault is unlocked already: the page was loaded anew.
    is_unlocked: bool,
    /// The words of a new vault were shown, and it was dropped before they were confirmed. Said once.
    was_vault_dropped: bool,
}

/// What the app keeps outside any vault, in the clear, and the page shows and changes.
#[derive(Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "window/"))]
pub struct WindowSettings {
    language: Language,
    theme: Theme,
}

impl From<Settings> for WindowSettings {
    fn from(settings: Settings) -> Self {
        Self {
            language: settings.language,
            theme: settings.theme,
        }
    }
}

impl WindowSettings {
    fn over(self, settings: Settings) -> Settings {
        Settings {
            language: self.language,
            theme: self.theme,
            ..settings
        }
    }
}

/// What the window needs to know when it opens.
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
pub async fn app_save_settings(
    state: Here<'_>,
    settings: WindowSettings,
) -> Answer<WindowSettings> {
    state
        .apart(move |state| {
            state.keep_settings(settings.over(state.settings()))?;
            Ok(state.settings().into())
        })
        .await
}

/// What the machine lets us protect, as far as it is not the vault's business.
#[derive(Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "window/"))]
pub struct Protection {
    /// What becomes of memory that does not fit into RAM.
    #[cfg_attr(test, ts(type = "'off' | 'encrypted' | 'plain' | 'unknown'"))]
    swap: &'static str,
    /// The kernel does not refuse the network: that nothing asks for one is all that holds.
    is_network_open: bool,
    /// The page's process is in the engine's sandbox, and sees no file of the user's.
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

/// The user did something: puts off the idle lock. Call it at most every few seconds.
#[tauri::command]
pub async fn app_touch(state: Here<'_>) -> Answer<()> {
    state.idle().touch();
    Ok(())
}

// Commands that are not async run on the main thread, where the clipboard and the print dialog are.
/// Something was copied: the clipboard is cleared after 30 seconds, and on lock.
#[tauri::command]
pub fn app_copied() {
    clipboard::clear_later();
}

/// Opens the system's print dialog for the page.
#[tauri::command]
pub fn app_print(page: Webview) {
    // Where there is no printer, the dialog says so.
    let _ = page.print();
}

/// Sends notices to this page from now on, and to none before it.
#[tauri::command]
pub async fn app_notices(state: Here<'_>, listener: Channel<Notice>) -> Answer<()> {
    state.notices().listen(listener);
    Ok(())
}
