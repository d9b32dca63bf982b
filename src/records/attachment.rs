//! A file that belongs to a record. Its bytes lie in a sealed file, found by the hash.

use uuid::Uuid;

use super::common::{Confidentiality, Link};
use super::shape::shape;
use super::term::Sha256Hex;

shape! {
    /// A picture, a document, a recording.
    pub struct Attachment {
        /// The name of the file.
        pub name: String,
        /// Its media type (RFC 6838).
        pub media_type: String,
        /// Its length in bytes.
        pub size: Option<u64>,
        /// SHA-256 of the original.
        pub sha256: Option<Sha256Hex>,
        /// What it shows.
        pub shows: String,
        /// Where it came from.
        pub source: String,
        /// The record that it belongs to.
        pub attached_to: Option<Uuid>,
        /// How far this record may go.
        pub confidentiality: Confidentiality,
        /// The user's own key words.
        pub tags: Vec<String>,
        /// Links to other records.
        pub links: Vec<Link>,
    }
}
