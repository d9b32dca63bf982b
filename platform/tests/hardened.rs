//! What a hardened process gives up, and what it starts with it. Each runs in a child: none of it can be taken back.
//!
//! Guards of docs/THREATS.md: "Nothing goes out by itself", "A fault reveals no secret", "No picture of the memory is left".
#![cfg(target_os = "linux")]
// What must not open is tried.
#![allow(clippy::disallowed_types, clippy::disallowed_methods)]
#![allow(clippy::indexing_slicing)]

use std::net::{TcpStream, UdpSocket};
use std::os::unix::net::{UnixDatagram, UnixStream};
use std::process::{Command, Output};

const ROLE: &str = "FIELDNOTES_TEST_ROLE";

/// Runs one test of this program anew, in a role of its own.
fn child(role: &str) -> Output {
    let program = std::env::current_exe().expect("a test knows its program");
    Command::new(program)
        .args(["--exact", "as_a_child", "--nocapture", "--test-threads=1"])
        .env(ROLE, role)
        .env("RUST_BACKTRACE", "full")
        .output()
        .expect("it runs")
}

/// What the child said between its marks.
fn said(output: &Output) -> String {
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let quoted: Vec<&str> = text.lines().filter(|line| line.starts_with("> ")).collect();
    quoted.join("\n")
}

fn kinds() -> String {
    let kind = |outcome: std::io::Result<()>| match outcome {
        Ok(()) => "open".to_owned(),
        Err(error) => format!("{:?}", error.raw_os_error()),
    };
    let four = kind(UdpSocket::bind("127.0.0.1:0").map(drop));
    let six = kind(UdpSocket::bind("[::1]:0").map(drop));
    let stream = kind(TcpStream::connect("127.0.0.1:9").map(drop));
    let local = kind(UnixDatagram::unbound().map(drop));
    let pair = kind(UnixStream::pair().map(drop));
    format!("> {four} {six} {stream} {local} {pair}")
}

fn limits() -> String {
    let limits = std::fs::read_to_string("/proc/self/limits").expect("Linux says");
    let line = limits.lines().find(|line| line.starts_with("Max core"));
    let words: Vec<&str> = line.expect("a limit").split_whitespace().collect();
    format!("> {} {}", words[4], words[5])
}

/// Not a test of its own: what a child does, in the role that it was given.
#[test]
fn as_a_child() {
    let Ok(role) = std::env::var(ROLE) else {
        return;
    };
    // What the runner says about this test stands on a line of its own.
    println!();
    match role.as_str() {
        "sockets" => println!("{}", kinds()),
        "limits" => println!("{}", limits()),
        "refusing" => {
            // A thread that was there before is bound as well.
            let (go, wait) = std::sync::mpsc::channel::<()>();
            let before = std::thread::spawn(move || wait.recv().map(|()| kinds()));
            let refused = fieldnotes_platform::refuse_network();
            println!("> {refused:?}");
            println!("{}", kinds());
            go.send(()).expect("it waits");
            println!("{}", before.join().expect("no fault").expect("quoted"));
            println!("{}", said(&child("sockets")));
        }
        "hardened" => {
            fieldnotes_platform::harden();
            println!("{}", limits());
            println!("{}", said(&child("limits")));
        }
        "panics" => {
            fieldnotes_platform::quiet_panics();
            let in_thread = std::thread::spawn(|| panic!("{}", canary()));
            assert!(in_thread.join().is_err());
            let number = canary().parse::<u8>().map_err(|_| canary());
            number.expect("canary of an expectation");
        }
        other => unreachable!("{other}"),
    }
}

fn canary() -> String {
    ["할머니", " canary", " Yeong"].concat()
}

#[test]
fn no_socket_leads_out_in_any_thread_or_child() {
    let open = said(&child("sockets"));
    assert!(open.starts_with("> open "), "this machine can: {open}");
    let output = child("refusing");
    let refused = format!("> Some({e}) Some({e}) Some({e}) open open", e = 97);
    let wanted = ["> Refused", &refused, &refused, &refused].join("\n");
    assert_eq!(said(&output), wanted);
}

/// A piped dump is refused by the kernel at a limit of 1 alone.
#[test]
fn no_core_is_dumped_of_it_or_its_children() {
    assert_eq!(said(&child("hardened")), "> 1 1\n> 1 1");
}

#[test]
fn a_panic_says_where_and_nothing_else() {
    let output = child("panics");
    assert!(!output.status.success());
    let errors = String::from_utf8_lossy(&output.stderr);
    let all = format!("{errors}{}", String::from_utf8_lossy(&output.stdout));
    for secret in ["canary", "할머니", "backtrace"] {
        assert!(!all.contains(secret), "{all}");
    }
    let lines: Vec<&str> = errors.lines().collect();
    assert_eq!(
        lines.len(),
        2,
        "of the thread, and of the main one: {errors}"
    );
    for line in lines {
        assert!(
            line.starts_with("internal: platform/tests/hardened.rs:"),
            "{line}"
        );
    }
}
