//! The page: a web view that lives from one lock to the next.
//!
//! Ending the process alone would do for the page's memory. But this process keeps things for a page too: buffers of its
//! messages, its history, its selection. So the whole view goes, and the next one is new.

use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};

use tauri::webview::{DownloadEvent, NewWindowResponse};
use tauri::{
    DragDropEvent, LogicalPosition, Manager, Webview, WebviewBuilder, WebviewEvent, WebviewUrl,
    Window,
};

use crate::desk::Desk;
use crate::notices::Notice;

/// Counts the pages, for each needs its own name.
static PAGES: AtomicU32 = AtomicU32::new(1);

/// Begins a page that fills the window.
pub fn begin(window: &Window) -> tauri::Result<()> {
    let name = format!("page-{}", PAGES.fetch_add(1, Ordering::Relaxed));
    let builder = WebviewBuilder::new(name, WebviewUrl::default())
        .devtools(cfg!(debug_assertions))
        // It goes nowhere, opens nothing and fetches nothing.
        .on_navigation(is_ours)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_download(|_, event| !matches!(event, DownloadEvent::Requested { .. }))
        .auto_resize();
    let builder = match throw_away_folder(window) {
        Some(folder) => builder.data_directory(folder),
        None => builder.incognito(true),
    };
    let page = window.add_child(builder, LogicalPosition::new(0, 0), window.inner_size()?)?;
    #[cfg(target_os = "linux")]
    super::webkit::prepare(&page)?;
    let with = page.clone();
    page.on_webview_event(move |event| heard(&with, event));
    page.set_focus()
}

/// Ends a page, and its process with it.
pub fn end(page: &Webview) {
    #[cfg(target_os = "linux")]
    let _ = super::webkit::end_process(page);
    let _ = page.close();
}

fn heard(page: &Webview, event: &WebviewEvent) {
    if let WebviewEvent::DragDrop(DragDropEvent::Drop { paths, .. }) = event {
        let paths = paths.iter().filter_map(|path| path.to_str());
        let paths = paths.map(str::to_owned).collect();
        page.state::<Desk>().notices().tell(Notice::Files { paths });
    }
}

/// Whether an address is one of our own pages.
fn is_ours(url: &tauri::Url) -> bool {
    let is_page = url.scheme() == "tauri" || url.host_str() == Some("tauri.localhost");
    is_page || (cfg!(not(feature = "custom-protocol")) && url.host_str() == Some("localhost"))
}

/// A test that drives the window asks the framework for it by this variable, and the framework does that only where the
/// web view has a folder. It gets one that nothing remembers, in memory where the system has such a place.
fn throw_away_folder(window: &Window) -> Option<PathBuf> {
    let is_driven = std::env::var_os("TAURI_WEBVIEW_AUTOMATION").is_some_and(|it| it == "true");
    let paths = window.path();
    let place = paths.runtime_dir().or_else(|_| paths.temp_dir());
    let name = format!("{}-{}", window.config().identifier, std::process::id());
    is_driven.then_some(place.ok()?.join(name))
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
