//! What the page is told unasked.

use std::sync::{Mutex, MutexGuard, PoisonError};

use fieldnotes_core::api::folder::Arrivals;
use serde::Serialize;
use tauri::ipc::Channel;

/// Why the vault is about to be locked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
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

/// A notice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Notice {
    /// The vault will be locked in a moment: keep what is being typed, then ask for it.
    Locking { reason: Reason },
    /// Files were opened from outside, or dropped on the window.
    Files { paths: Vec<String> },
    /// Something else lies in the exchange folder than before; nothing where the folder is not there.
    Folder { arrivals: Option<Arrivals> },
}

#[derive(Default)]
struct Waiting {
    listener: Option<Channel<Notice>>,
    files: Vec<String>,
}

/// The page that listens, and what it has not heard yet.
pub struct Notices(Mutex<Waiting>);

impl Notices {
    /// `files` are those that the program was started with.
    pub fn new(files: Vec<String>) -> Self {
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

    /// Files that no page was told of.
    pub fn take_files(&self) -> Vec<String> {
        std::mem::take(&mut self.waiting().files)
    }

    /// Tells the page. Files wait until there is one.
    pub fn tell(&self, notice: Notice) {
        let mut waiting = self.waiting();
        match (&waiting.listener, notice) {
            (Some(listener), notice) => drop(listener.send(notice)),
            (None, Notice::Files { mut paths }) => waiting.files.append(&mut paths),
            (None, Notice::Locking { .. } | Notice::Folder { .. }) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_wait_for_a_page() {
        let notices = Notices::new(vec!["a".to_owned()]);
        notices.tell(Notice::Files {
            paths: vec!["b".to_owned()],
        });
        notices.tell(Notice::Locking {
            reason: Reason::Idle,
        });
        assert_eq!(notices.take_files(), ["a", "b"]);
        assert!(notices.take_files().is_empty());
    }

    #[test]
    fn notices_look_as_the_page_expects_them() {
        let json = |notice: Notice| serde_json::to_string(&notice).expect("plain data");
        let locking = json(Notice::Locking {
            reason: Reason::Suspend,
        });
        assert_eq!(locking, r#"{"kind":"locking","reason":"suspend"}"#);
        let files = json(Notice::Files {
            paths: vec!["/a".to_owned()],
        });
        assert_eq!(files, r#"{"kind":"files","paths":["/a"]}"#);
    }
}
