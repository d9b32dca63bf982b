//! The corpus in the tree: small inputs that reach far, and what made a target fail once.
//!
//! Seeds are made from the frozen bundles and vaults: `cargo test -p fieldnotes-core --lib make_the_corpus -- --ignored`

use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;
use std::path::{Path, PathBuf};

use secrecy::SecretString;
use serde_json::{Value, json};

use crate::fuzzing::TARGETS;
use fieldnotes_domain::records::{Kind, template};
use fieldnotes_format::exchange::age_file::{self, EnvelopeKey};
use fieldnotes_format::vault::packing::{fuzzing as packing, unpack};

/// The most bytes of all files of the corpus.
const MOST: u64 = 200_000;
/// The most bytes of a seed.
const LONGEST: usize = 4_096;

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let listed = std::fs::read_dir(folder).expect("a folder");
    let mut files: Vec<PathBuf> = listed.map(|file| file.expect("a name").path()).collect();
    files.sort();
    files
}

fn run(target: fn(&[u8]), name: &str) {
    for file in files(&root().join("fuzz/corpus").join(name)) {
        let bytes = std::fs::read(&file).expect("a file");
        let done = std::panic::catch_unwind(|| target(&bytes));
        assert!(done.is_ok(), "{name} fails on {}", file.display());
    }
}

/// One test a target, so that they run beside each other and the failing one is named.
macro_rules! each_runs_over_its_corpus {
    ($($name:ident),*) => {
        $(
            #[test]
            fn $name() {
                run(super::$name, stringify!($name));
            }
        )*
        const RUN: &[&str] = &[$(stringify!($name)),*];
    };
}

each_runs_over_its_corpus!(
    age_header, archive, body, edtf, entry, header, manifest, packing, query, record, row
);

/// A target that is not built, has no corpus, or is not run here would guard nothing.
#[test]
fn every_target_is_built_and_has_a_small_corpus() {
    let names: Vec<&str> = TARGETS.iter().map(|(name, _)| *name).collect();
    assert_eq!(names, RUN);
    let built = std::fs::read_to_string(root().join("fuzz/Cargo.toml")).expect("there");
    let built: toml::Value = built.parse().expect("TOML");
    let built = built
        .get("bin")
        .and_then(toml::Value::as_array)
        .expect("a list");
    let built: Vec<&str> = built
        .iter()
        .filter_map(|bin| bin.get("name")?.as_str())
        .collect();
    assert_eq!(built, names);
    let mut bytes = 0;
    for name in &names {
        let source = root().join(format!("fuzz/fuzz_targets/{name}.rs"));
        let source = std::fs::read_to_string(source).expect("a target has a program");
        assert!(source.contains(&format!("fuzzing::{name}(")), "{name}");
        let corpus = files(&root().join("fuzz/corpus").join(name));
        assert!(corpus.len() >= 3, "{name}");
        bytes += corpus
            .iter()
            .map(|file| file.metadata().expect("a file").len())
            .sum::<u64>();
    }
    assert_eq!(files(&root().join("fuzz/corpus")).len(), names.len());
    assert!(bytes < MOST, "{bytes} bytes");
}

/// Members of the archive in an envelope; nothing where it does not open.
fn members(file: &Path, passphrase: &str) -> Vec<(String, Vec<u8>)> {
    let sealed = std::fs::read(file).expect("a file");
    let passphrase = SecretString::from(passphrase);
    let opened = age_file::begin(&sealed[..])
        .and_then(|sealed| sealed.open(EnvelopeKey::Passphrase(&passphrase)));
    let mut content = Vec::new();
    if opened.is_ok_and(|mut opened| opened.read_to_end(&mut content).is_ok()) {
        let mut archive = tar::Archive::new(&content[..]);
        let entries = archive
            .entries()
            .expect("a tar file")
            .filter_map(Result::ok);
        return entries
            .map(|mut entry| {
                let mut content = Vec::new();
                let name = String::from_utf8_lossy(&entry.path_bytes()).into_owned();
                let _ = entry.read_to_end(&mut content);
                (name, content)
            })
            .collect();
    }
    Vec::new()
}

/// The packed bodies of a bundle, as far as each is as long as it says.
fn packed_in(mut bodies: &[u8]) -> Vec<&[u8]> {
    let mut all = Vec::new();
    while let Some((length, rest)) = bodies.split_first_chunk() {
        let length = u32::from_be_bytes(*length) as usize;
        let Some((packed, rest)) = rest.split_at_checked(length) else {
            break;
        };
        all.push(packed);
        bodies = rest;
    }
    all
}

