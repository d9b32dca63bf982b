//! The memory of a process, as somebody with all rights on the machine reads it.

use std::fs::{self, File};
use std::io::ErrorKind;
use std::os::unix::fs::FileExt;
use std::process::Command;

use crate::scanner::Scanner;

/// Read at once; the next piece begins a little before the end of the last one.
const PIECE: u64 = 4 << 20;
const OVERLAP: u64 = 4 << 10;

/// What was found in a process.
#[derive(Debug, Default)]
pub struct Look {
    pub bytes: u64,
    /// What stood where, each once.
    pub found: Vec<String>,
}

/// Looks through everything that a process has mapped for reading.
#[track_caller]
pub fn look(pid: u32, scanner: &Scanner) -> Look {
    let maps = fs::read_to_string(format!("/proc/{pid}/maps"))
        .or_else(|_| as_root(&["cat", &format!("/proc/{pid}/maps")]).map(text))
        .unwrap_or_default();
    assert!(!maps.is_empty(), "{}", ROOT);
    let mut look = Look::default();
    for line in maps.lines() {
        let Some((from, to, name)) = readable(line) else {
            continue;
        };
        for (from, to) in present(pid, from, to) {
            let mut at = from;
            while at < to {
                let end = to.min(at + PIECE);
                let bytes = piece(pid, at, end);
                look.bytes += bytes.len() as u64;
                for (what, place) in scanner.scan_with_places(&bytes) {
                    let around = &bytes[place.saturating_sub(60)..bytes.len().min(place + 120)];
                    let around = String::from_utf8_lossy(around);
                    let address = at + place as u64;
                    look.found
                        .push(format!("{what} at {address:#x} in {name}: {around:?}"));
                }
                at = if end == to { to } else { end - OVERLAP };
            }
        }
    }
    look.found.sort();
    look.found.dedup();
    assert!(
        look.bytes > 10 << 20,
        "so little was read: {} bytes. {ROOT}",
        look.bytes
    );
    look
}

const ROOT: &str = "The app forbids others to read its memory, so this test must be root, or must be allowed 'sudo -n'";

/// The pages of a region that are in memory or swapped out: an engine reserves gigabytes that it never touches.
fn present(pid: u32, from: u64, to: u64) -> Vec<(u64, u64)> {
    const PAGE: u64 = 4096;
    const IS_THERE: u64 = 0b11 << 62;
    let Ok(pages) = File::open(format!("/proc/{pid}/pagemap")) else {
        return vec![(from, to)];
    };
    let mut found: Vec<(u64, u64)> = Vec::new();
    let mut entries = vec![0; 1 << 20];
    let mut at = from;
    while at < to {
        let wanted = entries
            .len()
            .min(usize::try_from((to - at) / PAGE * 8).expect("pages"));
        let read = pages
            .read_at(&mut entries[..wanted], at / PAGE * 8)
            .unwrap_or(0);
        if read < 8 {
            found.push((at, to));
            break;
        }
        for entry in entries[..read].chunks_exact(8) {
            let entry = u64::from_le_bytes(entry.try_into().expect("eight"));
            if entry & IS_THERE != 0 {
                match found.last_mut() {
                    Some((_, end)) if *end == at => *end += PAGE,
                    _ => found.push((at, at + PAGE)),
                }
            }
            at += PAGE;
        }
    }
    found
}

/// A line of `maps`, where it may be read.
fn readable(line: &str) -> Option<(u64, u64, String)> {
    let mut parts = line.split_whitespace();
    let (from, to) = parts.next()?.split_once('-')?;
    let rights = parts.next()?;
    let name = parts.nth(3).unwrap_or("memory without a name");
    let is_kernel = name.starts_with("[v");
    let number = |digits| u64::from_str_radix(digits, 16).ok();
    (rights.starts_with('r') && !is_kernel).then_some((number(from)?, number(to)?, name.to_owned()))
}

fn piece(pid: u32, from: u64, to: u64) -> Vec<u8> {
    let path = format!("/proc/{pid}/mem");
    match File::open(&path) {
        Ok(memory) => {
            let mut bytes = vec![0; usize::try_from(to - from).expect("a piece")];
            let mut done = 0;
            // Pages that cannot be read, as those of a device, end the piece.
            while done < bytes.len() {
                match memory.read_at(&mut bytes[done..], from + done as u64) {
                    Ok(0) | Err(_) => break,
                    Ok(read) => done += read,
                }
            }
            bytes.truncate(done);
            bytes
        }
        Err(error) if error.kind() == ErrorKind::PermissionDenied => {
            let (skip, count) = (format!("skip={from}"), format!("count={}", to - from));
            let input = format!("if={path}");
            let how = "iflag=skip_bytes,count_bytes";
            as_root(&["dd", "bs=1M", &input, &skip, &count, how]).unwrap_or_default()
        }
        Err(_) => Vec::new(),
    }
}

fn as_root(command: &[&str]) -> std::io::Result<Vec<u8>> {
    let output = Command::new("sudo").arg("-n").args(command).output()?;
    Ok(output.stdout)
}

fn text(bytes: Vec<u8>) -> String {
    String::from_utf8_lossy(&bytes).into_owned()
}
