//! What the state holds, and what it lets go of.

use fieldnotes_core::vault::{NewVault, WordList};
use tauri::async_runtime::block_on;

use super::*;

/// Guards a promise of docs/THREATS.md: what was granted ends with the page that it was granted to.
#[test]
fn a_lock_ends_what_was_granted() {
    use crate::grants::Bundle;
    let place = tempfile::tempdir().expect("a folder");
    let state = AppState::new(place.path(), Vec::new());
    let granted = state.grants().give::<Bundle>("/a".into());
    assert!(state.grants().hold::<Bundle>(&granted.token()).is_ok());
    state.begin_closing();
    let held = state.grants().hold::<Bundle>(&granted.token());
    assert_eq!(held.err(), Some(Code::NotGranted.into()));
}

/// A package whose passphrase was still being tried when the lock came is not kept.
#[test]
fn a_package_that_opens_behind_a_lock_is_not_kept() {
    let place = tempfile::tempdir().expect("a folder");
    let state = AppState::new(place.path(), Vec::new());
    let asked = state.turn();
    let keep = || state.keep_package("/p".into(), SecretString::from("words"), asked);
    assert_eq!(keep(), Ok(()));
    state.close();
    assert_eq!(keep(), Err(Failure::locked()));
    assert!(state.package(|_, _| Ok(())).is_err());
}

/// A vault that does not open leaves none open: not even the one before.
#[test]
fn where_another_vault_does_not_open_none_is() {
    let place = tempfile::tempdir().expect("a folder");
    let state = AppState::new(place.path(), Vec::new());
    let folder = place.path().join("vault");
    let passphrase = || SecretString::from("한 번 쓰는 암호");
    let new = NewVault {
        passphrase: passphrase(),
        recovery_words: WordList::Korean,
        is_test: true,
    };
    fieldnotes_core::vault::create(&folder, &new, state.environment()).expect("made");
    let unlock = |passphrase: SecretString| {
        let unlocked = state.unlock(folder.clone(), move |folder, environment| {
            fieldnotes_core::vault::unlock(folder, &passphrase, environment)
        });
        block_on(unlocked).map(drop)
    };

    assert!(unlock(passphrase()).is_ok());
    assert!(state.is_unlocked());
    let refused = unlock(SecretString::from("another"));
    assert_eq!(refused, Err(Code::WrongPassphrase.into()));
    assert!(!state.is_unlocked());
    assert!(unlock(passphrase()).is_ok());
    state.begin_closing();
    assert!(!state.is_unlocked_for_pages());
    let asked =
        block_on(state.vault(|session| Ok(fieldnotes_core::vault::status(session)))).map(drop);
    assert_eq!(asked, Err(Failure::locked()), "it is being locked");
    state.close();
    assert!(!state.is_open());

    // The screen is locked while the passphrase is tried.
    let with = state.clone();
    let overtaken = state.unlock(folder.clone(), move |folder, environment| {
        with.ask_for_lock();
        fieldnotes_core::vault::unlock(folder, &passphrase(), environment)
    });
    assert_eq!(block_on(overtaken).map(drop), Err(Failure::locked()));
    assert!(!state.is_open());
    assert!(unlock(passphrase()).is_ok(), "the next one counts");
}

/// A vault in the making, in a folder that is made for it.
struct Making {
    state: AppState,
    place: tempfile::TempDir,
}

impl Making {
    fn new() -> Self {
        let place = tempfile::tempdir().expect("a folder");
        let state = AppState::new(place.path(), Vec::new());
        Self { state, place }
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
        fieldnotes_core::vault::begin_create(&self.folder(), &new, self.state.environment())
            .expect("begun")
    }

    fn keep(&self, turn: u64) -> Outcome<()> {
        self.state.keep_vault(self.folder(), self.begin(), turn)
    }

    fn is_vault(&self) -> bool {
        fieldnotes_core::vault::look(&self.folder()).is_ok()
    }

    fn is_gone(&self) -> bool {
        !self.place.path().join("made for it").exists()
    }
}

/// A vault comes to be when its words are on paper, and not where the window is closed before.
#[test]
fn a_vault_whose_words_nobody_confirmed_is_none() {
    let making = Making::new();
    let state = &making.state;
    assert_eq!(making.keep(state.turn()), Ok(()));
    assert!(!making.is_vault());
    state.begin_page();
    assert!(making.is_gone(), "nothing is left");
    assert!(state.pending().take_vault_dropped());
    assert!(!state.pending().take_vault_dropped(), "reported once");

    assert_eq!(making.keep(state.turn()), Ok(()));
    assert!(state.pending().cancel_vault());
    assert!(making.is_gone());
    assert!(!state.pending().take_vault_dropped(), "the page knows");

    assert_eq!(making.keep(state.turn()), Ok(()));
    assert_eq!(state.finish_vault(state.turn()), Ok(()));
    assert!(making.is_vault());
    assert_eq!(state.settings().vault, Some(making.folder()));
    state.close();
    assert!(making.is_vault());
    assert!(!state.pending().take_vault_dropped());
    let again = state.finish_vault(state.turn());
    assert_eq!(again, Err(Code::NotGranted.into()));
}

