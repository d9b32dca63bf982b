//! The machine's trouble is reported as that, with the file, and never as damage.

use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::Path;
use std::process::{Command, Stdio};

use fieldnotes_core::vault::{NewVault, WordList};
use fieldnotes_core::{Code, Environment, Error, record, vault as api_vault};

use crate::support::{child, vault};

/// Everything that opens a vault.
fn all_ways(path: &Path) -> [(&'static str, Option<Error>); 3] {
    [
        ("unlock", vault::try_unlock(path).err()),
        ("read", vault::unlock_damaged(path).err()),
        ("verify", vault::verify(path).err()),
    ]
}

#[test]
fn a_path_that_is_too_long_is_reported_and_nothing_is_made() {
    let dir = tempfile::tempdir().expect("a temp folder");
    let mut long = dir.path().to_owned();
    for _ in 0..3 {
        long.push("d".repeat(190));
    }
    let longer = dir.path().join("d".repeat(300));
    let new = NewVault {
        passphrase: vault::secret(vault::PASSPHRASE),
        recovery_words: WordList::English,
        is_test: true,
    };
    for path in [long, longer] {
        let error = api_vault::create(&path, &new, &Environment::system()).expect_err("too long");
        assert_eq!(error.code, Code::PathTooLong, "{error:?}");
        assert!(error.params.contains_key("file"));
        assert_eq!(fs::read_dir(dir.path()).expect("a folder").count(), 0);
    }
}

/// The child is another user, or this one where it is not root.
#[test]
fn what_may_not_be_read_is_reported_with_the_file() {
    let dir = tempfile::tempdir().expect("a temp folder");
    let path = dir.path().join("vault");
    let mut session = vault::fresh(&path);
    record::add(&mut session, "note", br#"{"text":"kept"}"#).expect("saved");
    api_vault::lock(session).expect("locked");
    let work = child::command("system::child", dir.path());
    let program = work.get_program().to_owned();
    let mut command = match fs::metadata("/proc/self").expect("Linux").uid() == 0 {
        false => Command::new(&program),
        true => {
            let readable = Command::new("setpriv")
                .args([
                    "--reuid=65534",
                    "--regid=65534",
                    "--clear-groups",
                    "test",
                    "-x",
                ])
                .arg(&program)
                .status();
            if !readable.is_ok_and(|status| status.success()) {
                println!("SKIPPED: another user may not run the tests here");
                return;
            }
            let given = Command::new("chown")
                .args(["-R", "65534"])
                .arg(dir.path())
                .status();
            assert!(given.expect("chown runs").success());
            let mut command = Command::new("setpriv");
            command
                .args(["--reuid=65534", "--regid=65534", "--clear-groups"])
                .arg(&program);
            command
        }
    };
    command
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

fn set(path: &Path, mode: u32) {
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("ours");
}

#[test]
#[ignore = "started by the test above, as a user who is not root"]
fn child() {
    let Some(dir) = child::folder() else { return };
    let path = dir.join("vault");
    for name in ["header", "vault.db", "lock", "pages"] {
        set(&path.join(name), 0);
        for (way, error) in all_ways(&path) {
            let error = error.unwrap_or_else(|| panic!("{name}, {way}: it opened"));
            assert_eq!(error.code, Code::FileForbidden, "{name}, {way}: {error:?}");
            assert!(
                error.params["file"].ends_with(name),
                "{name}, {way}: {error:?}"
            );
        }
        set(&path.join(name), 0o600);
    }
    child::say("files");

    set(&path, 0);
    for (way, error) in all_ways(&path) {
        assert_eq!(
            error.map(|error| error.code),
            Some(Code::FileForbidden),
            "{way}"
        );
    }
    // A folder that may only be read, and files that may only be read: the vault is read.
    for (folder, file) in [(0o500, 0o600), (0o700, 0o400), (0o500, 0o400)] {
        set(&path, 0o700);
        for name in ["header", "vault.db", "lock"] {
            set(&path.join(name), file);
        }
        set(&path, folder);
        vault::assert_whole(&path, "write-protected");
        let session = vault::unlock(&path);
        assert!(api_vault::status(&session).is_storage_read_only);
        assert_eq!(vault::record_ids(&session).len(), 1);
        api_vault::lock(session).expect("locked");
    }
    child::say("done");
}

/// However few files may be open, that is what is said.
#[test]
fn too_many_open_files_is_reported() {
    let dir = tempfile::tempdir().expect("a temp folder");
    api_vault::lock(vault::fresh(&dir.path().join("vault"))).expect("locked");
    let work = child::command("system::few_files", dir.path());
    let mut refused = 0;
    for limit in 4..14 {
        let mut command = Command::new("sh");
        command
            .args(["-c", "ulimit -n \"$0\" && exec \"$@\""])
            .arg(limit.to_string())
            .arg(work.get_program())
            .args(work.get_args())
            .envs(
                work.get_envs()
                    .filter_map(|(name, value)| Some((name, value?))),
            )
            .stdin(Stdio::null())
            .stderr(Stdio::null());
        let output = command.output().expect("it runs");
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        if said.contains("too_many_open_files") {
            refused += 1;
        }
        assert!(!said.contains("damaged"), "{limit}: {said}");
    }
    assert!(refused > 0, "no limit was too low");
}

#[test]
#[ignore = "started by the test above, with few files that may be open"]
fn few_files() {
    let Some(dir) = child::folder() else { return };
    for (_, error) in all_ways(&dir.join("vault")) {
        if let Some(error) = error {
            child::say(error.code.as_str());
        }
    }
}
