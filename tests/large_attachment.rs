//! A recording of two gigabytes goes in, through a bundle and out again, in little memory.
#![cfg(target_os = "linux")]
// A test that reaches for what is not there fails, as it should, and says what it saw.
#![allow(clippy::indexing_slicing, clippy::print_stdout)]

use std::fs::File;
use std::io::{BufWriter, Read, Write};
use std::path::{Path, PathBuf};
use std::process::Command;

use fieldnotes_core::colleague::{self, identity};
use fieldnotes_core::send::Recipients;
use fieldnotes_core::vault::{NewVault, WordList};
use fieldnotes_core::{
    Environment, SecretString, Session, Watch, attachment, receive, record, send, vault,
};
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{RngCore, SeedableRng};
use sha2::{Digest, Sha256};

/// Above what 32 bits hold with a sign, and a multiple of nothing.
const SIZE: u64 = (2 << 30) + 4_321;
/// What may be used above an unlocked vault at rest.
const MEMORY: u64 = 64 << 20;
/// Two sealed copies and a bundle at a time, each padded.
const DISK: u64 = 8_000_000_000;
/// The folder, for the parts that run in a process of their own.
const FOLDER: &str = "FIELDNOTES_TEST_FOLDER";

struct WorkDir(PathBuf);

impl WorkDir {
    fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    fn new_vault(&self, name: &str) -> Session {
        let new = NewVault {
            passphrase: passphrase(),
            recovery_words: WordList::English,
            is_test: true,
        };
        vault::create(&self.path(name), &new, &Environment::system()).expect("created");
        self.unlock(name)
    }

    fn unlock(&self, name: &str) -> Session {
        vault::unlock(&self.path(name), &passphrase(), &Environment::system()).expect("unlocked")
    }

    /// Runs a part in a process of its own: what was used before it would count as its own.
    fn run(&self, part: &str) {
        #[allow(clippy::disallowed_methods)] // The same program again, in a test.
        let mut command = Command::new(std::env::current_exe().expect("this program"));
        let status = command
            .args(["--exact", part, "--ignored", "--nocapture"])
            .env(FOLDER, &self.0)
            .status()
            .expect("started");
        assert!(status.success(), "{part} failed");
    }
}

fn passphrase() -> SecretString {
    SecretString::from("a vault that holds much")
}

/// A line of the kernel's account of this process, in bytes.
fn memory(line: &str) -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").expect("Linux");
    let found = status.lines().find_map(|found| found.strip_prefix(line));
    let number = found.and_then(|rest| rest.split_whitespace().nth(1));
    number
        .and_then(|kib| kib.parse::<u64>().ok())
        .expect("a number")
        << 10
}

/// Does the work and says how much memory it used above what the process has now.
#[track_caller]
fn stays_small(what: &str, work: impl FnOnce()) {
    // 5 sets the peak back to what is used now: proc(5).
    std::fs::write("/proc/self/clear_refs", "5").expect("the peak is set back");
    let idle = memory("VmRSS");
    work();
    let used = memory("VmHWM").saturating_sub(idle);
    println!(
        "{what}: {} KiB above idle, which is {} KiB",
        used >> 10,
        idle >> 10
    );
    assert!(used <= MEMORY, "{what} used {used} bytes above idle");
}

#[allow(clippy::disallowed_methods)] // df knows what no safe call of the standard library reports.
fn free_space(folder: &Path) -> u64 {
    let output = Command::new("df")
        .args(["--output=avail", "-B1"])
        .arg(folder)
        .output();
    let output = String::from_utf8(output.expect("df").stdout).expect("text");
    output
        .lines()
        .nth(1)
        .and_then(|line| line.trim().parse().ok())
        .expect("a number")
}

fn write_noise(path: &Path) -> String {
    let mut random = ChaCha8Rng::seed_from_u64(2);
    let mut hasher = Sha256::new();
    let mut out = BufWriter::new(File::create(path).expect("created"));
    let mut piece = vec![0; 1 << 20];
    let mut left = SIZE;
    while left > 0 {
        piece.truncate(left.min(1 << 20) as usize);
        random.fill_bytes(&mut piece);
        hasher.update(&piece);
        out.write_all(&piece).expect("written");
        left -= piece.len() as u64;
    }
    out.flush().expect("written");
    hex::encode(hasher.finalize())
}