/// Guards a promise of docs/THREATS.md: a lock takes the words of a vault that is begun as it takes those of an open one.
#[test]
fn a_lock_drops_a_vault_that_waits_for_its_words() {
    let making = Making::new();
    let state = &making.state;
    assert!(!state.is_open());
    assert_eq!(making.keep(state.turn()), Ok(()));
    assert!(state.is_open(), "there is something to lock");
    state.close();
    assert!(!state.is_open());
    assert!(making.is_gone());
    assert!(state.pending().take_vault_dropped(), "that is reported");

    // The screen is locked, or the page goes, while the vault is begun.
    for overtake in [AppState::ask_for_lock, AppState::begin_page] {
        let turn = state.turn();
        overtake(state);
        let kept = making.keep(turn).map_err(|error| error.code);
        assert_eq!(kept, Err(Code::Locked));
        assert!(!state.is_open());
        assert!(making.is_gone());
        assert!(!state.pending().take_vault_dropped(), "nobody saw words");
    }
}

/// The page that finishes it may be gone before that fails.
#[test]
fn a_vault_that_could_not_be_finished_behind_a_lock_is_reported() {
    let making = Making::new();
    let state = &making.state;
    for is_gone in [false, true] {
        assert_eq!(making.keep(state.turn()), Ok(()));
        let turn = state.turn();
        // A stranger stands where the header goes.
        std::fs::create_dir_all(making.folder().join("header/in the way")).expect("made");
        if is_gone {
            state.ask_for_lock();
        }
        assert!(state.finish_vault(turn).is_err());
        assert_eq!(state.pending().take_vault_dropped(), is_gone);
        assert!(!state.is_open());
        std::fs::remove_dir_all(making.folder()).expect("removed");
    }
}

/// A vault that can be given a new key, in a state of its own.
struct Keyed {
    state: AppState,
    place: tempfile::TempDir,
}

impl Keyed {
    fn new() -> Self {
        let place = tempfile::tempdir().expect("a folder");
        let state = AppState::new(place.path(), Vec::new());
        let keyed = Self { state, place };
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
        fieldnotes_core::vault::create(&folder, &new, self.state.environment()).expect("made");
    }

    /// What unlocking shows of a new key.
    fn unlock(&self, name: &str) -> Option<InterruptedRekey> {
        let unlocked = self
            .state
            .unlock(self.place.path().join(name), |folder, environment| {
                fieldnotes_core::vault::unlock(folder, &Self::passphrase(), environment)
            });
        block_on(unlocked).expect("open").interrupted_rekey
    }

    fn draw(&self, turn: u64) -> Outcome<()> {
        let rekey = fieldnotes_core::vault::Rekey {
            current: &Self::passphrase(),
            new: None,
            recovery_words: WordList::Korean,
        };
        let session = hold(&self.state.0.session);
        let session = session.as_ref().expect("open");
        let prepared = fieldnotes_core::vault::prepare_rekey(session, &rekey).expect("drawn");
        self.state.keep_rekey(session, prepared, turn)
    }

    /// Seals under the new key. A lock may be asked for, which a page that shows the outcome does not live to see.
    fn apply(&self, watch: &mut Watch<'_>, is_overtaken: bool) -> Outcome<()> {
        let turn = self.state.turn();
        if is_overtaken {
            self.state.ask_for_lock();
        }
        let mut session = hold(&self.state.0.session);
        let session = session.as_mut().expect("open");
        self.state.apply_rekey(session, watch, turn)
    }
}

/// The words of a new key that were shown when the lock came may be on paper: that they are not valid is reported, once.
#[test]
fn a_new_key_that_a_lock_overtook_is_reported_once() {
    let keyed = Keyed::new();
    let state = &keyed.state;
    assert_eq!(keyed.unlock("vault"), None);
    assert_eq!(keyed.draw(state.turn()), Ok(()));
    state.close();
    assert_eq!(keyed.unlock("vault"), Some(InterruptedRekey::NotDone));
    state.close();
    assert_eq!(keyed.unlock("vault"), None);

    // The new page may begin before the keys are gone.
    assert_eq!(keyed.draw(state.turn()), Ok(()));
    state.begin_closing();
    state.begin_page();
    state.close();
    assert_eq!(keyed.unlock("vault"), Some(InterruptedRekey::NotDone));

    // What the page cancelled it has reported itself.
    assert_eq!(keyed.draw(state.turn()), Ok(()));
    assert!(state.pending().take_rekey().is_some());
    state.close();
    assert_eq!(keyed.unlock("vault"), None);
}

