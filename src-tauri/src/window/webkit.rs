//! What tauri has no switch for: WebKit's settings, its menus, and its processes. All through safe calls.

use std::time::Duration;

use gtk::glib;
use gtk::prelude::*;
use tauri::Webview;
use webkit2gtk::{
    CacheModel, ContextMenu, ContextMenuAction, ContextMenuExt, ContextMenuItemExt, HitTestResult,
    HitTestResultExt, InputMethodContextExt, SettingsExt, WebContextExt,
    WebProcessTerminationReason, WebView, WebViewExt,
};

const AFTER_A_CRASH: Duration = Duration::from_millis(300);

/// Sets a new web view up.
pub fn prepare(page: &Webview) -> tauri::Result<()> {
    let home = page.url()?.to_string();
    page.with_webview(move |platform| {
        let view = platform.inner();
        set_up(&view);
        view.connect_context_menu(|_, menu, _, hit| !keep_editing(menu, hit));
        view.connect_web_process_terminated(move |view, reason| begin_again(view, reason, &home));
    })
}

/// Ends the process of a page; a new one begins when its end is reported. A driven page is closed, and its process ends with it.
pub fn end(page: &Webview) -> tauri::Result<()> {
    if crate::surroundings::is_driven() {
        return page.close();
    }
    page.with_webview(|platform| platform.inner().terminate_web_process())
}

/// Begins a page anew, in a new process. After a lock, at once. After a crash, which locks nothing, a little later, so
/// that a page that crashes as it starts does not take the machine's breath.
fn begin_again(view: &WebView, reason: WebProcessTerminationReason, home: &str) {
    let home = home.to_owned();
    let view = view.clone();
    let begin = move || {
        view.load_uri(&home);
        view.grab_focus();
    };
    match reason {
        WebProcessTerminationReason::TerminatedByApi => glib::idle_add_local_once(begin),
        _ => glib::timeout_add_local_once(AFTER_A_CRASH, begin),
    };
}

fn set_up(view: &WebView) {
    if let Some(input) = view.input_method_context() {
        // Else a syllable is invisible until it is finished.
        input.set_enable_preedit(true);
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
