//! A walk past every screen of the window.

use crate::sample::Sample;
use crate::scenes::{self, ctrl, go};
use crate::waiting::until;
use crate::window::Window;

/// Calls for every screen, by name, while it is shown. Begins and ends at the unlock screen of the sample vault.
pub fn walk(window: &Window, sample: &Sample, each: &mut dyn FnMut(&str)) {
    outside(window, sample, each);
    scenes::unlock(window, sample.passphrase());
    each("overview");
    records(window, each);
    exchange(window, sample, each);
    rest(window, each);
    scenes::lock(window);
}

/// Before a vault is open.
fn outside(window: &Window, sample: &Sample, each: &mut dyn FnMut(&str)) {
    window.part("unlock-passphrase");
    each("unlock");
    window.write("unlock-passphrase", "not this one");
    window.click("unlock-open");
    window.part("failure");
    each("unlock-wrong");

    window.click("unlock-new");
    let folder = window.stage().documents().join("new vault");
    let mut all = |name: &str| each(name);
    scenes::create_vault(window, &folder, &mut all);
    each("overview-empty");
    scenes::lock(window);
    window.click("unlock-other");
    window.choose_path("unlock-folder", &sample.vault.folder);
    each("unlock-other");
    window.click("unlock-folder-use");
    window.part("unlock-passphrase");

    window.click("unlock-recover");
    window.part("recover-words");
    each("recover");
    window.click("recover-cancel");

    window.click("unlock-reader");
    window.part("review-open-path");
    each("package-open");
    window.choose_path("review-open-path", &sample.package);
    window.write("review-open-passphrase", sample.passphrase());
    window.click("review-open");
    window.part("reader-shown");
    each("package-read");
    window.click("reader-leave");

    window.click("unlock-about");
    window.part("about-protected");
    each("about-outside");
    window.click("about-back");
    window.part("unlock-passphrase");
}

fn records(window: &Window, each: &mut dyn FnMut(&str)) {
    for kind in ["person", "place", "note"] {
        window.click(&format!("list-kind-{kind}"));
        until("one kind alone", || {
            let kinds = window.run(
                "return [...document.querySelectorAll('[data-part=list-item]')].map((e) => e.dataset.kind)",
                Vec::new(),
            );
            let kinds: Vec<String> = serde_json::from_value(kinds).ok()?;
            (!kinds.is_empty() && kinds.iter().all(|one| one == kind)).then_some(())
        });
        window.click("list-item");
        window.part("record-form");
        until("the record of this kind", || {
            (window.attribute("list-item", "aria-current").as_deref() == Some("page")).then_some(())
        });
        each(kind);
    }
    window.click("list-kind-testimony");
    until("the testimonies", || {
        (window.attribute("list-item", "data-kind").as_deref() == Some("testimony")).then_some(())
    });
    window.click("list-item");
    window.part("record-original");
    each("testimony");
    window.click("record-menu");
    window.part("record-history");
    each("record-menu");
    window.click("record-history");
    window.part("history-revision");
    each("history");
    window.click("list-kind-all");
    window.click("new-testimony");
    window.part("record-original");
    each("testimony-new");
    window.write("list-search", "두만강");
    window.part("list-hit");
    each("found");
    window.click("list-search-clear");
    window.press(&ctrl('k'));
    window.part("palette-input");
    each("palette");
    window.press(&[fantoccini::key::Key::Escape.into()]);
    window.gone("palette-input");
}

fn exchange(window: &Window, sample: &Sample, each: &mut dyn FnMut(&str)) {
    go(window, "nav-colleagues");
    window.part("colleague");
    each("colleagues");
    window.click("colleague-add");
    window.part("colleague-name");
    each("colleague-add");
    window.press(&[fantoccini::key::Key::Escape.into()]);
    window.gone("colleague-add-dialog");
    window.click("colleague-verify");
    window.part("verify-digits");
    each("colleague-verify");
    window.click("verify-cancel");
    window.gone("verify-dialog");

    go(window, "nav-export");
    window.part("export-path");
    each("export");
    window.click("export-by-passphrase");
    window.click("export-what-chosen");
    window.part("export-record");
    each("export-chosen");

    go(window, "nav-import");
    window.part("import-choose");
    each("import-empty");
    window.stage().will_choose(&sample.bundle);
    window.click("import-choose");
    window.part("import-sender");
    each("import");

    go(window, "nav-conflicts");
    window.part("conflict-list");
    each("conflicts");
    window.click("conflict-show");
    window.part("conflict-question");
    each("conflict");

    go(window, "nav-review-make");
    window.part("review-audience");
    each("review-make");
    window.write("review-audience", "Commission");
    window.click("review-next");
    window.part("review-record");
    each("review-make-contents");
    go(window, "nav-custody");
    window.part("sent-file");
    each("custody");
    go(window, "nav-review-open");
    window.part("review-open-path");
    each("review-open");
}

fn rest(window: &Window, each: &mut dyn FnMut(&str)) {
    go(window, "nav-trash");
    window.part("trash-item");
    each("trash");
    go(window, "nav-settings");
    window.part("settings-language");
    each("settings");
    go(window, "nav-about");
    window.part("about-protected");
    each("about");
    window.click("nav-more");
    window.part("nav-settings");
    each("more");
    window.press(&[fantoccini::key::Key::Escape.into()]);
    window.gone("nav-settings");
}
