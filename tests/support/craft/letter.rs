//! A bundle before it is sealed: docs/FORMAT.md section 8.1. Made as it should be; every part can be made wrong before the
//! manifest is signed, and after.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::entry::Signed;
use super::keys::{Person, sha256};
use super::packing;

/// An entry and its body; none where that is withheld.
#[derive(Clone)]
pub struct Item {
    pub signed: Signed,
    pub body: Option<Vec<u8>>,
}

/// What is to be sent.
#[derive(Clone)]
pub struct Letter {
    pub bundle: String,
    pub recipients: Vec<String>,
    pub items: Vec<Item>,
    pub devices: Vec<Value>,
    pub forks: Map<String, Value>,
    pub files: Vec<Vec<u8>>,
    /// `number`, `holds`, `received`, `withdrawn`.
    pub notices: Map<String, Value>,
}

/// The members of a bundle.
#[derive(Clone)]
pub struct Parts {
    pub manifest: Value,
    /// In the place of the manifest, where it is to be no JSON that a library would write.
    pub text: Option<Vec<u8>>,
    /// In the place of the signature.
    pub signature: Option<Vec<u8>>,
    pub entries: Vec<u8>,
    pub bodies: Vec<u8>,
    /// By the names of their members.
    pub files: Vec<(String, Vec<u8>)>,
}

impl Letter {
    /// The members, all of them right.
    pub fn parts(&self, sender: &str) -> Parts {
        let mut heads: BTreeMap<String, u64> = BTreeMap::new();
        let (mut entries, mut bodies) = (Vec::new(), Vec::new());
        let mut missing = Vec::new();
        for (at, item) in self.items.iter().enumerate() {
            entries.extend(item.signed.joined());
            let (device, seq) = item.signed.place();
            let head = heads.entry(hex::encode(device)).or_default();
            *head = seq.max(*head);
            match &item.body {
                Some(body) => bodies.extend(packing::framed(body)),
                None => missing.push(at),
            }
        }
        let mut files: Vec<(String, Vec<u8>)> = self
            .files
            .iter()
            .map(|content| (sha256(content), content.clone()))
            .collect();
        files.sort();
        let listed: Vec<Value> = files
            .iter()
            .map(|(hash, content)| json!({"sha256": hash, "size": content.len()}))
            .collect();
        let count = self.items.len() - missing.len();
        let mut manifest = json!({
            "format": "fieldnotes-bundle/1",
            "bundle": self.bundle,
            "sender": sender,
            "recipients": self.recipients,
            "created": 1_700_000_000_000_i64,
            "base": {},
            "heads": heads,
            "devices": self.devices,
            "entries": {"count": self.items.len(), "bytes": entries.len(), "sha256": sha256(&entries)},
            "bodies": {"count": count, "bytes": bodies.len(), "missing": missing},
            "files": listed,
        });
        if !self.forks.is_empty() {
            manifest["forks"] = Value::Object(self.forks.clone());
        }
        for (name, value) in &self.notices {
            manifest[name] = value.clone();
        }
        let files = files.into_iter();
        Parts {
            manifest,
            text: None,
            signature: None,
            entries,
            bodies,
            files: files
                .map(|(hash, content)| (format!("files/{hash}"), content))
                .collect(),
        }
    }
}

impl Parts {
    /// The members in their order, the manifest signed as it stands.
    pub fn members(&self, sender: &Person) -> Vec<(String, Vec<u8>)> {
        let text = self.text.clone();
        let manifest = text.unwrap_or_else(|| self.manifest.to_string().into_bytes());
        let signature = || sender.sign("fieldnotes/bundle/1", &manifest).to_vec();
        let signature = self.signature.clone().unwrap_or_else(signature);
        let mut members = vec![
            ("manifest.json".to_owned(), manifest),
            ("manifest.sig".to_owned(), signature),
            ("entries.bin".to_owned(), self.entries.clone()),
            ("bodies.bin".to_owned(), self.bodies.clone()),
        ];
        members.extend(self.files.iter().cloned());
        members
    }

    /// Puts what the manifest says of entries and bodies right again.
    pub fn announce(&mut self) {
        self.manifest["entries"]["bytes"] = json!(self.entries.len());
        self.manifest["entries"]["sha256"] = json!(sha256(&self.entries));
        self.manifest["bodies"]["bytes"] = json!(self.bodies.len());
    }
}