/// It is another vault's business what became of a new key, whichever is opened in between.
#[test]
fn what_became_of_a_new_key_is_reported_in_its_own_vault() {
    let keyed = Keyed::new();
    keyed.make("other");
    let state = &keyed.state;
    assert_eq!(keyed.unlock("vault"), None);
    assert_eq!(keyed.draw(state.turn()), Ok(()));
    state.close();
    let other = keyed.place.path().join("other");
    assert_eq!(state.remember_vault(other), Ok(()));
    assert_eq!(keyed.unlock("other"), None);
    state.close();
    assert_eq!(keyed.unlock("vault"), Some(InterruptedRekey::NotDone));
}

/// Nobody saw these words: the page was gone before they were drawn.
#[test]
fn a_new_key_that_is_drawn_for_nobody_is_forgotten() {
    let keyed = Keyed::new();
    let state = &keyed.state;
    assert_eq!(keyed.unlock("vault"), None);
    for overtake in [AppState::ask_for_lock, AppState::begin_page] {
        let turn = state.turn();
        overtake(state);
        let kept = keyed.draw(turn).map_err(|error| error.code);
        assert_eq!(kept, Err(Code::Locked));
        assert!(state.pending().take_rekey().is_none());
    }
    state.close();
    assert_eq!(keyed.unlock("vault"), None);
}

/// The lid is closed while everything is sealed again: whatever came of it, the next unlock reports.
#[test]
fn a_new_key_that_is_made_behind_a_lock_is_reported() {
    let keyed = Keyed::new();
    let state = &keyed.state;
    assert_eq!(keyed.unlock("vault"), None);
    for (is_overtaken, reported) in [(true, Some(InterruptedRekey::Done)), (false, None)] {
        assert_eq!(keyed.draw(state.turn()), Ok(()));
        assert_eq!(keyed.apply(&mut Watch::silent(), is_overtaken), Ok(()));
        state.close();
        assert_eq!(keyed.unlock("vault"), reported);
    }

    // It stops at a step instead.
    assert_eq!(keyed.draw(state.turn()), Ok(()));
    let mut stop = |_| Err(fieldnotes_core::Cancelled);
    let stopped = keyed.apply(&mut Watch::new(&mut stop), true);
    assert_eq!(stopped.map_err(|error| error.code), Err(Code::Cancelled));
    state.close();
    assert_eq!(keyed.unlock("vault"), Some(InterruptedRekey::NotDone));
}

/// One key that is drawn ends the one from before.
#[test]
fn a_new_key_is_made_once() {
    let keyed = Keyed::new();
    let state = &keyed.state;
    assert_eq!(keyed.unlock("vault"), None);
    assert_eq!(keyed.draw(state.turn()), Ok(()));
    let stale = state.pending().take_rekey().expect("kept").1;
    assert_eq!(keyed.draw(state.turn()), Ok(()));
    assert_eq!(keyed.apply(&mut Watch::silent(), false), Ok(()));
    let again = keyed.apply(&mut Watch::silent(), false);
    assert_eq!(again.map_err(|error| error.code), Err(Code::NotGranted));
    let refused = block_on(state.vault(move |session| {
        fieldnotes_core::vault::apply_rekey(session, stale, &mut Watch::silent())
    }));
    assert_eq!(refused, Err(Code::WrongPassphrase.into()));
    state.close();
    assert_eq!(keyed.unlock("vault"), None);
}

/// Guards a promise of docs/THREATS.md: what protects is sealed in the vault. A plain file that says otherwise is ignored.
#[test]
fn when_it_locks_is_what_the_vault_says() {
    let place = tempfile::tempdir().expect("a folder");
    let plain = r#"{"lock_after_minutes":0}"#;
    std::fs::write(place.path().join("settings.json"), plain).expect("written");
    let state = AppState::new(place.path(), Vec::new());
    let minutes = || state.0.lock_after.load(Ordering::Acquire);
    assert_eq!(minutes(), fieldnotes_core::vault::LOCK_AFTER);

    let folder = place.path().join("vault");
    let passphrase = SecretString::from("한 번 쓰는 암호");
    let new = NewVault {
        passphrase: passphrase.clone(),
        recovery_words: WordList::Korean,
        is_test: true,
    };
    fieldnotes_core::vault::create(&folder, &new, state.environment()).expect("made");
    let unlock = || {
        let passphrase = passphrase.clone();
        let unlocked = state.unlock(folder.clone(), move |folder, environment| {
            fieldnotes_core::vault::unlock(folder, &passphrase, environment)
        });
        block_on(unlocked).map(drop)
    };
    assert!(unlock().is_ok());
    assert_eq!(minutes(), fieldnotes_core::vault::LOCK_AFTER);
    let set = state.vault(|session| fieldnotes_core::vault::set_lock_after(session, 15));
    assert_eq!(block_on(set), Ok(15));
    state.close();
    assert_eq!(
        minutes(),
        fieldnotes_core::vault::LOCK_AFTER,
        "no vault is open"
    );
    assert!(unlock().is_ok());
    assert_eq!(minutes(), 15);
    let set = state.vault(|session| fieldnotes_core::vault::set_lock_after(session, u32::MAX));
    assert_eq!(block_on(set), Ok(24 * 60), "more than a day is a day");
}
