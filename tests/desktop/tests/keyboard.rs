//! The main job by the keyboard alone: a vault, a testimony, finding it, a bundle, locking and opening again. The driver only
//! looks; every key is one of the real keyboard.

use rig::hands::Hands;
use rig::scenes::{column, record_is};
use rig::stage::Stage;
use rig::window::Window;

#[test]
fn the_main_job_is_done_by_keyboard_alone() {
    let stage = Stage::new("keyboard");
    let window = Window::open(&stage);
    let hands = Hands(&window);
    window.part("first-run-folder");
    hands.begin();

    hands.choose("first-run-folder", &stage.documents().join("vault"));
    hands.push("first-run-next");
    let passphrase = window.text("first-run-suggested").trim().to_owned();
    hands.push("first-run-next");
    hands.tab_to("first-run-repeat");
    hands.type_text(&passphrase);
    hands.press(&["Return"]);
    window.part("recovery-words");
    let words = window.texts("recovery-word");
    hands.push("recovery-written");
    window.part("recovery-prove");
    for (at, word) in words.iter().enumerate() {
        let part = format!("recovery-proof-{}", at + 1);
        if window.seen(&part).is_some() {
            hands.tab_to(&part);
            hands.type_text(word);
        }
    }
    hands.press(&["Return"]);
    window.part("welcome");

    hands.press(&["ctrl+n"]);
    hands.tab_to("record-original");
    hands.type_text("We left before it was light.");
    hands.press(&["Tab"]);
    hands.type_text("Wir gingen vor Tag.");
    hands.press(&["Tab", "Return"]);
    hands.type_text("Nobody spoke.");
    hands.press(&["ctrl+s"]);
    record_is(&window, "clean");
    assert_eq!(
        column(&window, "record-original"),
        ["We left before it was light.", "Nobody spoke."]
    );
    assert_eq!(
        column(&window, "record-translation")[0],
        "Wir gingen vor Tag."
    );

    // Found, and opened from where it was found.
    hands.press(&["ctrl+n"]);
    hands.press(&["ctrl+f"]);
    hands.type_text("nobody");
    window.part("list-hit");
    hands.press(&["Return"]);
    window.says("record-original", "Nobody spoke.");

    // By its name in the palette.
    hands.press(&["ctrl+k"]);
    window.part("palette-input");
    hands.type_text("send");
    hands.press(&["Return"]);
    hands.tab_to("export-by-colleagues");
    hands.press(&["Right"]);
    hands.push("export-passphrase-take");
    let bundle = stage.documents().join("bundle.fnbundle");
    hands.choose("export-path", &bundle);
    hands.push("export-go");
    window.part("export-done");
    assert!(bundle.exists());

    hands.press(&["ctrl+l"]);
    window.part("unlock-passphrase");
    hands.tab_to("unlock-passphrase");
    hands.type_text(&passphrase);
    hands.press(&["Return"]);
    window.part("welcome");
}
