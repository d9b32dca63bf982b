//! What a run leaves on the disk, and whether any of it says what was written.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::time::SystemTime;

use crate::scanner::Scanner;
use crate::stage::Stage;

/// Places that every program of the machine may write to.
const SHARED: [&str; 3] = ["/tmp", "/var/tmp", "/dev/shm"];

/// What a folder holds that somebody builds in: the sources of these tests, in which the texts stand, or what became of them.
const BUILT_IN: [&str; 3] = [".git", "Cargo.toml", "CACHEDIR.TAG"];

/// What is of another test, or of the rig's own screen, and so large or so busy that it is left out.
const NOT_OURS: [&str; 2] = ["fn-", "cargo-install"];

pub struct Remains {
    stage: PathBuf,
    places: Vec<PathBuf>,
    since: SystemTime,
}

impl Remains {
    /// Begins to look, before the app starts.
    pub fn before(stage: &Stage) -> Self {
        let mut places = stage.places();
        places.push(stage.documents());
        Self {
            stage: stage.folder().to_owned(),
            places,
            since: SystemTime::now(),
        }
    }

    /// Every file in the places of the stage, and whatever is new where all programs may write.
    pub fn files(&self) -> Vec<PathBuf> {
        let mut found = Vec::new();
        for place in &self.places {
            walk(place, &mut |path| found.push(path.to_owned()));
        }
        for place in SHARED {
            for entry in fs::read_dir(place).into_iter().flatten().flatten() {
                let name = entry.file_name().to_string_lossy().into_owned();
                if NOT_OURS.iter().any(|start| name.starts_with(start)) {
                    continue;
                }
                walk(&entry.path(), &mut |path| {
                    let changed = fs::symlink_metadata(path).and_then(|about| about.modified());
                    if changed.is_ok_and(|changed| changed >= self.since) {
                        found.push(path.to_owned());
                    }
                });
            }
        }
        // What the test itself wrote down.
        found.retain(|path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            !(path.starts_with(self.stage.join("documents"))
                && (name == "passphrase" || name.starts_with("identity-of-")))
        });
        found
    }

    /// Fails where a text stands in any file, or in the name of one, in any spelling.
    #[track_caller]
    pub fn hold_none_of(&self, texts: &[&str]) {
        let mut scanner = Scanner::new();
        for text in texts {
            scanner.watch_for(text);
        }
        let mut bytes = 0;
        let mut left = Vec::new();
        let files = self.files();
        for path in &files {
            let content = fs::read(path).unwrap_or_default();
            bytes += content.len();
            let mut found = scanner.scan(&content);
            found.extend(scanner.scan(path.as_os_str().as_encoded_bytes()));
            left.extend(
                found
                    .iter()
                    .map(|what| format!("{}: {what}", path.display())),
            );
        }
        println!(
            "{} spellings in {} files, {bytes} bytes",
            scanner.len(),
            files.len()
        );
        assert!(left.is_empty(), "left behind: {left:#?}");
        let has_vault = files.iter().any(|path| path.ends_with("vault.db"));
        assert!(has_vault, "there was nothing to look into");
    }

    /// What the app left in the places that a desktop gives it, by its path from the stage.
    pub fn of_the_app(&self, stage: &Stage) -> Vec<PathBuf> {
        let mut found = Vec::new();
        for place in stage.places() {
            walk(&place, &mut |path| {
                found.push(path.strip_prefix(&self.stage).expect("below").to_owned());
            });
        }
        found.sort();
        found
    }
}

/// Six letters that no other run has, for texts that stand nowhere else.
pub fn mark() -> &'static str {
    static MARK: OnceLock<String> = OnceLock::new();
    MARK.get_or_init(|| {
        let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
        let mut number = now.map_or(0, |now| now.as_nanos() / 1_000);
        let letters = std::iter::repeat_with(|| {
            let letter = b'a' + u8::try_from(number % 26).expect("one of 26");
            number /= 26;
            char::from(letter)
        });
        letters.take(6).collect()
    })
}

/// Every file below a place, or the file that it is.
fn walk(place: &Path, each: &mut dyn FnMut(&Path)) {
    let Ok(about) = fs::symlink_metadata(place) else {
        return; // gone meanwhile
    };
    if about.is_file() {
        each(place);
    } else if about.is_dir() && !BUILT_IN.iter().any(|name| place.join(name).exists()) {
        for entry in fs::read_dir(place).into_iter().flatten().flatten() {
            walk(&entry.path(), each);
        }
    }
}
