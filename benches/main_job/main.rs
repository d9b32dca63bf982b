//! The main job at ten thousand records, beside the same work done by others in the same run. Nothing is asserted on time:
//! machines differ, so ratios are what counts.

// It speaks to a person, starts the peers, and ends where something is missing.
#![allow(
    clippy::print_stdout,
    clippy::disallowed_methods,
    clippy::indexing_slicing
)]

mod material;
mod peers;
mod table;

use std::error::Error;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use fieldnotes_core::api::bundle::Recipients;
use fieldnotes_core::api::list::ListRecords;
use fieldnotes_core::api::vault::{NewVault, WordList};
use fieldnotes_core::api::{Environment, SecretString, Session, Watch};
use fieldnotes_core::api::{
    attachment, bundle, colleague, identity, import, list, record, search, vault,
};

use material::Material;
use peers::{Age, Sqlite};
use table::{Table, Unit, milliseconds, p95};

type Outcome<T> = Result<T, Box<dyn Error>>;

const RECORDS: usize = 10_000;
const ATTACHMENT: usize = 256 << 20;
/// Runs of what is quick, of which the 95th in 100 or the middle is told.
const RUNS: usize = 200;

fn main() -> Outcome<()> {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let folder = tempfile::tempdir_in(target)?;
    let mut bench = Bench {
        age: Age::new(folder.path())?,
        folder: folder.path().to_owned(),
        material: Material::new(),
        table: Table::new(),
    };
    bench.run()?;
    println!("\n{}", bench.table.text());
    let path = bench.table.write(&target.with_file_name("bench"))?;
    println!("as JSON: {}", path.display());
    Ok(())
}

struct Bench {
    folder: PathBuf,
    material: Material,
    table: Table,
    age: Age,
}

