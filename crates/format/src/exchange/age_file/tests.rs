//! The vectors that all makers of age share (C2SP/CCTV), for the two kinds that we open.

use std::collections::BTreeMap;
use std::io::Read;
use std::path::Path;

use secrecy::SecretString;

use super::super::ExchangeError;
use super::{EnvelopeKey, HybridIdentity, begin};
use crate::crypto::hash::sha256;

/// What happened to a file, as the vectors name it.
#[derive(Debug, PartialEq)]
enum Outcome {
    Success(String),
    NoMatch,
    HeaderFailure,
    PayloadFailure,
}

struct Vector {
    keys: BTreeMap<String, Vec<String>>,
    file: Vec<u8>,
}

impl Vector {
    fn load(path: &Path) -> Self {
        let bytes = std::fs::read(path).unwrap();
        let end = bytes.windows(2).position(|two| two == b"\n\n").unwrap();
        let mut keys: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for line in std::str::from_utf8(&bytes[..end]).unwrap().lines() {
            let (key, value) = line.split_once(": ").unwrap();
            keys.entry(key.to_owned())
                .or_default()
                .push(value.to_owned());
        }
        Self {
            keys,
            file: bytes[end + 2..].to_vec(),
        }
    }

    fn values(&self, key: &str) -> &[String] {
        self.keys.get(key).map_or(&[], Vec::as_slice)
    }

    fn outcome(&self) -> Outcome {
        let mut outcome = Outcome::NoMatch;
        for key in self.values("identity") {
            // A vector may name an identity of a type that is not ours; nothing of ours opens with it.
            if let Ok(identity) = key.parse::<HybridIdentity>() {
                outcome = self.open(EnvelopeKey::Identity(&identity));
            }
        }
        for passphrase in self.values("passphrase") {
            outcome = self.open(EnvelopeKey::Passphrase(&SecretString::from(
                passphrase.as_str(),
            )));
        }
        outcome
    }

    fn open(&self, opening: EnvelopeKey<'_>) -> Outcome {
        match begin(&self.file[..]).and_then(|sealed| sealed.open(opening)) {
            Ok(mut opened) => {
                let mut content = Vec::new();
                match opened.read_to_end(&mut content) {
                    Ok(_) => Outcome::Success(hex::encode(sha256(&content))),
                    Err(_) => Outcome::PayloadFailure,
                }
            }
            Err(ExchangeError::NotForUs | ExchangeError::WrongPassphrase) => Outcome::NoMatch,
            Err(_) => Outcome::HeaderFailure,
        }
    }

    fn expected(&self, name: &str) -> Outcome {
        match (name, self.values("expect")[0].as_str()) {
            // age mixes hybrid and classic recipients where it finds them mixed. We do not.
            ("hybrid_and_x25519", _) => Outcome::HeaderFailure,
            // One stanza that is for nobody is passed over, as writers add it. The vector has two.
            ("hybrid_grease", _) => Outcome::HeaderFailure,
            // A stanza of a type that is not ours is not passed over, it is refused.
            ("hybrid_uppercase" | "scrypt_uppercase", _) => Outcome::HeaderFailure,
            (_, "success") => Outcome::Success(self.values("payload")[0].clone()),
            (_, "no match") => Outcome::NoMatch,
            (_, "header failure" | "HMAC failure") => Outcome::HeaderFailure,
            (_, "payload failure") => Outcome::PayloadFailure,
            (_, other) => panic!("{other}"),
        }
    }
}

#[test]
fn every_vector_ends_as_it_must() {
    let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")).join("tests/vectors/age");
    let mut opened = 0;
    for file in std::fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap();
        if name == "README.md" {
            continue;
        }
        let vector = Vector::load(&path);
        assert_eq!(vector.outcome(), vector.expected(name), "{name}");
        opened += 1;
    }
    assert_eq!(opened, 43);
}
