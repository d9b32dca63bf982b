//! The last way to let go of a secret.

use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::Builder;

/// Ends this process at once, whatever its threads wait for: its memory is the system's again. Nothing is cleaned up, so it
/// is for where all that counts is on the disk.
pub fn end_process() {
    #[cfg(unix)]
    {
        use rustix::process::{Signal, getpid, kill_process};
        let _ = kill_process(getpid(), Signal::KILL);
    }
    std::process::abort()
}

/// Ends something that does not come to its end by itself.
#[derive(Debug)]
pub struct Watchdog {
    /// Dropped, it shows that all is well.
    _leash: Sender<()>,
}

impl Watchdog {
    /// Waits beside what is done. `waits` is given what breaks when this is dropped, and returns whether the time was over
    /// before that; then `end` is called. Where nothing can wait, it is called at once.
    pub fn start(
        waits: impl FnOnce(&Receiver<()>) -> bool + Send + 'static,
        end: impl Fn() + Send + Sync + Clone + 'static,
    ) -> Self {
        let (leash, receiver) = channel();
        let at_the_end = end.clone();
        let waiting = Builder::new().name("watchdog".into()).spawn(move || {
            if waits(&receiver) {
                at_the_end();
            }
        });
        if waiting.is_err() {
            end();
        }
        Self { _leash: leash }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_ends_what_is_not_over_in_time() {
        let (clock, rings) = channel::<()>();
        let (sender, receiver) = channel();
        let dog = Watchdog::start(
            move |_| rings.recv().is_ok(),
            move || {
                let _ = sender.send("ended");
            },
        );
        clock.send(()).expect("it waits");
        assert_eq!(receiver.recv(), Ok("ended"));
        drop(dog);
    }

    #[test]
    fn it_leaves_alone_what_is_over() {
        let (sender, receiver) = channel();
        let dog = Watchdog::start(
            |leash| leash.recv().is_ok(),
            move || {
                let _ = sender.send("ended");
            },
        );
        drop(dog);
        assert!(receiver.recv().is_err(), "gone, without a word");
    }
}
