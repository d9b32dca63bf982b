//! Guards of docs/THREATS.md: a page reaches no file that nobody chose.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use fieldnotes_core::Code;

use super::table::MOST;
use super::*;
use crate::failure::{Answer, Failure};

static NOW: AtomicU64 = AtomicU64::new(1_000);

fn turned() -> Duration {
    Duration::from_secs(NOW.load(Ordering::SeqCst))
}

fn still() -> Duration {
    Duration::ZERO
}

/// Draws 1, 2, 3, …
#[derive(Default)]
struct Counted(AtomicU64);

impl fieldnotes_core::Random for Counted {
    fn fill(&self, out: &mut [u8]) {
        let next = self.0.fetch_add(1, Ordering::SeqCst) + 1;
        out[..8].copy_from_slice(&next.to_le_bytes());
    }
}

fn grants(clock: fn() -> Duration) -> Grants {
    Grants::new(clock, Arc::new(Counted::default()))
}

fn refused<T>(answer: Answer<T>) -> bool {
    answer.err() == Some(Failure::from(Code::NotGranted))
}

#[test]
fn a_handle_says_where_it_is_and_stands_for_it() {
    let grants = grants(still);
    let granted = grants.give::<Bundle>("/media/stick/꾸러미.bundle".into());
    assert_eq!(
        serde_json::to_value(&granted).expect("plain data"),
        serde_json::json!({
            "token": "01000000000000000000000000000000",
            "name": "꾸러미.bundle",
            "shown": "/media/stick/꾸러미.bundle",
        })
    );
    let held = grants.hold::<Bundle>(&granted.token()).expect("granted");
    assert_eq!(held.path(), Path::new("/media/stick/꾸러미.bundle"));
    assert!(grants.hold::<Bundle>(&granted.token()).is_ok(), "it stays");
    assert_eq!(grants.give::<Vault>("/".into()).name(), "/");
}

#[test]
fn what_was_never_granted_is_refused() {
    let grants = grants(still);
    let granted = grants.give::<Bundle>("/a".into());
    for token in ["", "/a", "/etc/passwd", "02000000000000000000000000000000"] {
        assert!(
            refused(grants.hold::<Bundle>(&token.to_owned().into())),
            "{token}"
        );
    }
    // Of another deed.
    assert!(refused(grants.hold::<Vault>(&granted.token())));
    assert!(refused(grants.once::<Write>(&granted.token())));
    // A place that the program offers takes nothing in the clear.
    let offered = grants.give::<Seal>("/home/a/1.bundle".into());
    assert!(refused(grants.once::<Write>(&offered.token())));
    assert!(grants.once::<Seal>(&offered.token()).is_ok());
}

#[test]
fn one_deed_is_done_once() {
    let grants = grants(still);
    let granted = grants.give::<Seal>("/media/stick/1.bundle".into());
    let once = grants.once::<Seal>(&granted.token()).expect("granted");
    assert!(
        refused(grants.once::<Seal>(&granted.token())),
        "it is being done"
    );
    drop(once);
    let again = grants
        .once::<Seal>(&granted.token())
        .expect("nothing was done");
    assert_eq!(again.path(), Path::new("/media/stick/1.bundle"));
    again.spend();
    assert!(refused(grants.once::<Seal>(&granted.token())), "it is done");
    assert_eq!(grants.written_in(), Some("/media/stick".into()));
}

#[test]
fn a_lock_ends_all_of_them() {
    let grants = grants(still);
    let held = grants.give::<Vault>("/vault".into());
    let used = grants.give::<Write>("/a".into());
    let once = grants.once::<Write>(&used.token()).expect("granted");
    grants.forget();
    assert!(refused(grants.hold::<Vault>(&held.token())));
    drop(once);
    assert!(
        refused(grants.once::<Write>(&used.token())),
        "it is not put back"
    );
    assert_eq!(grants.written_in(), None);
}

#[test]
fn files_are_granted_for_an_hour_and_vaults_until_the_lock() {
    let grants = grants(turned);
    let file = grants.give::<Bundle>("/a".into());
    let vault = grants.give::<Vault>("/vault".into());
    NOW.fetch_add(3_599, Ordering::SeqCst);
    assert!(grants.hold::<Bundle>(&file.token()).is_ok());
    NOW.fetch_add(1, Ordering::SeqCst);
    assert!(refused(grants.hold::<Bundle>(&file.token())));
    NOW.fetch_add(1_000_000, Ordering::SeqCst);
    assert!(grants.hold::<Vault>(&vault.token()).is_ok());
}

#[test]
fn a_handle_serves_what_the_dialog_was_for() {
    let grants = grants(still);
    let [bundle, package, attach, identity] = [
        grants.give::<Bundle>("/a".into()),
        grants.give::<Package>("/a".into()),
        grants.give::<Attach>("/a".into()),
        grants.give::<Identity>("/a".into()),
    ];
    let served = |granted: &Granted| {
        [
            grants.hold::<Bundle>(&granted.token()).is_ok(),
            grants.hold::<Package>(&granted.token()).is_ok(),
            grants.hold::<Attach>(&granted.token()).is_ok(),
            grants.hold::<Identity>(&granted.token()).is_ok(),
            grants.hold::<Vault>(&granted.token()).is_ok(),
        ]
    };
    // What was chosen to be taken in may be looked at.
    assert_eq!(served(&bundle), [true, true, false, false, false]);
    assert_eq!(served(&package), [false, true, false, false, false]);
    assert_eq!(served(&attach), [false, false, true, false, false]);
    assert_eq!(served(&identity), [false, false, false, true, false]);
}

#[test]
fn what_was_opened_is_for_what_its_name_says() {
    let grants = grants(still);
    let opened = grants.give_opened(vec!["/a/1.Review".into(), "/a/1.bundle".into()]);
    assert!(grants.hold::<Package>(&opened[0].token()).is_ok());
    assert!(refused(grants.hold::<Bundle>(&opened[0].token())));
    assert!(grants.hold::<Bundle>(&opened[1].token()).is_ok());
    for one in &opened {
        assert!(refused(grants.hold::<Attach>(&one.token())));
        assert!(refused(grants.hold::<Identity>(&one.token())));
    }
}

#[test]
fn their_number_is_bounded() {
    let grants = grants(still);
    let most = MOST as usize;
    let all: Vec<Granted> = (0..=most)
        .map(|number| grants.give::<Bundle>(PathBuf::from(number.to_string())))
        .collect();
    assert!(
        refused(grants.hold::<Bundle>(&all[0].token())),
        "the oldest ended"
    );
    assert!(grants.hold::<Bundle>(&all[1].token()).is_ok());
    assert!(grants.hold::<Bundle>(&all[most].token()).is_ok());
}

#[test]
fn those_of_one_answer_hold_together() {
    let grants = grants(still);
    let paths = (0..3 * MOST).map(|number| PathBuf::from(number.to_string()));
    let all = grants.give_all::<Bundle>(paths.collect());
    let hold = |granted: &Granted| grants.hold::<Bundle>(&granted.token()).is_ok();
    assert!(all.iter().all(hold), "more than are kept of several");
    let later: Vec<Granted> = (1..MOST)
        .map(|number| grants.give::<Seal>(PathBuf::from(number.to_string())))
        .collect();
    assert!(all.iter().all(hold), "as long as few came after it");
    grants.give::<Seal>("/a".into());
    assert!(!all.iter().any(hold), "all of them end");
    assert!(grants.hold::<Seal>(&later[0].token()).is_ok());
}
