//! How long the app takes from its start until a passphrase can be typed, and how large it is. For `make bench`.

use std::time::Duration;

use rig::stage::{Stage, app};
use rig::vaults::Vault;
use rig::waiting::until_within;
use rig::window::Window;

const TIMES: usize = 7;

fn main() {
    let stage = Stage::new("cold-start");
    Vault::create(&stage, "vault").offer();
    let mut taken: Vec<Duration> = (0..TIMES).map(|_| start(&stage)).collect();
    taken.sort();
    let seconds = |at: usize| taken[at].as_secs_f32();
    let size = std::fs::metadata(app()).map_or(0, |about| about.len());
    println!(
        "cold start to a focused passphrase field: {:.2} s (median of {TIMES}; {:.2} to {:.2} s)",
        seconds(TIMES / 2),
        seconds(0),
        seconds(TIMES - 1),
    );
    println!("size of {}: {:.1} MB", app().display(), size as f32 / 1e6);
    if let Some(path) = std::env::var_os("FIELDNOTES_BENCH_WINDOW_JSON") {
        let figures = serde_json::json!({
            "cold_start": seconds(TIMES / 2),
            "range": [seconds(0), seconds(TIMES - 1)],
            "runs": TIMES,
            "program": size,
        });
        std::fs::write(path, figures.to_string()).expect("the figures can be written");
    }
}

/// One start. The driver starts the app at once when a session is asked for, and asks the page as soon as there is one.
fn start(stage: &Stage) -> Duration {
    let (window, begun) = Window::open_and_say_when(stage);
    until_within(
        Duration::from_secs(30),
        "the caret in the passphrase field",
        || (window.focused().as_deref() == Some("unlock-passphrase")).then_some(()),
    );
    begun.elapsed()
}
