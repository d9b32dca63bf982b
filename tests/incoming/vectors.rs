//! Frozen files with one failure each (tests/vectors/bundles): looked at and taken in, each ends as the table says, and
//! where it is refused no byte of the vault has changed.

use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use fieldnotes_core::{
    Code, Error, SecretString, Session, Watch, receive, record, vault as api_vault,
};
use serde::Deserialize;

use crate::support::{folder, vault};

/// Bytes by which memory may grow while a gigabyte is refused.
#[cfg(target_os = "linux")]
const GROWTH: u64 = 64 << 20;

#[derive(Deserialize)]
struct Table {
    passphrase: String,
    vectors: Vec<Vector>,
}

#[derive(Deserialize)]
struct Vector {
    name: String,
    expected: Expected,
    #[serde(default)]
    recipe: Option<Recipe>,
}

/// How a file is made that is too large to be kept.
#[derive(Deserialize)]
struct Recipe {
    base: String,
    /// Zeros behind the end of what the base holds.
    zeros: u64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    code: Option<String>,
    part: Option<String>,
    /// How many revisions are taken in.
    taken: Option<u64>,
    waiting: Option<u64>,
    kind: Option<String>,
}

fn vectors() -> PathBuf {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/..")).join("tests/vectors/bundles")
}

fn file_of(name: &str) -> PathBuf {
    vectors().join(name).with_extension("fnbundle")
}

