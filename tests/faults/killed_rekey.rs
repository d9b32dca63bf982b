//! Kill −9 while the vault is sealed again: it opens afterwards with what was there, by the old key or the new one, and once a
//! rekey is acknowledged nothing from before opens what is written. Guards "Nothing
//! old opens anything new" of docs/THREATS.md.

use std::fs;
use std::io::Write;
use std::path::Path;

use fieldnotes_core::vault::{InterruptedRekey, Rekey, WordList};
use fieldnotes_core::{
    Code, Environment, ExposeSecret, SecretString, Watch, record, vault as api_vault,
};

use crate::moment::{Tally, kill_at_random, moments};
use crate::support::chance::Chance;
use crate::support::{child, vault};

const RECORDS: u64 = 300;

#[test]
fn the_vault_opens_after_every_kill_and_nothing_old_opens_it() {
    let mut chance = Chance::new("killed while sealing again");
    let mut tally = Tally::default();
    let dir = tempfile::tempdir().expect("a temp folder");
    let path = dir.path().join("vault");
    let mut session = vault::fresh(&path);
    for number in 0..RECORDS {
        let json = format!(r#"{{"text":"kept {number}"}}"#);
        record::add(&mut session, "note", json.as_bytes()).expect("saved");
    }
    let digest = vault::digest(&session);
    api_vault::lock(session).expect("locked");
    let (mut epoch, mut rekeyed) = (epoch_of(&path), 0);
    let mut papers = Papers::default();
    for kill in 0..moments(12) {
        let before = fs::read(path.join("header")).expect("there");
        let command = child::command("killed_rekey::child", dir.path());
        let said = kill_at_random(command, 3, &mut chance, &mut tally);
        let acknowledged = said.len() as u32;
        let half_done = path.join("header.next").exists();
        tally.half_done += u32::from(half_done);
        papers.look(dir.path(), &format!("kill {kill}"));
        let session = vault::unlock(&path);
        assert_eq!(vault::digest(&session), digest, "kill {kill}");
        let reported = api_vault::status(&session).interrupted_rekey;
        let is_as_before = epoch_of(&path) == epoch + acknowledged;
        let expected = match is_as_before {
            true => InterruptedRekey::NotDone,
            false => InterruptedRekey::Done,
        };
        // Before the header is there and after it went it is reported, too, as the state says it.
        assert!(!half_done || reported.is_some(), "kill {kill}");
        assert!(
            reported.is_none_or(|reported| reported == expected),
            "kill {kill}: {reported:?}"
        );
        api_vault::lock(session).expect("locked");
        let session = vault::unlock(&path);
        let again = api_vault::status(&session).interrupted_rekey;
        assert_eq!(again, None, "kill {kill}: it is reported once");
        api_vault::lock(session).expect("locked");
        vault::assert_whole(&path, &format!("kill {kill}"));
        assert!(
            !path.join("header.next").exists(),
            "it was finished or fell back"
        );
        let now = epoch_of(&path);
        assert!((epoch + acknowledged..=epoch + acknowledged + 1).contains(&now));
        if now > epoch {
            opens_nothing(&path, &before);
            rekeyed += now - epoch;
        }
        epoch = now;
    }
    println!("{tally:?}, sealed again {rekeyed} times");
}

/// The recovery words that somebody has on paper.
#[derive(Default)]
struct Papers {
    good: Option<String>,
    seen: usize,
}

impl Papers {
    /// However the rekey ended, one paper opens the vault, and the others are reported as another paper's: nothing is damaged.
    fn look(&mut self, dir: &Path, when: &str) {
        let drawn = fs::read_to_string(dir.join("words")).unwrap_or_default();
        let whole = drawn
            .split_inclusive('\n')
            .filter(|line| line.ends_with('\n'));
        let drawn: Vec<&str> = whole.collect();
        let new = drawn.iter().skip(self.seen).map(|line| (*line).to_owned());
        let (mut opening, had_one) = (Vec::new(), self.good.is_some());
        for words in self.good.take().into_iter().chain(new) {
            let secret = SecretString::from(words.as_str());
            let path = dir.join("vault");
            match api_vault::check_recovery_words(&path, &secret, &Environment::system()) {
                Ok(()) => opening.push(words),
                Err(error) => assert_eq!(error.code, Code::WrongRecoveryWords, "{when}"),
            }
        }
        assert!(
            opening.len() <= 1 && (opening.len() == 1 || !had_one),
            "{when}"
        );
        self.seen = drawn.len();
        self.good = opening.pop();
    }
}

/// The key epoch in the header: docs/FORMAT.md section 3.
fn epoch_of(path: &Path) -> u32 {
    let header = fs::read(path.join("header")).expect("there");
    u32::from_be_bytes(header[28..32].try_into().expect("four bytes"))
}

/// An older header opens nothing, by the passphrase that it was made with, in whatever way it is asked.
fn opens_nothing(path: &Path, older: &[u8]) {
    let names = ["header", "header.copy"];
    let newest = names.map(|name| fs::read(path.join(name)).expect("there"));
    for name in names {
        fs::write(path.join(name), older).expect("written");
    }
    for error in [
        vault::try_unlock(path).expect_err("refused"),
        vault::unlock_damaged(path).expect_err("nothing can be read"),
        vault::verify(path).expect_err("named"),
    ] {
        assert_eq!(error.code, Code::HeaderReplaced);
    }
    for (name, bytes) in names.iter().zip(newest) {
        fs::write(path.join(name), bytes).expect("written");
    }
}

/// Seals the vault again until it is killed.
#[test]
#[ignore = "started by the test above, to be killed"]
fn child() {
    let Some(dir) = child::folder() else { return };
    let path = dir.join("vault");
    let current = SecretString::from(vault::PASSPHRASE);
    let mut session = api_vault::unlock(&path, &current, &Environment::system()).expect("open");
    let rekey = Rekey {
        current: &current,
        new: None,
        recovery_words: WordList::English,
    };
    loop {
        let mut watch = Watch::silent();
        let prepared = api_vault::prepare_rekey(&session, &rekey).expect("space");
        let mut paper = fs::File::options()
            .create(true)
            .append(true)
            .open(dir.join("words"))
            .expect("paper");
        let words = prepared.recovery_words().expose_secret();
        writeln!(paper, "{words}").expect("written down");
        api_vault::apply_rekey(&mut session, prepared, &mut watch).expect("sealed again");
        child::say("sealed");
    }
}
