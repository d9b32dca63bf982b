//! Every dependency is one that deny.toml lets in: by licence and by name.
//!
//! cargo-deny checks the same and known weaknesses besides (`make deny`). This test needs nothing
//! but cargo, so that the lists hold on every machine.

// Cargo is asked what the build is made of; a missing list must stop the test.
#![allow(clippy::disallowed_methods, clippy::indexing_slicing)]

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use serde_json::Value as Json;
use spdx::{Expression, ParseMode};
use toml::Value as Toml;

/// The lists of deny.toml.
struct Lists {
    allowed: Vec<String>,
    exceptions: BTreeMap<String, Vec<String>>,
    banned: BTreeMap<String, Ban>,
}

/// Why a crate is banned, and who may bring it along all the same.
struct Ban {
    reason: String,
    wrappers: Vec<String>,
}

fn texts(value: &Toml) -> Vec<String> {
    let items = value.as_array().expect("a list");
    items
        .iter()
        .map(|item| item.as_str().expect("text").to_owned())
        .collect()
}

fn lists() -> Lists {
    let text = std::fs::read_to_string(root().join("deny.toml")).expect("deny.toml");
    let all: Toml = toml::from_str(&text).expect("deny.toml is TOML");
    let licenses = &all["licenses"];
    let name = |item: &Toml| item["crate"].as_str().expect("a crate").to_owned();
    Lists {
        allowed: texts(&licenses["allow"]),
        exceptions: licenses["exceptions"]
            .as_array()
            .expect("a list")
            .iter()
            .map(|item| (name(item), texts(&item["allow"])))
            .collect(),
        banned: all["bans"]["deny"]
            .as_array()
            .expect("a list")
            .iter()
            .map(|item| {
                let ban = Ban {
                    reason: item["reason"].as_str().expect("a reason").to_owned(),
                    wrappers: item.get("wrappers").map(texts).unwrap_or_default(),
                };
                (name(item), ban)
            })
            .collect(),
    }
}

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}

/// What `licence` asks for that the lists do not grant to `package`.
fn refused(lists: &Lists, package: &str, licence: Option<&str>) -> Option<String> {
    let Some(licence) = licence else {
        return Some(format!("{package} names no licence"));
    };
    // Lax: old crates write `MIT/Apache-2.0`.
    let expression = match Expression::parse_mode(licence, ParseMode::LAX) {
        Ok(expression) => expression,
        Err(error) => return Some(format!("{package}: licence {licence:?}: {}", error.reason)),
    };
    let exceptions = lists.exceptions.get(package);
    let granted = expression.evaluate(|wanted| {
        // With what is added to it: `Apache-2.0 WITH LLVM-exception` is a licence of its own here.
        let wanted = wanted.to_string();
        lists.allowed.contains(&wanted) || exceptions.is_some_and(|more| more.contains(&wanted))
    });
    (!granted).then(|| format!("{package}: licence {licence} is not in deny.toml"))
}

/// What is wrong with `package`, which is here because of `parents`.
fn banned(lists: &Lists, package: &str, parents: &[&str]) -> Option<String> {
    let ban = lists.banned.get(package)?;
    let is_wrapped = |parent: &&str| ban.wrappers.iter().any(|wrapper| wrapper == parent);
    if !parents.is_empty() && parents.iter().all(is_wrapped) {
        return None;
    }
    let reason = &ban.reason;
    Some(format!("{package} is banned: {reason} (from {parents:?})"))
}

fn cargo() -> Command {
    let mut command = Command::new(env!("CARGO"));
    command.current_dir(root());
    command
}

#[test]
fn every_licence_is_allowed() {
    // Only what this machine builds: the sources of other platforms' crates may not be here.
    let host = Command::new(std::env::var_os("RUSTC").unwrap_or("rustc".into()))
        .args(["--print", "host-tuple"])
        .output()
        .expect("rustc runs");
    let host = String::from_utf8(host.stdout).expect("a tuple is ASCII");
    let output = cargo()
        .args(["metadata", "--offline", "--locked", "--format-version", "1"])
        .args(["--filter-platform", host.trim()])
        .output()
        .expect("cargo runs");
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let metadata: Json = serde_json::from_slice(&output.stdout).expect("JSON");
    let packages = metadata["packages"].as_array().expect("a list");
    assert!(
        packages.len() > 100,
        "only {} packages were seen",
        packages.len()
    );

    let lists = lists();
    let refused: Vec<String> = packages
        .iter()
        .filter_map(|package| {
            let name = package["name"].as_str().expect("a name");
            refused(&lists, name, package["license"].as_str())
        })
        .collect();
    assert!(refused.is_empty(), "{}", refused.join("\n"));
}

/// Of all platforms, and of development too: the lock file names them all.
#[test]
fn no_banned_crate_is_locked() {
    let text = std::fs::read_to_string(root().join("Cargo.lock")).expect("Cargo.lock");
    let lock: Toml = toml::from_str(&text).expect("Cargo.lock is TOML");
    let packages = lock["package"].as_array().expect("a list");
    let lists = lists();
    let name = |package: &Toml| package["name"].as_str().expect("a name").to_owned();
    // `name` or `name version`.
    let needs = |package: &Toml, other: &str| {
        let needed = package.get("dependencies").map(texts).unwrap_or_default();
        needed
            .iter()
            .any(|needed| needed.split(' ').next() == Some(other))
    };
    let found: Vec<String> = packages
        .iter()
        .filter_map(|package| {
            let package = name(package);
            let parents = packages.iter().filter(|parent| needs(parent, &package));
            let parents: Vec<String> = parents.map(name).collect();
            let parents: Vec<&str> = parents.iter().map(String::as_str).collect();
            banned(&lists, &package, &parents)
        })
        .collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
    for package in packages {
        if let Some(source) = package.get("source").and_then(Toml::as_str) {
            assert_eq!(
                source, "registry+https://github.com/rust-lang/crates.io-index",
                "{} comes from elsewhere",
                package["name"]
            );
        }
    }
}

