//! How the vault is locked, whoever asks for it.
//!
//! The page is informed first, so that it keeps what is being typed, and then asks for the lock itself. If it does not, the
//! vault is locked all the same. The page goes first, its process with it, and a new one stands in its place; then the keys
//! go. A call that waits for a disk for ever cannot hold that up: the process ends itself, for drafts are on the disk.

use std::sync::{Mutex, MutexGuard, PoisonError, mpsc};
use std::time::{Duration, Instant};

use fieldnotes_platform::{Watchdog, end_process};
use tauri::{AppHandle, Manager};

use crate::notices::{Notice, Reason};
use crate::state::AppState;
use crate::{clipboard, dialogs, window};

/// How long the page has for keeping its draft.
const PATIENCE: Duration = Duration::from_millis(1500);
/// How long the page may take to go before the keys go all the same.
const PAGE_FIRST: Duration = Duration::from_millis(500);
/// How long the keys may take to go, whatever is under way; then the process ends itself.
const KEYS: Duration = Duration::from_secs(2);
/// The same for the page, whose end is drawn.
const PAGE: Duration = Duration::from_secs(10);
/// How often it is looked whether the vault was left alone.
const LOOK: Duration = Duration::from_secs(2);

/// Held while a lock goes on, from the keys to the page.
static LOCKING: Mutex<()> = Mutex::new(());

/// Has the page keep its draft and the vault locked, and returns when that is done. Not for the main thread.
pub fn ask(app: &AppHandle, reason: Reason) {
    let state = app.state::<AppState>();
    // An unlocking that is under way must not come out open.
    state.ask_for_lock();
    in_good_order(
        PATIENCE,
        || state.is_open(),
        || state.notices().notify(Notice::Locking { reason }),
        || lock_now(app),
    );
}

/// Locks at once. Not for the main thread, which clears the clipboard and ends the page meanwhile.
pub fn lock(app: &AppHandle) {
    let _alone = alone();
    lock_now(app);
}

/// Whoever asks, and however many do: the page is informed and has so much time, then what is still open is locked. Returns
/// only when nothing is open and no lock is under way, for a machine may go to sleep on it.
fn in_good_order(
    patience: Duration,
    is_open: impl Fn() -> bool,
    notify: impl FnOnce(),
    lock: impl FnOnce(),
) {
    if is_open() {
        // A page that locks already lets it be said again.
        notify();
        let asked = Instant::now();
        while is_open() && asked.elapsed() < patience {
            std::thread::sleep(Duration::from_millis(20));
        }
    }
    let _alone = alone();
    if is_open() {
        lock();
    }
}

fn alone() -> MutexGuard<'static, ()> {
    LOCKING.lock().unwrap_or_else(PoisonError::into_inner)
}

fn lock_now(app: &AppHandle) {
    let state = app.state::<AppState>();
    state.begin_closing();
    state.notices().forget();
    // On the main thread, one behind the other; here it is waited for.
    let (sender, receiver) = mpsc::channel();
    let with = app.clone();
    let is_sent = app.run_on_main_thread(move || {
        dialogs::close();
        clipboard::clear();
        window::renew_page(&with);
        // Whoever waits may have gone.
        let _ = sender.send(());
    });
    let is_gone = is_sent.is_err() || receiver.recv_timeout(PAGE_FIRST).is_ok();
    within(over(KEYS), end_process, || state.close());
    if !is_gone {
        within(over(PAGE), end_process, || {
            let _ = receiver.recv();
        });
    }
}

/// Does something that must not last: once `is_over` says so, `end` is called beside it.
fn within(
    is_over: impl FnOnce(&mpsc::Receiver<()>) -> bool + Send + 'static,
    end: impl Fn() + Send + Sync + Clone + 'static,
    work: impl FnOnce(),
) {
    let watchdog = Watchdog::start(is_over, end);
    work();
    drop(watchdog);
}

/// Whether so much time passed before what is watched was done.
fn over(bound: Duration) -> impl FnOnce(&mpsc::Receiver<()>) -> bool {
    move |done| done.recv_timeout(bound) == Err(mpsc::RecvTimeoutError::Timeout)
}

/// Locks in good order, then ends the program.
pub fn leave(app: &AppHandle) {
    let app = app.clone();
    std::thread::spawn(move || {
        ask(&app, Reason::Asked);
        // Nobody has confirmed its words.
        app.state::<AppState>().pending().drop_vault();
        app.exit(0);
    });
}

