//! Two vaults whose owners know each other.

use std::path::{Path, PathBuf};

use fieldnotes_core::receive::{self, BundlesImported, BundlesPreview};
use fieldnotes_core::send::{self, Recipients};
use fieldnotes_core::{Error, Session, Watch, record};
use serde_json::{Value, json};

use crate::support::vault;

pub struct Pair {
    pub dir: tempfile::TempDir,
    pub mine: Session,
    pub theirs: Session,
    sent: usize,
}

impl Pair {
    pub fn new() -> Self {
        let dir = tempfile::tempdir().expect("a temp folder");
        let mut mine = vault::fresh(&dir.path().join("mine"));
        let mut theirs = vault::fresh(&dir.path().join("theirs"));
        vault::befriend((&mut mine, "me"), (&mut theirs, "they"));
        Self {
            dir,
            mine,
            theirs,
            sent: 0,
        }
    }

    pub fn path(&self) -> PathBuf {
        self.dir.path().join("mine")
    }

    /// What they send to me.
    pub fn they_send(&mut self, chosen: Option<&[String]>) -> PathBuf {
        self.sent += 1;
        let out = self.dir.path().join(format!("{}.fnb", self.sent));
        send(&self.theirs, "me", &out, chosen);
        out
    }

    /// What I send to them.
    pub fn i_send(&mut self) -> PathBuf {
        self.sent += 1;
        let out = self.dir.path().join(format!("{}.fnb", self.sent));
        send(&self.mine, "they", &out, None);
        out
    }

    /// Both hold the same.
    pub fn meet(&mut self) {
        let out = self.they_send(None);
        take(&mut self.mine, &out);
        let back = self.i_send();
        take(&mut self.theirs, &back);
        assert_eq!(vault::digest(&self.mine), vault::digest(&self.theirs));
    }

    pub fn preview(&self, files: &[PathBuf]) -> BundlesPreview {
        preview(&self.mine, files).expect("it can be looked at")
    }
}

fn send(from: &Session, to: &str, out: &Path, chosen: Option<&[String]>) {
    let to = [to.to_owned()];
    let to = Recipients::Colleagues(&to);
    send::export(from, out, &to, chosen, &mut Watch::silent()).expect("sent");
}

pub fn preview(session: &Session, files: &[PathBuf]) -> Result<BundlesPreview, Error> {
    receive::preview(session, files, None, usize::MAX, &mut Watch::silent())
}

pub fn take(session: &mut Session, file: &PathBuf) -> BundlesImported {
    take_all(session, std::slice::from_ref(file))
}

pub fn take_all(session: &mut Session, files: &[PathBuf]) -> BundlesImported {
    receive::import(session, files, None, false, &mut Watch::silent()).expect("taken in")
}

pub fn note(session: &mut Session, text: &str) -> String {
    let json = json!({ "text": text, "tags": ["tag"] }).to_string();
    record::add(session, "note", json.as_bytes())
        .expect("saved")
        .id
}

pub fn edit(session: &mut Session, id: &str, member: &str, value: Value) {
    let mut shown = record::show(session, id).expect("there").record;
    shown[member] = value;
    record::edit(session, id, shown.to_string().as_bytes(), None).expect("saved");
}
