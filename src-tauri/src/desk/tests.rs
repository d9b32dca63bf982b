//! What the desk holds, and what it lets go of.

use fieldnotes_core::api::vault::{NewVault, WordList};
use tauri::async_runtime::block_on;

use super::*;

/// Guards a promise of docs/THREATS.md: what was granted ends with the page that it was granted to.
#[test]
fn a_lock_ends_what_was_granted() {
    use crate::grants::Bundle;
    let place = tempfile::tempdir().expect("a folder");
    let desk = Desk::new(place.path(), Vec::new());
    let granted = desk.grants().give::<Bundle>("/a".into());
    assert!(desk.grants().hold::<Bundle>(&granted.token()).is_ok());
    desk.begin_closing();
    let held = desk.grants().hold::<Bundle>(&granted.token());
    assert_eq!(held.err(), Some(Code::NotGranted.into()));
}

/// A package whose passphrase was still being tried when the lock came is not kept.
#[test]
fn a_package_that_opens_behind_a_lock_is_not_kept() {
    let place = tempfile::tempdir().expect("a folder");
    let desk = Desk::new(place.path(), Vec::new());
    let asked = desk.turn();
    let keep = || desk.keep_package("/p".into(), SecretString::from("words"), asked);
    assert_eq!(keep(), Ok(()));
    desk.close();
    assert_eq!(keep(), Err(Failure::locked()));
    assert!(desk.package(|_, _| Ok(())).is_err());
}

/// A vault that does not open leaves none open: not even the one before.
#[test]
fn where_another_vault_does_not_open_none_is() {
    let place = tempfile::tempdir().expect("a folder");
    let desk = Desk::new(place.path(), Vec::new());
    let folder = place.path().join("vault");
    let passphrase = || SecretString::from("한 번 쓰는 암호");
    let new = NewVault {
        passphrase: passphrase(),
        recovery_words: WordList::Korean,
        is_test: true,
    };
    api::vault::create(&folder, &new, desk.environment()).expect("made");
    let unlock = |passphrase: SecretString| {
        let unlocked = desk.unlock(folder.clone(), move |folder, environment| {
            api::vault::unlock(folder, &passphrase, environment)
        });
        block_on(unlocked).map(drop)
    };

    assert!(unlock(passphrase()).is_ok());
    assert!(desk.is_unlocked());
    let refused = unlock(SecretString::from("another"));
    assert_eq!(refused, Err(Code::WrongPassphrase.into()));
    assert!(!desk.is_unlocked());
    assert!(unlock(passphrase()).is_ok());
    desk.begin_closing();
    assert!(!desk.is_unlocked_for_pages());
    let asked = block_on(desk.vault(|session| Ok(api::vault::status(session)))).map(drop);
    assert_eq!(asked, Err(Failure::locked()), "it is being locked");
    desk.close();
    assert!(!desk.is_open());

    // The screen is locked while the passphrase is tried.
    let with = desk.clone();
    let overtaken = desk.unlock(folder.clone(), move |folder, environment| {
        with.ask_for_lock();
        api::vault::unlock(folder, &passphrase(), environment)
    });
    assert_eq!(block_on(overtaken).map(drop), Err(Failure::locked()));
    assert!(!desk.is_open());
    assert!(unlock(passphrase()).is_ok(), "the next one counts");
}

/// A vault in the making, in a folder that is made for it.
struct Making {
    desk: Desk,
    place: tempfile::TempDir,
}

impl Making {
    fn new() -> Self {
        let place = tempfile::tempdir().expect("a folder");
        let desk = Desk::new(place.path(), Vec::new());
        Self { desk, place }
    }

    fn folder(&self) -> PathBuf {
        self.place.path().join("made for it/vault")
    }

    fn begin(&self) -> UnfinishedVault {
        let new = NewVault {
            passphrase: SecretString::from("한 번 쓰는 암호"),
            recovery_words: WordList::Korean,
            is_test: true,
        };
        api::vault::begin_create(&self.folder(), &new, self.desk.environment()).expect("begun")
    }