/// Looks, as long as the program runs, whether the vault was left alone.
pub fn watch_idleness(app: &AppHandle) {
    let app = app.clone();
    std::thread::spawn(move || {
        loop {
            std::thread::sleep(LOOK);
            if app.state::<AppState>().is_left_alone() {
                ask(&app, Reason::Idle);
            }
        }
    });
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicBool, AtomicU32, Ordering::SeqCst};
    use std::thread;

    use super::*;

    const SOON: Duration = Duration::from_millis(60);

    #[test]
    fn whoever_asks_comes_back_when_nothing_is_open() {
        let (is_open, locks) = (AtomicBool::new(true), AtomicU32::new(0));
        let ask = || {
            let lock = || {
                thread::sleep(2 * SOON);
                is_open.store(false, SeqCst);
                locks.fetch_add(1, SeqCst);
            };
            in_good_order(SOON, || is_open.load(SeqCst), || (), lock);
            assert!(!is_open.load(SeqCst));
        };
        thread::scope(|all| {
            for _ in 0..3 {
                all.spawn(ask);
                thread::sleep(SOON / 3);
            }
        });
        assert_eq!(locks.into_inner(), 1, "the second found nothing to lock");
    }

    /// A call holds the vault and never comes back, as one does that reads from a carrier that stalls.
    #[test]
    fn keys_that_do_not_go_in_time_end_the_process() {
        let vault = std::sync::Arc::new(Mutex::new("keys"));
        let (stall, stalls) = mpsc::channel::<()>();
        let (begun, has_begun) = mpsc::channel();
        let holds = vault.clone();
        thread::spawn(move || {
            let _vault = holds.lock();
            begun.send(()).expect("received");
            // For ever, as far as the lock is concerned.
            let _ = stalls.recv();
        });
        has_begun.recv().expect("it holds");
        let (clock, rings) = mpsc::channel::<()>();
        let (sender, ended) = mpsc::channel();
        let end = move || {
            let _ = sender.send(());
        };
        let locks = thread::spawn(move || {
            within(move |_| rings.recv().is_ok(), end, || drop(vault.lock()));
        });
        assert!(ended.try_recv().is_err(), "the time is not over");
        clock.send(()).expect("it waits");
        assert_eq!(ended.recv(), Ok(()), "the process would end here");
        drop(stall);
        assert!(locks.join().is_ok());
    }

    const ROLE: &str = "FIELDNOTES_LOCKING_ROLE";

    /// Not a test of its own: a process whose vault is locked while a call holds it. What that reads is a pipe that nobody
    /// writes to: a read that waits in the kernel, as one of a carrier that stalls.
    #[test]
    fn as_a_process_that_locks() {
        use fieldnotes_core::SecretString;
        use fieldnotes_core::vault::{NewVault, WordList};
        let Some(pipe) = std::env::var_os(ROLE) else {
            return;
        };
        let place = std::path::Path::new(&pipe).parent().expect("a folder");
        let state = AppState::new(place, Vec::new());
        let passphrase = SecretString::from("한 번 쓰는 암호");
        let new = NewVault {
            passphrase: passphrase.clone(),
            recovery_words: WordList::Korean,
            is_test: true,
        };
        let folder = place.join("vault");
        fieldnotes_core::vault::create(&folder, &new, state.environment()).expect("made");
        let unlocked = state.unlock(folder, move |folder, environment| {
            fieldnotes_core::vault::unlock(folder, &passphrase, environment)
        });
        assert!(tauri::async_runtime::block_on(unlocked).is_ok());
        let (sender, receiver) = mpsc::channel();
        let with = state.clone();
        let reads = std::path::PathBuf::from(&pipe);
        thread::spawn(move || {
            let read = with.vault(move |_| {
                sender.send(()).expect("received");
                Ok(std::fs::read(reads)?.len())
            });
            tauri::async_runtime::block_on(read)
        });
        receiver.recv().expect("it holds the vault");
        println!("\n> locking");
        within(over(KEYS), end_process, || state.close());
        println!("\n> locked {}", state.is_open());
    }

    /// Runs that process to its end: what it said, and the signal that ended it.
    fn process_that_locks(pipe: &std::path::Path) -> (Vec<String>, Option<i32>) {
        use std::os::unix::process::ExitStatusExt;
        let program = std::env::current_exe().expect("a test knows its program");
        let output = std::process::Command::new(program)
            .args([
                "--exact",
                "locking::tests::as_a_process_that_locks",
                "--nocapture",
            ])
            .env(ROLE, pipe)
            .output()
            .expect("it runs");
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        let said = said.lines().filter(|line| line.starts_with("> "));
        (said.map(str::to_owned).collect(), output.status.signal())
    }

    /// Guards a promise of docs/THREATS.md: keys go whatever is under way. A process that did not end would hang here.
    #[test]
    fn a_read_that_never_ends_does_not_keep_the_vault_open() {
        let place = tempfile::tempdir().expect("a folder");
        let stalls = place.path().join("stalls");
        let made = std::process::Command::new("mkfifo").arg(&stalls).status();
        assert!(made.is_ok_and(|made| made.success()));
        let killed = Some(9);
        assert_eq!(
            process_that_locks(&stalls),
            (vec!["> locking".to_owned()], killed)
        );

        // The same with a file that can be read: it locks, and nothing has to end.
        let place = tempfile::tempdir().expect("a folder");
        let reads = place.path().join("reads");
        std::fs::write(&reads, "bundle").expect("written");
        let locked = ["> locking", "> locked false"].map(str::to_owned);
        assert_eq!(process_that_locks(&reads), (locked.to_vec(), None));
    }

    #[test]
    fn a_page_that_locks_in_time_is_waited_for_to_its_end() {
        let (is_open, is_gone) = (AtomicBool::new(true), AtomicBool::new(false));
        thread::scope(|all| {
            let page = || {
                all.spawn(|| {
                    let _alone = alone();
                    is_open.store(false, SeqCst);
                    thread::sleep(3 * SOON);
                    is_gone.store(true, SeqCst);
                });
            };
            let lock = || unreachable!("the page did it");
            in_good_order(100 * SOON, || is_open.load(SeqCst), page, lock);
            assert!(is_gone.load(SeqCst));
        });
    }
}
