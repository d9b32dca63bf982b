//! What the system says that should lock the vault: the machine goes to sleep, the screen is locked.
//!
//! Two buses report it. Where one is missing, the program goes on without, quietly.

use std::time::Duration;

use zbus::blocking::connection::Builder;
use zbus::blocking::{Connection, MessageIterator, Proxy};
use zbus::message::Type;
use zbus::zvariant::{OwnedFd, OwnedObjectPath};
use zbus::{MatchRule, Message};

use crate::notices::Reason;

const LOGIN: &str = "org.freedesktop.login1";
const LOGIN_PATH: &str = "/org/freedesktop/login1";
const LOGIN_CALLS: &str = "org.freedesktop.login1.Manager";
const LOGIN_SESSION: &str = "org.freedesktop.login1.Session";
const PATIENCE: Duration = Duration::from_secs(5);

/// Listens as long as the program runs. `lock` must return only when all is locked: the machine waits for it.
pub fn listen(lock: impl Fn(Reason) + Clone + Send + 'static) {
    let of_login = lock.clone();
    std::thread::spawn(move || {
        let bus = Builder::system().and_then(|bus| bus.method_timeout(PATIENCE).build());
        drop(bus.and_then(|bus| listen_to_login(&bus, of_login)));
    });
    std::thread::spawn(move || {
        let bus = Builder::session().and_then(|bus| bus.method_timeout(PATIENCE).build());
        drop(bus.and_then(|bus| listen_to_screen(&bus, lock)));
    });
}

/// The login manager: sleep, and a session that is locked.
fn listen_to_login(bus: &Connection, lock: impl Fn(Reason)) -> zbus::Result<()> {
    let rule = MatchRule::builder()
        .msg_type(Type::Signal)
        .sender(LOGIN)?
        .path_namespace(LOGIN_PATH)?
        .build();
    let signals = MessageIterator::for_match_rule(rule, bus, None)?;
    let login = Proxy::new(bus, LOGIN, LOGIN_PATH, LOGIN_CALLS)?;
    let session = own_session(&login);
    // As long as this is held, the machine waits with sleeping, for some seconds.
    let mut awake = stay_awake(&login);
    for signal in signals {
        let signal = signal?;
        match lock_signal(&signal) {
            LockSignal::Sleeps => {
                lock(Reason::Suspend);
                awake = None;
            }
            LockSignal::Wakes => awake = awake.or_else(|| stay_awake(&login)),
            LockSignal::Locks if is_of(&signal, session.as_ref()) => lock(Reason::Screen),
            LockSignal::Locks | LockSignal::Nothing => {}
        }
    }
    Ok(())
}

/// Desktops' screen savers, each under its own name, all with the same signal.
fn listen_to_screen(bus: &Connection, lock: impl Fn(Reason)) -> zbus::Result<()> {
    let rule = MatchRule::builder()
        .msg_type(Type::Signal)
        .member("ActiveChanged")?
        .build();
    for signal in MessageIterator::for_match_rule(rule, bus, None)? {
        if matches!(lock_signal(&signal?), LockSignal::Locks) {
            lock(Reason::Screen);
        }
    }
    Ok(())
}

/// What a signal means to us.
#[derive(Debug, PartialEq, Eq)]
enum LockSignal {
    Sleeps,
    Wakes,
    Locks,
    Nothing,
}

fn lock_signal(signal: &Message) -> LockSignal {
    let header = signal.header();
    let name = |part: Option<&str>| part.unwrap_or_default().to_owned();
    let interface = name(header.interface().map(|it| it.as_str()));
    let member = name(header.member().map(|it| it.as_str()));
    let is_on = || signal.body().deserialize::<bool>().ok();
    match (interface.as_str(), member.as_str()) {
        (LOGIN_CALLS, "PrepareForSleep") => match is_on() {
            Some(true) => LockSignal::Sleeps,
            Some(false) => LockSignal::Wakes,
            None => LockSignal::Nothing,
        },
        (LOGIN_SESSION, "Lock") => LockSignal::Locks,
        (saver, "ActiveChanged") if saver.ends_with(".ScreenSaver") && is_on() == Some(true) => {
            LockSignal::Locks
        }
        _ => LockSignal::Nothing,
    }
}

/// Whether a signal is about this session. Where ours is not known, any will do: locked once too often is no harm.
fn is_of(signal: &Message, session: Option<&OwnedObjectPath>) -> bool {
    let header = signal.header();
    session.is_none_or(|session| header.path().is_some_and(|path| *path == **session))
}

/// The session that this program belongs to; of one that runs outside, the one that its user looks at.
fn own_session(login: &Proxy<'_>) -> Option<OwnedObjectPath> {
    let by_name = std::env::var("XDG_SESSION_ID")
        .ok()
        .and_then(|id| login.call("GetSession", &(id,)).ok());
    by_name.or_else(|| login.call("GetSessionByPID", &(std::process::id(),)).ok())
}

fn stay_awake(login: &Proxy<'_>) -> Option<OwnedFd> {
    // The words can be read by everyone on the machine: they say nothing.
    let words = ("sleep", "Field Notes", "Locking", "delay");
    login.call("Inhibit", &words).ok()
}

#[cfg(test)]
pub mod testing;
#[cfg(test)]
mod tests;
