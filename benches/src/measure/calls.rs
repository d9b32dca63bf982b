//! Everything that is asked of the program, in one file: where the api changes, this changes and nothing else.

use std::fs::File;
use std::io::BufReader;
use std::path::{Path, PathBuf};

use fieldnotes_core::colleague::{self, identity};
use fieldnotes_core::record::{self, import};
use fieldnotes_core::search::Find;
use fieldnotes_core::search::list::{ListRecords, Sort};
use fieldnotes_core::search::{self, list};
use fieldnotes_core::send::{Recipients, Sending};
use fieldnotes_core::vault::opening::Opening;
use fieldnotes_core::vault::{self, opening};
use fieldnotes_core::vault::{NewVault, WordList};
use fieldnotes_core::{Environment, SecretString, Session, Watch};
use fieldnotes_core::{attachment, receive, send};

use super::Outcome;

/// The order in which the list is taken; the peers list in the same.
pub const ORDER: &str = "title";

/// Hits of a search, and those that a screen shows before one scrolls: what the window asks for.
const HITS: usize = 50;
const SEEN: usize = 12;

/// Makes a vault, with the key derivation of tests, and unlocks it.
pub fn create(folder: &Path) -> Outcome<Session> {
    let new = NewVault {
        passphrase: passphrase(),
        recovery_words: WordList::English,
        is_test: true,
    };
    vault::create(folder, &new, &Environment::system())?;
    unlock(folder)
}

/// Unlocks a vault.
pub fn unlock(folder: &Path) -> Outcome<Session> {
    Ok(vault::unlock(
        folder,
        &passphrase(),
        &Environment::system(),
    )?)
}

/// The key derivation and nothing more: a passphrase that is wrong.
pub fn refuse(folder: &Path) -> Outcome<()> {
    let wrong = SecretString::from("wrong");
    match vault::unlock(folder, &wrong, &Environment::system()) {
        Ok(_) => Err("a wrong passphrase opened it".into()),
        Err(_) => Ok(()),
    }
}

/// Unlocks a vault until its list can be used: how many records there are, and the first of them.
pub fn unlock_to_list(folder: &Path) -> Outcome<Opening> {
    let mut begun = opening::begin(folder, &passphrase(), &Environment::system())?;
    let page = opening::page(&mut begun, &page_wanted())?;
    if page.pending > 0 {
        return Err(format!("{} records were not listed", page.pending).into());
    }
    Ok(begun)
}

/// Reads what is left, and unlocks.
pub fn finish(begun: Opening) -> Outcome<Session> {
    Ok(opening::finish(begun)?)
}

/// Locks it.
pub fn lock(session: Session) -> Outcome<()> {
    Ok(vault::lock(session)?)
}

/// The first hundred lines of the list.
pub fn first_page(session: &mut Session) -> Outcome<usize> {
    Ok(list::page(session, &page_wanted())?.records.len())
}

fn page_wanted() -> ListRecords<'static> {
    ListRecords {
        limit: Some(100),
        sort: Sort::Title,
        ..ListRecords::default()
    }
}

/// How many records have the words themselves. The first fifty, and those that come near, are made ready to be listed;
/// those that a screen shows with the text around the place.
pub fn find(session: &mut Session, query: &str) -> Outcome<u64> {
    let wanted = Find {
        query,
        limit: Some(HITS),
        places: Some(SEEN),
        ..Find::default()
    };
    let found = search::find(session, &wanted)?;
    if found.pending > 0 {
        return Err(format!("{} records were not looked at", found.pending).into());
    }
    Ok(found.exact)
}

/// Takes in a file of JSON lines.
pub fn import_lines(session: &mut Session, path: &Path) -> Outcome<u64> {
    let file = File::open(path)?;
    let total = file.metadata()?.len();
    let mut lines = BufReader::with_capacity(1 << 20, file);
    Ok(import::lines(session, &mut lines, total, &mut Watch::silent())?.records)
}

/// Brings the index to where the records are. Returns how many records it did not have.
pub fn index(session: &mut Session) -> Outcome<u64> {
    let behind = search::behind(session)?;
    search::catch_up(session, &mut Watch::silent())?;
    Ok(behind)
}

/// Saves a note.
pub fn save(session: &mut Session, body: &[u8]) -> Outcome<String> {
    Ok(record::add(session, "note", body)?.id)
}

/// Ids of the first records of the list.
pub fn some(session: &mut Session, count: usize) -> Outcome<Vec<String>> {
    let wanted = ListRecords {
        limit: Some(count),
        kind: Some("note"),
        ..ListRecords::default()
    };
    let page = list::page(session, &wanted)?;
    Ok(page.records.into_iter().map(|line| line.id).collect())
}

/// Makes two vaults known to each other. The sender calls the recipient by this name.
pub fn acquaint(sender: &mut Session, recipient: &mut Session, name: &str) -> Outcome<()> {
    let known = identity::show(recipient).identity;
    colleague::add(sender, &known, name)?;
    let known = identity::show(sender).identity;
    colleague::add(recipient, &known, "sender")?;
    Ok(())
}

/// What a bundle holds.
pub struct Written {
    /// Records.
    pub records: u64,
    /// Bytes of its file.
    pub bytes: u64,
}

/// Saves another text in the place of a note's.
pub fn edit(session: &mut Session, id: &str, body: &[u8]) -> Outcome<()> {
    record::edit(session, id, body, None)?;
    Ok(())
}

/// Writes what a recipient lacks into a bundle.
pub fn bundle_out(session: &mut Session, out: &Path, name: &str) -> Outcome<Written> {
    let names = [name.to_owned()];
    let sending = Sending::new(Recipients::Colleagues(&names));
    let written = send::send(session, out, &sending, &mut Watch::silent())?;
    Ok(Written {
        records: written.records,
        bytes: written.bytes,
    })
}

/// Writes chosen records into a bundle for a recipient, whatever went before.
pub fn bundle_of(session: &Session, out: &Path, name: &str, chosen: &[String]) -> Outcome<()> {
    let names = [name.to_owned()];
    let to = Recipients::Colleagues(&names);
    send::export(session, out, &to, Some(chosen), &mut Watch::silent())?;
    Ok(())
}

/// Takes a bundle in.
pub fn bundle_in(session: &mut Session, path: &Path) -> Outcome<u64> {
    let paths: [PathBuf; 1] = [path.to_owned()];
    let done = receive::import(session, &paths, None, false, &mut Watch::silent())?;
    Ok(done.bundles.iter().map(|bundle| bundle.records).sum())
}

/// Adds a file to a record.
pub fn attach(session: &mut Session, owner: &str, path: &Path) -> Outcome<()> {
    attachment::add(session, owner, path, &mut Watch::silent())?;
    Ok(())
}

/// Bytes of everything that lies in a vault's folder.
pub fn size(folder: &Path) -> Outcome<u64> {
    let mut bytes = 0;
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let metadata = entry.metadata()?;
        bytes += if metadata.is_dir() {
            size(&entry.path())?
        } else {
            metadata.len()
        };
    }
    Ok(bytes)
}

fn passphrase() -> SecretString {
    SecretString::from("a vault that is thrown away")
}
