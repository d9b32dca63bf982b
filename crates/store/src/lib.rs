//! Where a vault keeps what was sealed, and how it finds it again.
//!
//! - [`store`]: rows in SQLite, each sealed to its place; transactions that are whole or not there.
//! - [`search`]: the sealed index, queries, and the order of lists.
//!
//! # Reading a vault, and nothing else
//!
//! Nothing is written, no lock is taken, and nothing is decided: whether the rows are those that the state seals, which revision
//! is a head, and what heads disagree about is for `fieldnotes-core` to say. A vault that somebody works in should be copied first.
//!
//! ```
//! use std::sync::Arc;
//!
//! use fieldnotes_format::random::OsRandom;
//! use fieldnotes_format::vault::folder::Folder;
//! use fieldnotes_format::vault::header::Header;
//! use fieldnotes_store::store::rows::{body, entry::EntryRow};
//! use fieldnotes_store::store::{Store, Table};
//! use secrecy::SecretString;
//!
//! # const FIXTURES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures/format-1");
//! # let copy = tempfile::tempdir()?;
//! # for name in ["header", "header.copy", "vault.db", "pages", "lock"] {
//! #     std::fs::copy(format!("{FIXTURES}/sender/{name}"), copy.path().join(name))?;
//! # }
//! let folder = Folder::of_vault(copy.path())?;
//! let keyring = Header::read(&folder)?.unlock(&SecretString::from("느티나무 아래 우물 옆 파란 대문"))?;
//! let (store, check) = Store::open(&folder, keyring, Arc::new(OsRandom), true)?;
//!
//! let mut rows = Vec::new();
//! store.scan(Table::Entry, &mut |_, row| {
//!     rows.push(EntryRow::read(row)?);
//!     Ok(())
//! })?;
//! for row in &rows {
//!     let Some(body) = row.body else { continue };
//!     let body: serde_json::Value = serde_json::from_slice(&body::read(&store, body)?)?;
//!     println!("{} {:?}: {}", row.signed.entry.kind(), row.signed.hash, body["record"]);
//! }
//! # assert!(!rows.is_empty(), "{check:?}");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

// A table of cases is long and simple.
#![cfg_attr(test, allow(clippy::too_many_lines))]

pub mod search;
pub mod store;
