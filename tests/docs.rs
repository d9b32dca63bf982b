//! What the documents name exists: links, files, make targets. A page that points at what is gone
//! sends a newcomer nowhere.

use std::path::{Path, PathBuf};

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}

/// Every page: its path relative to the repository, and its text.
fn pages() -> Vec<(PathBuf, String)> {
    let mut pages = vec![PathBuf::from("README.md")];
    for folder in ["docs", "docs/decisions"] {
        let entries = std::fs::read_dir(root().join(folder)).expect("the folder of documents");
        for entry in entries {
            let name = entry.expect("a readable entry").file_name();
            if Path::new(&name).extension().is_some_and(|end| end == "md") {
                pages.push(Path::new(folder).join(name));
            }
        }
    }
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
    let ours = [
        "crates/", "cli/", "tests/", "docs/", "scripts/", "benches/", "locales/",
    ];
    let paths = text
        .split('`')
        .skip(1)
        .step_by(2)
        .filter(|code| ours.iter().any(|folder| code.starts_with(folder)))
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
