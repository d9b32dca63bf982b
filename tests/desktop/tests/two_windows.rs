//! Two people with a window and a vault each change one testimony, exchange it, see where they disagree, settle it, exchange
//! again, and hold the same.
//!
//! Guards of docs/THREATS.md: "A saved sentence stays saved", also the one that was not taken.

use std::path::PathBuf;

use fantoccini::key::Key;
use rig::scenes::{LANGUAGES, PASSPHRASE, column, go, record_is, unlock};
use rig::stage::{Stage, target};
use rig::vaults::Vault;
use rig::waiting::until;
use rig::window::Window;
use serde_json::{Value, json};

const ORIGINAL: &str = "강을 건넜습니다.";
const BY_ANNA: &str = " 새벽이었습니다.";
const BY_MINJI: &str = " 한밤중이었습니다.";
const TITLE: &str = "강을 건넌 이야기";

struct Person<'s> {
    window: Window<'s>,
    name: &'static str,
    language: &'static str,
}

impl Person<'_> {
    fn look(&self, step: &str) {
        let folder = target().join("two-windows").join(self.language);
        let picture = format!("{step}-{}.png", self.name);
        self.window.keep_picture(&folder.join(picture));
    }

    /// Opens the only testimony and goes on writing at the end of the text.
    fn goes_on(&self, with: &str) {
        self.window.click("list-item");
        self.window.says("record-original", ORIGINAL);
        self.window.click("record-original");
        self.window.press(&[Key::Control.into(), Key::End.into()]);
        self.window.type_text(with);
        self.window.says("record-original", with.trim());
        self.window.click("record-save");
        record_is(&self.window, "clean");
    }

    fn sends(&self, to: &str, step: &str) -> PathBuf {
        let path = self
            .window
            .stage()
            .documents()
            .join(format!("{step}-{}.fnbundle", self.name));
        go(&self.window, "nav-export");
        self.window.click(&format!("export-to-{to}"));
        self.window.choose_path("export-path", &path);
        self.look(&format!("{step}-sending"));
        self.window.click("export-go");
        self.window.part("export-done");
        path
    }

    fn takes_in(&self, bundle: &std::path::Path, step: &str) {
        go(&self.window, "nav-import");
        self.window.stage().will_choose(bundle);
        self.window.click("import-choose");
        self.window.part("import-sender");
        self.look(&format!("{step}-looking"));
        self.window.click("import-go");
        self.window.part("import-done");
        self.look(&format!("{step}-taken-in"));
    }

    fn sees_the_conflict(&self) {
        go(&self.window, "nav-conflicts");
        self.window.part("conflict-list");
        self.look("3-conflicts");
        self.window.click("conflict-show");
        self.window.part("conflict-question");
        let sides = [
            self.window.text("conflict-left"),
            self.window.text("conflict-right"),
        ];
        for said in [BY_ANNA, BY_MINJI] {
            let is_shown = sides.iter().any(|side| side.contains(said.trim()));
            assert!(is_shown, "{said:?} on neither side: {sides:?}");
        }
        self.look("3-conflict");
    }
}

fn exchange(language: &'static str, locale: &str) {
    let stages = ["anna", "minji"].map(|who| Stage::new(&format!("two-{language}-{who}")));
    let [anna, minji] = [&stages[0], &stages[1]].map(|stage| {
        stage.set("LANG", locale);
        Vault::create(stage, "vault")
    });
    anna.meets(&minji, "Minji");
    minji.meets(&anna, "Anna");
    let testimony = json!({
        "title": TITLE,
        "narrative": [{"original": ORIGINAL}],
        "consent": [{"decision": "granted", "use": "share_inside"}],
    });
    let id = anna.add("testimony", &testimony);
    let first = stages[0].documents().join("first.fnbundle");
    let first = first.to_string_lossy();
    anna.run(&["bundle", "export", "--out", &first, "--to", "Minji"]);
    minji.run(&["bundle", "import", &first]);

    anna.offer();
    minji.offer();
    let people = [("anna", 0), ("minji", 1)].map(|(name, at)| Person {
        window: Window::open(&stages[at]),
        name,
        language,
    });
    let [a, m] = &people;
    for person in &people {
        unlock(&person.window, PASSPHRASE);
    }
    a.goes_on(BY_ANNA);
    m.goes_on(BY_MINJI);
    a.look("1-written");
    m.look("1-written");

    let (from_anna, from_minji) = (a.sends("Minji", "2"), m.sends("Anna", "2"));
    a.takes_in(&from_minji, "2");
    m.takes_in(&from_anna, "2");
    a.sees_the_conflict();
    m.sees_the_conflict();

    // Minji leaves it to Anna, who keeps both.
    a.window.click("conflict-take-both");
    a.look("4-chosen");
    a.window.click("conflict-save");
    a.window.part("conflict-settled");
    a.look("4-settled");
    let settled = a.sends("Minji", "5");
    m.takes_in(&settled, "5");
    for person in &people {
        go(&person.window, "nav-conflicts");
        person.window.gone("conflict-list");
        person.look("6-no-conflict");
        person.window.click("list-item");
        until("both sentences", || {
            let all = column(&person.window, "record-original").join("\n");
            (all.contains(BY_ANNA.trim()) && all.contains(BY_MINJI.trim())).then_some(())
        });
        person.look("6-agreed");
    }
    drop(people);

    let digest = |vault: &Vault| vault.run(&["vault", "digest"]);
    assert_eq!(digest(&anna), digest(&minji));
    let said = |vault: &Vault| vault.show(&id);
    assert_eq!(said(&anna), said(&minji));
    let left: Value = minji.run(&["conflict", "list"]);
    assert_eq!(left["conflicts"], json!([]), "{left}");
}

#[test]
fn in_english() {
    exchange(LANGUAGES[0], "en_US.UTF-8");
}

#[test]
fn in_korean() {
    exchange(LANGUAGES[1], "ko_KR.UTF-8");
}
