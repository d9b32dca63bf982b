//! Two people whose windows look at one folder, which something else carries: what one puts out arrives in the other's window,
//! and a file that is still being copied is waited for.

use std::path::Path;

use rig::scenes::{LANGUAGES, PASSPHRASE, go, unlock};
use rig::stage::{Stage, target};
use rig::vaults::Vault;
use rig::waiting::until;
use rig::window::Window;
use serde_json::json;

const TITLE: &str = "강을 건넌 이야기";

struct Person<'s> {
    window: Window<'s>,
    name: &'static str,
    language: &'static str,
}

impl Person<'_> {
    fn look(&self, step: &str) {
        let folder = target().join("folder").join(self.language);
        let picture = format!("{step}-{}.png", self.name);
        self.window.keep_picture(&folder.join(picture));
    }

    fn chooses(&self, folder: &Path) {
        go(&self.window, "nav-settings");
        self.window.choose_path("folder-path", folder);
        self.window.click("folder-set");
    }
}

/// The bundles in a folder.
fn bundles(folder: &Path) -> Vec<std::path::PathBuf> {
    let entries = std::fs::read_dir(folder).expect("a folder").flatten();
    entries.map(|entry| entry.path()).collect()
}

fn exchange(language: &'static str, locale: &str) {
    let stages = ["anna", "minji"].map(|who| Stage::new(&format!("folder-{language}-{who}")));
    let [anna, minji] = [&stages[0], &stages[1]].map(|stage| {
        stage.set("LANG", locale);
        Vault::create(stage, "vault")
    });
    anna.meets(&minji, "Minji");
    minji.meets(&anna, "Anna");
    let testimony = json!({
        "title": TITLE,
        "narrative": [{"original": "강을 건넜습니다."}],
        "consent": [{"decision": "granted", "use": "share_inside"}],
    });
    anna.add("testimony", &testimony);
    // Each sees a folder of their own: what carries files between them is played here.
    let [from, to] = [&stages[0], &stages[1]].map(|stage| {
        let folder = stage.documents().join("exchange");
        std::fs::create_dir(&folder).expect("a folder can be made");
        folder
    });

    anna.offer();
    minji.offer();
    let [a, m] = [("anna", 0), ("minji", 1)].map(|(name, at)| Person {
        window: Window::open(&stages[at]),
        name,
        language,
    });
    for person in [&a, &m] {
        unlock(&person.window, PASSPHRASE);
    }
    m.chooses(&to);
    m.window.part("folder-nothing-due");
    m.look("1-chosen");
    a.chooses(&from);
    a.window.part("folder-put");
    a.look("1-due");
    a.window.click("folder-put");
    a.window.part("folder-put-done");
    a.window.part("folder-nothing-due");
    a.look("2-put");
    let put = until("a bundle in the folder", || bundles(&from).pop());

    // A slow copy: the first half is there for longer than it takes to look twice.
    let bytes = std::fs::read(&put).expect("a bundle");
    let copied = to.join(put.file_name().expect("a name"));
    std::fs::write(&copied, &bytes[..bytes.len() / 2]).expect("written");
    m.window.part("folder-file");
    let show =
        "document.querySelector('[data-part=folder-files]').scrollIntoView({block: 'center'})";
    m.window.run(show, Vec::new());
    m.look("2-coming");
    std::thread::sleep(std::time::Duration::from_secs(8));
    assert!(m.window.seen("arrived").is_none(), "half a file is offered");
    std::fs::write(&copied, &bytes).expect("written");
    m.window.says("arrived", "Anna");
    m.look("3-arrived");
    m.window.click("arrived-look");
    m.window.part("import-sender");
    m.look("4-looking");
    m.window.click("import-go");
    m.window.part("import-done");
    m.look("5-taken-in");
    // What was taken in is offered no more, and is thanked for.
    go(&m.window, "nav-settings");
    m.window.part("folder-put");
    m.window.gone("arrived");
    m.look("6-owes-thanks");
    m.window.click("folder-put");
    m.window.part("folder-put-done");
    assert_eq!(bundles(&to).len(), 2, "the bundle of others stays");
    drop((a, m));

    let digest = |vault: &Vault| vault.run(&["vault", "digest"]);
    assert_eq!(digest(&anna), digest(&minji));
}

#[test]
fn in_english() {
    exchange(LANGUAGES[0], "en_US.UTF-8");
}

#[test]
fn in_korean() {
    exchange(LANGUAGES[1], "ko_KR.UTF-8");
}
