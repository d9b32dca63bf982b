//! Ties the pages and the capabilities into the program, with a permission for each command.

use std::path::Path;

macro_rules! commands {
    ($($section:ident { $($group:ident::$name:ident),* $(,)? })*) => { &[$($(stringify!($name)),*),*] };
}

const NAMES: &[&str] = include!("src/commands/list.rs");

/// Writes the set of permissions that capabilities/main.json gives to the window: all that are made of the commands, and none
/// of the framework's own.
fn every_command(folder: &Path) -> std::io::Result<String> {
    let permissions: Vec<String> = NAMES
        .iter()
        .map(|name| format!("allow-{}", name.replace('_', "-")))
        .collect();
    std::fs::create_dir_all(folder)?;
    let set = format!(
        "[[set]]\nidentifier = \"every-command\"\ndescription = \"Each command.\"\npermissions = {permissions:?}\n"
    );
    std::fs::write(folder.join("every-command.toml"), set)?;
    Ok(folder.join("*.toml").to_string_lossy().into_owned())
}

fn main() {
    println!("cargo:rerun-if-changed=src/commands/list.rs");
    let out = std::env::var_os("OUT_DIR").expect("cargo names it");
    let sets =
        every_command(&Path::new(&out).join("sets")).expect("the build folder can be written");
    let commands = tauri_build::AppManifest::new()
        .commands(NAMES)
        // Borrowed for ever, as the framework asks; the build ends in a moment.
        .permissions_path_pattern(sets.leak());
    let attributes = tauri_build::Attributes::new().app_manifest(commands);
    tauri_build::try_build(attributes).expect("the pages, the capabilities and the icon are there");
}