/// Seeds by target and name, and what manifests are there.
#[derive(Default)]
struct Seeds(
    BTreeMap<&'static str, BTreeMap<String, Vec<u8>>>,
    BTreeSet<(String, Vec<String>)>,
);

impl Seeds {
    fn add(&mut self, target: &'static str, name: &str, bytes: impl Into<Vec<u8>>) {
        let bytes = bytes.into();
        let seeds = self.0.entry(target).or_default();
        if bytes.len() <= LONGEST && !seeds.values().any(|held| *held == bytes) {
            seeds.insert(format!("seed-{name}"), bytes);
        }
    }

    fn add_all(&mut self, target: &'static str, all: &[&str]) {
        for (number, text) in all.iter().enumerate() {
            self.add(target, &format!("{number:02}"), *text);
        }
    }

    /// The header of an envelope, and some of what follows.
    fn add_envelope(&mut self, name: &str, bytes: &[u8]) {
        let mac = bytes.windows(5).position(|five| five == b"\n--- ");
        let end = mac.map_or(300, |at| at + 5 + 43 + 1 + 16);
        let head = bytes.get(..end.min(bytes.len())).unwrap_or_default();
        self.add("age_header", name, head);
    }

    /// Manifests are long: one is enough of each form and each sort of fault.
    fn is_another(&mut self, name: &str, manifest: &[u8]) -> bool {
        let sort = name.split('-').next().unwrap_or(name).to_owned();
        let read = serde_json::from_slice::<Value>(manifest).unwrap_or_default();
        let members = read
            .as_object()
            .into_iter()
            .flat_map(|members| members.keys());
        self.1.insert((sort, members.cloned().collect()))
    }

    fn add_members(&mut self, name: &str, members: Vec<(String, Vec<u8>)>) {
        for (member, content) in members {
            match member.as_str() {
                "manifest.json" if self.is_another(name, &content) => {
                    self.add("manifest", name, content);
                }
                "entries.bin" => self.add_entries(name, &content),
                "bodies.bin" => {
                    for (number, packed) in packed_in(&content).into_iter().take(8).enumerate() {
                        if let Ok(body) = unpack(packed) {
                            self.add("body", &format!("{name}-{number}"), body.to_vec());
                        }
                        if number == 0 {
                            self.add("packing", name, packed);
                        }
                    }
                }
                "records.jsonl" => {
                    let line = content
                        .split(|byte| *byte == b'\n')
                        .next()
                        .unwrap_or_default();
                    self.add("manifest", &format!("{name}-record"), line);
                }
                _ => {}
            }
        }
    }

    /// Single ones, and two together.
    fn add_entries(&mut self, name: &str, mut bytes: &[u8]) {
        let mut all = Vec::new();
        while let Some((length, rest)) = bytes.split_first_chunk() {
            let length = usize::from(u16::from_be_bytes(*length));
            let Some((entry, rest)) = rest.split_at_checked(length) else {
                break;
            };
            let Some((_, rest)) = rest.split_at_checked(64) else {
                break;
            };
            all.push(entry);
            bytes = rest;
        }
        for (number, entry) in all.iter().take(2).enumerate() {
            self.add("entry", &format!("{name}-{number}"), *entry);
            self.add(
                "row",
                &format!("entry-{name}-{number}"),
                [&[2; 77], *entry].concat(),
            );
        }
        let framed = all.iter().take(3).flat_map(|entry| {
            let length = (entry.len() as u16).to_be_bytes();
            [&length[..], entry].concat()
        });
        self.add(
            "entry",
            &format!("{name}-framed"),
            framed.collect::<Vec<u8>>(),
        );
    }
}

