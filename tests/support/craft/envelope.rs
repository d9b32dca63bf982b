//! Envelopes to colleagues: age with `mlkem768x25519` stanzas (C2SP age.md), made by hand. To a passphrase: `tarball`.

use std::collections::HashSet;
use std::io::{Read, Write};

use age::secrecy::ExposeSecret;
use age_core::format::{FileKey, Stanza};
use base64::Engine;
use base64::prelude::BASE64_STANDARD_NO_PAD;
use hpke::aead::ChaCha20Poly1305;
use hpke::kdf::HkdfSha256;
use hpke::kem::XWing;
use hpke::{Deserializable, Kem, OpModeR, OpModeS, Serializable};

use super::keys::Person;

const TAG: &str = "mlkem768x25519";
const INFO: &[u8] = b"age-encryption.org/mlkem768x25519";

/// Somebody to seal for, and what else is to stand in the header beside their stanza.
struct Hybrid {
    recipient: Vec<u8>,
    more: Vec<String>,
    times: usize,
}

impl age::Recipient for Hybrid {
    fn wrap_file_key(
        &self,
        file_key: &FileKey,
    ) -> Result<(Vec<Stanza>, HashSet<String>), age::EncryptError> {
        let key = <XWing as Kem>::PublicKey::from_bytes(&self.recipient).expect("a key");
        let sealed = hpke::single_shot_seal::<ChaCha20Poly1305, HkdfSha256, XWing>(
            &OpModeS::Base,
            &key,
            INFO,
            file_key.expose_secret(),
            b"",
        );
        let (encapsulated, body) = sealed.expect("it can be sealed");
        let encapsulated = BASE64_STANDARD_NO_PAD.encode(encapsulated.to_bytes());
        let own = || Stanza {
            tag: TAG.to_owned(),
            args: vec![encapsulated.clone()],
            body: body.clone(),
        };
        let mut stanzas: Vec<Stanza> = (0..self.times).map(|_| own()).collect();
        stanzas.extend(self.more.iter().map(|tag| stanza(tag)));
        Ok((stanzas, HashSet::from(["postquantum".to_owned()])))
    }
}

struct Opens<'a>(&'a Person);

impl age::Identity for Opens<'_> {
    fn unwrap_stanza(&self, stanza: &Stanza) -> Option<Result<FileKey, age::DecryptError>> {
        let encapsulated = BASE64_STANDARD_NO_PAD.decode(stanza.args.first()?).ok()?;
        let encapsulated = <XWing as Kem>::EncappedKey::from_bytes(&encapsulated).ok()?;
        let plain = hpke::single_shot_open::<ChaCha20Poly1305, HkdfSha256, XWing>(
            &OpModeR::Base,
            &self.0.opens(),
            &encapsulated,
            INFO,
            &stanza.body,
            b"",
        );
        let plain: [u8; 16] = plain.ok()?.try_into().ok()?;
        Some(Ok(FileKey::new(Box::new(plain))))
    }
}

/// Seals for these recipients.
pub fn seal(plain: &[u8], recipients: &[Vec<u8>]) -> Vec<u8> {
    seal_beside(plain, recipients, 1, &[])
}

/// Seals for these recipients, with the first one's stanza so many times and other stanzas of these types behind it.
pub fn seal_beside(plain: &[u8], recipients: &[Vec<u8>], times: usize, more: &[&str]) -> Vec<u8> {
    let hybrids: Vec<Hybrid> = recipients
        .iter()
        .enumerate()
        .map(|(at, recipient)| Hybrid {
            recipient: recipient.clone(),
            more: match at {
                0 => more.iter().map(ToString::to_string).collect(),
                _ => Vec::new(),
            },
            times: if at == 0 { times } else { 1 },
        })
        .collect();
    let all = hybrids.iter().map(|one| one as &dyn age::Recipient);
    let encryptor = age::Encryptor::with_recipients(all).expect("recipients");
    let mut sealed = Vec::new();
    let mut writer = encryptor.wrap_output(&mut sealed).expect("written");
    writer.write_all(plain).expect("written");
    writer.finish().expect("written");
    sealed
}

fn stanza(tag: &str) -> Stanza {
    Stanza {
        tag: tag.to_owned(),
        args: vec!["AAAA".to_owned()],
        body: vec![7; 32],
    }
}

/// Opens what is sealed for a person.
pub fn open(sealed: &[u8], person: &Person) -> Vec<u8> {
    let decryptor = age::Decryptor::new_buffered(sealed).expect("an age file");
    let opens = Opens(person);
    let opened = decryptor.decrypt(std::iter::once(&opens as &dyn age::Identity));
    let mut plain = Vec::new();
    opened
        .expect("it is for them")
        .read_to_end(&mut plain)
        .expect("it is whole");
    plain
}
