//! What tauri has no switch for: WebKit's settings, its menus, and its processes. All through safe calls.

use gtk::glib;
use gtk::prelude::*;
use tauri::WebviewWindow;
use webkit2gtk::{
    CacheModel, ContextMenu, ContextMenuAction, ContextMenuExt, ContextMenuItemExt, HitTestResult,
    HitTestResultExt, InputMethodContextExt, SettingsExt, WebContextExt,
    WebProcessTerminationReason, WebView, WebViewExt,
};

/// Sets a new web view up.
pub fn prepare(window: &WebviewWindow) -> tauri::Result<()> {
    let home = window.url()?.to_string();
    window.with_webview(move |platform| {
        let view = platform.inner();
        set_up(&view);
        view.connect_context_menu(|_, menu, _, hit| !keep_editing(menu, hit));
        view.connect_web_process_terminated(move |view, reason| begin_page(view, reason, &home));
    })
}

/// Ends the page and its process. A new one begins when the end was told.
pub fn end_page(window: &WebviewWindow) -> tauri::Result<()> {
    window.with_webview(|platform| platform.inner().terminate_web_process())
}

/// Begins a page in a new process: the one before was ended, or crashed. A crash locks nothing; the page asks how things
/// stand when it starts.
fn begin_page(view: &WebView, reason: WebProcessTerminationReason, home: &str) {
    let home = home.to_owned();
    let view = view.clone();
    let begin = move || view.load_uri(&home);
    match reason {
        WebProcessTerminationReason::TerminatedByApi => glib::idle_add_local_once(begin),
        // A page that crashes as it starts must not take the machine's breath.
        _ => glib::timeout_add_local_once(std::time::Duration::from_millis(500), begin),
    };
}

fn set_up(view: &WebView) {
    if let Some(input) = view.input_method_context() {
        // Else a syllable is invisible until it is finished.
        input.set_enable_preedit(true);
    }
    if let Some(settings) = gtk::Settings::default() {
        // File dialogs leave no names behind.
        settings.set_property("gtk-recent-files-enabled", false);
    }
    if let Some(context) = view.context() {
        context.set_cache_model(CacheModel::DocumentViewer);
        // It would keep a list of learned words, and look typed ones up in files.
        context.set_spell_checking_enabled(false);
    }
    if let Some(settings) = WebViewExt::settings(view) {
        restrict(&settings);
    }
}

/// Nothing is stored, nothing is looked up, nothing is listened to.
fn restrict(settings: &webkit2gtk::Settings) {
    settings.set_enable_page_cache(false);
    settings.set_enable_offline_web_application_cache(false);
    settings.set_enable_html5_local_storage(false);
    settings.set_enable_html5_database(false);
    settings.set_enable_hyperlink_auditing(false);
    settings.set_enable_dns_prefetching(false);
    settings.set_enable_media_stream(false);
    settings.set_enable_webrtc(false);
    settings.set_enable_webgl(false);
    settings.set_enable_back_forward_navigation_gestures(false);
    settings.set_enable_write_console_messages_to_stdout(false);
    settings.set_javascript_can_open_windows_automatically(false);
    if !cfg!(debug_assertions) {
        settings.set_enable_developer_extras(false);
    }
}

/// Leaves in a menu what is of use in text: cut, copy, paste and the like. Returns whether anything is left.
fn keep_editing(menu: &ContextMenu, hit: &HitTestResult) -> bool {
    const EDITING: &[ContextMenuAction] = &[
        ContextMenuAction::Cut,
        ContextMenuAction::Copy,
        ContextMenuAction::Paste,
        ContextMenuAction::SelectAll,
        ContextMenuAction::InputMethods,
    ];
    if !hit.context_is_editable() && !hit.context_is_selection() {
        return false;
    }
    for item in menu.items() {
        if !EDITING.contains(&item.stock_action()) {
            menu.remove(&item);
        }
    }
    menu.n_items() > 0
}
