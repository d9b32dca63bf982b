//! Bytes and the values that they stand for, as `docs/FORMAT.md` describes them. No rule of the program: whether something may
//! be written, sent or believed is decided above.
//!
//! - [`vault`]: the folder of a vault, its header with the key slots, sealed rows and files.
//! - [`exchange`]: bundles in their age envelope, identities, review packages.
//! - `crypto`, for these two alone: sealing, hashing, signing, keys from passphrases, padding. Chosen, not invented.
//! - [`progress`] and [`random`]: how long work reports and is cancelled, and where random bytes come from.
//!
//! # Reading a review package
//!
//! Nothing is shown before the exporter's signature, the length of the whole and the hash of all records were found right. Who
//! the exporter is, only a comparison of fingerprints can say.
//!
//! ```
//! use std::fs::File;
//!
//! use fieldnotes_format::exchange::age_file::EnvelopeKey;
//! use fieldnotes_format::exchange::review;
//! use fieldnotes_format::progress::Watch;
//! use secrecy::SecretString;
//!
//! # const FIXTURES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures/format-1");
//! let file = File::open(format!("{FIXTURES}/package.fnreview"))?;
//! let passphrase = SecretString::from("a reviewer reads and changes nothing");
//! let mut package = review::open(file, EnvelopeKey::Passphrase(&passphrase), &mut Watch::silent())?;
//!
//! println!("from {}", package.manifest().exporter.fingerprint());
//! for record in package.records()? {
//!     let record = record?;
//!     println!("{} {}: {}", record.kind, record.id, record.record["title"]);
//! }
//! package.verify_files(&mut Watch::silent())?;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Looking into a bundle
//!
//! [`bundle::inspect`](exchange::bundle::inspect) reads who sent it and its signed entries;
//! [`bundle::read`](exchange::bundle::read) gives all of it to a [`BundleSink`](exchange::bundle::BundleSink).
//!
//! ```
//! use std::fs::File;
//!
//! use fieldnotes_format::exchange::Receiver;
//! use fieldnotes_format::exchange::bundle;
//! use fieldnotes_format::exchange::identity::SecretIdentity;
//! use fieldnotes_format::progress::Watch;
//! use fieldnotes_format::random::OsRandom;
//! use secrecy::SecretString;
//!
//! # const FIXTURES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures/format-1");
//! let file = File::open(format!("{FIXTURES}/to-passphrase.fnbundle"))?;
//! // A bundle to a passphrase is for whoever knows it; one to colleagues needs the identity of one of them.
//! let identity = SecretIdentity::make(&OsRandom)?;
//! let passphrase = SecretString::from("for whoever holds this stick");
//! let receiver = Receiver { identity: &identity, passphrase: Some(&passphrase) };
//! let bundle = bundle::inspect(file, &receiver, &mut Watch::silent())?;
//!
//! println!("from {}", bundle.manifest.sender.fingerprint());
//! println!("{} revisions", bundle.manifest.entries.count);
//! assert!(bundle.entries.is_some());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

// A table of cases is long and simple.
#![cfg_attr(test, allow(clippy::too_many_lines))]

mod crypto;
pub mod exchange;
pub mod progress;
pub mod random;
pub mod vault;
