//! Packages as they should be and as they should not.

use fieldnotes_domain::time::Timestamp;
use std::io::{Cursor, Read, Write};

use proptest::prelude::*;
use secrecy::SecretString;
use serde_json::json;

use super::super::age_file::EnvelopeKey;
use super::super::archive::ArchiveWriter;
use super::super::identity::fixed;
use super::super::{Address, ContentHash, ExchangeError, FileItem, Part, Stop, age_file};
use super::*;
use crate::crypto::hash::sha256;
use crate::progress::Watch;
use fieldnotes_domain::history::EntryHash;
use fieldnotes_domain::ids::{PackageId, RecordId};

#[derive(Clone)]
struct Chosen {
    records: Vec<ReviewRecord>,
    files: Vec<(FileItem, Vec<u8>)>,
    forgetful: bool,
}

impl Chosen {
    fn new(count: u128) -> Self {
        let record = |number| ReviewRecord {
            id: RecordId::from_u128(number),
            kind: "testimony".to_owned(),
            schema: "testimony/1".to_owned(),
            revision: EntryHash([number as u8; 32]),
            saved_at: Timestamp(1_700_000_000_000),
            record: json!({"title": format!("이야기 {number}"), "narrative": [{"original": "첫째\n둘째"}]}),
        };
        Self {
            records: (0..count).map(record).collect(),
            files: [&b"recording"[..], &[3; 100_000], b""].map(file).to_vec(),
            forgetful: false,
        }
    }

    fn write(&self, address: &Address<'_>) -> Result<Vec<u8>, ExchangeError> {
        let outgoing = OutgoingReview {
            package: PackageId::from_u128(9),
            created: Timestamp(1_700_000_000_000),
            exporter: &fixed(1),
            records: self.records.len(),
            files: self.files.iter().map(|(item, _)| *item).collect(),
        };
        let mut source = self.clone();
        write(
            Vec::new(),
            &outgoing,
            address,
            &mut source,
            &mut Watch::silent(),
        )
        .map(|(file, _)| file)
    }
}

impl ReviewSource for Chosen {
    fn record(&mut self, index: usize) -> Result<ReviewRecord, Stop> {
        let record = self.records[index].clone();
        if self.forgetful {
            self.records[index].saved_at.0 += 1;
        }
        Ok(record)
    }

    fn file(&mut self, file: &FileItem) -> Result<Box<dyn Read + '_>, Stop> {
        let (_, content) = self
            .files
            .iter()
            .find(|(item, _)| item == file)
            .ok_or("no such file")?;
        Ok(Box::new(&content[..]))
    }
}

fn file(content: &[u8]) -> (FileItem, Vec<u8>) {
    let item = FileItem {
        sha256: ContentHash(sha256(content)),
        size: content.len() as u64,
    };
    (item, content.to_vec())
}

fn to_two() -> Address<'static> {
    Address::Colleagues(Vec::leak(vec![fixed(2).public().clone()]))
}

/// What somebody does to the manifest and the other members.
type Change = fn(&mut serde_json::Value, &mut Vec<(String, Vec<u8>)>);

type Content = (Vec<ReviewRecord>, Vec<Vec<u8>>);

/// Everything that a package holds, if all of it is sound.
fn read(package: &[u8]) -> Result<Content, ExchangeError> {
    let key = fixed(2);
    let mut watch = Watch::silent();
    let mut review = open(
        Cursor::new(package),
        EnvelopeKey::Identity(key.receive()),
        &mut watch,
    )?;
    let records = review.records()?.collect::<Result<_, _>>()?;
    let items = review.manifest().files.clone();
    let mut files = Vec::new();
    for item in items {
        let mut content = Vec::new();
        let mut reader = review.file(&item.sha256)?.expect("in the manifest");
        assert_eq!(reader.item(), item);
        reader
            .read_to_end(&mut content)
            .map_err(|error| ExchangeError::from_read(error, Part::Files))?;
        files.push(content);
    }
    review.verify_files(&mut watch)?;
    Ok((records, files))
}

/// A package of these members, signed by `signer`.
fn crafted(
    chosen: &Chosen,
    signer: u8,
    change: impl FnOnce(&mut serde_json::Value, &mut Vec<(String, Vec<u8>)>),
) -> Vec<u8> {
    let lines: Vec<u8> = chosen
        .records
        .iter()
        .flat_map(|record| [&serde_json::to_vec(record).unwrap()[..], b"\n"].concat())
        .collect();
    let mut files = chosen.files.clone();
    files.sort();
    let mut manifest = json!({
        "format": FORMAT, "package": PackageId::nil(), "exporter": fixed(1).public(), "created": 1,
        "records": {"count": chosen.records.len(), "bytes": lines.len(), "sha256": hex::encode(sha256(&lines))},
        "files": files.iter().map(|(item, _)| *item).collect::<Vec<_>>(),
    });
    let mut members = vec![(RECORDS.to_owned(), lines)];
    members.extend(
        files
            .into_iter()
            .map(|(item, content)| (item.member(), content)),
    );
    change(&mut manifest, &mut members);
    let manifest = serde_json::to_vec(&manifest).unwrap();
    let signature = fixed(signer).sign(DOMAIN, &manifest).to_vec();
    members.insert(0, (MANIFEST.to_owned(), manifest));
    members.insert(1, (SIGNATURE.to_owned(), signature));
    let mut watch = Watch::silent();
    let sizes = members.iter().map(|(_, content)| content.len() as u64);
    let recipient = fixed(2).public().recipient().clone();
    let sealed = age_file::seal_to_recipients(&[recipient], Vec::new()).unwrap();
    let mut archive = ArchiveWriter::new(sealed, sizes, &mut watch);
    for (name, content) in &members {
        archive.member(name, content).unwrap();
    }
    archive.finish().unwrap().finish().unwrap()
}

