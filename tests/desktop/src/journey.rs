//! A person's journey through the window: everything that the program is for, by hand.

use std::path::Path;

use fantoccini::key::Key;

use crate::remains::mark;
use crate::scenes::{self, column, ctrl, go, record_is};
use crate::stage::target;
use crate::window::Window;

/// What is typed on the way, and what is read from the screen: nothing of it may be left behind.
#[derive(Default)]
pub struct Said {
    pub texts: Vec<String>,
}

impl Said {
    fn and(&mut self, text: &str) -> String {
        self.texts.push(text.to_owned());
        text.to_owned()
    }
}

/// Ten paragraphs, original and translation.
fn sample_paragraphs() -> Vec<(String, String)> {
    let mark = mark();
    (1..=10)
        .map(|number| {
            (
                format!("{number}. 그날 밤 우리는 압록강을 건넜습니다 ({mark})."),
                format!("{number}. That night we crossed the Amnok ({mark})."),
            )
        })
        .collect()
}

/// Keeps pictures of each step.
fn album(window: &Window, folder: &str) -> impl FnMut(&str) {
    let folder = target().join("journey").join(folder);
    let mut step = 0;
    move |name: &str| {
        step += 1;
        window.keep_picture(&folder.join(format!("{step:02}-{name}.png")));
    }
}

/// From the first start to a package that is read without a vault.
pub fn walk(window: &Window, language: &str) -> Said {
    let mut said = Said::default();
    let mut look = album(window, language);
    let documents = window.stage().documents();
    let (mine, theirs) = (documents.join("mine"), documents.join("theirs"));
    window.click(&format!("first-run-language-{language}"));
    let passphrase = said.and(&scenes::create_vault(window, &mine, &mut look));
    look("welcome");

    // A testimony while it is written, and a lock in the middle of a sentence.
    window.click("new-testimony");
    window.write(
        "record-title",
        &said.and(&format!("강을 건넌 밤 {}", mark())),
    );
    window.part("record-original");
    window.click("record-original");
    let paragraphs = sample_paragraphs();
    said.texts.extend(
        paragraphs
            .iter()
            .flat_map(|(one, other)| [one.clone(), other.clone()]),
    );
    scenes::write_paragraphs(window, &paragraphs);
    look("written");
    window.press(&[Key::Enter.into()]);
    window.type_text("그리고 나서 어머니가 말했");
    window.press(&ctrl('l'));
    window.part("unlock-passphrase");
    look("locked");
    scenes::unlock(window, &passphrase);
    look("draft-waits");
    window.click("list-draft");
    window.says("record-original", "그리고 나서 어머니가 말했");
    look("sentence-is-there");
    for (number, purpose) in ["share_inside", "legal"].into_iter().enumerate() {
        allow(window, number, purpose, &mut look);
    }
    window.click("record-save");
    record_is(window, "clean");
    let originals = column(window, "record-original");
    let translations = column(window, "record-translation");
    for (number, (original, translation)) in paragraphs.iter().enumerate() {
        assert_eq!(&originals[number], original);
        assert_eq!(&translations[number], translation);
    }

    // It is found again.
    window.write("list-search", "압록강");
    window.part("list-hit");
    look("found");
    window.click("list-hit");
    window.click("list-search-clear");

    // To whoever has a passphrase.
    go(window, "nav-export");
    look("export");
    window.click("export-by-passphrase");
    let shared = said.and(window.text("export-passphrase-offer").trim());
    window.click("export-passphrase-take");
    let bundle = documents.join("for them.fnbundle");
    window.choose_path("export-path", &bundle);
    look("export-by-passphrase");
    window.click("export-go");
    window.part("export-done");
    look("exported");
    scenes::lock(window);

    // A second vault takes it in.
    window.click("unlock-new");
    let second = said.and(&scenes::create_vault(window, &theirs, &mut |_| {}));
    go(window, "nav-colleagues");
    let identity = window.text("own-identity");
    look("colleagues");
    go(window, "nav-import");
    take_in(window, &bundle, Some(&shared));
    look("imported");
    read_the_same(window, &originals, &translations);
    scenes::lock(window);

    // To a colleague, whose public identity came by another way.
    scenes::unlock_other(window, &mine, &passphrase);
    go(window, "nav-colleagues");
    window.click("colleague-add");
    window.write("colleague-name", "Suni");
    window.click("colleague-by-line");
    window.write("colleague-identity", &identity);
    look("colleague-add");
    window.click("colleague-add-go");
    window.part("colleague");
    go(window, "nav-export");
    window.click("export-to-Suni");
    let for_suni = documents.join("for Suni.fnbundle");
    window.choose_path("export-path", &for_suni);
    look("export-to-colleague");
    window.click("export-go");
    window.part("export-done");

    // For a reader without a vault.
    window.click("list-item");
    window.part("record-original");
    window.click("record-menu");
    window.click("record-review");
    window.write("review-audience", &said.and("A law office"));
    look("review-who");
    window.click("review-next");
    window.part("review-consent-clear");
    look("review-contents");
    window.click("review-next");
    window.part("review-preview");
    look("review-reading");
    window.click("review-next");
    window.part("review-no-leaks");
    window.click("review-passphrase-take");
    let to_read = said.and(&window.text("review-passphrase"));
    let package = documents.join("to read.fnreview");
    window.choose_path("review-path", &package);
    look("review");
    window.click("review-make");
    window.part("review-done");
    look("review-made");
    scenes::lock(window);
    read_package(window, &package, &to_read, &mut look);

    scenes::unlock_other(window, &theirs, &second);
    go(window, "nav-import");
    take_in(window, &for_suni, None);
    read_the_same(window, &originals, &translations);
    scenes::lock(window);
    said
}

/// Records that the narrator allows this purpose.
fn allow(window: &Window, number: usize, purpose: &str, look: &mut dyn FnMut(&str)) {
    window.click("add-consent");
    window.part("element-dialog");
    window.choose(&format!("field-consent[{number}].decision"), "granted");
    window.choose(&format!("field-consent[{number}].use"), purpose);
    look("consent");
    window.click("element-done");
    window.gone("element-dialog");
}

/// Takes a bundle in; its sender is nobody known here.
fn take_in(window: &Window, bundle: &Path, passphrase: Option<&str>) {
    window.stage().will_choose(bundle);
    window.click("import-choose");
    if let Some(passphrase) = passphrase {
        window.write("import-passphrase", passphrase);
        window.click("import-unlock");
    }
    window.part("import-sender");
    window.click("import-stranger-accept");
    window.click("import-go");
    window.part("import-done");
}

/// The record that came in says what was written.
fn read_the_same(window: &Window, originals: &[String], translations: &[String]) {
    window.click("list-item");
    window.says("record-original", &originals[0]);
    assert_eq!(column(window, "record-original"), originals);
    assert_eq!(column(window, "record-translation"), translations);
}

/// A package is opened from the first screen, with no vault.
fn read_package(window: &Window, package: &Path, passphrase: &str, look: &mut dyn FnMut(&str)) {
    window.click("unlock-reader");
    window.choose_path("review-open-path", package);
    window.write("review-open-passphrase", passphrase);
    window.click("review-open");
    window.says("reader-shown", &sample_paragraphs()[9].0);
    look("package-read");
    window.click("reader-leave");
    window.part("unlock-passphrase");
}
