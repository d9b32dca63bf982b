//! The window as it is shipped, with its private web view, leaves nothing outside of the vault. Guards "A seized laptop
//! reveals nothing" of docs/THREATS.md. tests/journey.rs looks for more texts in more files, after more work; but a driver
//! drives it, for which the web view has a folder.

use std::path::Path;

use rig::remains::Remains;
use rig::scenes::PASSPHRASE;
use rig::stage::Stage;
use rig::undriven::{Undriven, day};
use rig::vaults::Vault;

/// What the window keeps outside of a vault: settings, its place on the screen.
const KEPT: [&str; 2] = ["settings.json", "window.json"];

#[test]
fn nothing_is_left_outside_of_the_vault() {
    let stage = Stage::new("leaks");
    let remains = Remains::before(&stage);
    let vault = Vault::create(&stage, "vault");
    vault.offer();
    let window = Undriven::open(&stage);
    window.a_day();
    let day = day();
    let texts: Vec<&str> = day.iter().map(String::as_str).chain([PASSPHRASE]).collect();
    remains.hold_none_of(&texts);
    window.close();
    remains.hold_none_of(&texts);
    let saved = vault.run(&["record", "list"]);
    let id = saved["records"][0]["id"].as_str().expect("it was saved");
    let original = vault.show(id)["narrative"][0]["original"].clone();
    assert_eq!(original, day[0].as_str(), "the run was one");
    let left = remains.of_the_app(&stage);
    println!("{left:#?}");
    let more: Vec<_> = left
        .iter()
        .filter(|path| {
            let is_config = path.starts_with("home/.config/org.fieldnotes.desktop");
            let is_kept = KEPT
                .iter()
                .any(|name| path.file_name() == Some(Path::new(name).as_os_str()));
            // Two bytes, in memory, that the toolkit keeps for every program.
            let is_of_the_toolkit = **path == Path::new("run/dconf/user");
            // In memory too: process numbers that the engine's sandbox writes down for the desktop's portals.
            let is_of_the_sandbox = path.starts_with("run/.flatpak")
                && path.file_name() == Some(Path::new("bwrapinfo.json").as_os_str());
            !(is_of_the_toolkit || is_of_the_sandbox || is_config && is_kept)
        })
        .collect();
    assert!(more.is_empty(), "left outside of the vault: {more:#?}");
}
