//! A colleague's word: on whose a log is, on what they hold of ours, on what may go no further. Guards "Nobody signs for another"
//! and "A vault that was put back is noticed" of docs/THREATS.md.

use crate::send;
use fieldnotes_domain::ids::RecordId;
use std::collections::BTreeMap;

use super::*;
use crate::colleague::lessons::MOST_OF_ONE;
use crate::receive::accept::Accept;
use fieldnotes_domain::history::Numbers;

fn devices_of(stage: &Stage, name: &str) -> (u64, usize) {
    let shown = colleague::show(&stage.victim, name).expect("known");
    (shown.devices, shown.claimed.len())
}

fn undo(stage: &mut Stage, import: &str) {
    receive::undo(&mut stage.victim, import, &mut silent()).expect("undone");
}

/// A bundle that bears these certificates and says nothing else.
fn bearing(stage: &mut Stage, devices: Vec<DeviceCertificate>) -> receive::BundlesImported {
    stage.devices = devices;
    let file = stage.bundle(Vec::new(), Notices::default());
    stage.devices = Vec::new();
    stage.import(file).expect("taken in")
}

fn certify(by: &SecretIdentity, log: &Log) -> DeviceCertificate {
    DeviceCertificate::make(by, &log.device)
}

#[test]
fn two_valid_certificates_for_one_device_are_a_conflict_that_is_shown_and_settled_by_nobody() {
    let mut stage = Stage::set();
    let second = SecretIdentity::make(&OsRandom).expect("made");
    let line = second.public().to_string();
    colleague::add(&mut stage.victim, &line, "second").expect("added");
    let log = Log::begin();
    let (first, other) = (certify(&stage.mallory, &log), certify(&second, &log));
    let taught = bearing(&mut stage, vec![first]);
    assert!(taught.claimed.is_empty());
    let claimed = bearing(&mut stage, vec![other.clone()]);
    assert_eq!(claimed.claimed.len(), 1);
    assert_eq!(claimed.claimed[0].name.as_deref(), Some("mallory"));
    assert_eq!(claimed.claimed[0].claimed_name.as_deref(), Some("second"));
    assert_eq!(devices_of(&stage, "mallory"), (1, 1));
    assert_eq!(devices_of(&stage, "second"), (0, 1));
    stage.reopen();
    assert_eq!(devices_of(&stage, "second"), (0, 1));

    // What came later does not move up when the first is taken back, and goes with what brought it.
    undo(&mut stage, &taught.import.expect("named"));
    assert_eq!(devices_of(&stage, "mallory").0, 0);
    assert_eq!(devices_of(&stage, "second").0, 0);
    undo(&mut stage, &claimed.import.expect("named"));
    assert_eq!(devices_of(&stage, "second"), (0, 0));
    stage.reopen();
}

#[test]
fn a_certificate_stays_as_long_as_one_import_brought_it() {
    for first_goes_first in [true, false] {
        let mut stage = Stage::set();
        let certificate = certify(&stage.mallory, &Log::begin());
        let imports: Vec<String> = (0..2)
            .map(|_| bearing(&mut stage, vec![certificate.clone()]))
            .map(|done| done.import.expect("named"))
            .collect();
        let at = usize::from(!first_goes_first);
        undo(&mut stage, &imports[at]);
        assert_eq!(devices_of(&stage, "mallory"), (1, 0));
        undo(&mut stage, &imports[1 - at]);
        assert_eq!(devices_of(&stage, "mallory"), (0, 0));
    }
}

#[test]
fn of_one_identity_the_first_certificates_are_kept() {
    let mut stage = Stage::set();
    let mut logs: Vec<Log> = (0..MOST_OF_ONE + 20).map(|_| Log::begin()).collect();
    let all: Vec<_> = logs
        .iter()
        .map(|log| certify(&stage.mallory, log))
        .collect();
    let first = bearing(&mut stage, all[..MOST_OF_ONE].to_vec());
    bearing(&mut stage, all[MOST_OF_ONE - 3..].to_vec());
    assert_eq!(devices_of(&stage, "mallory").0, MOST_OF_ONE as u64);
    stage.reopen();
    // A testimony of a log beyond comes in, as written by nobody who is known.
    let last = logs.last_mut().expect("some");
    let written = last.write(make_id(&OsRandom), &[], Some(&body("known")));
    let record = written.0.entry.record.to_string();
    let file = stage.bundle(vec![written], Notices::default());
    stage.import(file).expect("taken in");
    let shown = record::show(&stage.victim, &record).expect("shown");
    assert_eq!(shown.saved_by.who.as_str(), "unknown");
    // Those that the second one brought as well stay.
    undo(&mut stage, &first.import.expect("named"));
    assert_eq!(devices_of(&stage, "mallory").0, 3);
    bearing(&mut stage, all[MOST_OF_ONE..].to_vec());
    assert_eq!(devices_of(&stage, "mallory").0, 23);
}