    fn keep(&self, turn: u64) -> Outcome<()> {
        self.desk.keep_vault(self.folder(), self.begin(), turn)
    }

    fn is_vault(&self) -> bool {
        api::vault::look(&self.folder()).is_ok()
    }

    fn is_gone(&self) -> bool {
        !self.place.path().join("made for it").exists()
    }
}

/// A vault comes to be when its words are on paper, and not where the window is closed before.
#[test]
fn a_vault_whose_words_nobody_confirmed_is_none() {
    let making = Making::new();
    let desk = &making.desk;
    assert_eq!(making.keep(desk.turn()), Ok(()));
    assert!(!making.is_vault());
    desk.begin_page();
    assert!(making.is_gone(), "nothing is left");
    assert!(desk.pending().take_vault_dropped());
    assert!(!desk.pending().take_vault_dropped(), "told once");

    assert_eq!(making.keep(desk.turn()), Ok(()));
    assert!(desk.pending().cancel_vault());
    assert!(making.is_gone());
    assert!(!desk.pending().take_vault_dropped(), "the page knows");

    assert_eq!(making.keep(desk.turn()), Ok(()));
    assert_eq!(desk.finish_vault(desk.turn()), Ok(()));
    assert!(making.is_vault());
    assert_eq!(desk.settings().vault, Some(making.folder()));
    desk.close();
    assert!(making.is_vault());
    assert!(!desk.pending().take_vault_dropped());
    let again = desk.finish_vault(desk.turn());
    assert_eq!(again, Err(Code::NotGranted.into()));
}

/// Guards a promise of docs/THREATS.md: a lock takes the words of a vault that is begun as it takes those of an open one.
#[test]
fn a_lock_drops_a_vault_that_waits_for_its_words() {
    let making = Making::new();
    let desk = &making.desk;
    assert!(!desk.is_open());
    assert_eq!(making.keep(desk.turn()), Ok(()));
    assert!(desk.is_open(), "there is something to lock");
    desk.close();
    assert!(!desk.is_open());
    assert!(making.is_gone());
    assert!(desk.pending().take_vault_dropped(), "that is told");

    // The screen is locked, or the page goes, while the vault is begun.
    for overtake in [Desk::ask_for_lock, Desk::begin_page] {
        let turn = desk.turn();
        overtake(desk);
        let kept = making.keep(turn).map_err(|error| error.code);
        assert_eq!(kept, Err(Code::Locked));
        assert!(!desk.is_open());
        assert!(making.is_gone());
        assert!(!desk.pending().take_vault_dropped(), "nobody saw words");
    }
}

/// The page that finishes it may be gone before that fails.
#[test]
fn a_vault_that_could_not_be_finished_behind_a_lock_is_told() {
    let making = Making::new();
    let desk = &making.desk;
    for is_gone in [false, true] {
        assert_eq!(making.keep(desk.turn()), Ok(()));
        let turn = desk.turn();
        // A stranger stands where the header goes.
        std::fs::create_dir_all(making.folder().join("header/in the way")).expect("made");
        if is_gone {
            desk.ask_for_lock();
        }
        assert!(desk.finish_vault(turn).is_err());
        assert_eq!(desk.pending().take_vault_dropped(), is_gone);
        assert!(!desk.is_open());
        std::fs::remove_dir_all(making.folder()).expect("removed");
    }
}

/// A vault that can be given a new key, at a desk.
struct Keyed {
    desk: Desk,
    place: tempfile::TempDir,
}

impl Keyed {
    fn new() -> Self {
        let place = tempfile::tempdir().expect("a folder");
        let desk = Desk::new(place.path(), Vec::new());
        let keyed = Self { desk, place };
        keyed.make("vault");
        keyed
    }

    fn passphrase() -> SecretString {
        SecretString::from("한 번 쓰는 암호")
    }

