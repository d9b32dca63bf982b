//! How the vault is locked, whoever asks for it.
//!
//! The page is told first, so that it keeps what is being typed, and then asks for the lock itself. If it does not, the
//! vault is locked all the same. Afterwards the page is gone, its process with it, and a new one stands in its place.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc;
use std::time::{Duration, Instant};

use tauri::{AppHandle, Manager};

use crate::desk::Desk;
use crate::notices::{Notice, Reason};
use crate::{clipboard, dialogs, window};

/// How long the page has for keeping its draft.
const PATIENCE: Duration = Duration::from_millis(1500);
/// How often it is looked whether the vault was left alone.
const LOOK: Duration = Duration::from_secs(2);

static IS_ASKED: AtomicBool = AtomicBool::new(false);

/// Has the page keep its draft and the vault locked, and returns when that is done. Not for the main thread.
pub fn ask(app: &AppHandle, reason: Reason) {
    let desk = app.state::<Desk>();
    if !desk.is_open() || IS_ASKED.swap(true, Ordering::AcqRel) {
        return;
    }
    desk.notices().tell(Notice::Locking { reason });
    let asked = Instant::now();
    while desk.is_open() && asked.elapsed() < PATIENCE {
        std::thread::sleep(Duration::from_millis(20));
    }
    if desk.is_open() {
        lock(app);
    }
    IS_ASKED.store(false, Ordering::Release);
}

/// Locks at once. Not for the main thread, which clears the clipboard and ends the page meanwhile.
pub fn lock(app: &AppHandle) {
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
