//! Long calls that are under way: how far they have come, and how they are stopped.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use fieldnotes_core::{Cancelled, Watch};
use serde::{Deserialize, Serialize};
use tauri::Runtime;
use tauri::ipc::{Channel, CommandArg, CommandItem, InvokeError, JavaScriptChannelId};

/// More news than this would only be painted over.
const BETWEEN_NEWS: Duration = Duration::from_millis(33);

/// How far a call has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "window/"))]
pub struct Progress {
    done: u64,
    total: u64,
}

/// What the page gives to a long call: the id by which it stops it, and where the progress goes.
pub struct PageWatch {
    pub operation: String,
    pub progress: Channel<Progress>,
}

/// The same on its way: a channel inside an object comes as a number, which means something in one page alone.
#[derive(Deserialize)]
struct SentWatch {
    operation: String,
    progress: JavaScriptChannelId,
}

impl<'de, R: Runtime> CommandArg<'de, R> for PageWatch {
    fn from_command(command: CommandItem<'de, R>) -> Result<Self, InvokeError> {
        let (name, key, page) = (command.name, command.key, command.message.webview());
        let sent = SentWatch::deserialize(command)
            .map_err(|error| InvokeError::from(tauri::Error::InvalidArgs(name, key, error)))?;
        Ok(Self {
            operation: sent.operation,
            progress: sent.progress.channel_on(page),
        })
    }
}

#[derive(Default)]
struct Running {
    flags: HashMap<String, Arc<AtomicBool>>,
    /// While the vault is being locked nothing new begins.
    is_closing: bool,
}

/// The calls that are under way, by the id that the page gave them.
#[derive(Default)]
pub struct Operations(Mutex<Running>);

impl Operations {
    fn running(&self) -> MutexGuard<'_, Running> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Runs `work` under this id. `news` gets its progress, not too often and at the end.
    pub fn run<T>(
        &self,
        id: &str,
        news: impl Fn(Progress),
        work: impl FnOnce(&mut Watch<'_>) -> T,
    ) -> T {
        let flag = self.begin(id);
        let mut reported: Option<Instant> = None;
        let mut look = |now: fieldnotes_core::Progress| {
            if flag.load(Ordering::Relaxed) {
                return Err(Cancelled);
            }
            let is_last = now.done >= now.total;
            if is_last || reported.is_none_or(|reported| reported.elapsed() >= BETWEEN_NEWS) {
                reported = Some(Instant::now());
                news(Progress {
                    done: now.done,
                    total: now.total,
                });
            }
            Ok(())
        };
        let outcome = work(&mut Watch::new(&mut look));
        self.running().flags.remove(id);
        outcome
    }

    /// Stops the call of this id at its next step, if it is still under way.
    pub fn cancel(&self, id: &str) {
        if let Some(flag) = self.running().flags.get(id) {
            flag.store(true, Ordering::Relaxed);
        }
    }

    /// Stops all calls, and those that begin until [`Self::reopen`].
    pub fn close(&self) {
        let mut running = self.running();
        running.is_closing = true;
        for flag in running.flags.values() {
            flag.store(true, Ordering::Relaxed);
        }
    }

    /// Calls may begin again.
    pub fn reopen(&self) {
        self.running().is_closing = false;
    }

    fn begin(&self, id: &str) -> Arc<AtomicBool> {
        let mut running = self.running();
        let flag = Arc::new(AtomicBool::new(running.is_closing));
        running.flags.insert(id.to_owned(), flag.clone());
        flag
    }
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;

    use fieldnotes_core::{Code, Outcome};

    use super::*;

    fn steps(watch: &mut Watch<'_>, many: u64) -> Outcome<()> {
        for done in 1..=many {
            watch.step(done, many)?;
        }
        Ok(())
    }

    #[test]
    fn the_first_and_the_last_step_are_reported_and_few_between() {
        let operations = Operations::default();
        let reported = RefCell::new(Vec::new());
        let news = |progress| reported.borrow_mut().push(progress);
        let outcome = operations.run("a", news, |watch| steps(watch, 10_000));
        assert!(outcome.is_ok());
        let reported = reported.into_inner();
        assert_eq!(reported.first().map(|p| p.done), Some(1));
        assert_eq!(reported.last().map(|p| p.done), Some(10_000));
        assert!(reported.len() < 100, "{} times", reported.len());
        assert!(operations.running().flags.is_empty());
    }

    #[test]
    fn a_cancelled_call_stops_and_another_goes_on() {
        let operations = Operations::default();
        let outcome = operations.run("a", |_| operations.cancel("a"), |watch| steps(watch, 9));
        assert_eq!(outcome.map_err(|error| error.code), Err(Code::Cancelled));
        let outcome = operations.run("b", |_| operations.cancel("a"), |watch| steps(watch, 9));
        assert!(outcome.is_ok());
    }

    #[test]
    fn while_locking_everything_stops() {
        let operations = Operations::default();
        let outcome = operations.run("a", |_| operations.close(), |watch| steps(watch, 9));
        assert_eq!(outcome.map_err(|error| error.code), Err(Code::Cancelled));
        let outcome = operations.run("b", |_| (), |watch| steps(watch, 9));
        assert_eq!(outcome.map_err(|error| error.code), Err(Code::Cancelled));
        operations.reopen();
        assert!(operations.run("c", |_| (), |watch| steps(watch, 9)).is_ok());
    }
}
