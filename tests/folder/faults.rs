//! The folder is on a stick: it is full, it cannot be written to, it is pulled. On a small disk of its own, where this
//! machine lets us mount one.

use std::path::Path;
use std::process::{Command, Stdio};

use fieldnotes_core::folder::{self, Memory};
use fieldnotes_core::{Code, Watch, attachment};

use crate::pair::{files, meet};
use crate::support::child;

const DISK: &str = "size=1m";

#[test]
fn a_stick_that_is_full_locked_or_pulled_is_named_and_nothing_counts_as_sent() {
    let dir = tempfile::tempdir().expect("a temp folder");
    let stick = dir.path().join("stick");
    std::fs::create_dir(&stick).expect("a folder can be made");
    let tried = Command::new("unshare")
        .args(["--mount", "mount", "-t", "tmpfs", "-o", DISK, "none"])
        .arg(&stick)
        .stderr(Stdio::null())
        .status();
    if !tried.is_ok_and(|status| status.success()) {
        println!("SKIPPED: a disk can be mounted by root only, in a namespace of its own");
        return;
    }
    let work = child::command("faults::child", dir.path());
    let mut command = Command::new("unshare");
    command
        .args(["--mount", "sh", "-c"])
        .arg(format!(
            "mount -t tmpfs -o {DISK} none \"$0\" && exec \"$@\""
        ))
        .arg(&stick)
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

fn run(program: &str, args: &[&str], at: &Path) {
    let done = Command::new(program).args(args).arg(at).status();
    assert!(done.expect("it runs").success(), "{program} {args:?}");
}

#[test]
#[ignore = "started by the test above, with a small disk"]
fn child() {
    let Some(dir) = child::folder() else { return };
    let (mut anna, _minji) = meet(&dir);
    let stick = dir.join("stick");
    folder::set(&mut anna.session, &stick).expect("a stick will do");
    let theirs = stick.join("theirs.bundle");
    std::fs::write(&theirs, "whatever").expect("enough space");
    let note = anna.note("with a large file");
    let large = dir.join("large.bin");
    std::fs::write(&large, vec![7; 3_000_000]).expect("enough space");
    attachment::add(&mut anna.session, &note, &large, &mut Watch::silent()).expect("added");
    let due = folder::due(&anna.session, None).expect("reported");
    assert_eq!(due.people, ["minji"]);

    let mut refused = |code: Code| {
        let error =
            folder::put(&mut anna.session, None, &mut Watch::silent()).expect_err("refused");
        assert_eq!(error.code, code);
        assert_eq!(folder::due(&anna.session, None).expect("reported"), due);
        child::say(code.as_str());
    };
    refused(Code::DiskFull);
    let only_theirs = vec![theirs];
    assert_eq!(files(&stick), only_theirs, "nothing half-written");
    run("mount", &["-o", "remount,ro"], &stick);
    refused(Code::FolderNotWritable);
    assert_eq!(files(&stick), only_theirs);
    // Pulled: a folder of that name is there, on the machine's own disk.
    run("umount", &[], &stick);
    refused(Code::FolderGone);
    assert!(files(&stick).is_empty(), "nothing went beside the stick");
    std::fs::remove_dir(&stick).expect("empty");
    refused(Code::FolderGone);
    let error = folder::look(&anna.session, &mut Memory::default()).expect_err("gone");
    assert_eq!(error.code, Code::FolderGone);

    // What was left unfinished by this vault goes at the next time, and nobody else's does.
    folder::set(&mut anna.session, &dir.join("anna.exchange")).expect("another");
    let left = dir.join("anna.exchange/.0123456789abcdef0123456789abcdef.part");
    std::fs::write(&left, "theirs").expect("written");
    let put = folder::put(&mut anna.session, None, &mut Watch::silent()).expect("put");
    assert_eq!(put.bundles.len(), 1);
    assert!(put.bundles[0].noted);
    assert!(left.exists());
    let ours = files(&dir.join("anna.exchange")).pop().expect("put");
    let stem = ours
        .file_stem()
        .and_then(|stem| stem.to_str())
        .expect("a name");
    let unfinished = ours.with_file_name(format!(".{stem}.part"));
    std::fs::write(&unfinished, "half").expect("written");
    folder::put(&mut anna.session, None, &mut Watch::silent()).expect("nothing due");
    assert!(!unfinished.exists() && left.exists() && ours.exists());
    child::say("done");
}
