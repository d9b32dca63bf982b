//! The list of commands against their sources, and what the pages are given of both.

mod client;
mod contract;
mod inputs;
mod signatures;

use signatures::{in_sources, listed};

/// What is marked as a command can be called, and by one name.
#[test]
fn every_command_is_in_the_list() {
    let mut names = listed();
    names.sort_unstable();
    let mut there: Vec<_> = in_sources()
        .iter()
        .map(|command| (command.group.clone(), command.name.clone()))
        .collect();
    there.sort_unstable();
    let there: Vec<_> = there
        .iter()
        .map(|(group, name)| (&**group, &**name))
        .collect();
    assert_eq!(there, names);
}

/// The window may call the commands, and nothing else.
#[test]
fn the_window_is_given_the_commands_alone() {
    let capability: serde_json::Value =
        serde_json::from_str(include_str!("../../../capabilities/main.json")).expect("JSON");
    assert_eq!(
        capability["permissions"],
        serde_json::json!(["every-command"])
    );
    let set = include_str!(concat!(env!("OUT_DIR"), "/sets/every-command.toml"));
    let (_, permissions) = set.split_once("permissions = ").expect("a list");
    let permitted: Vec<String> = serde_json::from_str(permissions).expect("texts");
    let allowed = |name: &str| format!("allow-{}", name.replace('_', "-"));
    let all: Vec<String> = listed().iter().map(|(_, name)| allowed(name)).collect();
    assert_eq!(permitted, all);
}
