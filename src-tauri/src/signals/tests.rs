//! A bus of our own, with a login manager that this test plays.

use std::io::{PipeReader, Read};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

use zbus::zvariant::ObjectPath;

use super::testing::Bus;
use super::*;

const SOON: Duration = Duration::from_secs(10);
const A_WHILE: Duration = Duration::from_millis(300);
const OURS: &str = "/org/freedesktop/login1/session/_31";
const ANOTHER: &str = "/org/freedesktop/login1/session/_32";

/// The login manager. Of each lock that it hands out it keeps the end that shows when it is let go.
struct Login(Sender<PipeReader>);

#[zbus::interface(name = "org.freedesktop.login1.Manager")]
impl Login {
    #[zbus(name = "GetSessionByPID")]
    fn session_of(&self, _pid: u32) -> OwnedObjectPath {
        ObjectPath::from_static_str_unchecked(OURS).into()
    }

    fn get_session(&self, _id: &str) -> OwnedObjectPath {
        ObjectPath::from_static_str_unchecked(OURS).into()
    }

    fn inhibit(&self, what: &str, _who: &str, _why: &str, mode: &str) -> OwnedFd {
        assert_eq!((what, mode), ("sleep", "delay"));
        let (here, there) = std::io::pipe().expect("a pipe");
        self.0.send(here).expect("the test waits");
        std::os::fd::OwnedFd::from(there).into()
    }
}

/// Whether the other end was let go.
fn is_let_go(mut lock: PipeReader) -> Receiver<()> {
    let (sender, receiver) = channel();
    std::thread::spawn(move || {
        let _ = lock.read(&mut [0]);
        let _ = sender.send(());
    });
    receiver
}

#[test]
fn the_machine_sleeps_only_after_the_lock() {
    let bus = Bus::new();
    let (hand_out, handed_out) = channel();
    let login = bus.connect();
    login
        .object_server()
        .at(LOGIN_PATH, Login(hand_out))
        .expect("served");
    login.request_name(LOGIN).expect("the name is free");
    let signal = |path: &str, interface: &str, member: &str, is_on: bool| {
        let emitted = login.emit_signal(None::<&str>, path, interface, member, &is_on);
        emitted.expect("emitted");
    };

    let (sender, receiver) = channel();
    let (may_finish, finishes) = channel::<()>();
    let ours = bus.connect();
    std::thread::spawn(move || {
        listen_to_login(&ours, |reason| {
            sender.send(reason).expect("the test waits");
            finishes.recv().expect("the test lives");
        })
    });

    let first = is_let_go(handed_out.recv_timeout(SOON).expect("it asks to wait"));
    signal(LOGIN_PATH, LOGIN_CALLS, "PrepareForSleep", true);
    assert_eq!(receiver.recv_timeout(SOON), Ok(Reason::Suspend));
    assert!(
        first.recv_timeout(A_WHILE).is_err(),
        "it holds the machine while it locks"
    );
    may_finish.send(()).expect("it listens");
    assert_eq!(first.recv_timeout(SOON), Ok(()), "then it lets go");

    signal(LOGIN_PATH, LOGIN_CALLS, "PrepareForSleep", false);
    handed_out.recv_timeout(SOON).expect("awake, it asks again");

    signal(ANOTHER, LOGIN_SESSION, "Lock", true);
    assert!(
        receiver.recv_timeout(A_WHILE).is_err(),
        "somebody else's session"
    );
    signal(OURS, LOGIN_SESSION, "Lock", true);
    assert_eq!(receiver.recv_timeout(SOON), Ok(Reason::Screen));
    may_finish.send(()).expect("it listens");
}

#[test]
fn a_screen_saver_of_any_desktop_locks() {
    let bus = Bus::new();
    let (sender, receiver) = channel();
    let ours = bus.connect();
    std::thread::spawn(move || {
        listen_to_screen(&ours, |reason| {
            let _ = sender.send(reason);
        })
    });
    let desktop = bus.connect();
    let say = |interface: &str, is_on: bool| {
        let emitted = desktop.emit_signal(None::<&str>, "/s", interface, "ActiveChanged", &is_on);
        emitted.expect("emitted");
    };
    for saver in ["org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver"] {
        // It may not listen yet when the first is said.
        let was_received = (0..50).any(|_| {
            say(saver, true);
            receiver.recv_timeout(Duration::from_millis(100)) == Ok(Reason::Screen)
        });
        assert!(was_received, "{saver}");
        while receiver.recv_timeout(A_WHILE).is_ok() {}
        say(saver, false);
        say("org.example.Player", true);
        assert!(receiver.recv_timeout(A_WHILE).is_err());
    }
}

#[test]
fn without_a_bus_it_goes_on() {
    let address = Builder::address("unix:path=/nonexistent/bus").expect("an address");
    assert!(address.build().is_err());
}
