//! A bad snippet for every rule, and good ones that look like bad ones.

use crate::rules;
use crate::scan::Source;

/// rule, file, code that breaks it
const BAD: &[(&str, &str, &str)] = &[
    (
        "one-way calls",
        "crates/format/src/vault/header.rs",
        "use crate::exchange::Error;",
    ),
    (
        "one-way calls",
        "crates/core/src/record/save.rs",
        "use crate::fuzzing::TARGETS;",
    ),
    (
        "one-way calls",
        "crates/core/src/session/mod.rs",
        "use crate::record::body::Body;",
    ),
    (
        "one-way calls",
        "crates/core/src/record/mod.rs",
        "use crate::{ids, send};",
    ),
    (
        "one-way calls",
        "crates/core/src/send/mod.rs",
        "use super::receive::accept::Accept;",
    ),
    (
        "one-way calls",
        "crates/format/src/vault/header.rs",
        "use {crate::crypto::hash, fieldnotes_store::store::Store};",
    ),
    (
        "one-way calls",
        "crates/format/src/vault/header.rs",
        "use super::super::exchange::Address;",
    ),
    (
        "one-way calls",
        "crates/format/src/vault/mod.rs",
        "use super::exchange::Address;",
    ),
    (
        "one-way calls",
        "crates/format/src/vault/header.rs",
        "mod inner { use super::super::super::exchange; }",
    ),
    (
        "one-way calls",
        "crates/format/src/vault/header.rs",
        "fn f() { crate::exchange::open(); }",
    ),
    (
        "one-way calls",
        "crates/format/src/vault/header.rs",
        "fn f() { matches!(x, crate::exchange::Row) }",
    ),
    (
        "one-way calls",
        "crates/store/src/store/entry.rs",
        "use fieldnotes_format::crypto::seal;",
    ),
    (
        "one-way calls",
        "crates/core/src/session/mod.rs",
        "use fieldnotes_format::crypto::key::Key;",
    ),
    (
        "one-way calls",
        "crates/core/src/record/save.rs",
        "use fieldnotes_format::crypto::random;",
    ),
    (
        "one-way calls",
        "crates/store/src/search/mod.rs",
        "use crate::store::Db;",
    ),
    (
        "one-way calls",
        "crates/domain/src/records/mod.rs",
        "use crate::history::Graph;",
    ),
    (
        "one-way calls",
        "crates/domain/src/history/graph.rs",
        "use crate::text::line;",
    ),
    (
        "one-way calls",
        "crates/domain/src/history/graph.rs",
        "use fieldnotes_format::random::Random;",
    ),
    (
        "one-way calls",
        "crates/store/src/search/mod.rs",
        "use fieldnotes_core::environment::Environment;",
    ),
    (
        "one-way calls",
        "crates/domain/src/history/graph.rs",
        "use crate as everything;",
    ),
    (
        "hosts call the core only",
        "cli/src/main.rs",
        "use fieldnotes_core::{Session, fuzzing::TARGETS};",
    ),
    (
        "hosts call the core only",
        "cli/src/main.rs",
        "use fieldnotes_domain as domain;",
    ),
    (
        "hosts call the core only",
        "src-tauri/src/main.rs",
        "use fieldnotes_store::store::Store;",
    ),
    (
        "hosts call the core only",
        "src-tauri/src/main.rs",
        "fn f() { fieldnotes_format::vault::open(); }",
    ),
    (
        "no window in the core",
        "crates/core/src/record/save.rs",
        "use tauri::State;",
    ),
    (
        "no window in the core",
        "crates/core/src/record/save.rs",
        "fn f() { tauri_plugin_fs::init(); }",
    ),
    (
        "no sockets",
        "crates/core/src/record/save.rs",
        "use std::net::Ipv4Addr;",
    ),
    (
        "no sockets",
        "crates/core/src/record/save.rs",
        "use std::{fs, net};",
    ),
    (
        "no sockets",
        "cli/src/main.rs",
        "use std::os::unix::net::UnixStream as S;",
    ),
    (
        "no sockets",
        "src-tauri/src/main.rs",
        "fn f() { tokio::net::lookup_host(x); }",
    ),
    (
        "one access to the platform",
        "ui/src/views/list.ts",
        "import { invoke } from '@tauri-apps/api/core';",
    ),
    (
        "pages import downward",
        "ui/src/components/Button.svelte",
        "import { RecordDraft } from '../features/draft';",
    ),
    (
        "pages import downward",
        "ui/src/features/list/List.svelte",
        "import Workspace from '../../views/Workspace.svelte';",
    ),
    (
        "pages import downward",
        "ui/src/features/list/List.svelte",
        "import { RecordDraft } from '../draft/record-draft.svelte';",
    ),
    (
        "no unwrap",
        "crates/core/src/record/save.rs",
        "fn f() { x.unwrap(); }",
    ),
    (
        "no unwrap",
        "cli/src/main.rs",
        "fn f() { format!(\"{}\", x.unwrap()); }",
    ),
    (
        "nothing left over",
        "crates/core/src/record/save.rs",
        "fn f() { dbg!(x); }",
    ),
    ("nothing left over", "cli/src/main.rs", "fn f() { todo!() }"),
    (
        "nothing left over",
        "cli/src/main.rs",
        "fn f() { std::unimplemented!() }",
    ),
    (
        "the core prints nothing",
        "crates/core/src/record/save.rs",
        "fn f() { std::println!(\"x\"); }",
    ),
    (
        "no shared temp folder",
        "crates/format/src/exchange/spool.rs",
        "fn f() { tempfile::tempdir(); }",
    ),
    (
        "no shared temp folder",
        "crates/format/src/exchange/spool.rs",
        "use tempfile::tempfile;",
    ),
    (
        "no shared temp folder",
        "crates/format/src/exchange/spool.rs",
        "fn f() { NamedTempFile::new(); }",
    ),
    (
        "no shared temp folder",
        "crates/format/src/exchange/spool.rs",
        "fn f() { std::env::temp_dir(); }",
    ),
    (
        "randomness comes in",
        "crates/format/src/vault/header.rs",
        "fn f() { getrandom::fill(&mut x); }",
    ),
    (
        "names say what a thing is",
        "crates/format/src/vault/header.rs",
        "pub struct KeyManager;",
    ),
    (
        "names say what a thing is",
        "crates/format/src/vault/util.rs",
        "",
    ),
    (
        "names say what a thing is",
        "cli/src/main.rs",
        "mod helpers { }",
    ),
];