#[test]
fn every_file_is_in_the_table_and_ends_as_it_says() {
    let table: Table =
        serde_json::from_slice(&fs::read(vectors().join("table.json")).expect("a table"))
            .expect("it is one");
    let kept = folder::files(&vectors()).into_iter();
    let kept = kept.filter(|path| path.extension().is_some_and(|end| end == "fnbundle"));
    let listed = table.vectors.iter().filter(|one| one.recipe.is_none());
    let mut listed: Vec<PathBuf> = listed.map(|one| file_of(&one.name)).collect();
    listed.sort();
    assert_eq!(kept.collect::<Vec<_>>(), listed);
    assert!(listed.len() > 45);

    let dir = tempfile::tempdir().expect("a temp folder");
    let path = dir.path().join("vault");
    let mut session = vault::fresh(&path);
    record::add(&mut session, "note", br#"{"text":"mine"}"#).expect("saved");
    let digest = vault::digest(&session);
    api_vault::lock(session).expect("locked");
    let stage = Stage {
        before: folder::snapshot(&path),
        passphrase: SecretString::from(table.passphrase),
        path,
        digest,
        dir,
    };
    for vector in &table.vectors {
        stage.check(vector);
    }
}

struct Stage {
    dir: tempfile::TempDir,
    path: PathBuf,
    before: folder::Snapshot,
    digest: String,
    passphrase: SecretString,
}

impl Stage {
    fn check(&self, vector: &Vector) {
        let name = &vector.name;
        let file = match &vector.recipe {
            Some(recipe) => self.make(recipe),
            None => file_of(name),
        };
        let mut session = vault::unlock(&self.path);
        let (looked, taken) =
            unswollen(|| (self.look(&session, &file), self.take(&mut session, &file)));
        let expected = &vector.expected;
        match (&expected.code, expected.taken) {
            (Some(code), None) => {
                let error = taken.expect_err(name);
                assert_eq!(error.code.as_str(), code, "{name}: {error:?}");
                let part = expected
                    .part
                    .as_deref()
                    .or(error.params.get("part").map(String::as_str));
                assert_eq!(error.params.get("part").map(String::as_str), part, "{name}");
                let looked = looked.expect_err(name);
                assert_eq!(
                    looked.code, error.code,
                    "{name}: what is refused is not shown"
                );
                assert_eq!(vault::digest(&session), self.digest, "{name}");
                api_vault::lock(session).expect("locked");
                let now = folder::snapshot(&self.path);
                let changed = folder::difference(&self.before, &now);
                assert!(changed.is_empty(), "{name}: {changed:?}");
            }
            (None, Some(revisions)) => {
                let looked = looked.expect(name);
                assert_eq!(looked.files[0].new_revisions, revisions, "{name}");
                assert_eq!(
                    looked.waiting,
                    expected.waiting.unwrap_or_default(),
                    "{name}"
                );
                let done = taken.expect(name);
                assert_eq!(done.bundles[0].new_revisions, revisions, "{name}");
                assert_eq!(done.waiting, expected.waiting.unwrap_or_default(), "{name}");
                for line in &looked.records {
                    if let Some(kind) = &expected.kind {
                        assert_eq!(&line.kind, kind, "{name}");
                    }
                    let shown = record::show(&session, &line.id).expect(name);
                    assert_eq!(shown.kind, line.kind, "{name}");
                    assert!(shown.record["title"].is_string(), "{name}");
                }
                assert_eq!(vault::record_ids(&session).len(), 1 + looked.records.len());
                api_vault::lock(session).expect("locked");
                vault::assert_whole(&self.path, name);
            }
            _ => panic!("{name}: the table must say one of code and taken"),
        }
        folder::put_back(&self.path, &self.before);
    }

    fn look(&self, session: &Session, file: &Path) -> Result<receive::BundlesPreview, Error> {
        let files = [file.to_owned()];
        let silent = &mut Watch::silent();
        let seen = receive::preview(session, &files, Some(&self.passphrase), usize::MAX, silent)?;
        // One that was passed on is named, and nothing of it is shown.
        match seen.files[0].refused {
            Some(code) => {
                assert_eq!((code, seen.records.len()), (Code::NotForUs, 0));
                Err(code.into())
            }
            None => Ok(seen),
        }
    }

    fn take(&self, session: &mut Session, file: &Path) -> Result<receive::BundlesImported, Error> {
        let files = [file.to_owned()];
        let silent = &mut Watch::silent();
        receive::import(session, &files, Some(&self.passphrase), true, silent)
    }

    /// Makes the file of a recipe, a piece at a time.
    fn make(&self, recipe: &Recipe) -> PathBuf {
        let file = fs::read(file_of(&recipe.base)).expect("the base");
        let decryptor = age::Decryptor::new_buffered(&file[..]).expect("an age file");
        let identity = age::scrypt::Identity::new(self.passphrase.clone());
        let mut plain = Vec::new();
        decryptor
            .decrypt(std::iter::once(&identity as &dyn age::Identity))
            .expect("it opens")
            .read_to_end(&mut plain)
            .expect("whole");
        let mut recipient = age::scrypt::Recipient::new(self.passphrase.clone());
        recipient.set_work_factor(4);
        let out = self.dir.path().join("made");
        let mut writer =
            age::Encryptor::with_recipients(std::iter::once(&recipient as &dyn age::Recipient))
                .expect("one recipient")
                .wrap_output(fs::File::create(&out).expect("a file"))
                .expect("written");
        writer.write_all(&plain).expect("written");
        let mut zeros = std::io::repeat(0).take(recipe.zeros);
        std::io::copy(&mut zeros, &mut writer).expect("written");
        writer.finish().expect("written");
        assert!(fs::metadata(&out).expect("there").len() > recipe.zeros);
        out
    }
}

/// Does it, and looks that memory has not grown by what a bundle only says.
#[cfg(target_os = "linux")]
fn unswollen<T>(work: impl FnOnce() -> T) -> T {
    let peak = || {
        let status = fs::read_to_string("/proc/self/status").expect("Linux");
        let line = status.lines().find(|line| line.starts_with("VmHWM:"));
        let number = line.and_then(|line| line.split_whitespace().nth(1));
        number
            .and_then(|kib| kib.parse::<u64>().ok())
            .expect("a number")
            << 10
    };
    let before = peak();
    let done = work();
    let grown = peak() - before;
    assert!(grown < GROWTH, "{grown} bytes of memory");
    done
}

#[cfg(not(target_os = "linux"))]
fn unswollen<T>(work: impl FnOnce() -> T) -> T {
    work()
}
