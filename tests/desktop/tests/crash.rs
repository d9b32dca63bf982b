//! The power goes while somebody types: at most the last second is missing. Guards "A saved sentence stays saved" of
//! docs/THREATS.md, and what the window says of drafts.

use std::time::{Duration, Instant};

use rig::scenes::{self, PASSPHRASE, column};
use rig::stage::Stage;
use rig::vaults::Vault;
use rig::window::Window;

/// How long is typed without a pause.
const TYPING: Duration = Duration::from_secs(8);
/// What may be missing.
const LOST: Duration = Duration::from_secs(1);

#[test]
fn at_most_the_last_second_is_missing() {
    let stage = Stage::new("crash");
    Vault::create(&stage, "vault").offer();
    let window = Window::open(&stage);
    scenes::unlock(&window, PASSPHRASE);
    stage.screen.focus("Field Notes");
    stage.screen.press(&["ctrl+n"]);
    rig::waiting::until("the caret in the text", || {
        (window.focused().as_deref() == Some("record-original")).then_some(())
    });
    let begun = Instant::now();
    // When each word was typed to its end.
    let mut typed: Vec<(String, Instant)> = Vec::new();
    while begun.elapsed() < TYPING {
        let word = format!("w{:03} ", typed.len());
        stage.screen.type_as_a_person(&word);
        typed.push((word.trim().to_owned(), Instant::now()));
    }
    window.kill();
    let killed = Instant::now();

    let window = Window::open(&stage);
    scenes::unlock(&window, PASSPHRASE);
    window.click("list-draft");
    window.says("record-original", "w000");
    let text = column(&window, "record-original").concat();
    let missing: Vec<Duration> = typed
        .iter()
        .filter(|(word, _)| !text.contains(word.as_str()))
        .map(|(_, when)| killed - *when)
        .collect();
    let longest = missing.iter().max().copied().unwrap_or_default();
    println!(
        "{} words typed, {} missing, the oldest typed {} ms before the end",
        typed.len(),
        missing.len(),
        longest.as_millis()
    );
    assert!(longest <= LOST, "lost: {missing:?}");
}