fn hash(path: &Path) -> String {
    let mut file = File::open(path).expect("there");
    let mut hasher = Sha256::new();
    let mut piece = vec![0; 1 << 20];
    loop {
        match file.read(&mut piece).expect("read") {
            0 => return hex::encode(hasher.finalize()),
            count => hasher.update(&piece[..count]),
        }
    }
}

#[test]
fn two_gigabytes_go_in_through_a_bundle_and_out_again_in_little_memory() {
    let place = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let free = free_space(place);
    assert!(
        free >= DISK,
        "this test needs {} GB on the disk of {}, and {} GB are free",
        DISK / 1_000_000_000,
        place.display(),
        free / 1_000_000_000
    );
    let folder = tempfile::tempdir_in(place).expect("a folder");
    let workdir = WorkDir(folder.path().to_owned());
    let (mut sender, mut recipient) = (workdir.new_vault("sender"), workdir.new_vault("recipient"));
    let known = identity::show(&recipient).identity;
    colleague::add(&mut sender, &known, "recipient").expect("added");
    let known = identity::show(&sender).identity;
    colleague::add(&mut recipient, &known, "sender").expect("added");
    let owner = record::add(&mut sender, "note", br#"{"text": "a recording"}"#)
        .expect("saved")
        .id;
    vault::lock(sender).expect("locked");
    vault::lock(recipient).expect("locked");
    std::fs::write(workdir.path("owner"), &owner).expect("written");
    let sha256 = write_noise(&workdir.path("recording.wav"));

    workdir.run("send");
    // What is done with makes space for what comes.
    std::fs::remove_dir_all(workdir.path("sender")).expect("removed");
    workdir.run("receive");

    let saved = std::fs::read_to_string(workdir.path("saved")).expect("written");
    assert_eq!(saved, format!("{SIZE} {sha256}"));
    assert_eq!(hash(&workdir.path("out.wav")), sha256);
}

fn workdir_of_parent() -> WorkDir {
    WorkDir(std::env::var_os(FOLDER).expect("given by the test").into())
}

#[test]
#[ignore = "a part of the test above, which starts it"]
fn send() {
    let workdir = workdir_of_parent();
    let owner = std::fs::read_to_string(workdir.path("owner")).expect("written");
    let mut session = workdir.unlock("sender");
    let recording = workdir.path("recording.wav");
    stays_small("attaching", || {
        attachment::add(&mut session, &owner, &recording, &mut Watch::silent()).expect("attached");
    });
    std::fs::remove_file(&recording).expect("removed");
    let names = ["recipient".to_owned()];
    let to = Recipients::Colleagues(&names);
    stays_small("writing the bundle", || {
        let written = send::export(
            &session,
            &workdir.path("bundle"),
            &to,
            None,
            &mut Watch::silent(),
        );
        assert_eq!(written.expect("written").files, 1);
    });
    vault::lock(session).expect("locked");
}

#[test]
#[ignore = "a part of the test above, which starts it"]
fn receive() {
    let workdir = workdir_of_parent();
    let owner = std::fs::read_to_string(workdir.path("owner")).expect("written");
    let mut session = workdir.unlock("recipient");
    let path = workdir.path("bundle");
    stays_small("taking the bundle in", || {
        let paths = [path.clone()];
        let done = receive::import(&mut session, &paths, None, false, &mut Watch::silent());
        assert_eq!(done.expect("taken in").bundles[0].new_files, 1);
    });
    std::fs::remove_file(&path).expect("removed");
    let line = attachment::list(&session, &owner)
        .expect("listed")
        .attachments
        .remove(0);
    stays_small("saving the file", || {
        let out = workdir.path("out.wav");
        let saved =
            fieldnotes_core::attachment::save(&session, &line.id, &out, &mut Watch::silent());
        let saved = saved.expect("saved");
        std::fs::write(
            workdir.path("saved"),
            format!("{} {}", saved.size, saved.sha256),
        )
        .expect("written");
    });
    vault::lock(session).expect("locked");
}
