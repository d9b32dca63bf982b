//! The disk is full: what cannot be done says so, and nothing is half done. On a small disk of its own, where this
//! machine lets us mount one.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use fieldnotes_core::record::{self, import};
use fieldnotes_core::{
    Code, Error, Session, Watch, attachment, receive, review, search, send, vault as api_vault,
};
use serde_json::json;

use crate::support::chance::Chance;
use crate::support::{child, folder, vault};

/// The size of the small disk, and what is left of it when it is called full.
const DISK: &str = "size=8m";
const LEFT: u64 = 300_000;

/// Guards "A saved sentence stays saved" of docs/THREATS.md where there is no space for the next one.
#[test]
fn a_full_disk_is_named_and_nothing_is_half_written() {
    let dir = tempfile::tempdir().expect("a temp folder");
    let small = dir.path().join("small");
    std::fs::create_dir(&small).expect("a folder can be made");
    if !can_mount(&small) {
        println!("SKIPPED: a disk can be mounted by root only, in a namespace of its own");
        return;
    }
    // The child sees the small disk; nobody else does, and it is gone with the child.
    let work = child::command("full_disk::child", dir.path());
    let mut command = Command::new("unshare");
    command
        .args(["--mount", "sh", "-c"])
        .arg(format!(
            "mount -t tmpfs -o {DISK} none \"$0\" && exec \"$@\""
        ))
        .arg(&small)
        .arg(work.get_program())
        .args(work.get_args())
        .envs(
            work.get_envs()
                .filter_map(|(name, value)| Some((name, value?))),
        )
        .stdin(Stdio::null())
        .stdout(Stdio::piped());
    let said = child::Running::start(command).finish();
    println!("{said:?}");
    assert_eq!(said.last().map(String::as_str), Some("done"));
}

fn can_mount(at: &Path) -> bool {
    let tried = Command::new("unshare")
        .args(["--mount", "mount", "-t", "tmpfs", "-o", DISK, "none"])
        .arg(at)
        .stderr(Stdio::null())
        .status();
    tried.is_ok_and(|status| status.success())
}

