//! What a person does in the window, as far as several tests do it.

use std::path::Path;

use fantoccini::key::Key;

use crate::stage::Stage;
use crate::window::Window;

/// The languages of the window, as its parts name them.
pub const LANGUAGES: [&str; 2] = ["en", "ko"];

/// A passphrase that tests choose for themselves.
pub const PASSPHRASE: &str = "seven quiet lanterns over water";

/// Ctrl and a letter.
pub fn ctrl(letter: char) -> [char; 2] {
    [Key::Control.into(), letter]
}

/// From the first screen to an open, empty vault with the passphrase that is offered, which is returned.
#[track_caller]
pub fn create_vault(window: &Window, folder: &Path, look: &mut dyn FnMut(&str)) -> String {
    window.part("first-run-folder");
    look("first-run");
    window.choose_path("first-run-folder", folder);
    window.click("first-run-next");
    let passphrase = window.text("first-run-suggested").trim().to_owned();
    assert!(passphrase.split_whitespace().count() >= 6, "{passphrase:?}");
    look("passphrase-offered");
    window.click("first-run-next");
    window.write("first-run-repeat", &passphrase);
    look("passphrase-repeated");
    window.click("first-run-create");
    prove_recovery_words(window, look);
    passphrase
}

/// The recovery words are read from the screen, and three of them typed back.
#[track_caller]
pub fn prove_recovery_words(window: &Window, look: &mut dyn FnMut(&str)) {
    window.part("recovery-words");
    let words = window.texts("recovery-word");
    assert_eq!(words.len(), 24, "{words:?}");
    look("recovery-words");
    window.click("recovery-written");
    window.part("recovery-prove");
    let mut typed = 0;
    for (at, word) in words.iter().enumerate() {
        let part = format!("recovery-proof-{}", at + 1);
        if window.seen(&part).is_some() {
            window.write(&part, word);
            typed += 1;
        }
    }
    assert_eq!(typed, 3, "words that have to be typed back");
    look("recovery-proof");
    window.click("recovery-prove");
    window.part("welcome");
}

/// Opens the vault that the unlock screen offers.
#[track_caller]
pub fn unlock(window: &Window, passphrase: &str) {
    window.write("unlock-passphrase", passphrase);
    window.click("unlock-open");
    window.part("welcome");
}

/// From the unlock screen to another vault than the one it offers.
#[track_caller]
pub fn unlock_other(window: &Window, folder: &Path, passphrase: &str) {
    window.click("unlock-other");
    window.choose_path("unlock-folder", folder);
    window.click("unlock-folder-use");
    unlock(window, passphrase);
}

/// Says to all programs what a screen that is locked says.
pub fn lock_screen(stage: &Stage) {
    let mut saver = stage.command("dbus-send");
    saver.args([
        "--session",
        "/org/freedesktop/ScreenSaver",
        "org.freedesktop.ScreenSaver.ActiveChanged",
        "boolean:true",
    ]);
    assert!(stage.run(saver).status.success());
}

/// Locks with the button and waits for the new page.
#[track_caller]
pub fn lock(window: &Window) {
    window.click("lock");
    window.part("unlock-passphrase");
}

/// Writes paragraphs from where the caret is in the original: each with its translation beside it.
#[track_caller]
pub fn write_paragraphs(window: &Window, paragraphs: &[(String, String)]) {
    for (at, (original, translation)) in paragraphs.iter().enumerate() {
        if at > 0 {
            window.press(&[Key::Enter.into()]);
        }
        window.type_text(original);
        window.press(&[Key::Tab.into()]);
        window.type_text(translation);
        window.press(&[Key::Tab.into()]);
    }
}

/// The paragraphs of one column as they stand on the screen.
#[track_caller]
pub fn column(window: &Window, part: &str) -> Vec<String> {
    window.part(part);
    let script = "const [part] = arguments;
        const column = document.querySelector(`[data-part=\"${part}\"]`);
        const lines = column.querySelectorAll('.cm-line');
        return [...(lines.length ? lines : column.children)].map((line) => line.innerText.replace(/\\n$/, ''));";
    let lines = window.run(script, vec![serde_json::json!(part)]);
    let lines = lines.as_array().cloned().unwrap_or_default();
    lines
        .iter()
        .map(|line| line.as_str().unwrap_or_default().to_owned())
        .collect()
}

/// Waits until the record that is shown stands so: `clean`, `kept`, `typing`.
#[track_caller]
pub fn record_is(window: &Window, status: &str) {
    crate::waiting::until(&format!("the record to be {status}"), || {
        (window.attribute("record-state", "data-status").as_deref() == Some(status)).then_some(())
    });
}

/// Goes somewhere by the left pane, or by its menu.
#[track_caller]
pub fn go(window: &Window, part: &str) {
    if window.seen(part).is_none() {
        window.click("nav-more");
    }
    window.click(part);
}