#[test]
fn a_reviewer_reads_what_was_chosen() {
    let chosen = Chosen::new(30);
    let package = chosen.write(&to_two()).unwrap();
    let (records, files) = read(&package).unwrap();
    assert!(records == chosen.records);
    let mut expected = chosen.files.clone();
    expected.sort();
    assert!(files.iter().eq(expected.iter().map(|(_, content)| content)));
}

#[test]
fn a_passphrase_package_needs_no_identity() {
    let passphrase = SecretString::from("검토용 낱말 여섯");
    let address = Address::Passphrase {
        passphrase: &passphrase,
        work_factor: 2,
    };
    let package = Chosen::new(2).write(&address).unwrap();
    let opening = EnvelopeKey::Passphrase(&passphrase);
    let mut review = open(Cursor::new(&package), opening, &mut Watch::silent()).unwrap();
    assert_eq!(
        review.manifest().exporter.fingerprint(),
        fixed(1).fingerprint()
    );
    assert_eq!(review.records().unwrap().count(), 2);
    assert_eq!(review.records().unwrap().count(), 2, "and again");
    assert!(review.file(&ContentHash([0; 32])).unwrap().is_none());
}

#[test]
fn a_source_that_changes_its_mind_is_found_out() {
    let mut chosen = Chosen::new(3);
    chosen.forgetful = true;
    assert!(matches!(
        chosen.write(&to_two()),
        Err(ExchangeError::SourceMismatch(Part::Records))
    ));
    let mut chosen = Chosen::new(3);
    chosen.files[0].1[0] ^= 1;
    assert!(matches!(
        chosen.write(&to_two()),
        Err(ExchangeError::SourceMismatch(Part::Files))
    ));
}

#[test]
fn crafted_packages_are_refused() {
    let chosen = Chosen::new(3);
    assert!(read(&crafted(&chosen, 1, |_, _| {})).is_ok());
    let refusal = |package: Vec<u8>| read(&package).unwrap_err().to_string();
    assert_eq!(
        refusal(crafted(&chosen, 3, |_, _| {})),
        "invalid signature: manifest"
    );
    let cases: [(&str, Change); 9] = [
        ("altered: records", |_, members| members[0].1[9] ^= 1),
        ("malformed: layout", |_, members| members[0].1.push(b'\n')),
        ("damaged: files", |_, members| members[1].1[0] ^= 1),
        ("malformed: layout", |_, members| members.swap(2, 3)),
        ("malformed: layout", |_, members| {
            members.push(("extra".into(), vec![]))
        }),
        ("malformed: records", |manifest, _| {
            manifest["records"]["count"] = 2.into()
        }),
        ("malformed: records", |manifest, _| {
            manifest["records"]["count"] = 4.into()
        }),
        ("too large: records", |manifest, _| {
            manifest["records"]["count"] = 100_001.into()
        }),
        ("too large: records", |manifest, _| {
            manifest["records"]["bytes"] = (2_u64 << 30).into()
        }),
    ];
    for (index, (expected, change)) in cases.into_iter().enumerate() {
        assert_eq!(
            refusal(crafted(&chosen, 1, change)),
            expected,
            "case {index}"
        );
    }
    let bundle = crafted(&chosen, 1, |manifest, _| {
        manifest["format"] = "fieldnotes-bundle/1".into()
    });
    assert!(matches!(read(&bundle), Err(ExchangeError::WrongContent)));
}

/// A stranger's package must not take more memory than its records may. What a body holds is written and read.
#[test]
fn a_record_has_no_more_parts_than_in_a_body() {
    let package = |elements: usize| {
        let mut chosen = Chosen::new(1);
        chosen.records[0].record = json!({ "x": vec![0; elements] });
        chosen.write(&to_two()).expect("written")
    };
    let most = fieldnotes_domain::records::MAX_PARTS - 1;
    assert!(read(&package(most)).is_ok());
    assert!(matches!(
        read(&package(most + 1)),
        Err(ExchangeError::Malformed(Part::Records))
    ));
}

#[test]
fn any_age_file_is_not_a_package() {
    let recipient = fixed(2).public().recipient().clone();
    let mut sealed = age_file::seal_to_recipients(&[recipient], Vec::new()).unwrap();
    sealed.write_all(&[b'x'; 3_000]).unwrap();
    let file = sealed.finish().unwrap();
    assert!(matches!(read(&file), Err(ExchangeError::WrongContent)));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_flipped_or_missing_byte_is_refused(at in any::<prop::sample::Index>(), bit in 0..8_u8) {
        let package = Chosen::new(2).write(&to_two()).unwrap();
        let at = at.index(package.len());
        let mut flipped = package.clone();
        flipped[at] ^= 1 << bit;
        prop_assert!(read(&flipped).is_err());
        prop_assert!(read(&package[..at]).is_err());
    }
}

/// Nobody sent it, so it is not reported as a file that asks for too much.
#[test]
fn what_is_too_much_for_a_package_is_reported_as_that() {
    let mut chosen = Chosen::new(2);
    let long = "가".repeat(MAX_LINE as usize / 3 + 1);
    chosen.records[1].record = json!({ "title": long });
    let refused = chosen.write(&to_two()).expect_err("refused");
    assert!(matches!(
        refused,
        ExchangeError::TooLargeToWrite(Part::Records)
    ));

    let mut chosen = Chosen::new(1);
    let file = FileItem {
        sha256: ContentHash([7; 32]),
        size: 1 << 60,
    };
    chosen.files = vec![(file, Vec::new())];
    let refused = chosen.write(&to_two()).expect_err("refused");
    assert!(matches!(refused, ExchangeError::TooLargeToWrite(_)));
}