/// Works on the small disk until it is full, and beyond.
#[test]
#[ignore = "started by the test above, with a small disk"]
fn child() {
    let Some(dir) = child::folder() else { return };
    let small = dir.join("small");
    let (path, filler) = (small.join("vault"), small.join("filler"));
    let mut chance = Chance::from_seed(1);
    let mut session = vault::fresh(&path);
    let owner = record::add(&mut session, "note", br#"{"text":"first"}"#)
        .expect("enough space")
        .id;
    let large = a_large_bundle(&dir, &mut session, &mut chance);
    let plain = dir.join("large.bin");
    std::fs::write(&plain, chance.bytes(1_500_000)).expect("a file can be written");
    fill(&small, &filler);

    let acknowledged = save_until_full(&mut session);
    child::say(&format!("{acknowledged} records until it was full"));
    let state = State::of(&session, &small);

    let error = attachment::add(&mut session, &owner, &plain, &mut Watch::silent());
    state.refused("attachment", error, &session, &small);
    let passphrase = vault::secret("낱말 여섯");
    let error = receive::import(
        &mut session,
        &[large],
        Some(&passphrase),
        true,
        &mut Watch::silent(),
    );
    state.refused("import", error, &session, &small);
    let line = json!({"kind": "note", "text": "가".repeat(20_000)}).to_string() + "\n";
    let lines = line.repeat(100);
    let error = import::lines(&mut session, &mut lines.as_bytes(), 0, &mut Watch::silent());
    state.refused("lines", error, &session, &small);
    let out = small.join("out.fnb");
    let to = send::Recipients::Passphrase(&passphrase);
    let error = send::export(&session, &out, &to, None, &mut Watch::silent());
    state.refused("bundle", error, &session, &small);
    let (out, all) = (small.join("out.fnreview"), vault::record_ids(&session));
    let error = review::export(
        &mut session,
        &out,
        &passphrase,
        &review::ReviewOrder::new(&all, "research", "a university"),
        &mut Watch::silent(),
    );
    state.refused("review", error, &session, &small);

    // As if the program had ended here; and then once more in order, as far as there is space for it.
    drop(session);
    let rest = take_the_rest(&small);
    vault::assert_whole(&path, "on the full disk");
    let session = vault::unlock(&path);
    assert_eq!(vault::digest(&session), state.digest);
    reading_works(&session, acknowledged);
    if let Err(error) = api_vault::lock(session) {
        assert_eq!(error.code, Code::DiskFull);
        child::say("no space to lock it in order");
    }
    vault::assert_whole(&path, "on the full disk, after locking");

    std::fs::remove_file(&filler).expect("there");
    std::fs::remove_file(&rest).expect("there");
    let mut session = vault::unlock(&path);
    assert_eq!(vault::digest(&session), state.digest);
    record::add(&mut session, "note", br#"{"text":"space again"}"#).expect("space again");
    api_vault::lock(session).expect("space again");
    vault::assert_whole(&path, "with space again");
    child::say("done");
}

/// Neither the index nor anything else that wants space ends reading.
fn reading_works(session: &Session, acknowledged: usize) {
    search::catch_up(session, &mut Watch::silent()).expect("done without an index");
    let asked = search::Find {
        query: "나나",
        ..search::Find::default()
    };
    let found = search::find(session, &asked).expect("found");
    assert_eq!((found.total, found.pending), (acknowledged as u64, 0));
    assert!(vault::record_ids(session).len() > acknowledged);
}

/// What must not change while nothing can be written.
struct State {
    digest: String,
    files: Vec<PathBuf>,
}

impl State {
    fn of(session: &Session, small: &Path) -> Self {
        Self {
            digest: vault::digest(session),
            files: folder::files(small),
        }
    }

    fn refused<T: std::fmt::Debug>(
        &self,
        what: &str,
        outcome: Result<T, Error>,
        session: &Session,
        small: &Path,
    ) {
        let error = outcome.expect_err(what);
        assert_eq!(error.code, Code::DiskFull, "{what}");
        assert_eq!(vault::digest(session), self.digest, "{what}");
        assert_eq!(folder::files(small), self.files, "{what}");
        child::say(&format!("{what}: {}", error.code.as_str()));
    }
}

/// Takes all space but a little.
fn fill(small: &Path, filler: &Path) {
    let answer = Command::new("df")
        .args(["--output=avail", "-B1"])
        .arg(small)
        .output();
    let text = String::from_utf8(answer.expect("df answers").stdout).expect("digits");
    let free: u64 = text
        .split_whitespace()
        .last()
        .expect("a number")
        .parse()
        .expect("a number");
    std::fs::write(filler, vec![0; (free - LEFT) as usize]).expect("enough space");
}

/// Takes what is left to the last byte.
fn take_the_rest(small: &Path) -> PathBuf {
    let rest = small.join("rest");
    let mut file = std::fs::File::create(&rest).expect("a name finds space");
    while file.write_all(&[0; 4_096]).is_ok() {}
    rest
}

/// Adds records until there is no space. Each that was acknowledged can be shown afterwards.
fn save_until_full(session: &mut Session) -> usize {
    let mut acknowledged = Vec::new();
    for number in 0.. {
        let text = format!("{number} {}", "나".repeat(4_000));
        let json = json!({"text": text}).to_string();
        match record::add(session, "note", json.as_bytes()) {
            Ok(saved) => acknowledged.push((saved.id, text)),
            Err(error) => {
                assert_eq!(error.code, Code::DiskFull);
                break;
            }
        }
    }
    for (id, text) in &acknowledged {
        assert_eq!(
            record::show(session, id).expect("saved").record["text"],
            **text
        );
    }
    acknowledged.len()
}

/// Leaves a bundle that will not fit beside the vault.
fn a_large_bundle(dir: &Path, session: &mut Session, chance: &mut Chance) -> PathBuf {
    let mut sender = vault::fresh(&dir.join("sender"));
    let owner = record::add(&mut sender, "note", br#"{"text":"large"}"#)
        .expect("saved")
        .id;
    let plain = dir.join("plain.bin");
    std::fs::write(&plain, chance.bytes(2_000_000)).expect("a file can be written");
    attachment::add(&mut sender, &owner, &plain, &mut Watch::silent()).expect("saved");
    vault::befriend((session, "small"), (&mut sender, "sender"));
    let (out, passphrase) = (dir.join("large.fnb"), vault::secret("낱말 여섯"));
    let to = send::Recipients::Passphrase(&passphrase);
    send::export(&sender, &out, &to, None, &mut Watch::silent()).expect("sent");
    out
}