#[test]
#[ignore = "writes the seeds of the corpus anew"]
fn make_the_corpus() {
    let mut seeds = Seeds::default();
    for file in files(&root().join("tests/vectors/bundles")) {
        let name = file
            .file_stem()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        if file.extension().is_some_and(|end| end == "fnbundle") {
            if name.starts_with("envelope") || name == "valid" {
                seeds.add_envelope(&name, &std::fs::read(&file).expect("a file"));
            }
            seeds.add_members(&name, members(&file, "frozen bundles"));
        }
    }
    for file in files(&root().join("tests/vectors/age")) {
        let bytes = std::fs::read(&file).expect("a file");
        let name = file
            .file_name()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        if let Some(at) = bytes.windows(2).position(|two| two == b"\n\n")
            && [
                "hybrid",
                "hybrid_grease",
                "hybrid_multiple_recipients",
                "scrypt",
            ]
            .contains(&name.as_str())
        {
            seeds.add_envelope(&name, &bytes[at + 2..]);
        }
    }
    of_the_fixtures(&mut seeds);
    of_what_is_typed(&mut seeds);
    of_rows(&mut seeds);
    for (number, packed) in packing::some().into_iter().enumerate() {
        seeds.add("packing", &format!("made-{number}"), packed);
    }
    let corpus = root().join("fuzz/corpus");
    for (target, files) in seeds.0 {
        let folder = corpus.join(target);
        std::fs::create_dir_all(&folder).expect("a folder can be made");
        for (name, bytes) in files {
            std::fs::write(folder.join(name), bytes).expect("written");
        }
    }
}

fn of_the_fixtures(seeds: &mut Seeds) {
    let fixtures = root().join("tests/fixtures/format-1");
    for vault in ["sender", "recipient"] {
        let bytes = std::fs::read(fixtures.join(vault).join("header")).expect("a header");
        seeds.add("header", vault, &bytes[..bytes.len() - 32]);
        seeds.add("header", &format!("{vault}-cut"), &bytes[..100]);
    }
    let bundle = members(
        &fixtures.join("to-passphrase.fnbundle"),
        "for whoever holds this stick",
    );
    let package = members(
        &fixtures.join("package.fnreview"),
        "a reviewer reads and changes nothing",
    );
    assert!(!bundle.is_empty() && !package.is_empty());
    let bodies = bundle.iter().find(|(name, _)| name == "bodies.bin");
    let mut seen = BTreeSet::new();
    for packed in packed_in(&bodies.expect("there").1) {
        let line = &unpack(packed).expect("packed")[..];
        let Ok(body) = serde_json::from_slice::<Value>(line) else {
            continue;
        };
        let members: Vec<&String> = body["record"].as_object().expect("one").keys().collect();
        if line.len() <= LONGEST && seen.insert(format!("{members:?}")) && seen.len() < 12 {
            let name = format!("fixture-{:02}", seen.len());
            seeds.add("body", &name, line);
            let mut edited = body.clone();
            edited["record"]["title"] = json!("다른 제목");
            let three = [line, line, edited.to_string().as_bytes()].join(&b'\n');
            if three.len() <= LONGEST {
                seeds.add("body", &format!("{name}-edited"), three);
            }
            for kind in 0..5_u8 {
                let record = body["record"].to_string();
                if seen.len() < 4 {
                    seeds.add(
                        "record",
                        &format!("{name}-{kind}"),
                        [&[kind], record.as_bytes()].concat(),
                    );
                }
            }
        }
    }
    seeds.add_members("package", package);
    let bundle = bundle.into_iter().filter(|(name, _)| name == "entries.bin");
    seeds.add_members("bundle", bundle.collect());
}

