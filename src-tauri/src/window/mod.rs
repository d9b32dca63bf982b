//! The one window, and the page in it.

mod geometry;
mod page;
#[cfg(target_os = "linux")]
mod webkit;

use tauri::{App, AppHandle, Manager, Window, WindowBuilder, WindowEvent};

use crate::locking;
use geometry::Geometry;

/// Its name, in the capability too.
const MAIN: &str = "main";

/// Opens it.
pub fn open(app: &App) -> tauri::Result<()> {
    let geometry = Geometry::of(app.path().app_config_dir()?);
    let builder = WindowBuilder::new(app, MAIN)
        .title("Field Notes")
        .visible(false)
        .min_inner_size(480.0, 400.0);
    let window = geometry.give(builder).build()?;
    page::begin(&window)?;
    let with = window.clone();
    window.on_window_event(move |event| on_event(&with, &geometry, event));
    window.show()
}

fn on_event(window: &Window, geometry: &Geometry, event: &WindowEvent) {
    if let WindowEvent::CloseRequested { api, .. } = event {
        geometry.keep(window);
        // The page keeps its draft first; then the program ends.
        api.prevent_close();
        locking::leave(window.app_handle());
    }
}

/// Brings it to the front.
pub fn show(app: &AppHandle) {
    if let Some(window) = app.get_window(MAIN) {
        // What the desktop does not allow stays undone.
        let _ = window.unminimize();
        let _ = window.show();
        let _ = window.set_focus();
    }
}

/// Ends the page and its process, and begins a new one.
pub fn renew_page(app: &AppHandle) {
    if let Some(window) = app.get_window(MAIN) {
        for page in window.webviews() {
            // Where there is no window any more there is no page either.
            let _ = page::renew(&page);
        }
    }
}

/// The window, for dialogs that belong to it. On the main thread.
#[cfg(target_os = "linux")]
pub fn toolkit_window(app: &AppHandle) -> Option<gtk::ApplicationWindow> {
    app.get_window(MAIN)?.gtk_window().ok()
}
