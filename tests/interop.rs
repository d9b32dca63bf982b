//! What we send opens with the tools of others, and what they send opens here.

// Other people's programs are what this is about, and the folder is theirs and ours for a moment.
#![allow(clippy::disallowed_methods)]

use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use fieldnotes_core::exchange::bundle::{
    self, BundleSink, BundleSource, Manifest, Verdict, VerifiedEntries,
};
use fieldnotes_core::exchange::identity::SecretIdentity;
use fieldnotes_core::exchange::{Address, ContentHash, FileItem, Receiver, Stop, age_file};
use fieldnotes_core::progress::Watch;
use secrecy::SecretString;
use sha2::{Digest, Sha256};
use uuid::Uuid;

const CONTENT: &[u8] = "녹음 파일".as_bytes();
const PASSPHRASE: &str = "correct horse battery staple";

fn file() -> FileItem {
    FileItem {
        sha256: ContentHash(Sha256::digest(CONTENT).into()),
        size: CONTENT.len() as u64,
    }
}

struct Source;

impl BundleSource for Source {
    fn body(&mut self, _: usize) -> Result<Vec<u8>, Stop> {
        Err("there are no entries".into())
    }

    fn file(&mut self, _: &FileItem) -> Result<Box<dyn Read + '_>, Stop> {
        Ok(Box::new(CONTENT))
    }
}

#[derive(Default)]
struct Sink(Vec<u8>);

impl BundleSink for Sink {
    fn manifest(&mut self, _: &Manifest) -> Result<Verdict, Stop> {
        Ok(Verdict::Take)
    }

    fn entries(&mut self, _: &VerifiedEntries) -> Result<(), Stop> {
        Ok(())
    }

    fn body(&mut self, _: usize, _: &[u8]) -> Result<(), Stop> {
        Ok(())
    }

    fn file(&mut self, _: &FileItem, content: &mut dyn Read) -> Result<(), Stop> {
        content.read_to_end(&mut self.0)?;
        Ok(())
    }
}

fn identity(seed: u8) -> SecretIdentity {
    SecretIdentity::from_seed_bytes(&[seed; 32], &[seed + 100; 32]).expect("seeds")
}

fn send(address: &Address<'_>) -> Vec<u8> {
    let outgoing = bundle::Outgoing {
        bundle: Uuid::from_u128(1),
        created: 0,
        sender: &identity(1),
        base: BTreeMap::new(),
        devices: Vec::new(),
        entries: &[],
        files: vec![file()],
    };
    let written = bundle::write(
        Vec::new(),
        &outgoing,
        address,
        &mut Source,
        &mut Watch::silent(),
    );
    written.expect("a bundle").0
}

fn takes(bundle: &[u8], passphrase: Option<&SecretString>) {
    let receiver = Receiver {
        identity: &identity(2),
        passphrase,
    };
    let mut sink = Sink::default();
    bundle::read(bundle, &receiver, &mut sink, &mut Watch::silent()).expect("taken in");
    assert_eq!(sink.0, CONTENT);
}

/// Runs a program and gives what it wrote.
fn run(command: &mut Command, input: &[u8]) -> Vec<u8> {
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap_or_else(|error| {
            panic!("{command:?}: {error}; `make test` sets up what is missing")
        });
    child
        .stdin
        .take()
        .expect("piped")
        .write_all(input)
        .expect("listening");
    let output = child.wait_with_output().expect("its output");
    assert!(output.status.success(), "{command:?}");
    output.stdout
}

/// The age library of the browser, as typage: `script` of tests/interop.
fn typage(script: &str) -> Command {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/interop");
    let mut command = Command::new("node");
    command.arg(folder.join(script));
    command
}

/// The age program asks on the terminal, so it is given one.
fn age(command: &str, answers: &str) {
    let mut script = Command::new("script");
    run(
        script.args(["-qec", command, "/dev/null"]),
        answers.as_bytes(),
    );
}

fn lists_well(tar: &[u8]) {
    let listed =
        String::from_utf8(run(Command::new("tar").args(["-tvf", "-"]), tar)).expect("text");
    let names: Vec<&str> = listed
        .lines()
        .filter_map(|line| line.split(' ').next_back())
        .collect();
    let last = format!("files/{}", file().sha256);
    assert_eq!(
        names,
        [
            "manifest.json",
            "manifest.sig",
            "entries.bin",
            "bodies.jsonl",
            &last
        ]
    );
    assert!(listed.lines().all(|line| line.starts_with("-rw-------")));
}

fn written(folder: &tempfile::TempDir, name: &str, content: &[u8]) -> PathBuf {
    let path = folder.path().join(name);
    std::fs::write(&path, content).expect("a folder of ours");
    path
}

#[test]
fn a_colleagues_bundle_travels_both_ways() {
    let folder = tempfile::tempdir().expect("a folder");
    let colleagues = [identity(3).public().clone(), identity(2).public().clone()];
    let path = written(&folder, "bundle", &send(&Address::Colleagues(&colleagues)));
    let secret = identity(2).receive().to_secret_text();
    let mut open = typage("open_bundle.mjs");
    let tar = run(open.arg(path).env("AGE_IDENTITY", secret.as_str()), b"");
    lists_well(&tar);
    let recipient = identity(2).receive().recipient().to_string();
    let mut seal = typage("seal_tar.mjs");
    takes(
        &run(seal.arg(written(&folder, "tar", &tar)).arg(recipient), b""),
        None,
    );
}

#[test]
fn a_passphrase_bundle_travels_both_ways() {
    let folder = tempfile::tempdir().expect("a folder");
    let passphrase = SecretString::from(PASSPHRASE);
    let address = Address::Passphrase {
        passphrase: &passphrase,
        work_factor: age_file::WORK_FACTOR,
    };
    let bundle = written(&folder, "bundle", &send(&address));
    let tar = folder.path().join("tar");
    let again = folder.path().join("again");
    let (shown, tar_shown, again_shown) = (bundle.display(), tar.display(), again.display());

    age(
        &format!("age -d -o {tar_shown} {shown}"),
        &format!("{PASSPHRASE}\n"),
    );
    lists_well(&std::fs::read(&tar).expect("age wrote it"));
    age(
        &format!("age -p -o {again_shown} {tar_shown}"),
        &format!("{PASSPHRASE}\n{PASSPHRASE}\n"),
    );
    takes(
        &std::fs::read(&again).expect("age wrote it"),
        Some(&passphrase),
    );

    let mut open = typage("open_bundle.mjs");
    let opened = run(open.arg(&bundle).env("AGE_PASSPHRASE", PASSPHRASE), b"");
    assert_eq!(opened, std::fs::read(&tar).expect("age wrote it"));
    let mut seal = typage("seal_tar.mjs");
    let sealed = run(seal.arg(&tar).env("AGE_PASSPHRASE", PASSPHRASE), b"");
    takes(&sealed, Some(&passphrase));
}
