//! The page: a web view that shows our own files and nothing else.

use std::sync::atomic::{AtomicU32, Ordering};

use tauri::webview::{DownloadEvent, NewWindowResponse};
use tauri::{
    DragDropEvent, LogicalPosition, Manager, Webview, WebviewBuilder, WebviewEvent, WebviewUrl,
    Window,
};

use crate::state::AppState;
use crate::surroundings::is_driven;

/// Where the web view may keep files: where nobody can. Incognito, it keeps none; but the framework makes ready for one
/// that does, and a driven one is not incognito.
const NOWHERE: &str = "/proc/self/fdinfo";

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
    let builder = builder
        .data_directory(NOWHERE.into())
        .incognito(!is_driven());
    let page = window.add_child(builder, LogicalPosition::new(0, 0), window.inner_size()?)?;
    #[cfg(target_os = "linux")]
    super::webkit::prepare(&page)?;
    let with = page.clone();
    page.on_webview_event(move |event| on_event(&with, event));
    page.set_focus()
}

/// Puts a new page in the place of this one. Its process ends, and a new one begins. To a driver the end of a process is a
/// crash, and it goes: it gets a second web view, and the first is closed; its process ends with it.
pub fn renew(page: &Webview) -> tauri::Result<()> {
    if is_driven() {
        begin(&page.window())?;
    }
    #[cfg(target_os = "linux")]
    return super::webkit::end(page);
    #[cfg(not(target_os = "linux"))]
    return page.reload();
}

fn on_event(page: &Webview, event: &WebviewEvent) {
    if let WebviewEvent::DragDrop(DragDropEvent::Drop { paths, .. }) = event {
        page.state::<AppState>().offer_files(paths.clone());
    }
}

/// Whether an address is one of our own pages.
fn is_ours(url: &tauri::Url) -> bool {
    let is_page = url.scheme() == "tauri" || url.host_str() == Some("tauri.localhost");
    is_page || (cfg!(not(feature = "custom-protocol")) && url.host_str() == Some("localhost"))
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
