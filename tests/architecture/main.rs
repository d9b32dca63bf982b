//! The rules of the architecture that a compiler does not check, read from the sources.
//!
//! Each rule has a name and a reason; a breach says file, line, rule and reason. The rules are
//! functions over one source file, so that `examples` can show each of them a bad snippet and
//! see it fail: a check that cannot fail guards nothing.

// A path has a first segment; where that is wrong, the test may stop.
#![allow(clippy::indexing_slicing)]

mod examples;
mod methods;
mod names;
mod pages;
mod rules;
mod scan;
mod words;

use scan::Source;

/// The repository.
fn root() -> std::path::PathBuf {
    std::path::PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
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
        "{} breach(es) of the architecture rules:\n\n{}\n",
        breaches.len(),
        breaches.join("\n")
    );
}

#[test]
fn methods_of_a_session_are_called_downward() {
    let is_allowed = |caller: &str, of: &str| {
        let below = rules::may_call(caller).unwrap_or_default();
        caller == of || below.contains(&of)
    };
    let found = methods::upward(&scan::sources(&root()), &is_allowed);
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// A checker that looks in the wrong place is content with everything.
#[test]
fn the_sources_are_found() {
    let sources = scan::sources(&root());
    let found = |path: &str| sources.iter().any(|source: &Source| source.path == path);
    for path in [
        "crates/core/src/lib.rs",
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

/// Every folder and file directly under the `src/` of a crate in `crates/` is a module with a line in the table of allowed calls.
#[test]
fn every_module_is_in_the_table() {
    for source in scan::sources(&root()) {
        if let Some(layer) = source.layer() {
            assert!(
                rules::may_call(&layer).is_some(),
                "{} belongs to the module `{layer}`, which tests/architecture/rules.rs does not know: \
                 say there what it may call",
                source.path
            );
        }
    }
}

#[test]
fn sources_and_documents_use_the_words_of_the_field() {
    let texts = scan::texts(&root());
    let found: Vec<String> = texts
        .iter()
        .filter(|source| words::is_checked(&source.path))
        .flat_map(|source| {
            let found = words::forbidden(source).into_iter();
            found.map(|(line, what)| format!("{}:{line}: {what}", source.path))
        })
        .collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}
