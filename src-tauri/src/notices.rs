//! Notices to the page.

use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};

use fieldnotes_core::folder::Arrivals;
use serde::Serialize;
use tauri::ipc::Channel;

use crate::grants::{Granted, Grants};

/// Why the vault is about to be locked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(
    test,
    derive(ts_rs::TS),
    ts(export, export_to = "window/", rename = "LockReason")
)]
pub enum Reason {
    /// Nobody touched it for a while.
    Idle,
    /// The machine is going to sleep.
    Suspend,
    /// The screen was locked.
    Screen,
    /// The window is being closed, or the program ended.
    Asked,
}

/// What the page gets unasked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "window/"))]
pub enum Notice {
    /// The vault will be locked in a moment: keep what is being typed, then call `vault.lock`.
    Locking { reason: Reason },
    /// Files were opened from outside, or dropped on the window.
    Files { files: Vec<Granted> },
    /// Something else lies in the exchange folder than before; nothing where the folder is not there.
    Folder {
        #[cfg_attr(test, ts(type = "import('../api/Arrivals').Arrivals | null"))]
        arrivals: Option<Arrivals>,
    },
}

#[derive(Default)]
struct Waiting {
    listener: Option<Channel<Notice>>,
    files: Vec<PathBuf>,
}

/// The page that listens, and what it has not received yet.
pub struct Notices(Mutex<Waiting>);

impl Notices {
    /// `files` are those that the program was started with.
    pub fn new(files: Vec<PathBuf>) -> Self {
        Self(Mutex::new(Waiting {
            listener: None,
            files,
        }))
    }

    fn waiting(&self) -> MutexGuard<'_, Waiting> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// This page listens from now on, in the place of one before.
    pub fn listen(&self, listener: Channel<Notice>) {
        self.waiting().listener = Some(listener);
    }

    /// The page is gone.
    pub fn forget(&self) {
        self.waiting().listener = None;
    }

    /// Files that no page was notified of.
    pub fn take_files(&self) -> Vec<PathBuf> {
        std::mem::take(&mut self.waiting().files)
    }

    /// Reports the page, if there is one.
    pub fn notify(&self, notice: Notice) {
        if let Some(listener) = &self.waiting().listener {
            // A page that is gone receives nothing, and that is well.
            drop(listener.send(notice));
        }
    }

    /// Gives the page files that a person opened or dropped. They wait until there is one.
    pub fn offer(&self, mut paths: Vec<PathBuf>, grants: &Grants) {
        let mut waiting = self.waiting();
        match &waiting.listener {
            Some(listener) => {
                let files = grants.give_opened(paths);
                drop(listener.send(Notice::Files { files }));
            }
            None => waiting.files.append(&mut paths),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;
    use std::sync::Arc;
    use std::time::Duration;

    use fieldnotes_core::OsRandom;

    use super::*;

    #[test]
    fn files_wait_for_a_page() {
        let grants = Grants::new(|| Duration::ZERO, Arc::new(OsRandom));
        let notices = Notices::new(vec!["a".into()]);
        notices.offer(vec!["b".into()], &grants);
        notices.notify(Notice::Locking {
            reason: Reason::Idle,
        });
        assert_eq!(notices.take_files(), [Path::new("a"), Path::new("b")]);
        assert!(notices.take_files().is_empty());
    }

    #[test]
    fn notices_look_as_the_page_expects_them() {
        let json = |notice: Notice| serde_json::to_string(&notice).expect("plain data");
        let locking = json(Notice::Locking {
            reason: Reason::Suspend,
        });
        assert_eq!(locking, r#"{"kind":"locking","reason":"suspend"}"#);
        let grants = Grants::new(|| Duration::ZERO, Arc::new(OsRandom));
        let files = json(Notice::Files {
            files: grants.give_opened(vec!["/a".into()]),
        });
        assert!(files.starts_with(r#"{"kind":"files","files":[{"token":""#));
    }
}