impl Bench {
    fn run(&mut self) -> Outcome<()> {
        let lines = self.material.lines(RECORDS);
        say("importing");
        let (mut sender, mut sqlite) = self.import(&lines)?;
        say("listing and searching");
        self.look(&sender, &sqlite)?;
        vault::lock(sender)?;
        sqlite.close()?;
        self.sizes(&lines)?;
        say("unlocking");
        (sender, sqlite) = self.unlock()?;
        say("bundles");
        let mut recipient = self.new_vault("recipient")?;
        let known = identity::show(&recipient).identity;
        colleague::add(&mut sender, &known, "recipient")?;
        let known = identity::show(&sender).identity;
        colleague::add(&mut recipient, &known, "sender")?;
        let all = "bundle of all records";
        self.bundles(&sender, &mut recipient, None, (all, Some(RECORDS)))?;
        let owner = record::add(&mut sender, "note", br#"{"text": "a recording"}"#)?.id;
        self.attach(&mut sender, &owner)?;
        let large = "bundle of a 256 MiB file";
        self.bundles(&sender, &mut recipient, Some(&[owner]), (large, None))?;
        say("saving");
        self.saves(&mut sender, &sqlite, 2_000, RUNS)?;
        self.saves(&mut sender, &sqlite, 200_000, RUNS)
    }

    fn import(&mut self, lines: &[u8]) -> Outcome<(Session, Sqlite)> {
        let mut session = self.new_vault("sender")?;
        let (total, silent) = (lines.len() as u64, &mut Watch::silent());
        let ours = timed(|| Ok(import::lines(&mut session, &mut &*lines, total, silent)?))?.1;
        let mut sqlite = Sqlite::open(&self.path("peer.db"))?;
        let peer = timed(|| sqlite.import(lines))?.1;
        let rate = |time: Duration| RECORDS as f64 / time.as_secs_f64();
        let unit = Unit::RecordsPerSecond;
        self.table.add(
            "import of 10,000 records",
            unit,
            rate(ours),
            rate(peer),
            "SQLite, same transactions",
        );
        Ok((session, sqlite))
    }

    fn sizes(&mut self, lines: &[u8]) -> Outcome<()> {
        let ours = megabytes(std::fs::metadata(self.path("sender").join("vault.db"))?.len());
        let peer = megabytes(std::fs::metadata(self.path("peer.db"))?.len());
        self.table
            .add("vault", Unit::Megabytes, ours, peer, "SQLite, same records");
        let plain = megabytes(lines.len() as u64);
        self.table.add(
            "vault",
            Unit::Megabytes,
            ours,
            plain,
            "the records as JSON lines",
        );
        Ok(())
    }

    fn look(&mut self, session: &Session, sqlite: &Sqlite) -> Outcome<()> {
        let unit = Unit::Milliseconds;
        let page = |after| {
            list::page(
                session,
                &ListRecords {
                    limit: Some(100),
                    after,
                    ..ListRecords::default()
                },
            )
        };
        let ours = middle(|| Ok(page(None)?))?;
        let peer = middle(|| sqlite.page())?;
        self.table.add(
            "first page of the list",
            unit,
            ours,
            peer,
            "SQLite, newest 100 bodies",
        );
        for (name, query) in [
            ("search: a Korean name", "춘화"),
            ("search: an English word", "tribunal"),
            ("search: nothing there", "없는낱말"),
        ] {
            let ours = middle(|| {
                Ok(search::find(
                    session,
                    query,
                    None,
                    50,
                    &mut Watch::silent(),
                )?)
            })?;
            let peer = middle(|| sqlite.scan(query))?;
            self.table
                .add(name, unit, ours, peer, "SQLite, scan of the bodies");
        }
        Ok(())
    }

    /// Unlocking less the key derivation, which a wrong passphrase pays alone.
    fn unlock(&mut self) -> Outcome<(Session, Sqlite)> {
        let (folder, environment) = (self.path("sender"), Environment::system());
        let derive = middle(|| {
            let wrong = SecretString::from("wrong");
            let refused = vault::unlock(&folder, &wrong, &environment);
            refused.err().map(|_| ()).ok_or_else(|| "it opened".into())
        })?;
        let mut times = Vec::new();
        for _ in 0..5 {
            let (session, time) =
                timed(|| Ok(vault::unlock(&folder, &passphrase(), &environment)?))?;
            times.push(time);
            vault::lock(session)?;
        }
        times.sort_unstable();
        let ours = milliseconds(times[times.len() / 2]) - derive;
        let path = self.path("peer.db");
        let peer = middle(|| {
            let sqlite = Sqlite::open(&path)?;
            Ok((sqlite.count()?, sqlite.page()?))
        })?;
        let work = "unlock, key derivation apart";
        self.table.add(
            work,
            Unit::Milliseconds,
            ours,
            peer,
            "SQLite, open, count, page",
        );
        let session = vault::unlock(&folder, &passphrase(), &environment)?;
        Ok((session, Sqlite::open(&path)?))
    }

    fn bundles(
        &mut self,
        sender: &Session,
        recipient: &mut Session,
        chosen: Option<&[String]>,
        (work, records): (&str, Option<usize>),
    ) -> Outcome<()> {
        let (out, silent) = (self.path("bundle"), &mut Watch::silent());
        let names = ["recipient".to_owned()];
        let to = Recipients::Colleagues(&names);
        let (written, ours_out) = timed(|| Ok(bundle::export(sender, &out, &to, chosen, silent)?))?;
        let paths = [out.clone()];
        let ours_in = timed(|| Ok(bundle::import(recipient, &paths, None, false, silent)?))?.1;
        // Bytes of the same number: age does not look at them.
        let (plain, sealed, opened) =
            (self.path("plain"), self.path("sealed"), self.path("opened"));
        std::fs::write(&plain, self.material.noise(written.bytes as usize))?;
        let peer_out = timed(|| self.age.seal(&plain, &sealed))?.1;
        let peer_in = timed(|| self.age.open(&sealed, &opened))?.1;
        for path in [out, plain, sealed, opened] {
            std::fs::remove_file(path)?;
        }
        let unit = Unit::MegabytesPerSecond;
        let rate = |time: Duration| megabytes(written.bytes) / time.as_secs_f64();
        self.table.add(
            &format!("{work}, out"),
            unit,
            rate(ours_out),
            rate(peer_out),
            "age, same number of bytes",
        );
        self.table.add(
            &format!("{work}, in"),
            unit,
            rate(ours_in),
            rate(peer_in),
            "age, same number of bytes",
        );
        if let Some(records) = records {
            let rate = records as f64 / ours_in.as_secs_f64();
            self.table
                .add_alone(&format!("{work}, in"), Unit::RecordsPerSecond, rate);
        }
        Ok(())
    }

    fn attach(&mut self, session: &mut Session, owner: &str) -> Outcome<()> {
        let (path, sealed) = (self.path("recording"), self.path("sealed"));
        std::fs::write(&path, self.material.noise(ATTACHMENT))?;
        let silent = &mut Watch::silent();
        let ours = timed(|| Ok(attachment::add(session, owner, &path, silent)?))?.1;
        let peer = timed(|| self.age.seal(&path, &sealed))?.1;
        let rate = |time: Duration| megabytes(ATTACHMENT as u64) / time.as_secs_f64();
        let unit = Unit::MegabytesPerSecond;
        self.table.add(
            "attaching a 256 MiB file",
            unit,
            rate(ours),
            rate(peer),
            "age, same file",
        );
        std::fs::remove_file(path)?;
        std::fs::remove_file(sealed)?;
        Ok(())
    }

    fn saves(
        &mut self,
        session: &mut Session,
        sqlite: &Sqlite,
        bytes: usize,
        runs: usize,
    ) -> Outcome<()> {
        let (mut ours, mut peer) = (Vec::new(), Vec::new());
        // In turn, so that both meet the same moods of the disk.
        for _ in 0..runs {
            let body = self.material.note(bytes);
            ours.push(timed(|| Ok(record::add(session, "note", &body)?))?.1);
            peer.push(timed(|| sqlite.insert(&body))?.1);
        }
        let work = format!("save of {} KB, durable, p95", bytes / 1_000);
        self.table.add(
            &work,
            Unit::Milliseconds,
            p95(ours),
            p95(peer),
            "SQLite, one synced insert",
        );
        Ok(())
    }

    fn new_vault(&self, name: &str) -> Outcome<Session> {
        let (folder, environment) = (self.path(name), Environment::system());
        let new = NewVault {
            passphrase: passphrase(),
            recovery_words: WordList::English,
            is_test: true,
        };
        vault::create(&folder, &new, &environment)?;
        Ok(vault::unlock(&folder, &passphrase(), &environment)?)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }
}

fn passphrase() -> SecretString {
    SecretString::from("a vault that is thrown away")
}

fn say(what: &str) {
    println!("{what} …");
}

fn megabytes(bytes: u64) -> f64 {
    bytes as f64 / 1e6
}

fn timed<T>(work: impl FnOnce() -> Outcome<T>) -> Outcome<(T, Duration)> {
    let begun = Instant::now();
    let done = work()?;
    Ok((done, begun.elapsed()))
}

/// Milliseconds in the middle of several runs.
fn middle<T>(mut work: impl FnMut() -> Outcome<T>) -> Outcome<f64> {
    let mut times = Vec::new();
    for _ in 0..5 {
        times.push(timed(&mut work)?.1);
    }
    times.sort_unstable();
    Ok(milliseconds(times[times.len() / 2]))
}
