//! The rules of the house that a compiler does not check, read from the sources.
//!
//! Each rule has a name and a reason; a breach says file, line, rule and reason. The rules are
//! functions over one source file, so that `examples` can show each of them a bad snippet and
//! see it fail: a check that cannot fail guards nothing.

// A path has a first segment; where that is wrong, the test may stop.
#![allow(clippy::indexing_slicing)]

mod examples;
mod pages;
mod rules;
mod scan;

use scan::Source;

/// The repository.
fn root() -> std::path::PathBuf {
    std::path::PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn every_source_keeps_every_rule() {
    let mut breaches = Vec::new();
    for source in scan::sources(&root()) {
        match rules::check(&source) {
            Ok(found) => breaches.extend(found),
            Err(error) => breaches.push(format!("{}: does not parse: {error}", source.path)),
        }
    }
    assert!(
        breaches.is_empty(),
        "{} breach(es) of the house rules:\n\n{}\n",
        breaches.len(),
        breaches.join("\n")
    );
}

/// A checker that looks in the wrong place is content with everything.
#[test]
fn the_sources_are_found() {
    let sources = scan::sources(&root());
    let found = |path: &str| sources.iter().any(|source: &Source| source.path == path);
    for path in [
        "src/lib.rs",
        "cli/src/main.rs",
        "tests/architecture/main.rs",
    ] {
        assert!(found(path), "{path} was not looked at");
    }
    assert!(
        !sources
            .iter()
            .any(|s| s.path.contains("node_modules") || s.path.starts_with("target/")),
        "build output was looked at"
    );
}

/// Every folder and file directly under `src/` is a room with a line in the table of who may call whom.
#[test]
fn every_room_is_in_the_table() {
    for source in scan::sources(&root()) {
        if let Some(room) = source.room() {
            assert!(
                rules::may_call(&room).is_some(),
                "{} stands in the room `{room}`, which tests/architecture/rules.rs does not know: \
                 say there what it may call",
                source.path
            );
        }
    }
}