    fn make(&self, name: &str) {
        let new = NewVault {
            passphrase: Self::passphrase(),
            recovery_words: WordList::Korean,
            is_test: true,
        };
        let folder = self.place.path().join(name);
        api::vault::create(&folder, &new, self.desk.environment()).expect("made");
    }

    /// What unlocking tells of a new key.
    fn unlock(&self, name: &str) -> Option<InterruptedRekey> {
        let unlocked = self
            .desk
            .unlock(self.place.path().join(name), |folder, environment| {
                api::vault::unlock(folder, &Self::passphrase(), environment)
            });
        block_on(unlocked).expect("open").interrupted_rekey
    }

    fn draw(&self, turn: u64) -> Outcome<()> {
        let rekey = api::vault::Rekey {
            current: &Self::passphrase(),
            new: None,
            recovery_words: WordList::Korean,
        };
        let session = hold(&self.desk.0.session);
        let session = session.as_ref().expect("open");
        let prepared = api::vault::prepare_rekey(session, &rekey).expect("drawn");
        self.desk.keep_rekey(session, prepared, turn)
    }

    /// Seals under the new key. A lock may be asked for, which a page that shows the outcome does not live to see.
    fn apply(&self, watch: &mut Watch<'_>, is_overtaken: bool) -> Outcome<()> {
        let turn = self.desk.turn();
        if is_overtaken {
            self.desk.ask_for_lock();
        }
        let mut session = hold(&self.desk.0.session);
        let session = session.as_mut().expect("open");
        self.desk.apply_rekey(session, watch, turn)
    }
}

/// The words of a new key that were shown when the lock came may be on paper: that they count for nothing is told, once.
#[test]
fn a_new_key_that_a_lock_overtook_is_told_once() {
    let keyed = Keyed::new();
    let desk = &keyed.desk;
    assert_eq!(keyed.unlock("vault"), None);
    assert_eq!(keyed.draw(desk.turn()), Ok(()));
    desk.close();
    assert_eq!(keyed.unlock("vault"), Some(InterruptedRekey::NotDone));
    desk.close();
    assert_eq!(keyed.unlock("vault"), None);

    // The new page may begin before the keys are gone.
    assert_eq!(keyed.draw(desk.turn()), Ok(()));
    desk.begin_closing();
    desk.begin_page();
    desk.close();
    assert_eq!(keyed.unlock("vault"), Some(InterruptedRekey::NotDone));

    // What the page cancelled it has told itself.
    assert_eq!(keyed.draw(desk.turn()), Ok(()));
    assert!(desk.pending().take_rekey().is_some());
    desk.close();
    assert_eq!(keyed.unlock("vault"), None);
}

/// It is another vault's business what became of a new key, whichever is opened in between.
#[test]
fn what_became_of_a_new_key_is_told_in_its_own_vault() {
    let keyed = Keyed::new();
    keyed.make("other");
    let desk = &keyed.desk;
    assert_eq!(keyed.unlock("vault"), None);
    assert_eq!(keyed.draw(desk.turn()), Ok(()));
    desk.close();
    let other = keyed.place.path().join("other");
    assert_eq!(desk.remember_vault(other), Ok(()));
    assert_eq!(keyed.unlock("other"), None);
    desk.close();
    assert_eq!(keyed.unlock("vault"), Some(InterruptedRekey::NotDone));
}

/// Nobody saw these words: the page was gone before they were drawn.
#[test]
fn a_new_key_that_is_drawn_for_nobody_is_forgotten() {
    let keyed = Keyed::new();
    let desk = &keyed.desk;
    assert_eq!(keyed.unlock("vault"), None);
    for overtake in [Desk::ask_for_lock, Desk::begin_page] {
        let turn = desk.turn();
        overtake(desk);
        let kept = keyed.draw(turn).map_err(|error| error.code);
        assert_eq!(kept, Err(Code::Locked));
        assert!(desk.pending().take_rekey().is_none());
    }
    desk.close();
    assert_eq!(keyed.unlock("vault"), None);
}