/// What is built on this machine, with the features that it is built with. The window brings tokio, which can do without
/// a network; nothing else of the banned is built, and nothing turns tokio's network on.
#[test]
fn of_the_banned_only_tokio_is_built_and_has_no_network() {
    let output = cargo()
        .args(["tree", "--workspace", "--offline", "--locked"])
        .args(["--edges", "normal,build,dev", "--prefix", "none"])
        .args(["--format", "{p} {f}"])
        .output()
        .expect("cargo runs");
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let tree = String::from_utf8(output.stdout).expect("names are ASCII");
    let lists = lists();
    let mut built = BTreeMap::new();
    for line in tree.lines() {
        let mut words = line.split(' ');
        let (name, _version) = (words.next().unwrap_or_default(), words.next());
        if lists.banned.contains_key(name) {
            built.insert(name, words.next().unwrap_or_default());
        }
    }
    let names: Vec<&str> = built.keys().copied().collect();
    assert_eq!(names, ["tokio"]);
    let features: Vec<&str> = built["tokio"].split(',').collect();
    for refused in ["net", "process", "full"] {
        assert!(!features.contains(&refused), "tokio has {features:?}");
    }
}

/// The checks can fail.
#[test]
fn what_is_not_listed_is_refused() {
    let lists = lists();
    assert!(refused(&lists, "x", None).is_some());
    assert!(refused(&lists, "x", Some("GPL-3.0-only")).is_some());
    assert!(refused(&lists, "x", Some("MIT AND AGPL-3.0-only")).is_some());
    assert!(refused(&lists, "x", Some("CC0-1.0")).is_some());
    assert!(refused(&lists, "x", Some("MIT WITH LLVM-exception")).is_some());
    assert!(refused(&lists, "x", Some("no such licence")).is_some());
    assert!(refused(&lists, "bip39", Some("CC0-1.0")).is_none());
    assert!(refused(&lists, "x", Some("Apache-2.0 OR GPL-2.0-only")).is_none());
    assert!(refused(&lists, "x", Some("MIT/Apache-2.0")).is_none());
    assert!(refused(&lists, "x", Some("(MIT OR Apache-2.0) AND Unicode-3.0")).is_none());
    assert!(banned(&lists, "reqwest", &["fieldnotes-core"]).is_some());
    assert!(banned(&lists, "ureq", &[]).is_some());
    assert!(banned(&lists, "tokio", &["tauri"]).is_none());
    assert!(banned(&lists, "tokio", &["tauri", "fieldnotes-core"]).is_some());
    assert!(banned(&lists, "serde", &["anything"]).is_none());
}

/// What tests of one crate need of another must not be in a program that is given away, nor must a host depend on what is below
/// the core. Guards of docs/THREATS.md.
#[test]
fn programs_have_nothing_of_the_tests_and_know_the_core_alone() {
    let tree = |arguments: &[&str]| {
        let output = cargo()
            .args(["tree", "--offline", "--locked", "--prefix", "none"])
            .args(arguments)
            .output()
            .expect("cargo runs");
        assert!(output.status.success(), "{arguments:?}");
        String::from_utf8(output.stdout).expect("UTF-8")
    };
    let is_of_tests =
        |line: &str| line.contains("feature \"testing\"") || line.contains("feature \"bindings\"");
    for program in ["fieldnotes-desktop", "fieldnotes-cli"] {
        let all = tree(&["--edges", "normal,features", "--package", program]);
        assert!(all.contains("fieldnotes-format feature"), "{all}");
        assert!(!all.lines().any(is_of_tests), "{program}: {all}");
        let own = tree(&["--edges", "normal", "--depth", "1", "--package", program]);
        for below in ["domain", "format", "store"] {
            let name = format!("fieldnotes-{below} ");
            assert!(!own.contains(&name), "{program} depends on {name}");
        }
    }
    let tested = tree(&[
        "--edges",
        "normal,dev,features",
        "--package",
        "fieldnotes-core",
    ]);
    assert!(
        tested.lines().any(is_of_tests),
        "the search finds nothing: {tested}"
    );
}

/// A file in `tests/` that its Cargo.toml does not name is never run.
#[test]
fn every_test_is_named() {
    let manifest = std::fs::read_to_string(root().join("tests/Cargo.toml")).expect("there");
    for entry in std::fs::read_dir(root().join("tests")).expect("a folder") {
        let path = entry.expect("a name").path();
        let name = path.file_name().expect("a name").to_string_lossy();
        let is_test = name.ends_with(".rs") || path.join("main.rs").is_file();
        if is_test {
            let stem = name.trim_end_matches(".rs");
            assert!(
                manifest.contains(&format!("name = \"{stem}\"")),
                "{name} is not run"
            );
        }
    }
}
