//! How the vault is locked, whoever asks for it.
//!
//! The page is told first, so that it keeps what is being typed, and then asks for the lock itself. If it does not, the
//! vault is locked all the same. Afterwards the page is gone, its process with it, and a new one stands in its place.

use std::sync::{Mutex, MutexGuard, PoisonError, mpsc};
use std::time::{Duration, Instant};

use tauri::{AppHandle, Manager};

use crate::desk::Desk;
use crate::notices::{Notice, Reason};
use crate::{clipboard, dialogs, window};

/// How long the page has for keeping its draft.
const PATIENCE: Duration = Duration::from_millis(1500);
/// How often it is looked whether the vault was left alone.
const LOOK: Duration = Duration::from_secs(2);

/// Held while a lock goes on, from the keys to the page.
static LOCKING: Mutex<()> = Mutex::new(());

/// Has the page keep its draft and the vault locked, and returns when that is done. Not for the main thread.
pub fn ask(app: &AppHandle, reason: Reason) {
    let desk = app.state::<Desk>();
    in_good_order(
        PATIENCE,
        || desk.is_open(),
        || desk.notices().tell(Notice::Locking { reason }),
        || lock_now(app),
    );
}

/// Locks at once. Not for the main thread, which clears the clipboard and ends the page meanwhile.
pub fn lock(app: &AppHandle) {
    let _alone = alone();
    lock_now(app);
}

/// Whoever asks, and however many do: the page is told and has so much time, then what is still open is locked. Returns
/// only when nothing is open and no lock is under way, for a machine may go to sleep on it.
fn in_good_order(
    patience: Duration,
    is_open: impl Fn() -> bool,
    tell: impl FnOnce(),
    lock: impl FnOnce(),
) {
    if is_open() {
        // A page that locks already lets it be said again.
        tell();
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
    let desk = app.state::<Desk>();
    desk.close();
    desk.notices().forget();
    // On the main thread, one behind the other; here it is waited for.
    let (tell, told) = mpsc::channel();
    let with = app.clone();
    let is_sent = app.run_on_main_thread(move || {
        dialogs::close();
        clipboard::clear();
        window::renew_page(&with);
        // Whoever waits may have gone.
        let _ = tell.send(());
    });
    if is_sent.is_ok() {
        let _ = told.recv_timeout(PATIENCE);
    }
}

/// Locks in good order, then ends the program.
pub fn leave(app: &AppHandle) {
    let app = app.clone();
    std::thread::spawn(move || {
        ask(&app, Reason::Asked);
        app.exit(0);
    });
}

/// Looks, as long as the program runs, whether the vault was left alone.
pub fn watch_idleness(app: &AppHandle) {
    let app = app.clone();
    std::thread::spawn(move || {
        loop {
            std::thread::sleep(LOOK);
            if app.state::<Desk>().is_left_alone() {
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
