//! What the program holds while it runs: one vault or none, one package or none, and what goes on with them.

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, AtomicU32, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use fieldnotes_core::folder::Arrivals;
use fieldnotes_core::search::IndexCheck;
use fieldnotes_core::vault::{InterruptedRekey, PreparedRekey, UnfinishedVault, VaultStatus};
use fieldnotes_core::{Code, Environment, Error, Outcome, SecretString, Session, Watch};

use crate::failure::{Answer, Failure};
use crate::folder;
use crate::grants::Grants;
use crate::idle::{Idle, since_boot};
use crate::indexing;
use crate::notices::{Notice, Notices};
use crate::operations::{Operations, PageWatch};
use crate::pending::Pending;
use crate::settings::{KeptFile, Settings};

/// Minutes without a touch until a vault is dropped whose words are shown and not confirmed. They are written on paper meanwhile,
/// all 24, which takes longer than an open vault may be left alone.
const WORDS_LEFT_ALONE: u32 = 15;

/// An open review package. It is opened anew for each file that is saved, so what opens it is kept.
struct Package {
    path: PathBuf,
    passphrase: SecretString,
}

struct Shared {
    session: Mutex<Option<Session>>,
    package: Mutex<Option<Package>>,
    /// Known without waiting for a call that holds the session.
    is_unlocked: AtomicBool,
    /// How often a vault was unlocked or locked, so that what belongs to one unlocking ends with it.
    unlocking: AtomicU64,
    has_package: AtomicBool,
    /// A lock is under way: what asks for the vault is refused at once, also while another call still holds it.
    is_closing: AtomicBool,
    /// How often a lock was asked for, or a page begun. What is overtaken by one counts for nothing.
    turn: AtomicU64,
    operations: Operations,
    /// Minutes without a touch until the vault is locked. The vault itself says so; where none is open, the default holds.
    lock_after: AtomicU32,
    settings: Mutex<Settings>,
    settings_file: KeptFile,
    notices: Notices,
    grants: Grants,
    pending: Pending,
    /// What the last look at the exchange folder found; nothing where there was none.
    arrivals: Mutex<Option<Arrivals>>,
    idle: Idle,
    environment: Environment,
}

/// The one managed state. A clone shares it.
#[derive(Clone)]
pub struct AppState(Arc<Shared>);

