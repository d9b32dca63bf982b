//! Korean through the real input method, in the editor of a testimony: what is typed is what stands there, also where a key
//! that does something comes right after a syllable that is still being composed.

use rig::hands::Hands;
use rig::korean;
use rig::scenes::{self, PASSPHRASE, column, record_is};
use rig::screen::how_different;
use rig::stage::{Stage, target};
use rig::vaults::Vault;
use rig::waiting::within;
use rig::window::Window;
use serde_json::Value;
use std::time::Duration;

const TIMES: usize = 20;

fn typed(stage: &Stage, text: &str) {
    let keys = korean::keys(text);
    let keys: Vec<&str> = keys.iter().map(String::as_str).collect();
    stage.screen.press(&keys);
}

/// A window with a vault that is open, typed into in Hangul from now on.
fn open<'s>(stage: &'s Stage) -> (Vault<'s>, Window<'s>) {
    korean::start(stage);
    let vault = Vault::create(stage, "vault");
    vault.offer();
    let window = Window::open(stage);
    scenes::unlock(&window, PASSPHRASE);
    stage.screen.focus("Field Notes");
    korean::begin(stage);
    (vault, window)
}

/// Begins a testimony, with the caret in its text.
fn begin_testimony(window: &Window) {
    window.stage().screen.press(&["ctrl+n"]);
    rig::waiting::until("a new testimony with the caret in its text", || {
        let is_new = window.focused().as_deref() == Some("record-original");
        (is_new && column(window, "record-original").concat().is_empty()).then_some(())
    });
}

/// The records of a vault, whole.
fn records(vault: &Vault) -> Vec<Value> {
    let list = vault.run(&["record", "list"]);
    let list = list["records"].as_array().expect("a list").iter();
    list.map(|record| vault.show(record["id"].as_str().expect("an id")))
        .collect()
}

/// Waits until both columns say this.
#[track_caller]
fn columns_say(window: &Window, originals: &[&str], translations: &[&str]) {
    let mut last = (Vec::new(), Vec::new());
    let said = within(Duration::from_secs(3), || {
        last = (
            column(window, "record-original"),
            column(window, "record-translation"),
        );
        (last.0 == originals && last.1 == translations).then_some(())
    });
    assert!(said.is_some(), "the columns say {last:?}");
}

#[test]
fn what_is_typed_is_what_stands_there() {
    let stage = Stage::new("hangul");
    let (vault, window) = open(&stage);
    for time in 1..=TIMES {
        println!("{time} of {TIMES}");
        begin_testimony(&window);
        // Enter after a syllable.
        typed(&stage, "안\n한글");
        columns_say(&window, &["안", "한글"], &["", ""]);
        // Backspace takes one letter of the syllable, and its place can be taken by another.
        stage.screen.press(&["BackSpace"]);
        columns_say(&window, &["안", "한그"], &["", ""]);
        stage.screen.press(&["f"]);
        // Tab after a syllable.
        stage.screen.press(&["Tab"]);
        typed(&stage, "물");
        columns_say(&window, &["안", "한글"], &["", "물"]);
        // Ctrl+S after a syllable.
        stage.screen.press(&["ctrl+s"]);
        record_is(&window, "clean");
        columns_say(&window, &["안", "한글"], &["", "물"]);
        // Escape after a syllable.
        typed(&stage, "가");
        stage.screen.press(&["Escape"]);
        rig::waiting::until("the text to be left", || {
            (window.focused().as_deref() != Some("record-translation")).then_some(())
        });
        columns_say(&window, &["안", "한글"], &["", "물가"]);
        stage.screen.press(&["ctrl+s"]);
        record_is(&window, "clean");
    }
    drop(window);
    let records = records(&vault);
    assert_eq!(records.len(), TIMES);
    for record in records {
        let said: Vec<(&str, &str)> = record["narrative"]
            .as_array()
            .expect("paragraphs")
            .iter()
            .map(|one| {
                let text = |member: &str| one[member].as_str().unwrap_or_default();
                (text("original"), text("translation"))
            })
            .collect();
        assert_eq!(said, [("안", ""), ("한글", "물가")]);
    }
}

/// The hand may be at the mouse before the syllable is finished: one click finishes it, and does what a click does.
#[test]
fn a_click_after_a_syllable_takes_it_along() {
    let stage = Stage::new("hangul-click");
    let (vault, window) = open(&stage);
    let hands = Hands(&window);
    for time in 1..=TIMES {
        println!("{time} of {TIMES}");
        begin_testimony(&window);
        for (part, text) in [
            ("record-title", "시험 제목"),
            ("record-original", "눈 오던 밤"),
        ] {
            hands.click(part);
            rig::waiting::until("the caret", || {
                (window.focused().as_deref() == Some(part)).then_some(())
            });
            typed(&stage, text);
            hands.click("record-save");
            record_is(&window, "clean");
        }
    }
    drop(window);
    let records = records(&vault);
    assert_eq!(records.len(), TIMES);
    for record in records {
        assert_eq!(record["title"], "시험 제목");
        assert_eq!(record["narrative"][0]["original"], "눈 오던 밤");
    }
}

/// The web view hides a syllable until it is finished, unless it is configured otherwise.
#[test]
fn a_syllable_is_seen_while_it_is_composed() {
    let stage = Stage::new("hangul-seen");
    let (_, window) = open(&stage);
    stage.screen.press(&["ctrl+n"]);
    window.part("record-original");
    typed(&stage, "우리");
    columns_say(&window, &["우리"], &[""]);
    let before = stage.screen.settled();
    window.run(
        "document.addEventListener('compositionstart', () => (window.composed = 'going on'));
         document.addEventListener('compositionend', () => (window.composed = 'ended'));",
        Vec::new(),
    );
    stage.screen.press(&["r", "k"]);
    std::thread::sleep(Duration::from_millis(600));
    let composing = stage.screen.picture();
    composing
        .save(target().join("hangul-composing.png"))
        .expect("a picture is kept");
    columns_say(&window, &["우리가"], &[""]);
    // A syllable of this size has a hundred dark pixels, more or less; a caret has forty.
    let seen = how_different(&before, &composing);
    assert!(seen > 75, "{seen} pixels show that 가 is being composed");
    let composed = window.run("return window.composed ?? 'never begun'", Vec::new());
    assert_eq!(composed, "going on");
}
