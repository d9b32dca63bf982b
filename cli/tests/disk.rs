//! Disks that are full or cannot be written to: what was saved is said to be saved, and reading works.

#![cfg(target_os = "linux")]
// A test that reaches for what is not there fails, as it should, and says what it saw.
#![allow(clippy::indexing_slicing, clippy::print_stdout)]

use std::path::Path;
use std::process::{Command, Stdio};

const CREATE: &str = "\
    mount -t tmpfs -o size=1200k none small || exit 99\n\
    printf 'seven small boats\\n' > pass\n\
    fn() { \"$FN\" --lang en --vault small/v --passphrase-file pass \"$@\"; }\n\
    fn vault create --test-kdf >/dev/null 2>&1 || exit 98\n\
    echo '{\"text\":\"one\"}' | fn record add note --from - >/dev/null || exit 97\n\
    large() {\n\
        head -c 200000 /dev/zero | tr '\\0' x > text\n\
        { printf '{\"text\":\"'; cat text; printf '\"}'; } > big.json\n\
        free=$(df -k --output=avail small | tail -1)\n\
        head -c $(( (free - 300) * 1024 )) /dev/zero > small/filler\n\
    }\n";

/// Runs a script with a small disk of its own. None where no disk can be mounted here.
fn with_small_disk(script: &str) -> Option<(i32, String, String)> {
    let dir = tempfile::tempdir().expect("a folder");
    std::fs::create_dir(dir.path().join("small")).expect("a folder");
    let mut command = Command::new("unshare");
    command
        .args(["--mount", "bash", "-c", &format!("{CREATE}{script}")])
        .current_dir(dir.path())
        .env("FN", Path::new(env!("CARGO_BIN_EXE_fieldnotes")))
        .stdin(Stdio::null());
    let output = command.output().ok()?;
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let code = output.status.code();
    let (out, err) = (text(&output.stdout), text(&output.stderr));
    if code.is_none_or(|code| code == 99 || code == 1 && err.starts_with("unshare")) {
        println!("SKIPPED: a disk can be mounted by root only, in a namespace of its own");
        return None;
    }
    Some((code.unwrap_or(-1), out, err))
}

/// THREATS: "A saved sentence stays saved".
#[test]
fn what_was_saved_on_a_nearly_full_disk_is_said_to_be_saved() {
    let script = "\
        large\n\
        fn record add note --from big.json; echo added $?\n\
        fn record list | wc -l; echo listed ${PIPESTATUS[0]}\n\
        fn search one | grep -c note; echo found ${PIPESTATUS[0]}\n\
        rm small/filler; fn record list | wc -l; fn vault verify >/dev/null; echo whole $?\n";
    let Some((code, out, err)) = with_small_disk(script) else {
        return;
    };
    assert_eq!(code, 0, "{out}{err}");
    assert!(out.starts_with("Saved as "), "{out}{err}");
    let lines: Vec<&str> = out.lines().skip(1).collect();
    assert_eq!(
        lines,
        ["added 0", "2", "listed 0", "1", "found 0", "2", "whole 0"],
        "{err}"
    );
    assert!(err.contains("All saved changes are kept"), "{err}");
    assert!(!err.contains("Error"), "{err}");
}

/// An index that cannot be brought to where the records are is done without.
#[test]
fn an_index_without_space_keeps_nothing_from_being_found() {
    let script = "\
        fn search one >/dev/null\n\
        large; fn record add note --from big.json >/dev/null 2>&1; echo added $?\n\
        fn record list | wc -l; echo listed ${PIPESTATUS[0]}\n\
        fn search one | grep -c note; echo found ${PIPESTATUS[0]}\n";
    let Some((_, out, err)) = with_small_disk(script) else {
        return;
    };
    let lines: Vec<&str> = out.lines().collect();
    assert_eq!(lines, ["added 0", "2", "listed 0", "1", "found 0"], "{err}");
    assert!(!err.contains("Error"), "{err}");
}

#[test]
fn a_write_protected_vault_is_read_and_says_so() {
    let script = "\
        mount -o remount,ro small || exit 99\n\
        for command in 'vault verify' 'vault status' 'record list' 'search one' '--read-damaged record list'; do\n\
            fn $command >/dev/null 2>err || { echo \"$command $?\"; cat err; }\n\
            grep -c 'so the vault is read-only' err\n\
        done\n\
        echo '{\"text\":\"two\"}' | fn --json record add note --from - 2>&1; echo refused $?\n";
    let Some((code, out, err)) = with_small_disk(script) else {
        return;
    };
    assert_eq!(code, 0, "{out}{err}");
    let lines: Vec<&str> = out.lines().collect();
    // `verify` says nothing of it: it writes nothing anyway.
    assert_eq!(lines[..5], ["0", "1", "1", "1", "1"], "{out}{err}");
    assert!(lines[5].contains("\"read_only\""), "{out}");
    assert_eq!(lines[6], "refused 5");
}