fn of_what_is_typed(seeds: &mut Seeds) {
    let kinds = [
        Kind::Person,
        Kind::Testimony,
        Kind::Note,
        Kind::Place,
        Kind::Attachment,
    ];
    for (number, kind) in (0_u8..).zip(kinds) {
        let json = template(kind).to_string();
        seeds.add(
            "record",
            &format!("template-{number}"),
            [&[number], json.as_bytes()].concat(),
        );
    }
    for (name, json) in [
        (
            "shown",
            r#"{"id":"x","kind":"note","title":"t","record":{"text":"a","tags":["b"]}}"#,
        ),
        (
            "unknown",
            r#"{"text":"a","later":{"b":[1,null,1e3,"\ud83d\ude00"]},"consent ":[]}"#,
        ),
        (
            "ids",
            r#"{"links":[{"id":"8f0c7a52-6a2e-4c1e-9d7b-0a1b2c3d4e5f","to":"","role":"about"}]}"#,
        ),
    ] {
        seeds.add("record", name, [&[2], json.as_bytes()].concat());
    }
    seeds.add_all(
        "edtf",
        &[
            "1998",
            "1998-03",
            "1998-03-15",
            "1998?",
            "1998-03~",
            "1998%",
            "199X",
            "1999-XX",
            "1997/1999",
            "../1999",
            "1999/..",
            "1999/",
            "/1999",
            "2001-21",
            "-0044-03-15",
            "Y170000002",
            "Y-17E7",
            "2004-02-29",
            "2004-06-11/2004-07?",
            "1985-04-12T23:20:30Z",
            "1560-XX-25",
            "{1667,1668}",
            "1950S2",
            "0000",
            "9999-12-31",
        ],
    );
    seeds.add_all(
        "query",
        &[
            "두만강\n강을 건너 두만강으로",
            "\"강을 건너\" OR 국경\n강을 건너다",
            "person:리영희 -압록강\n이영희를 만났다",
            "date:1997..1999\nx",
            "날짜:199X\nx",
            "is:conflict has:audio kind:person\nx",
            "(a OR b) NOT (c | d)\na c",
            "Muller\nHerr MÜLLER, Weiß",
            "ㄱㅈㅂㅅ\n강제 북송",
            "tumen\nTumannaya Tumen",
            "-\"a",
            "title:\"두만",
            "((((((((((((((((((a))\na",
            "ﬁ\nﬁne ① ㎏ Ａ",
            "가\u{301}\n각 \u{1100}\u{1161}\u{11a8}",
        ],
    );
    for (name, bytes) in [
        ("empty", &b""[..]),
        ("two", b"\x01hello\x02world and more"),
        ("hollow", &[0; 9]),
        ("full", &[103; 700]),
    ] {
        seeds.add("archive", name, bytes);
    }
    seeds.add(
        "archive",
        "whole",
        fieldnotes_format::exchange::fuzzing::an_archive(),
    );
}

/// Rows of each table, spelt as docs/FORMAT.md section 4.3 has them.
fn of_rows(seeds: &mut Seeds) {
    let (id, key, long) = (
        "8f0c7a52-6a2e-4c1e-9d7b-0a1b2c3d4e5f",
        "07".repeat(32),
        "08".repeat(64),
    );
    let places: fieldnotes_domain::history::Places = [1, 2, 3, 9, 1 << 40]
        .map(|seq| (fieldnotes_domain::history::DeviceId([7; 32]), seq))
        .into_iter()
        .collect();
    let certificate = json!({"identity": key, "device": key, "signature": long, "proof": long});
    let numbers = serde_json::to_value(&places).expect("JSON")[&key].clone();
    let rows = [
        (
            1,
            "state",
            json!({"counter": 9, "device": key, "log": {"seq": 3, "hash": key}, "tables": {"2": {"rows": 3, "seal": key}}}),
        ),
        (
            4,
            "draft",
            json!({"draft": id, "record": id, "kind": "note", "base": key, "more_bases": [key], "content": {"text": "a"}, "updated": -1}),
        ),
        (
            5,
            "own",
            json!({"sign": key, "receive": key, "devices": [{"secret": key}], "number": 3, "others": [certificate], "folder": {"path": "/a", "mount": "/"}}),
        ),
        (
            6,
            "colleague",
            json!({"name": "민지", "identity": "fieldnotes1x", "verified": 1, "added": 2, "devices": [certificate], "exchanged": {"holds": places, "bare": places, "number": 2, "received": numbers, "sent": [{"number": 1, "time": 2, "places": places}], "owes": true, "heeded": 1}, "retired": 3, "former": [{"identity": "x", "verified": null, "replaced": 1, "devices": []}], "claims": [certificate]}),
        ),
        (
            6,
            "colleague-new",
            json!({"name": "", "identity": "", "verified": null, "added": 0}),
        ),
        (
            7,
            "blob",
            json!({"sha256": key, "size": 4, "file": id, "key": key}),
        ),
        (
            8,
            "receipt",
            json!({"bundle": id, "sender": key, "taken": 1, "new": 2, "journal": {"import": id, "number": 1, "fingerprint": "1", "created": 1, "partial": true, "records": 2, "brought": places, "known": places, "completed": places, "followed": 1, "files": [key], "devices": [{"identity": key, "device": key}], "vouched": [{"identity": key, "device": key}]}, "withdrawn": [{"record": id, "revision": key}]}),
        ),
    ];
    for (table, name, row) in rows {
        seeds.add("row", name, [&[table], row.to_string().as_bytes()].concat());
    }
}
