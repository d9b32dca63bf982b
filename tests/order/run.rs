//! Reports stories by number, on all cores, and ends at the first that fails; at the end, and with all of them, where
//! `FIELDNOTES_ORDER_GOES_ON` is set.

use std::collections::HashMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::thread::ThreadId;
use std::time::{Duration, Instant};

use crate::support::chance::{Chance, SEED};

/// After so long a story hangs: the longest takes a few seconds.
const HANGS: Duration = Duration::from_secs(600);

fn asked(name: &str) -> Option<u32> {
    std::env::var(name).ok()?.parse().ok()
}

/// The stories that are running, and since when.
#[derive(Default)]
struct Running(Mutex<HashMap<ThreadId, (u32, Instant)>>);

impl Running {
    fn begin(&self, number: u32) {
        let id = std::thread::current().id();
        let mut all = self.0.lock().expect("not poisoned");
        all.insert(id, (number, Instant::now()));
    }

    /// Ends the program where a story hangs: nothing else would.
    fn watch(&self, what: &str, is_over: &AtomicBool) {
        while !is_over.load(Ordering::Relaxed) {
            std::thread::sleep(Duration::from_millis(200));
            let all = self.0.lock().expect("not poisoned");
            if let Some((number, _)) = all.values().find(|(_, since)| since.elapsed() > HANGS) {
                println!("{what}: story {number} hangs");
                std::process::abort();
            }
        }
    }
}

/// Runs so many stories, or as many as the environment asks for, and gives their outcomes.
pub fn run_all<T: Send>(
    what: &str,
    cases: u32,
    run: impl Fn(u64, u32) -> Result<T, String> + Sync,
) -> Vec<T> {
    // The seed that is said is the one that is asked for.
    let seed = std::env::var(SEED).ok().and_then(|seed| seed.parse().ok());
    let seed = seed.unwrap_or_else(|| Chance::new(what).seed());
    let (first, count) = match asked("FIELDNOTES_ORDER_STORY") {
        Some(number) => (number, 1),
        None => (
            asked("FIELDNOTES_ORDER_FIRST").unwrap_or(0),
            asked("FIELDNOTES_ORDER_CASES").unwrap_or(cases),
        ),
    };
    println!(
        "{what}: stories {first} to {} of {SEED}={seed}",
        first + count - 1
    );
    let goes_on = std::env::var_os("FIELDNOTES_ORDER_GOES_ON").is_some();
    let begun = Instant::now();
    let next = AtomicU32::new(first);
    let outcomes = Mutex::new((Vec::new(), Vec::new()));
    let (running, is_over) = (Running::default(), AtomicBool::new(false));
    let work = || {
        loop {
            let number = next.fetch_add(1, Ordering::Relaxed);
            let has_failed = !outcomes.lock().expect("not poisoned").1.is_empty();
            if number >= first + count || (has_failed && !goes_on) {
                break;
            }
            running.begin(number);
            let outcome = run(seed, number);
            let mut outcomes = outcomes.lock().expect("not poisoned");
            match outcome {
                Ok(one) => outcomes.0.push(one),
                Err(failure) => outcomes.1.push(format!(
                    "{SEED}={seed} FIELDNOTES_ORDER_STORY={number}: {failure}"
                )),
            }
            if outcomes.0.len() % 1_000 == 999 {
                println!(
                    "{what}: {} stories, {} s",
                    outcomes.0.len(),
                    begun.elapsed().as_secs()
                );
            }
        }
    };
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        scope.spawn(|| running.watch(what, &is_over));
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        let ended: Vec<_> = workers.into_iter().map(|worker| worker.join()).collect();
        is_over.store(true, Ordering::Relaxed);
        assert!(ended.iter().all(Result::is_ok), "a story ended by itself");
    });
    let (outcomes, failures) = outcomes.into_inner().expect("not poisoned");
    assert!(failures.is_empty(), "{}", failures.join("\n"));
    println!(
        "{what}: {} stories in {} s",
        outcomes.len(),
        begun.elapsed().as_secs()
    );
    outcomes
}
