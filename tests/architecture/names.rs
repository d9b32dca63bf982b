//! Public types of different meaning have different names: a name leads a search to one place.

use std::collections::BTreeMap;
use std::str::FromStr;

use proc_macro2::{TokenStream, TokenTree};

use crate::scan::{self, Source};

/// Files that declare the same types for two systems; only one of them is compiled.
const ALTERNATIVES: [&str; 2] = [
    "crates/format/src/vault/dir.rs",
    "crates/format/src/vault/dir_windows.rs",
];

/// Whether the public types of a file count: library code of the crates, not test code.
fn is_checked(source: &Source) -> bool {
    let is_library = source.path.starts_with("crates/") && source.path.contains("/src/");
    is_library && source.is_rust() && !source.is_test()
}

/// Pairs of public types that share a name, each with both places.
fn shared<'a>(sources: impl Iterator<Item = &'a Source>) -> Vec<String> {
    let mut first: BTreeMap<String, (&str, usize)> = BTreeMap::new();
    let mut found = Vec::new();
    for source in sources {
        let stream = TokenStream::from_str(&source.text).expect("a source that parses");
        let mut types = Vec::new();
        collect(stream, &mut types);
        for (name, line) in types {
            match first.get(&name) {
                None => {
                    first.insert(name, (&source.path, line));
                }
                Some((path, _)) if [*path, &source.path] == ALTERNATIVES => {}
                Some((path, at)) => found.push(format!(
                    "`{name}` is declared in {path}:{at} and in {}:{line}: name each for what it is",
                    source.path
                )),
            }
        }
    }
    found
}

/// The names after `pub struct`, `pub enum`, `pub trait` and `pub type`, also inside macro calls. `pub(crate)` is not public.
fn collect(stream: TokenStream, types: &mut Vec<(String, usize)>) {
    let tokens: Vec<TokenTree> = stream.into_iter().collect();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        if let Some(after) = scan::test_item_ends(&tokens, at) {
            at = after;
            continue;
        }
        if let TokenTree::Group(group) = token {
            collect(group.stream(), types);
        }
        if let [
            TokenTree::Ident(public),
            TokenTree::Ident(sort),
            TokenTree::Ident(name),
            ..,
        ] = &tokens[at..]
            && public == "pub"
            && ["struct", "enum", "trait", "type"]
                .iter()
                .any(|one| sort == one)
        {
            types.push((name.to_string(), name.span().start().line));
        }
        at += 1;
    }
}

#[test]
fn public_types_have_names_of_their_own() {
    let sources = scan::sources(&crate::root());
    let found = shared(sources.iter().filter(|source| is_checked(source)));
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn a_shared_name_is_reported_with_both_files() {
    let source = |path: &str, text: &str| Source {
        path: path.to_owned(),
        text: text.to_owned(),
    };
    let check = |one: Source, other: Source| shared([one, other].iter());
    let store = || source("crates/store/src/count.rs", "\npub struct Count(u64);");
    let found = check(
        store(),
        source(
            "crates/core/src/count.rs",
            "shape! { pub enum Count = 1 => {} }",
        ),
    );
    let places = "crates/store/src/count.rs:2 and in crates/core/src/count.rs:1";
    assert_eq!(found.len(), 1);
    assert!(
        found[0].contains("`Count`") && found[0].contains(places),
        "{}",
        found[0]
    );
    for other in [
        "pub struct Sum;",
        "struct Count;",
        "pub(crate) type Count = u64;",
        "#[cfg(test)] mod tests { pub struct Count; }",
    ] {
        let found = check(store(), source("crates/core/src/count.rs", other));
        assert!(found.is_empty(), "{other}");
    }
    let [unix, windows] = ALTERNATIVES.map(|path| source(path, "pub struct Dir;"));
    assert!(check(unix, windows).is_empty());
}
