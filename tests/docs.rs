//! What the documents name exists: links, files, make targets. A page that points at what is gone
//! sends a newcomer nowhere.

use std::path::{Path, PathBuf};

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}

/// What others wrote, and what is built.
const NOT_OURS: [&str; 4] = [".git", "node_modules", "target", "dist"];
/// How paths in backticks begin that name files of ours.
const OURS: [&str; 13] = [
    "crates/",
    "cli/",
    "tests/",
    "docs/",
    "scripts/",
    "benches/",
    "locales/",
    "ui/",
    "src-tauri/",
    "platform/",
    "fuzz/",
    ".github/",
    ".ci/",
];

/// Adds the pages in a folder and in those below it.
fn pages_in(folder: &Path, pages: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(root().join(folder)).expect("a folder of ours") {
        let entry = entry.expect("a readable entry");
        let name = entry.file_name();
        let path = folder.join(&name);
        let is_ours = !NOT_OURS.iter().any(|other| name == *other);
        if entry.file_type().expect("a kind").is_dir() && is_ours {
            pages_in(&path, pages);
        } else if path.extension().is_some_and(|end| end == "md") {
            pages.push(path);
        }
    }
}

/// Every page: its path relative to the repository, and its text.
fn pages() -> Vec<(PathBuf, String)> {
    let mut pages = Vec::new();
    pages_in(Path::new(""), &mut pages);
    assert!(pages.len() > 40, "{pages:?}");
    pages
        .into_iter()
        .map(|page| {
            let text = std::fs::read_to_string(root().join(&page)).expect("a readable page");
            (page, text)
        })
        .collect()
}

/// What stands between `open` and `close`, wherever it does so within one line.
fn between<'a>(text: &'a str, open: &'a str, close: char) -> impl Iterator<Item = &'a str> {
    text.lines()
        .flat_map(move |line| line.split(open).skip(1))
        .filter_map(move |rest| rest.split_once(close).map(|(inside, _)| inside))
}

/// The files that a page names: its links, and paths in backticks that begin with one of our folders.
fn named(page: &Path, text: &str) -> Vec<PathBuf> {
    let folder = page.parent().unwrap_or(Path::new(""));
    let links = between(text, "](", ')')
        .filter(|link| !link.contains("://") && !link.starts_with('#'))
        .map(|link| folder.join(link.split('#').next().unwrap_or_default()));
    let paths = text
        .split('`')
        .skip(1)
        .step_by(2)
        .filter(|code| OURS.iter().any(|folder| code.starts_with(folder)))
        .filter(|code| !code.contains([' ', '*', '<', '{', '…']))
        .map(PathBuf::from);
    links.chain(paths).collect()
}

#[test]
fn every_file_that_a_page_names_exists() {
    let mut missing = Vec::new();
    for (page, text) in pages() {
        for file in named(&page, &text) {
            if !root().join(&file).exists() {
                missing.push(format!("{} names {}", page.display(), file.display()));
            }
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

#[test]
fn every_make_target_that_a_page_names_exists() {
    let makefile = std::fs::read_to_string(root().join("Makefile")).expect("the Makefile");
    for (page, text) in pages() {
        for line in text.lines() {
            for rest in line.split("make ").skip(1) {
                let inside_code = line.starts_with("make ") || line.contains("`make ");
                let target: String = rest.chars().take_while(char::is_ascii_lowercase).collect();
                assert!(
                    !inside_code || makefile.contains(&format!("\n{target}:")),
                    "{} names `make {target}`",
                    page.display()
                );
            }
        }
    }
}

/// The check can fail.
#[test]
fn names_are_seen() {
    let text = "See [a](b.md#c), [d](https://e), `cli/f.rs`, `g` and `tests/…`.";
    let found = named(Path::new("docs/x.md"), text);
    assert_eq!(
        found,
        [PathBuf::from("docs/b.md"), PathBuf::from("cli/f.rs")]
    );
}
