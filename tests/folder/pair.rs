//! Two vaults, each with an exchange folder of its own, and what carries files between them is the test's.

use std::path::{Path, PathBuf};

use fieldnotes_core::colleague::{self, identity};
use fieldnotes_core::folder::{self, Arrivals, Carried, FolderPut, FolderTaken, Memory};
use fieldnotes_core::{Session, Watch, record};
use serde_json::json;

use crate::support::vault::{befriend, fresh};

/// A vault and its folder.
pub struct Peer {
    pub session: Session,
    pub folder: PathBuf,
    pub memory: Memory,
}

impl Peer {
    pub fn new(at: &Path) -> Self {
        let folder = at.with_extension("exchange");
        std::fs::create_dir(&folder).expect("a folder can be made");
        let mut session = fresh(at);
        folder::set(&mut session, &folder).expect("a folder beside the vault will do");
        Self {
            session,
            folder,
            memory: Memory::default(),
        }
    }

    pub fn note(&mut self, text: &str) -> String {
        let note = json!({ "text": text }).to_string();
        let saved = record::add(&mut self.session, "note", note.as_bytes());
        saved.expect("saved").id
    }

    pub fn look(&mut self) -> Arrivals {
        folder::look(&self.session, &mut self.memory).expect("looked")
    }

    /// What the only file of the folder is.
    #[track_caller]
    pub fn state(&mut self) -> Carried {
        let states = self.look().states;
        assert_eq!(states.values().sum::<u64>(), 1, "{states:?}");
        *states.keys().next().expect("one")
    }

    pub fn take(&mut self) -> FolderTaken {
        let (session, memory) = (&mut self.session, &mut self.memory);
        folder::take(session, None, memory, &mut Watch::silent()).expect("taken")
    }

    pub fn put(&mut self) -> FolderPut {
        folder::put(&mut self.session, None, &mut Watch::silent()).expect("put")
    }

    /// Puts something out, and gives what was written.
    #[track_caller]
    pub fn put_file(&mut self) -> PathBuf {
        let before = files(&self.folder);
        assert_eq!(self.put().bundles.len(), 1);
        let mut new = files(&self.folder);
        new.retain(|path| !before.contains(path));
        assert_eq!(new.len(), 1);
        new.remove(0)
    }
}

/// Every file in a folder, hidden ones too.
pub fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).expect("a folder");
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("one").path()).collect();
    paths.sort();
    paths
}

/// Two peers that know and have compared each other.
pub fn meet(dir: &Path) -> (Peer, Peer) {
    let (mut anna, mut minji) = (Peer::new(&dir.join("anna")), Peer::new(&dir.join("minji")));
    befriend((&mut anna.session, "anna"), (&mut minji.session, "minji"));
    compare(&mut anna.session, "minji", &minji.session);
    compare(&mut minji.session, "anna", &anna.session);
    (anna, minji)
}

pub fn compare(session: &mut Session, name: &str, other: &Session) {
    let fingerprint = identity::show(other).fingerprint;
    colleague::verify(session, name, &fingerprint).expect("the same");
}
