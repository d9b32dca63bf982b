//! A vault on a disk that cannot be written to: everything can be read, and nothing is said to be damaged.

use std::path::Path;
use std::process::{Command, Stdio};

use fieldnotes_core::search::{self, list};
use fieldnotes_core::{Code, Watch, attachment, record, review, send, vault as api_vault};

use crate::support::{child, folder, vault};

/// Runs the child where the folder `small` is a disk that was filled by `cp` and is write-protected now.
fn run(kind: &str, prepare: impl FnOnce(&Path)) {
    let dir = tempfile::tempdir().expect("a temp folder");
    for name in ["small", "vaults"] {
        std::fs::create_dir(dir.path().join(name)).expect("a folder can be made");
    }
    let small = dir.path().join("small");
    let tried = Command::new("unshare")
        .args(["--mount", "mount", "-t", "tmpfs", "none"])
        .arg(&small)
        .stderr(Stdio::null())
        .status();
    if !tried.is_ok_and(|status| status.success()) {
        println!("SKIPPED: a disk can be mounted by root only, in a namespace of its own");
        return;
    }
    prepare(&dir.path().join("vaults/vault"));
    let work = child::command("read_only::child", dir.path());
    let mut command = Command::new("unshare");
    command
        .args(["--mount", "sh", "-c"])
        .arg(
            "mount -t tmpfs none \"$0/small\" && cp -r \"$0/vaults/vault\" \"$0/small/vault\" && \
             mount -o remount,ro \"$0/small\" && exec \"$@\"",
        )
        .arg(dir.path())
        .arg(work.get_program())
        .args(work.get_args())
        .envs(
            work.get_envs()
                .filter_map(|(name, value)| Some((name, value?))),
        )
        .stdin(Stdio::null())
        .stdout(Stdio::piped());
    let said = child::Running::start(command).finish();
    println!("{kind}: {said:?}");
    assert_eq!(said.last().map(String::as_str), Some("done"), "{kind}");
}

fn fill(path: &Path) -> fieldnotes_core::Session {
    let mut session = vault::fresh(path);
    let owner = record::add(&mut session, "note", br#"{"text":"a word"}"#)
        .expect("saved")
        .id;
    let plain = path.with_file_name("plain.bin");
    std::fs::write(&plain, [7; 70_000]).expect("written");
    attachment::add(&mut session, &owner, &plain, &mut Watch::silent()).expect("saved");
    session
}

#[test]
fn a_vault_that_was_locked_is_read() {
    run("locked", |path| {
        api_vault::lock(fill(path)).expect("locked")
    });
}

#[test]
fn a_vault_with_an_index_is_read() {
    run("with an index", |path| {
        let session = fill(path);
        search::catch_up(&session, &mut Watch::silent()).expect("indexed");
        api_vault::lock(session).expect("locked");
    });
}

/// The stick was pulled before the vault was locked: the last records are in the log only.
#[test]
fn a_vault_that_was_not_locked_is_read() {
    run("not locked", |path| drop(fill(path)));
}

#[test]
#[ignore = "started by the tests above, with a write-protected disk"]
fn child() {
    let Some(dir) = child::folder() else { return };
    let path = dir.join("small/vault");
    let before = folder::snapshot(&path);
    assert!(!api_vault::look(&path).expect("looked at").is_in_use);
    vault::assert_whole(&path, "on a write-protected disk");
    let mut session = vault::unlock(&path);
    let status = api_vault::status(&session);
    assert!(status.is_read_only && status.is_storage_read_only && status.damage.is_empty());
    let ids = vault::record_ids(&session);
    assert_eq!(ids.len(), 2);
    let found = search::find(
        &session,
        &search::Find {
            query: "word",
            ..search::Find::default()
        },
    )
    .expect("found");
    assert_eq!((found.total, found.pending), (1, 0));
    let page = list::page(&session, &list::ListRecords::default()).expect("listed");
    assert_eq!(page.records.len(), 2);
    let held = ids.iter().find_map(|id| {
        let out = dir.join(format!("{id}.bin"));
        attachment::save(&session, id, &out, &mut Watch::silent()).ok()
    });
    assert!(held.is_some(), "the attachment is saved elsewhere");
    let passphrase = vault::secret("낱말 여섯 개가 들어 있는 것");
    let to = send::Recipients::Passphrase(&passphrase);
    let out = dir.join("out.fnb");
    send::export(&session, &out, &to, None, &mut Watch::silent()).expect("sent");
    let out = dir.join("out.fnreview");
    // What leaves has to be noted, and nothing can be.
    let refused = review::export(
        &mut session,
        &out,
        &passphrase,
        &review::ReviewOrder::new(&ids, "research", "a university"),
        &mut Watch::silent(),
    );
    assert_eq!(refused.expect_err("read-only").code, Code::ReadOnly);
    let error = record::add(&mut session, "note", br#"{"text":"no"}"#).expect_err("refused");
    assert_eq!(error.code, Code::ReadOnly);
    api_vault::lock(session).expect("locked");
    let session = vault::unlock_damaged(&path).expect("read");
    assert_eq!(vault::record_ids(&session).len(), 2);
    api_vault::lock(session).expect("locked");
    assert_eq!(folder::snapshot(&path), before);
    child::say("done");
}
