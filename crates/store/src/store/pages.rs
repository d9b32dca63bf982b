//! A seal over all pages of the database file: docs/FORMAT.md section 4.4.
//!
//! Rows are sealed one by one, but a file has parts that belong to no row. The seal covers them too, and follows
//! the write-ahead log, so that keeping it costs what changed and not what is there.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::{self, BufReader, Read, Seek, SeekFrom};

use super::connection::PAGE;
use fieldnotes_format::random::Random;
use fieldnotes_format::vault::fault::FileFault;
use fieldnotes_format::vault::folder::Folder;
use fieldnotes_format::vault::keyring::Keyring;
use fieldnotes_format::vault::page_seal::PageSeal;

const WAL_HEADER: u64 = 32;
const FRAME_HEADER: usize = 24;

/// Pages that are read and then added to the seal together.
const STRETCH: usize = 256;

/// Computes the seal over the whole file.
pub(super) fn compute(folder: &Folder, keyring: &Keyring) -> io::Result<PageSeal> {
    let mut seal = PageSeal::default();
    let mut file = folder.open_file(&folder.database())?;
    let count = file.metadata()?.len() / PAGE as u64;
    toggle(&mut seal, keyring, &mut file, 1..=count)?;
    seal.pages = count;
    Ok(seal)
}

/// Adds the pages of these numbers, which ascend, to the seal, or takes them out.
fn toggle(
    seal: &mut PageSeal,
    keyring: &Keyring,
    file: &mut File,
    numbers: impl IntoIterator<Item = u64>,
) -> io::Result<()> {
    let mut numbers = numbers.into_iter().peekable();
    let mut bytes = vec![0; STRETCH * PAGE];
    let mut at = None;
    while numbers.peek().is_some() {
        let mut pages = Vec::with_capacity(STRETCH);
        for (page, number) in bytes.chunks_exact_mut(PAGE).zip(&mut numbers) {
            if at != Some(number) {
                file.seek(SeekFrom::Start((number - 1) * PAGE as u64))?;
            }
            file.read_exact(page)?;
            at = Some(number + 1);
            pages.push((number, &*page));
        }
        seal.toggle(keyring, &pages);
    }
    Ok(())
}

/// Follows a checkpoint: `before` is called with the log still there, `after` when its pages are in the file.
pub(super) struct Follow {
    seal: PageSeal,
    touched: BTreeSet<u64>,
}

impl Follow {
    /// Takes the pages that are about to change out of the seal.
    pub(super) fn before(
        folder: &Folder,
        keyring: &Keyring,
        mut seal: PageSeal,
    ) -> io::Result<Self> {
        let touched = pages_in_log(folder)?;
        let mut file = folder.open_file(&folder.database())?;
        let covered = seal.pages;
        let numbers = touched.range(..=covered).copied();
        toggle(&mut seal, keyring, &mut file, numbers)?;
        Ok(Self { seal, touched })
    }

    /// Puts the pages as they are now into the seal.
    pub(super) fn after(self, folder: &Folder, keyring: &Keyring) -> io::Result<PageSeal> {
        let Self {
            mut seal,
            mut touched,
        } = self;
        let mut file = folder.open_file(&folder.database())?;
        let count = file.metadata()?.len() / PAGE as u64;
        if count < seal.pages {
            return compute(folder, keyring);
        }
        touched.extend(seal.pages + 1..=count);
        let numbers = touched.range(..=count).copied();
        toggle(&mut seal, keyring, &mut file, numbers)?;
        seal.pages = count;
        Ok(seal)
    }
}

/// The numbers of all pages in the write-ahead log (SQLite file format, section 4.1). Pages of transactions that
/// were rolled back may be among them: they are taken out and put back unchanged.
fn pages_in_log(folder: &Folder) -> io::Result<BTreeSet<u64>> {
    let mut numbers = BTreeSet::new();
    if !folder.exists(&folder.write_ahead()) {
        return Ok(numbers);
    }
    let file = folder.open_file(&folder.write_ahead())?;
    let length = file.metadata()?.len();
    let mut file = BufReader::with_capacity(1 << 16, file);
    let mut at = WAL_HEADER;
    let step = (FRAME_HEADER + PAGE) as u64;
    file.seek(SeekFrom::Start(at))?;
    while at + step <= length {
        let mut header = [0; FRAME_HEADER];
        file.read_exact(&mut header)?;
        if let Some(number) = header.first_chunk::<4>() {
            numbers.insert(u64::from(u32::from_be_bytes(*number)));
        }
        file.seek_relative(PAGE as i64)?;
        at += step;
    }
    numbers.remove(&0);
    Ok(numbers)
}

/// What the `pages` file says.
pub(super) enum Kept {
    /// The seal as of the last orderly lock.
    Seal(PageSeal),
    /// There is none: the vault was not locked in order.
    Missing,
    /// It does not open.
    Damaged,
}

pub(super) fn read(folder: &Folder, keyring: &Keyring) -> io::Result<Kept> {
    Ok(match folder.read_small(&folder.pages()) {
        Ok(bytes) => keyring
            .open_page_seal(&bytes)
            .filter(|seal| seal.page_size == PAGE as u32)
            .map_or(Kept::Damaged, Kept::Seal),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Kept::Missing,
        // Not a file of the vault: what it says does not count.
        Err(error) if FileFault::of(&error).is_some_and(FileFault::is_foreign) => Kept::Damaged,
        Err(error) => return Err(error),
    })
}

pub(super) fn write(
    folder: &Folder,
    keyring: &Keyring,
    seal: &PageSeal,
    random: &dyn Random,
) -> io::Result<()> {
    folder.replace(&folder.pages(), &keyring.close_page_seal(seal, random))
}

/// Removes the file before the first write, so that it never speaks of another state than the one on disk.
pub(super) fn remove(folder: &Folder) -> io::Result<()> {
    folder.remove_if_there(&folder.pages())?;
    folder.sync(&folder.pages())
}

/// Whether there is a write-ahead log with something in it.
pub(super) fn has_log(folder: &Folder) -> bool {
    folder.length(&folder.write_ahead()) > 0
}

/// Removes an empty write-ahead log when the connection is closed. SQLite makes one as soon as it reads, also from a file
/// that turns out to be damaged, and with checkpoints switched off it leaves it behind.
pub(super) struct EmptyLog(Folder);

impl EmptyLog {
    /// To be dropped after the connection.
    pub(super) fn of(folder: &Folder) -> Self {
        Self(folder.clone())
    }
}

impl Drop for EmptyLog {
    fn drop(&mut self) {
        if !has_log(&self.0) {
            // One that stays is empty all the same.
            let _ = self.0.remove(&self.0.write_ahead());
        }
    }
}
