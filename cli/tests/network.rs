//! Where the kernel refuses the filter the program says so and goes on. Guards "Nothing goes out by itself" of docs/THREATS.md.
#![cfg(target_os = "linux")]

use std::collections::BTreeMap;
use std::process::{Command, Output};

use seccompiler::{BpfProgram, SeccompAction, SeccompFilter, apply_filter};

/// Refuses the call by which filters are put up, to this thread and to what it starts.
fn refuse_filters() {
    let arch = std::env::consts::ARCH.try_into().expect("a known machine");
    let filter = SeccompFilter::new(
        BTreeMap::from([(libc::SYS_seccomp, Vec::new())]),
        SeccompAction::Allow,
        SeccompAction::Errno(libc::EPERM.unsigned_abs()),
        arch,
    );
    let filter: BpfProgram = filter.expect("a filter").try_into().expect("a program");
    apply_filter(&filter).expect("this machine has filters");
}

fn strength(language: &str, are_refused: bool) -> Output {
    let language = language.to_owned();
    let run = move || {
        if are_refused {
            refuse_filters();
        }
        Command::new(env!("CARGO_BIN_EXE_fieldnotes"))
            .args([
                "--lang", &language, "vault", "status", "--vault", "/nowhere",
            ])
            .output()
            .expect("it runs")
    };
    std::thread::spawn(run).join().expect("no fault")
}

#[test]
fn a_kernel_that_refuses_the_filter_is_reported() {
    for (language, words) in [
        ("en", "does not block network"),
        ("ko", "막아 주지 않습니다"),
    ] {
        let printed = |are_refused| {
            let output = strength(language, are_refused);
            let said = String::from_utf8_lossy(&output.stderr).into_owned();
            (said.contains(words), output.status.code())
        };
        let (is_said, with) = printed(false);
        assert!(!is_said, "{language}: the filter holds here");
        let (is_said, without) = printed(true);
        assert!(is_said, "{language}");
        assert_eq!(with, without, "it goes on as ever");
    }
}