/// Reports that they hold our log up to this number.
fn holding(stage: &mut Stage, number: u64, end: u64) -> Notices {
    let log = stage.victim.own.device().id();
    let newest = [(log, EntryHash([number as u8; 32]))].into_iter().collect();
    Notices {
        number,
        holds: Some(Held {
            places: (1..=end).map(|seq| (log, seq)).collect(),
            without_body: Places::default(),
            newest,
        }),
        ..Notices::default()
    }
}

#[test]
fn who_says_without_end_that_they_hold_more_of_us_is_heeded_sixteen_times() {
    let mut stage = Stage::set();
    let mut logs = vec![stage.victim.own.device().id()];
    for number in 1..=18 {
        record::add(&mut stage.victim, "note", br#"{"text":"mine"}"#).expect("saved");
        let notices = holding(&mut stage, number, 9);
        let file = stage.bundle(Vec::new(), notices);
        let done = stage.import(file).expect("taken in");
        assert_eq!(done.was_rolled_back, number <= 16, "{number}");
        let unheeded = (number > 16).then(|| "mallory".to_owned());
        assert_eq!(done.unheeded, Vec::from_iter(unheeded));
        let log = stage.victim.own.device().id();
        assert_eq!(log != logs[logs.len() - 1], number <= 16);
        logs.push(log);
        // Of what they say nothing is believed that is not here.
        let held = colleague::show(&stage.victim, "mallory")
            .expect("known")
            .holds;
        assert!(held <= 1, "{held}");
    }
    stage.reopen();
    // What is written then goes to them as to anybody.
    let names = ["mallory".to_owned()];
    let out = stage.file();
    let sending = Sending::new(Recipients::Colleagues(&names));
    let sent = send::send(&mut stage.victim, &out, &sending, &mut silent()).expect("sent");
    assert_eq!(sent.records, 18);
}

/// Reports that they took in our bundles up to this number.
fn received(stage: &Stage, number: u64, end: u64) -> Notices {
    let own = stage.victim.identity().public().fingerprint();
    let received = BTreeMap::from([(own, Numbers([end].into_iter().collect()))]);
    Notices {
        number,
        received,
        ..Notices::default()
    }
}

#[test]
fn a_number_of_ours_above_the_last_is_evidence_by_itself() {
    let mut stage = Stage::set();
    record::add(&mut stage.victim, "note", br#"{"text":"mine"}"#).expect("saved");
    let log = stage.victim.own.device().id();
    let notices = received(&stage, 1, 7);
    let file = stage.bundle(Vec::new(), notices);
    let done = stage.import(file).expect("taken in");
    assert!(done.was_rolled_back);
    assert_ne!(stage.victim.own.device().id(), log);
    // It goes on from there, so that the same word is no news.
    assert_eq!(stage.victim.own.number(), 7);
    let notices = received(&stage, 2, 7);
    let file = stage.bundle(Vec::new(), notices);
    assert!(!stage.import(file).expect("taken in").was_rolled_back);
    // Nobody makes the numbers run out.
    let notices = received(&stage, 3, u64::MAX);
    let file = stage.bundle(Vec::new(), notices);
    assert!(!stage.import(file).expect("taken in").was_rolled_back);
    assert_eq!(stage.victim.own.number(), 7);
    stage.reopen();
}

#[test]
fn a_stranger_brings_what_they_wrote_and_no_word_beside_it() {
    let mut stage = Stage::set();
    let id = record::add(&mut stage.victim, "note", br#"{"text":"mine"}"#);
    let id = id.expect("saved").id;
    let record: RecordId = id.parse().expect("an id");
    let head = stage.victim.graph().heads(record)[0];
    let mut log = Log::begin();
    let without_body = log.write(record, &[head], None);
    let mut notices = holding(&mut stage, 5, 9);
    notices.received = received(&stage, 5, 7).received;
    notices.withdrawn = vec![Withdrawn {
        record,
        revision: without_body.0.hash,
    }];
    stage.mallory = SecretIdentity::make(&OsRandom).expect("made");
    stage.devices = vec![certify(&stage.mallory, &log)];
    let file = stage.bundle(vec![without_body], notices);
    let look = receive::preview(
        &stage.victim,
        std::slice::from_ref(&file),
        None,
        9,
        &mut silent(),
    );
    assert_ne!(look.expect("read").records[0].state.as_str(), "withdrawn");
    let stranger = Accept {
        unknown_sender: true,
        ..Accept::default()
    };
    let own = stage.victim.own.device().id();
    let done = receive::import(&mut stage.victim, &[file], None, stranger, &mut silent());
    let done = done.expect("taken in");
    assert_eq!(done.bundles[0].new_revisions, 1);
    assert!(done.bundles[0].withdrawn.is_empty() && !done.was_rolled_back);
    assert!(!stage.victim.is_withdrawn(record));
    assert_eq!(stage.victim.own.device().id(), own);
    assert_eq!(stage.victim.own.number(), 0);
    assert_eq!(devices_of(&stage, "mallory"), (0, 0));
    stage.reopen();
}
