//! Logs that somebody wrote twice. They come in on a person's word, can be taken back, and cost what they weigh.

use super::*;
use crate::receive::accept::Accept;

fn accept(stage: &mut Stage, file: PathBuf) -> String {
    let forked = Accept {
        forked_logs: true,
        ..Accept::default()
    };
    let done = receive::import(&mut stage.victim, &[file], None, forked, &mut silent());
    done.expect("taken in").import.expect("named")
}

fn digest(stage: &Stage) -> String {
    vault::digest(&stage.victim).digest
}

/// Two revisions at one place of a log, each of a record of its own.
fn fork(log: &mut Log) -> [Sent; 2] {
    let before = (log.seq, log.last);
    ["one", "other"].map(|title| {
        (log.seq, log.last) = before;
        log.write(make_id(&OsRandom), &[], Some(&body(title)))
    })
}

#[test]
fn an_import_that_forks_a_log_can_be_taken_back() {
    let mut stage = Stage::set();
    let mut log = Log::begin();
    // Both in one import.
    let both = stage.bundle(fork(&mut log).to_vec(), Notices::default());
    let empty = digest(&stage);
    let import = accept(&mut stage, both.clone());
    stage.reopen();
    receive::undo(&mut stage.victim, &import, &mut silent()).expect("undone");
    assert_eq!(digest(&stage), empty);

    // One, and in a later import the other; taken back in either order.
    for later_first in [true, false] {
        let [one, other] = fork(&mut log).map(|one| stage.bundle(vec![one], Notices::default()));
        let before = digest(&stage);
        let first = accept(&mut stage, one.clone());
        let with_one = digest(&stage);
        let second = accept(&mut stage, other.clone());
        stage.reopen();
        let order = match later_first {
            true => [&second, &first],
            false => [&first, &second],
        };
        receive::undo(&mut stage.victim, order[0], &mut silent()).expect("undone");
        assert_eq!(digest(&stage) == with_one, later_first);
        receive::undo(&mut stage.victim, order[1], &mut silent()).expect("undone");
        assert_eq!(digest(&stage), before);
        stage.reopen();
    }
}

/// What stands in a log of which somebody has the secret twice, ten thousand times.
#[test]
fn very_many_at_one_place_are_looked_at_once_each() {
    let mut stage = Stage::set();
    let mut log = Log::begin();
    let first = log.write(make_id(&OsRandom), &[], Some(&body("first")));
    let before = (log.seq, log.last);
    let mut sent = vec![first];
    for _ in 0..5_000 {
        (log.seq, log.last) = before;
        sent.push(log.write(make_id(&OsRandom), &[], None));
    }
    let empty = digest(&stage);
    let file = stage.bundle(sent, Notices::default());
    let import = accept(&mut stage, file);
    let row = stage.victim.peers.receipts()[0].1.journal.clone();
    assert_eq!(row.expect("a journal").forked.len(), 5_000);
    stage.reopen();
    receive::undo(&mut stage.victim, &import, &mut silent()).expect("undone");
    assert_eq!(digest(&stage), empty);
}
