//! The one window.

mod geometry;
#[cfg(target_os = "linux")]
mod webkit;

use std::path::PathBuf;

use tauri::webview::NewWindowResponse;
use tauri::{
    App, AppHandle, DragDropEvent, Manager, WebviewUrl, WebviewWindow, WebviewWindowBuilder,
    WindowEvent,
};

use crate::desk::Desk;
use crate::locking;
use crate::notices::Notice;
use geometry::Geometry;

/// Its name, in the capability too.
const MAIN: &str = "main";

/// Opens it.
pub fn open(app: &App) -> tauri::Result<()> {
    let geometry = Geometry::of(app.path().app_config_dir()?);
    let window = builder(app, &geometry)?.build()?;
    #[cfg(target_os = "linux")]
    webkit::prepare(&window)?;
    let with = window.clone();
    window.on_window_event(move |event| heard(&with, &geometry, event));
    window.show()
}

fn builder<'a>(
    app: &'a App,
    geometry: &Geometry,
) -> tauri::Result<WebviewWindowBuilder<'a, tauri::Wry, App>> {
    let home = WebviewUrl::default();
    let builder = WebviewWindowBuilder::new(app, MAIN, home)
        .title("Field Notes")
        .visible(false)
        .min_inner_size(480.0, 400.0)
        .devtools(cfg!(debug_assertions))
        // The page goes nowhere and opens nothing.
        .on_navigation(is_ours)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_download(|_, _| false);
    let builder = match throw_away_folder(app) {
        Some(folder) => builder.data_directory(folder),
        None => builder.incognito(true),
    };
    Ok(geometry.give(builder))
}

/// Whether an address is one of our own pages.
fn is_ours(url: &tauri::Url) -> bool {
    let is_page = url.scheme() == "tauri" || url.host_str() == Some("tauri.localhost");
    is_page || (cfg!(not(feature = "custom-protocol")) && url.host_str() == Some("localhost"))
}

/// A test that drives the window asks the framework for it by this variable, and the framework does that only where the
/// web view has a folder. It gets an empty one, in memory where there is such a place, that nothing remembers.
fn throw_away_folder(app: &App) -> Option<PathBuf> {
    let is_driven = std::env::var_os("TAURI_WEBVIEW_AUTOMATION").is_some_and(|it| it == "true");
    let place = app.path().runtime_dir().or_else(|_| app.path().temp_dir());
    let name = format!("{}-{}", app.config().identifier, std::process::id());
    is_driven.then_some(place.ok()?.join(name))
}

fn heard(window: &WebviewWindow, geometry: &Geometry, event: &WindowEvent) {
    match event {
        WindowEvent::CloseRequested { api, .. } => {
            geometry.keep(window);
            // The page keeps its draft first; then the program ends.
            api.prevent_close();
            locking::leave(window.app_handle());
        }
        WindowEvent::DragDrop(DragDropEvent::Drop { paths, .. }) => {
            let paths = paths.iter().filter_map(|path| path.to_str());
            let paths = paths.map(str::to_owned).collect();
            window
                .state::<Desk>()
                .notices()
                .tell(Notice::Files { paths });
        }
        _ => {}
    }
}

/// Brings it to the front.
pub fn show(app: &AppHandle) {
    if let Some(window) = app.get_webview_window(MAIN) {
        // What the desktop does not allow stays undone.
        let _ = window.unminimize();
        let _ = window.show();
        let _ = window.set_focus();
    }
}

/// Ends the page with its process, and begins a new one. On the main thread.
pub fn renew(app: &AppHandle) {
    let Some(window) = app.get_webview_window(MAIN) else {
        return;
    };
    #[cfg(target_os = "linux")]
    let _ = webkit::end_page(&window);
    #[cfg(not(target_os = "linux"))]
    let _ = window.reload();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_goes_nowhere() {
        let ours = |url: &str| is_ours(&url.parse().expect("an address"));
        assert!(ours("tauri://localhost/") && ours("tauri://localhost/index.html"));
        for elsewhere in [
            "https://example.org/",
            "http://127.0.0.1/",
            "file:///etc/passwd",
            "about:blank",
            "data:text/html,x",
            "javascript:1",
        ] {
            assert!(!ours(elsewhere), "{elsewhere}");
        }
    }
}