/// The lid is closed while everything is sealed again: whatever came of it, the next unlock tells.
#[test]
fn a_new_key_that_is_made_behind_a_lock_is_told() {
    let keyed = Keyed::new();
    let desk = &keyed.desk;
    assert_eq!(keyed.unlock("vault"), None);
    for (is_overtaken, told) in [(true, Some(InterruptedRekey::Done)), (false, None)] {
        assert_eq!(keyed.draw(desk.turn()), Ok(()));
        assert_eq!(keyed.apply(&mut Watch::silent(), is_overtaken), Ok(()));
        desk.close();
        assert_eq!(keyed.unlock("vault"), told);
    }

    // It stops at a step instead.
    assert_eq!(keyed.draw(desk.turn()), Ok(()));
    let mut stop = |_| Err(api::Cancelled);
    let stopped = keyed.apply(&mut Watch::new(&mut stop), true);
    assert_eq!(stopped.map_err(|error| error.code), Err(Code::Cancelled));
    desk.close();
    assert_eq!(keyed.unlock("vault"), Some(InterruptedRekey::NotDone));
}

/// One key that is drawn ends the one from before.
#[test]
fn a_new_key_is_made_once() {
    let keyed = Keyed::new();
    let desk = &keyed.desk;
    assert_eq!(keyed.unlock("vault"), None);
    assert_eq!(keyed.draw(desk.turn()), Ok(()));
    let stale = desk.pending().take_rekey().expect("kept").1;
    assert_eq!(keyed.draw(desk.turn()), Ok(()));
    assert_eq!(keyed.apply(&mut Watch::silent(), false), Ok(()));
    let again = keyed.apply(&mut Watch::silent(), false);
    assert_eq!(again.map_err(|error| error.code), Err(Code::NotGranted));
    let refused = block_on(
        desk.vault(move |session| api::vault::apply_rekey(session, stale, &mut Watch::silent())),
    );
    assert_eq!(refused, Err(Code::WrongPassphrase.into()));
    desk.close();
    assert_eq!(keyed.unlock("vault"), None);
}

/// Guards a promise of docs/THREATS.md: what protects is sealed in the vault. A plain file that says otherwise is not heard.
#[test]
fn when_it_locks_is_what_the_vault_says() {
    let place = tempfile::tempdir().expect("a folder");
    let plain = r#"{"lock_after_minutes":0}"#;
    std::fs::write(place.path().join("settings.json"), plain).expect("written");
    let desk = Desk::new(place.path(), Vec::new());
    let minutes = || desk.0.lock_after.load(Ordering::Acquire);
    assert_eq!(minutes(), api::vault::LOCK_AFTER);

    let folder = place.path().join("vault");
    let passphrase = SecretString::from("한 번 쓰는 암호");
    let new = NewVault {
        passphrase: passphrase.clone(),
        recovery_words: WordList::Korean,
        is_test: true,
    };
    api::vault::create(&folder, &new, desk.environment()).expect("made");
    let unlock = || {
        let passphrase = passphrase.clone();
        let unlocked = desk.unlock(folder.clone(), move |folder, environment| {
            api::vault::unlock(folder, &passphrase, environment)
        });
        block_on(unlocked).map(drop)
    };
    assert!(unlock().is_ok());
    assert_eq!(minutes(), api::vault::LOCK_AFTER);
    let set = desk.vault(|session| api::vault::set_lock_after(session, 15));
    assert_eq!(block_on(set), Ok(15));
    desk.close();
    assert_eq!(minutes(), api::vault::LOCK_AFTER, "no vault is open");
    assert!(unlock().is_ok());
    assert_eq!(minutes(), 15);
    let set = desk.vault(|session| api::vault::set_lock_after(session, u32::MAX));
    assert_eq!(block_on(set), Ok(24 * 60), "more than a day is a day");
}
