//! Kill −9 while records are saved and put into the search index.

use std::collections::BTreeMap;
use std::path::Path;

use fieldnotes_core::search::{self, list};
use fieldnotes_core::{Session, Watch, record, vault as api_vault};
use serde_json::json;

use crate::moment::{Tally, kill_at_random};
use crate::support::chance::Chance;
use crate::support::{child, vault};

const VAULTS: u32 = 5;
const MOMENTS: u32 = 20;

/// A promise of docs/THREATS.md: "What is there is found".
#[test]
fn after_kill_9_every_acknowledged_record_is_listed_and_found() {
    let mut chance = Chance::new("killed while indexing");
    let mut tally = Tally::default();
    for _ in 0..VAULTS {
        let dir = tempfile::tempdir().expect("a temp folder");
        let path = dir.path().join("vault");
        vault::create(&path);
        // What each record said last.
        let mut acknowledged = BTreeMap::new();
        for moment in 0..MOMENTS {
            let mut command = child::command("killed_index::child", dir.path());
            command.env("FIELDNOTES_TEST_RUN", moment.to_string());
            for line in kill_at_random(command, 4, &mut chance, &mut tally) {
                let mut words = line.splitn(3, ' ');
                if let (Some("saved"), Some(id), Some(text)) =
                    (words.next(), words.next(), words.next())
                {
                    acknowledged.insert(id.to_owned(), text.to_owned());
                }
            }
            check(&path, &acknowledged, moment % 3);
        }
    }
    println!("{tally:?}");
    assert_eq!(tally.moments, VAULTS * MOMENTS);
    assert_eq!(tally.late, 0, "the child stopped working by itself");
    assert!(tally.acknowledged > 100, "hardly anything was saved");
}

/// Everything is found, whether or not the index is first brought to where the records are.
fn check(path: &Path, acknowledged: &BTreeMap<String, String>, round: u32) {
    let session = vault::unlock(path);
    if round == 1 {
        search::catch_up(&session, &mut Watch::silent()).expect("the index can be mended");
    }
    if round == 2 {
        assert!(
            search::check(&session).expect("readable"),
            "a kill is no damage"
        );
    }
    for (id, text) in acknowledged {
        // A later state of it may be there whose acknowledgement did not reach us.
        let now = record::show(&session, id).expect("an acknowledged record");
        let now = now.record["text"].as_str().expect("a text").to_owned();
        let history = record::history(&session, id).expect("its history");
        let is_kept = |past: &record::PastRevision| past.record["text"] == text.as_str();
        assert!(history.revisions.iter().any(is_kept), "{text} is lost");
        let query = format!("\"{now}\"");
        let wanted = search::Find {
            query: &query,
            exact_only: true,
            ..search::Find::default()
        };
        let found = search::find(&session, &wanted).expect("searched");
        assert_eq!(found.pending, 0);
        assert!(
            found.hits.iter().any(|hit| hit.id == *id),
            "{now} is saved and not found"
        );
    }
    let all = list::ListRecords {
        limit: Some(usize::MAX),
        ..list::ListRecords::default()
    };
    let listed = list::page(&session, &all).expect("listed");
    let ids: Vec<&str> = listed.records.iter().map(|line| line.id.as_str()).collect();
    let held = vault::record_ids(&session);
    let unknown: Vec<_> = ids
        .iter()
        .filter(|id| !held.iter().any(|one| one == *id))
        .collect();
    let mut twice = ids.clone();
    twice.sort_unstable();
    let twice: Vec<_> = twice.windows(2).filter(|two| two[0] == two[1]).collect();
    assert_eq!(
        listed.total,
        api_vault::status(&session).records,
        "round {round}: not in the vault {unknown:?}, twice {twice:?}"
    );
    assert_eq!(listed.total, listed.records.len() as u64);
    api_vault::lock(session).expect("it can be locked");
}

/// Saves and indexes until it is killed.
#[test]
#[ignore = "started by the test above, to be killed"]
fn child() {
    let Some(dir) = child::folder() else { return };
    let run = std::env::var("FIELDNOTES_TEST_RUN").expect("given by the parent");
    let session = &mut vault::unlock(&dir.join("vault"));
    let mut chance = Chance::from_seed(u64::from(std::process::id()));
    for number in 0..1_000_000_u64 {
        // No text is the beginning of another.
        let text = format!("회차{run}번호{number}끝");
        save(session, &text, &mut chance);
        match chance.below(4) {
            0 => drop(search::catch_up_a_little(session).expect("indexed")),
            1 => search::catch_up(session, &mut Watch::silent()).expect("indexed"),
            2 => drop(list::page(session, &list::ListRecords::default()).expect("listed")),
            _ => {}
        }
    }
}

fn save(session: &mut Session, text: &str, chance: &mut Chance) {
    let ids = vault::record_ids(session);
    let json = json!({ "text": text }).to_string();
    let saved = if ids.len() > 60 || (!ids.is_empty() && chance.below(3) == 0) {
        record::edit(
            session,
            &ids[chance.index(ids.len())],
            json.as_bytes(),
            None,
        )
    } else {
        record::add(session, "note", json.as_bytes())
    };
    let saved = saved.expect("saved");
    child::say(&format!("saved {} {text}", saved.id));
}
