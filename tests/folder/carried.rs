//! Something carries files between two folders: late, in parts, twice, under temporary names, out of order.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs::{File, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;

use fieldnotes_core::folder::{self, Carried};
use fieldnotes_core::record;
use serde_json::json;

use crate::pair::{Peer, files, meet};
use crate::support::chance::Chance;
use crate::support::vault::{assert_whole, digest, record_ids};

/// A file on its way.
struct Load {
    bytes: Vec<u8>,
    to: PathBuf,
    /// Turns until it moves on.
    wait: u64,
    way: Way,
    done: usize,
}

enum Way {
    /// Grows under its own name.
    Grows,
    /// Is made as long as it will be, and then filled.
    Filled,
    /// Grows under a temporary name, and is then renamed.
    Renamed,
}

impl Load {
    /// Carries it a little further; whether it has arrived.
    fn step(&mut self, chance: &mut Chance) -> bool {
        if self.wait > 0 {
            self.wait -= 1;
            return false;
        }
        self.wait = chance.below(3);
        let name = self.to.file_name().and_then(OsStr::to_str).expect("a name");
        let at = match self.way {
            Way::Renamed => self.to.with_file_name(format!(".syncthing.{name}.tmp")),
            _ => self.to.clone(),
        };
        if self.done == 0 {
            let file = File::create(&at).expect("created");
            if matches!(self.way, Way::Filled) {
                file.set_len(self.bytes.len() as u64).expect("space");
            }
        }
        let to = (self.done + 1 + chance.index(self.bytes.len() / 2)).min(self.bytes.len());
        let mut options = OpenOptions::new();
        options.write(true);
        let mut file = options.open(&at).expect("there");
        std::io::Seek::seek(&mut file, std::io::SeekFrom::Start(self.done as u64)).expect("sought");
        file.write_all(&self.bytes[self.done..to]).expect("written");
        drop(file);
        self.done = to;
        if self.done < self.bytes.len() {
            return false;
        }
        if at != self.to {
            std::fs::rename(&at, &self.to).expect("renamed");
        }
        true
    }
}

fn is_finished(path: &Path) -> bool {
    path.extension() == Some(OsStr::new("bundle")) && !name_of(path).starts_with('.')
}

fn name_of(path: &Path) -> &str {
    path.file_name().and_then(OsStr::to_str).expect("a name")
}

/// Carries until it is asked to stop. `turns` counts those in which nothing was under way.
fn carry(folders: [&Path; 2], stop: &AtomicBool, quiet: &AtomicU64) {
    let mut chance = Chance::new("carried");
    let mut met: BTreeMap<PathBuf, ()> = BTreeMap::new();
    let mut loads: Vec<Load> = Vec::new();
    while !stop.load(Ordering::Acquire) {
        for (from, to) in [(folders[0], folders[1]), (folders[1], folders[0])] {
            for path in files(from) {
                if !is_finished(&path) || met.contains_key(&path) {
                    continue;
                }
                met.insert(path.clone(), ());
                let name = name_of(&path);
                let names = match chance.below(3) {
                    0 => vec![name.to_owned(), format!("copy of {name}")],
                    _ => vec![name.to_owned()],
                };
                for name in names {
                    met.insert(to.join(&name), ());
                    loads.push(Load {
                        bytes: std::fs::read(&path).expect("a finished file"),
                        to: to.join(&name),
                        wait: chance.below(12),
                        way: match chance.below(3) {
                            0 => Way::Grows,
                            1 => Way::Filled,
                            _ => Way::Renamed,
                        },
                        done: 0,
                    });
                }
            }
        }
        chance.shuffle(&mut loads);
        loads.retain_mut(|load| !load.step(&mut chance));
        match loads.is_empty() {
            true => quiet.fetch_add(1, Ordering::AcqRel),
            false => quiet.swap(0, Ordering::AcqRel),
        };
        std::thread::sleep(Duration::from_millis(2));
    }
}

/// The files of a folder with what is in them.
fn content(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let all = files(folder).into_iter();
    all.filter(|path| is_finished(path))
        .map(|path| (path.clone(), std::fs::read(path).expect("there")))
        .collect()
}

fn work(peer: &mut Peer, who: &str, turn: u64, chance: &mut Chance) {
    let ids = record_ids(&peer.session);
    if ids.is_empty() || chance.below(2) == 0 {
        peer.note(&format!(
            "{who} {turn} {}",
            "가".repeat(chance.index(40_000))
        ));
        return;
    }
    let id = &ids[chance.index(ids.len())];
    let note = json!({"text": format!("{who} changes it, {turn}")}).to_string();
    match record::edit(&mut peer.session, id, note.as_bytes(), None) {
        Ok(_) => {}
        // For a person to settle.
        Err(error) => assert_eq!(error.code.as_str(), "record_in_conflict"),
    }
}