fn hold<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    // A call that panicked has left nothing half done that the core would not notice.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl AppState {
    /// `folder` is the app's own, for settings. `files` are those that it was started with.
    pub fn new(folder: &std::path::Path, files: Vec<PathBuf>) -> Self {
        let environment = Environment::system();
        let settings_file = KeptFile::new(folder.join("settings.json"));
        Self(Arc::new(Shared {
            session: Mutex::new(None),
            package: Mutex::new(None),
            is_unlocked: AtomicBool::new(false),
            unlocking: AtomicU64::new(0),
            has_package: AtomicBool::new(false),
            is_closing: AtomicBool::new(false),
            turn: AtomicU64::new(0),
            operations: Operations::default(),
            lock_after: AtomicU32::new(fieldnotes_core::vault::LOCK_AFTER),
            settings: Mutex::new(settings_file.read().unwrap_or_default()),
            settings_file,
            notices: Notices::new(files),
            grants: Grants::new(since_boot, environment.random.clone()),
            pending: Pending::default(),
            arrivals: Mutex::new(None),
            idle: Idle::new(since_boot),
            environment,
        }))
    }

    pub fn environment(&self) -> &Environment {
        &self.0.environment
    }

    pub fn idle(&self) -> &Idle {
        &self.0.idle
    }

    pub fn notices(&self) -> &Notices {
        &self.0.notices
    }

    /// What the page may do to which file or folder.
    pub fn grants(&self) -> &Grants {
        &self.0.grants
    }

    /// What waits until its recovery words are on paper.
    pub fn pending(&self) -> &Pending {
        &self.0.pending
    }

    /// What is in the vault, and what became of a new key for it whose page is gone. What unlocking itself found goes before:
    /// it knows what is on the disk.
    pub fn status(&self, session: &Session) -> VaultStatus {
        let status = fieldnotes_core::vault::status(session);
        let noted = self.pending().noted_rekey(&status.fingerprint);
        VaultStatus {
            interrupted_rekey: status.interrupted_rekey.or(noted),
            ..status
        }
    }

    /// Keeps a new key that was drawn for the open vault, unless a lock or a new page came since `turn`.
    pub fn keep_rekey(&self, session: &Session, prepared: PreparedRekey, turn: u64) -> Outcome<()> {
        let vault = fieldnotes_core::vault::status(session).fingerprint;
        self.pending()
            .keep_rekey(vault, prepared, || self.turn() == turn)
    }

    /// Seals the vault under the new key that waits. Where the page of `turn` is gone when that ends, it is noted what came of it.
    pub fn apply_rekey(
        &self,
        session: &mut Session,
        watch: &mut Watch<'_>,
        turn: u64,
    ) -> Outcome<()> {
        let waiting = self.pending().take_rekey();
        let (vault, prepared) = waiting.ok_or_else(|| Error::new(Code::NotGranted))?;
        let done = fieldnotes_core::vault::apply_rekey(session, prepared, watch);
        if self.turn() != turn {
            let outcome = match done {
                Ok(()) => InterruptedRekey::Done,
                // Where the disk may have kept it all the same, unlocking finds that.
                Err(_) => InterruptedRekey::NotDone,
            };
            self.pending().note_rekey(vault, outcome);
        }
        done
    }

    /// Keeps a vault that was begun until its words are confirmed, unless a lock or a new page came since `turn`.
    pub fn keep_vault(&self, folder: PathBuf, begun: UnfinishedVault, turn: u64) -> Outcome<()> {
        // The words are copied from now on, without a touch.
        self.idle().touch();
        self.pending()
            .keep_vault(folder, begun, || self.turn() == turn)
    }

    /// Makes it a vault.
    pub fn finish_vault(&self, turn: u64) -> Answer<()> {
        self.pending().finish_vault(
            || self.turn() == turn,
            |folder, begun| {
                fieldnotes_core::vault::finish_create(begun)?;
                // The vault is there, also where this cannot be kept.
                let _ = self.remember_vault(folder);
                Ok(())
            },
        )
    }

    /// Gives the page files that a person opened or dropped.
    pub fn offer_files(&self, paths: Vec<PathBuf>) {
        self.notices().offer(paths, self.grants());
    }

    pub fn operations(&self) -> &Operations {
        &self.0.operations
    }

    pub fn is_unlocked(&self) -> bool {
        self.0.is_unlocked.load(Ordering::Acquire)
    }

    /// What a new page sees: a vault that is being locked is locked.
    pub fn is_unlocked_for_pages(&self) -> bool {
        self.is_unlocked() && !self.0.is_closing.load(Ordering::Acquire)
    }

    /// Whether there is anything to lock.
    pub fn is_open(&self) -> bool {
        self.has_contents() || self.pending().has_vault()
    }

    /// Whether the contents of a vault or a package can be shown.
    fn has_contents(&self) -> bool {
        self.is_unlocked() || self.0.has_package.load(Ordering::Acquire)
    }

    /// Whether the vault has been left alone for as long as it says, or the words of one that is begun for too long.
    pub fn is_left_alone(&self) -> bool {
        let minutes = match self.has_contents() {
            true => self.0.lock_after.load(Ordering::Acquire),
            false => WORDS_LEFT_ALONE,
        };
        self.is_open() && self.idle().is_over(minutes)
    }

    /// Minutes without a touch until the vault is locked; 0 is never.
    pub fn lock_after(&self, minutes: u32) {
        self.0.lock_after.store(minutes, Ordering::Release);
    }

    pub fn settings(&self) -> Settings {
        hold(&self.0.settings).clone()
    }

    /// Keeps settings; they hold even where they cannot be written down, until the program ends.
    pub fn keep_settings(&self, settings: Settings) -> Answer<()> {
        *hold(&self.0.settings) = settings.clone();
        Ok(self.0.settings_file.write(&settings)?)
    }

    /// Does something that takes time, where it holds up neither the window nor other calls.
    pub async fn apart<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Self) -> Answer<T> + Send + 'static,
    ) -> Answer<T> {
        let state = self.clone();
        let done = tauri::async_runtime::spawn_blocking(move || work(&state)).await;
        done.unwrap_or_else(|_| Err(Code::Internal.into()))
    }

    /// The vault, for a call of the page. Refused while it is being locked: what waits for a call that does not end must not
    /// hold the lock up as well.
    fn held(&self) -> Answer<MutexGuard<'_, Option<Session>>> {
        let is_closing = || self.0.is_closing.load(Ordering::Acquire);
        if is_closing() {
            return Err(Failure::locked());
        }
        let held = hold(&self.0.session);
        // It may have begun meanwhile.
        match is_closing() {
            true => Err(Failure::locked()),
            false => Ok(held),
        }
    }

    /// Does something with the unlocked vault. One call at a time.
    pub async fn vault<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Session) -> Outcome<T> + Send + 'static,
    ) -> Answer<T> {
        self.apart(move |state| {
            let mut session = state.held()?;
            let session = session.as_mut().ok_or_else(Failure::locked)?;
            Ok(work(session)?)
        })
        .await
    }

    /// Does something long. The page named it, so as to stop it, and gets its progress.
    pub async fn long<T: Send + 'static>(
        &self,
        page: PageWatch,
        work: impl FnOnce(&Self, &mut Watch<'_>) -> Answer<T> + Send + 'static,
    ) -> Answer<T> {
        self.apart(move |state| {
            // A page that is gone misses nothing.
            let news = |now| drop(page.progress.send(now));
            state
                .0
                .operations
                .run(&page.operation, news, |watch| work(state, watch))
        })
        .await
    }

    /// Does something long with the unlocked vault.
    pub async fn long_vault<T: Send + 'static>(
        &self,
        page: PageWatch,
        work: impl FnOnce(&mut Session, &mut Watch<'_>) -> Outcome<T> + Send + 'static,
    ) -> Answer<T> {
        self.long(page, move |state, watch| {
            let mut session = state.held()?;
            let session = session.as_mut().ok_or_else(Failure::locked)?;
            Ok(work(session, watch)?)
        })
        .await
    }

    /// Unlocks by `open`, remembers the folder, and says what is in the vault.
    pub async fn unlock(
        &self,
        folder: PathBuf,
        open: impl FnOnce(&std::path::Path, &Environment) -> Outcome<Session> + Send + 'static,
    ) -> Answer<VaultStatus> {
        self.apart(move |state| {
            let turn = state.turn();
            let mut held = hold(&state.0.session);
            // What was saved in the vault before is saved, whatever its disk says on closing.
            let _ = state.lock_held(&mut held);
            let session = open(&folder, state.environment())?;
            if state.turn() != turn {
                // The screen was locked, or the lid closed, while the passphrase was tried.
                fieldnotes_core::vault::lock(session)?;
                return Err(Failure::locked());
            }
            let status = state.status(&session);
            state.lock_after(fieldnotes_core::vault::lock_after(&session));
            *held = Some(session);
            state.0.is_unlocked.store(true, Ordering::Release);
            let unlocking = state.0.unlocking.fetch_add(1, Ordering::AcqRel) + 1;
            indexing::keep_up(state, unlocking);
            folder::keep_looking(state, unlocking);
            state.idle().touch();
            // The vault is open all the same.
            let _ = state.remember_vault(folder);
            state.pending().reported_rekey(&status.fingerprint);
            Ok(status)
        })
        .await
    }

    /// From now on the window begins with the vault in this folder.
    pub fn remember_vault(&self, folder: PathBuf) -> Answer<()> {
        let settings = Settings {
            vault: Some(folder),
            ..self.settings()
        };
        self.keep_settings(settings)
    }

    /// Does something with the vault, if it is still the one of this unlocking.
    pub fn during<T>(&self, unlocking: u64, work: impl FnOnce(&Session) -> T) -> Option<T> {
        let held = hold(&self.0.session);
        let is_same = self.0.unlocking.load(Ordering::Acquire) == unlocking;
        held.as_ref().filter(|_| is_same).map(work)
    }

    /// What lies in the exchange folder, as far as is known.
    pub fn arrivals(&self) -> Option<Arrivals> {
        hold(&self.0.arrivals).clone()
    }

    /// Keeps what a look at the exchange folder found, if the vault is still the one of this unlocking, and reports the page
    /// where it is something else than before.
    pub fn report_arrivals(&self, unlocking: u64, found: Option<Arrivals>) {
        let is_news = self.during(unlocking, |_| {
            let mut kept = hold(&self.0.arrivals);
            let is_news = *kept != found;
            kept.clone_from(&found);
            is_news
        });
        if is_news == Some(true) {
            self.notices().notify(Notice::Folder { arrivals: found });
        }
    }

    /// Looks at some of the index; one that is damaged is begun anew. Returns nothing when the vault is locked.
    pub fn check_index_a_little(
        &self,
        unlocking: u64,
        check: &mut IndexCheck,
    ) -> Option<Outcome<()>> {
        self.during(unlocking, |session| {
            fieldnotes_core::search::check_a_little(session, check)
        })
    }

    /// Does a little of what the index lacks. Returns how many records are left; nothing when the vault is locked.
    pub fn catch_up_a_little(&self, unlocking: u64) -> Option<Outcome<u64>> {
        self.during(unlocking, fieldnotes_core::search::catch_up_a_little)
    }

    /// How often a lock was asked for, or a page begun: where it is another one when something ends, nobody waits for that.
    pub fn turn(&self) -> u64 {
        self.0.turn.load(Ordering::Acquire)
    }

    /// A page begins. What was granted and shown to an earlier one ends.
    pub fn begin_page(&self) {
        self.0.turn.fetch_add(1, Ordering::AcqRel);
        self.grants().forget();
        self.pending().begin_anew();
    }

    /// Keeps a package open, so that its files can be saved; but not where a lock was asked for since `turn`.
    pub fn keep_package(&self, path: PathBuf, passphrase: SecretString, turn: u64) -> Answer<()> {
        let mut package = hold(&self.0.package);
        // A lock asks before it closes the package, so it either is seen here or closes what is kept here.
        if self.turn() != turn {
            return Err(Failure::locked());
        }
        *package = Some(Package { path, passphrase });
        self.0.has_package.store(true, Ordering::Release);
        Ok(())
    }

    /// Does something with the open package.
    pub fn package<T>(
        &self,
        work: impl FnOnce(&std::path::Path, &SecretString) -> Outcome<T>,
    ) -> Answer<T> {
        let package = hold(&self.0.package);
        let package = package.as_ref().ok_or_else(Failure::locked)?;
        Ok(work(&package.path, &package.passphrase)?)
    }

    /// Closes the package.
    pub fn close_package(&self) {
        let mut package = hold(&self.0.package);
        *package = None;
        self.0.has_package.store(false, Ordering::Release);
    }

    /// Notes that a lock is asked for, also where nothing is open yet.
    pub fn ask_for_lock(&self) {
        self.0.turn.fetch_add(1, Ordering::AcqRel);
    }

    /// Stops what is under way at its next step, and refuses what begins. To the page the vault is locked from now on.
    pub fn begin_closing(&self) {
        self.ask_for_lock();
        self.0.is_closing.store(true, Ordering::Release);
        self.grants().forget();
        self.0.operations.close();
    }

    /// Stops what is under way, locks the vault and closes the package. Keys and contents are gone from memory afterwards.
    /// Waits for a call that holds the vault; one that waits for a disk for ever is for the watchdog (locking).
    pub fn close(&self) {
        self.begin_closing();
        // Keys go whatever the disk says; what was saved was saved before.
        let _ = self.lock_held(&mut hold(&self.0.session));
        self.close_package();
        self.pending().drop_vault();
        self.0.operations.reopen();
        self.0.is_closing.store(false, Ordering::Release);
    }

    /// Locks the vault that is held, if there is one. Held no more, it counts as locked whatever comes of it.
    fn lock_held(&self, held: &mut Option<Session>) -> Outcome<()> {
        self.pending().drop_rekey();
        let locked = held.take().map_or(Ok(()), fieldnotes_core::vault::lock);
        self.0.is_unlocked.store(false, Ordering::Release);
        *hold(&self.0.arrivals) = None;
        self.lock_after(fieldnotes_core::vault::LOCK_AFTER);
        self.0.unlocking.fetch_add(1, Ordering::AcqRel);
        locked
    }
}

#[cfg(test)]
mod tests;
