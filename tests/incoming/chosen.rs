//! Taking in some records of a bundle, and the others later.

use std::collections::BTreeSet;

use fieldnotes_core::receive::{self, BundlesImported, PreviewState};
use fieldnotes_core::{Code, Error, Session, Watch, attachment};

use crate::pair::{Pair, note, take};
use crate::support::vault;

fn take_only(
    session: &mut Session,
    file: &std::path::PathBuf,
    only: &[&str],
) -> Result<BundlesImported, Error> {
    let only: Vec<String> = only.iter().map(|&id| id.to_owned()).collect();
    let files = std::slice::from_ref(file);
    receive::import_chosen(
        session,
        files,
        None,
        Some(&only),
        false,
        &mut Watch::silent(),
    )
}

#[test]
fn chosen_records_come_with_their_attachments_and_the_rest_later() {
    let mut pair = Pair::new();
    let one = note(&mut pair.theirs, "one");
    let other = note(&mut pair.theirs, "other");
    let mut attach = |id: &str, byte: u8| {
        let file = pair.dir.path().join(format!("{byte}.png"));
        std::fs::write(&file, vec![byte; 3_000]).expect("written");
        let silent = &mut Watch::silent();
        attachment::add(&mut pair.theirs, id, &file, silent)
            .expect("attached")
            .id
    };
    let (picture, other_picture) = (attach(&one, 1), attach(&other, 2));
    let file = pair.they_send(None);
    let before = vault::digest(&pair.mine);
    let unknown = "3d9f7c1e-8f5b-4a0e-9a59-0c2f4f6f2a11";
    let refused = take_only(&mut pair.mine, &file, &[&one, unknown]).expect_err("not in it");
    assert_eq!(refused.code, Code::RecordNotFound);
    assert_eq!(vault::digest(&pair.mine), before);

    let done = take_only(&mut pair.mine, &file, &[&one]).expect("taken in");
    assert!(done.bundles[0].is_partial && !done.bundles[0].was_seen);
    assert_eq!((done.bundles[0].records, done.bundles[0].new_files), (2, 1));
    let held: BTreeSet<String> = vault::record_ids(&pair.mine).into_iter().collect();
    assert_eq!(held, BTreeSet::from([one.clone(), picture.clone()]));
    let page = attachment::list(&pair.mine, &one).expect("listed");
    assert!(page.attachments.iter().all(|line| line.is_held));

    let again = take_only(&mut pair.mine, &file, &[&one]).expect("taken in");
    assert!(again.import.is_none(), "nothing came of it");
    let seen = pair.preview(std::slice::from_ref(&file));
    assert!(!seen.files[0].was_seen, "a part of it is not all of it");
    assert_eq!(seen.states[&PreviewState::New], 2);

    // The attachment alone, and then whatever is left.
    take_only(&mut pair.mine, &file, &[&other_picture]).expect("taken in");
    let rest = take(&mut pair.mine, &file);
    assert!(!rest.bundles[0].is_partial && !rest.bundles[0].was_seen);
    assert_eq!(vault::digest(&pair.mine), vault::digest(&pair.theirs));
    assert!(take(&mut pair.mine, &file).bundles[0].was_seen);

    // The three imports go back one after the other, the last first.
    let all = receive::imports(&pair.mine, 10).imports;
    let can: Vec<bool> = all.iter().map(|import| import.can_undo).collect();
    assert_eq!(can, [true, false, false], "the last one met all of it");
    for line in &all {
        let id = line.id.as_deref().expect("it has a name");
        receive::undo(&mut pair.mine, id, &mut Watch::silent()).expect("undone");
    }
    assert_eq!(vault::digest(&pair.mine), before);
}
