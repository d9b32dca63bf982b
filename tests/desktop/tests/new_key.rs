//! Recovery words come before what they open: a new key is made, and a vault comes to be, only once they were typed back.
//!
//! The pictures are kept beside those of the other screens, `new-key-….png`.

use std::fs;
use std::path::Path;

use rig::scenes::{self, LANGUAGES, PASSPHRASE};
use rig::stage::{Stage, target};
use rig::vaults::Vault;
use rig::waiting::until;
use rig::window::Window;

/// The key epoch in the header: docs/FORMAT.md section 3.
fn epoch(vault: &Path) -> u32 {
    let header = fs::read(vault.join("header")).expect("a header");
    u32::from_be_bytes(header[28..32].try_into().expect("four bytes"))
}

fn speak(stage: &Stage, language: &str) {
    let settings = stage.folder().join("home/.config/org.fieldnotes.desktop");
    fs::create_dir_all(&settings).expect("a folder can be made");
    let json = serde_json::json!({ "language": language });
    fs::write(settings.join("settings.json"), json.to_string()).expect("a file can be written");
}

/// To the new recovery words.
fn to_words(window: &Window) {
    window.press(&scenes::ctrl(','));
    window.click("settings-key");
    window.write("key-current", PASSPHRASE);
    window.click("key-current-next");
    window.part("recovery-words");
}

/// Types back the words that are asked for.
fn prove(window: &Window, words: &[String]) {
    window.click("recovery-written");
    window.part("recovery-prove");
    for (at, word) in words.iter().enumerate() {
        let part = format!("recovery-proof-{}", at + 1);
        if window.seen(&part).is_some() {
            window.write(&part, word);
        }
    }
}

#[test]
fn a_new_key_is_made_once_its_words_are_typed_back() {
    for language in LANGUAGES {
        let stage = Stage::new(&format!("new-key-{language}"));
        speak(&stage, language);
        let vault = Vault::create(&stage, "vault");
        let id = vault.add("note", &serde_json::json!({ "text": "stays" }));
        vault.offer();
        let window = Window::open(&stage);
        let look = |name: &str| {
            let picture = format!("screens/new-key-{name}.{language}.png");
            window.keep_picture(&target().join(picture));
        };
        scenes::unlock(&window, PASSPHRASE);
        window.press(&scenes::ctrl(','));
        window.part("settings-key");
        look("settings");

        to_words(&window);
        let shown = window.texts("recovery-word");
        assert_eq!(shown.len(), 24);
        look("words");
        // A lock overtakes it: nothing was changed, and that is reported.
        scenes::lock(&window);
        scenes::unlock(&window, PASSPHRASE);
        assert_eq!(
            window.attribute("key-offer", "data-offer").as_deref(),
            Some("not_done")
        );
        look("interrupted");
        assert_eq!(epoch(&vault.folder), 1);

        window.click("key-offer-make");
        window.write("key-current", PASSPHRASE);
        window.click("key-current-next");
        window.part("recovery-words");
        let words = window.texts("recovery-word");
        assert_ne!(words, shown);
        prove(&window, &words);
        look("proof");
        assert_eq!(epoch(&vault.folder), 1, "nothing is changed yet");
        window.click("recovery-prove");
        window.part("key-made");
        look("made");
        assert_eq!(epoch(&vault.folder), 2);
        assert!(!vault.folder.join("header.next").exists());

        scenes::lock(&window);
        scenes::unlock(&window, PASSPHRASE);
        assert!(window.seen("key-offer").is_none());
        drop(window);
        assert_eq!(vault.show(&id)["text"], "stays");
    }
}

#[test]
fn a_vault_whose_words_nobody_confirmed_does_not_come_to_be() {
    let stage = Stage::new("no-vault");
    let window = Window::open(&stage);
    let folder = stage.documents().join("vault");
    let to_words = || {
        window.part("first-run-folder");
        window.choose_path("first-run-folder", &folder);
        window.click("first-run-next");
        let passphrase = window.text("first-run-suggested").trim().to_owned();
        window.click("first-run-next");
        window.write("first-run-repeat", &passphrase);
        window.click("first-run-create");
        window.part("recovery-words");
        passphrase
    };
    to_words();
    assert!(!folder.join("header").exists(), "no vault yet");
    window.click("recovery-cancel");
    window.part("first-run-folder");
    until("what was begun to go", || (!folder.exists()).then_some(()));

    window.part("first-run-not-made");

    // The screen is locked: the words go, and the page that comes then says that they open nothing.
    to_words();
    assert!(folder.exists());
    scenes::lock_screen(&stage);
    window.part("first-run-not-made");
    assert!(!folder.exists());

    // The window goes away.
    to_words();
    window.kill();
    assert!(!folder.join("header").exists());

    let window = Window::open(&stage);
    window.part("first-run-folder");
    scenes::create_vault(&window, &folder, &mut |_| {});
    assert!(folder.join("header").exists());
}
