//! The material is the same for a seed, of the lengths that were promised, and taken by the core.

use fieldnotes_core::record::import;
use fieldnotes_core::vault::{NewVault, WordList};
use fieldnotes_core::{Environment, SecretString, Watch, vault};
use fieldnotes_domain::records::{Kind, parse, texts_of};

use fieldnotes_bench::material::Material;

fn lines(seed: u64, count: usize) -> String {
    Material::new(seed)
        .take(count)
        .map(|line| line.json())
        .collect()
}

#[test]
fn a_seed_makes_the_same_bytes_and_another_makes_others() {
    let first = lines(7, 2_000);
    assert_eq!(first, lines(7, 2_000));
    assert_ne!(first, lines(8, 2_000));
    assert!(
        first.starts_with(&lines(7, 500)),
        "a small vault begins a large one"
    );
}

#[test]
fn records_have_the_lengths_of_a_real_vault() {
    let lengths: Vec<usize> = Material::new(1)
        .take(10_000)
        .map(|line| line.json().len())
        .collect();
    let mean = lengths.iter().sum::<usize>() / lengths.len();
    assert!((1_300..1_800).contains(&mean), "{mean} bytes on average");
    let mut sorted = lengths;
    sorted.sort_unstable();
    assert!(sorted[5_000] < 1_000, "half of them are short");
    assert!(sorted[9_999] > 250_000, "some are as long as a book");
    let long = sorted.iter().filter(|length| **length > 200_000).count();
    assert!((2..=4).contains(&long), "{long} of 100,000 characters");
}

#[test]
fn the_core_takes_every_record_and_knows_every_member() {
    for line in Material::new(2).take(3_000) {
        let kind: Kind = line.kind.parse().expect("a kind");
        let record = parse(kind, line.record.to_string().as_bytes());
        let record = record.unwrap_or_else(|error| panic!("{error}: {}", line.json()));
        assert_eq!(record.unknown_members(), Vec::<String>::new());
        assert!(!record.title().is_empty());
    }
}

/// A code that no vocabulary has would be searched as if it were text.
#[test]
fn coded_values_are_those_of_the_vocabularies() {
    let coded = [
        "type", "status", "script", "channel", "role", "way", "use", "decision", "form",
    ];
    for line in Material::new(3).take(2_000) {
        texts_of(&line.record, &mut |path, text| {
            let name = path.rsplit('.').next().unwrap_or(path);
            assert!(!coded.contains(&name), "{path} is {text}");
        });
    }
}

#[test]
fn an_import_takes_it() {
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder");
    let (path, environment) = (folder.path().join("vault"), Environment::system());
    let passphrase = SecretString::from("a vault that is thrown away");
    let new = NewVault {
        passphrase: passphrase.clone(),
        recovery_words: WordList::English,
        is_test: true,
    };
    vault::create(&path, &new, &environment).expect("a vault");
    let mut session = vault::unlock(&path, &passphrase, &environment).expect("it opens");
    let lines = lines(4, 1_500);
    let done = import::lines(
        &mut session,
        &mut lines.as_bytes(),
        lines.len() as u64,
        &mut Watch::silent(),
    );
    assert_eq!(done.expect("it is taken").records, 1_500);
}

#[test]
fn a_note_has_the_bytes_that_were_asked_for() {
    let mut material = Material::new(5);
    for bytes in [2_000, 200_000] {
        let length = material.note_of(bytes).len();
        assert!((bytes..bytes + 20).contains(&length), "{length}");
    }
}
