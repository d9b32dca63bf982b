//! Files made to exhaust the machine: bombs, floods, endless members. They are refused in bounded memory, and early.
//! What would fill the disk comes through a pipe, as long as the reader goes on reading.

use std::fs;
use std::io::Write;
use std::path::Path;

use fieldnotes_core::colleague::identity;
use fieldnotes_core::{Exit, SecretString, Session, Watch, receive, review};

use crate::bundles::Target;
use crate::forger::Forger;
use crate::support::{child, folder, vault};
use crate::tarball;

/// The most that all these files together may make the process grow, in KiB.
const LITTLE: u64 = 48 << 10;
/// Members of the flood, and zeros behind a bomb.
const FLOOD: u64 = 200_000;
const ZEROS: u64 = 100 << 20;

/// What comes next, by its number.
type Piece<'a> = &'a (dyn Fn(u64) -> Vec<u8> + Sync);

#[test]
fn bombs_and_floods_are_refused_in_bounded_memory() {
    let target = Target::set();
    let dir = target.scene.dir.path();
    let said = child::Running::start(child::command("hostile::child", dir)).finish();
    println!("{said:#?}");
    assert_eq!(said.last().map(String::as_str), Some("done"));
    let changed = folder::difference(
        &target.scene.files,
        &folder::snapshot(&target.scene.vault()),
    );
    assert!(changed.is_empty(), "{changed:?}");
    assert!(!dir.join("x").exists());
}

/// A child, so that its peak of memory is its own.
#[test]
#[ignore = "started by the test above, to have its memory measured"]
fn child() {
    let Some(dir) = child::folder() else { return };
    let passphrase = vault::secret("묶음의 암호문");
    let mut session = vault::unlock(&dir.join("vault"));
    let forger = Forger::new(&identity::show(&session).identity);
    let digest = vault::digest(&session);
    let before = child::peak_memory();

    let bomb = zip_bomb();
    let plain = dir.join("bomb.zip");
    fs::write(&plain, &bomb).expect("written");
    refused(&mut session, "a zip bomb", &plain, &passphrase);
    drop(review::open(&plain, &passphrase, &mut Watch::silent()).expect_err("no package"));
    fs::write(&plain, tarball::seal(&bomb, &passphrase)).expect("written");
    refused(&mut session, "a sealed zip bomb", &plain, &passphrase);

    let manifest = forger.sign(&forger.parts(&[]));
    let begin: Vec<u8> = manifest[..2]
        .iter()
        .flat_map(|(name, content)| {
            let mut block = tarball::header(name, content.len() as u64).to_vec();
            block.extend_from_slice(content);
            block.resize(block.len().next_multiple_of(tarball::BLOCK), 0);
            block
        })
        .collect();
    let flood = |at: u64| tarball::header(&format!("../x{at}"), 0).to_vec();
    let endless = tarball::header("manifest.json", (8 << 30) - 1).to_vec();
    let cases: [(&str, Vec<u8>, Piece<'_>, u64); 4] = [
        ("many entries", Vec::new(), &flood, FLOOD),
        (
            "many entries behind a signed manifest",
            begin,
            &flood,
            FLOOD,
        ),
        (
            "an endless manifest",
            endless,
            &|_| vec![b' '; 65_536],
            ZEROS / 65_536,
        ),
        (
            "endless zeros",
            Vec::new(),
            &|_| vec![0; 65_536],
            ZEROS / 65_536,
        ),
    ];
    for (what, first, more, count) in cases {
        // Nothing waits for a pipe any more, so that this is a file: long enough to show what is read of it.
        let file = dir.join("flood");
        let written = pour(&file, &passphrase, &first, more, count);
        refused(&mut session, what, &file, &passphrase);
        child::say(&format!("{what}: given up within {written} KiB"));
        fs::remove_file(&file).expect("there");
    }
    assert_eq!(vault::digest(&session), digest);
    fieldnotes_core::vault::lock(session).expect("it can be locked");
    let grown = child::peak_memory() - before;
    child::say(&format!("{grown} KiB more than before"));
    assert!(grown < LITTLE, "{grown} KiB");
    child::say("done");
}

fn refused(session: &mut Session, what: &str, path: &Path, passphrase: &SecretString) {
    let silent = &mut Watch::silent();
    let taken = receive::import(session, &[path.to_owned()], Some(passphrase), true, silent);
    let error = taken.expect_err(what);
    assert_eq!(error.code.exit(), Exit::Damaged, "{what}: {error:?}");
    child::say(&format!("{what}: {}", error.code.as_str()));
}

/// Writes an envelope into a new file. Returns how much went, in KiB.
fn pour(file: &Path, passphrase: &SecretString, first: &[u8], more: Piece<'_>, count: u64) -> u64 {
    let out = fs::File::create_new(file).expect("a new file");
    let mut sealed = tarball::begin(out, passphrase);
    let mut written = first.len() as u64;
    if sealed.write_all(first).is_ok() {
        for at in 0..count {
            let piece = more(at);
            if sealed.write_all(&piece).is_err() {
                break;
            }
            written += piece.len() as u64;
        }
    }
    written >> 10
}

/// A real zip file of a few hundred kilobytes with 256 files, each of which unpacks to as many megabytes of zeros.
fn zip_bomb() -> Vec<u8> {
    const NAME: &[u8] = b"0";
    let (deflated, length) = zeros_deflated();
    let mut zip = Vec::new();
    let mut directory = Vec::new();
    let local = |out: &mut Vec<u8>| {
        out.extend_from_slice(&[20, 0, 0, 0, 8, 0, 0, 0, 0, 0]);
        // The check sum is for whoever unpacks to the end.
        out.extend_from_slice(&[0; 4]);
        out.extend_from_slice(&(deflated.len() as u32).to_le_bytes());
        out.extend_from_slice(&(length as u32).to_le_bytes());
        out.extend_from_slice(&(NAME.len() as u16).to_le_bytes());
        out.extend_from_slice(&[0, 0]);
    };
    for _ in 0..256 {
        let at = zip.len() as u32;
        zip.extend_from_slice(b"PK\x03\x04");
        local(&mut zip);
        zip.extend_from_slice(NAME);
        zip.extend_from_slice(&deflated);
        directory.extend_from_slice(b"PK\x01\x02\x14\x00");
        local(&mut directory);
        directory.extend_from_slice(&[0; 10]);
        directory.extend_from_slice(&at.to_le_bytes());
        directory.extend_from_slice(NAME);
    }
    let at = zip.len() as u32;
    zip.extend_from_slice(&directory);
    zip.extend_from_slice(b"PK\x05\x06\0\0\0\0\0\x01\0\x01");
    zip.extend_from_slice(&(directory.len() as u32).to_le_bytes());
    zip.extend_from_slice(&at.to_le_bytes());
    zip.extend_from_slice(&[0, 0]);
    zip
}

/// Zeros as one block of deflate with its fixed codes (RFC 1951): a zero, then again and again "the last byte, 258
/// times".
fn zeros_deflated() -> (Vec<u8>, u64) {
    const TIMES: u64 = 4_000;
    let mut bits = vec![true, true, false];
    bits.extend([false, false, true, true, false, false, false, false]);
    for _ in 0..TIMES {
        bits.extend([true, true, false, false, false, true, false, true]);
        bits.extend([false; 5]);
    }
    bits.extend([false; 7]);
    let byte = |bits: &[bool]| {
        bits.iter()
            .enumerate()
            .fold(0_u8, |byte, (at, bit)| byte | u8::from(*bit) << at)
    };
    (bits.chunks(8).map(byte).collect(), 1 + 258 * TIMES)
}