/// Code that keeps every rule, although a search for words would not think so.
const GOOD: &[(&str, &str)] = &[
    (
        "crates/format/src/vault/header.rs",
        "use crate::crypto::hash; use fieldnotes_domain::history::Entry; use super::slots::Slot;",
    ),
    (
        "crates/format/src/vault/header.rs",
        "//! See `crate::exchange` and std::net.\nconst X: &str = \"crate::exchange println! .unwrap()\";",
    ),
    (
        "crates/format/src/vault/header.rs",
        "#[cfg(test)] mod tests { use crate::exchange; fn f() { x.unwrap(); println!(); } }",
    ),
    (
        "crates/format/src/vault/header.rs",
        "#[cfg(test)] use tempfile::tempdir; #[test] fn t() { todo!() }",
    ),
    (
        "crates/format/src/vault/tests.rs",
        "use crate::exchange::Db; fn f() { tempfile::tempdir().unwrap(); }",
    ),
    (
        "crates/core/src/lib.rs",
        "mod record; mod error; pub use crate::error::Error;",
    ),
    (
        "crates/format/src/exchange/mod.rs",
        "use crate::crypto::sign; fn f() { tempfile::tempfile_in(x)?; }",
    ),
    (
        "crates/format/src/random.rs",
        "fn f() { getrandom::fill(&mut x); }",
    ),
    (
        "cli/src/main.rs",
        "use fieldnotes_core::{self, Session}; fn f() { x.unwrap_or_default(); }",
    ),
    ("cli/tests/vault.rs", "fn f() { x.unwrap(); }"),
    (
        "ui/src/platform/shell.ts",
        "import { invoke } from '@tauri-apps/api/core';",
    ),
];

fn breaches(path: &str, text: &str) -> Vec<String> {
    let source = Source {
        path: path.to_owned(),
        text: text.to_owned(),
    };
    rules::check(&source).expect("the snippet parses")
}

#[test]
fn every_bad_snippet_is_caught_by_its_rule() {
    for (rule, path, text) in BAD {
        let found = breaches(path, text);
        assert!(
            found
                .iter()
                .any(|breach| breach.contains(&format!("[{rule}]"))),
            "[{rule}] let this pass in {path}:\n{text}\nfound: {found:?}"
        );
    }
}

#[test]
fn no_good_snippet_is_caught() {
    for (path, text) in GOOD {
        assert_eq!(
            breaches(path, text),
            Vec::<String>::new(),
            "in {path}:\n{text}"
        );
    }
}

#[test]
fn a_long_file_is_caught() {
    let text = |lines: usize| "// a line\n".repeat(lines);
    assert!(breaches("crates/core/src/record/save.rs", &text(rules::LONGEST)).is_empty());
    assert_eq!(
        breaches("crates/core/src/record/save.rs", &text(rules::LONGEST + 1)).len(),
        1
    );
}

/// A rule without a snippet that breaks it was never seen to work.
#[test]
fn every_rule_has_a_bad_snippet() {
    for name in rules::names() {
        let shown = BAD.iter().any(|(rule, ..)| *rule == name) || name == "small files";
        assert!(shown, "no bad snippet for the rule [{name}]");
    }
}