/// Two vaults whose folders a third party keeps alike, badly. In the end both hold the same, nothing of the other's was
/// touched, and both fall silent.
#[test]
fn whatever_carries_the_files_both_come_to_the_same_and_fall_silent() {
    let dir = tempfile::tempdir().expect("a temp folder");
    let (mut anna, mut minji) = meet(dir.path());
    let (stop, quiet) = (AtomicBool::new(false), AtomicU64::new(0));
    let (from, to) = (anna.folder.clone(), minji.folder.clone());
    std::thread::scope(|scope| {
        scope.spawn(|| carry([&from, &to], &stop, &quiet));
        // Whatever becomes of what follows, the carrier ends.
        let outcome = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
            let mut chance = Chance::new("work");
            let mut put = BTreeMap::new();
            let mut taken = 0;
            let mut silent = 0;
            for turn in 0..400 {
                for (peer, who) in [(&mut anna, "anna"), (&mut minji, "minji")] {
                    if turn < 25 && chance.below(2) == 0 {
                        work(peer, who, turn, &mut chance);
                    }
                    let arrivals = peer.look();
                    assert_eq!(arrivals.count(Carried::Damaged), 0, "{arrivals:?}");
                    let done = peer.take();
                    assert_eq!(done.refused, []);
                    taken += done.imports.len();
                    if !peer.put().bundles.is_empty() {
                        silent = 0;
                    }
                }
                for peer in [&anna, &minji] {
                    for (path, bytes) in content(&peer.folder) {
                        if name_of(&path).len() == 39 {
                            put.entry(name_of(&path).to_owned()).or_insert(bytes);
                        }
                    }
                }
                silent += 1;
                let is_at_rest = quiet.load(Ordering::Acquire) > 3;
                if turn > 25 && is_at_rest && silent > 3 {
                    break;
                }
                std::thread::sleep(Duration::from_millis(5));
            }
            (put.len(), taken, silent)
        }));
        stop.store(true, Ordering::Release);
        let (put, taken, silent) = outcome.unwrap_or_else(|panic| std::panic::resume_unwind(panic));
        assert!(silent > 3, "they never fall silent");
        assert!(put > 5 && taken > 5, "{put} put, {taken} taken");
        println!("{put} bundles, {taken} imports");
    });
    assert_eq!(digest(&anna.session), digest(&minji.session));
    for peer in [&anna, &minji] {
        let due = folder::due(&peer.session, None).expect("reported");
        assert_eq!((due.people.len(), due.records), (0, 0));
    }
    // All that either put out lies in both folders, whole, and nothing unfinished.
    let (ours, theirs) = (content(&anna.folder), content(&minji.folder));
    let named = |all: &BTreeMap<PathBuf, Vec<u8>>| -> BTreeMap<String, Vec<u8>> {
        let all = all.iter();
        all.map(|(path, bytes)| (name_of(path).replace("copy of ", ""), bytes.clone()))
            .collect()
    };
    assert_eq!(named(&ours), named(&theirs));
    assert_eq!(files(&anna.folder).len(), ours.len());
    assert_eq!(files(&minji.folder).len(), theirs.len());
    let arrivals = minji.look();
    assert!(arrivals.files.is_empty(), "{arrivals:?}");
    drop((anna, minji));
    assert_whole(&dir.path().join("anna"), "afterwards");
    assert_whole(&dir.path().join("minji"), "afterwards");
}

/// An acknowledgement is acknowledged by nobody.
#[test]
fn two_who_only_thank_each_other_stop() {
    let dir = tempfile::tempdir().expect("a temp folder");
    let (mut anna, mut minji) = meet(dir.path());
    assert!(anna.put().bundles.is_empty(), "nothing is due yet");
    anna.note("for Minji");
    let due = folder::due(&anna.session, None).expect("reported");
    assert_eq!((due.people, due.records), (vec!["minji".to_owned()], 1));
    let there = anna.put_file();
    assert!(anna.put().bundles.is_empty(), "it is on its way");
    std::fs::copy(&there, minji.folder.join(name_of(&there))).expect("carried");
    assert_eq!(minji.take().imports.len(), 1);
    assert!(minji.take().imports.is_empty(), "it was taken in");
    let back = minji.put_file();
    std::fs::copy(&back, anna.folder.join(name_of(&back))).expect("carried");
    let done = anna.take();
    assert_eq!(done.imports[0].bundles[0].new_revisions, 0);
    assert!(anna.put().bundles.is_empty());
    assert!(minji.put().bundles.is_empty());
    assert_eq!(digest(&anna.session), digest(&minji.session));
}
