//! A file that belongs to a record. Its bytes lie in a sealed file, found by the hash.

use super::common::{Confidentiality, Link};
use super::shape::shape;
use super::term::Sha256Hex;
use crate::ids::RecordId;

shape! {
    /// A picture, a document, a recording.
    pub struct Attachment = shape("attachment")
        .summary(&["name", "shows"])
        .title(&["/name", "/shows"])
        .groups(&[
            group("attachment").always(),
            group("file").folded(),
            group("links").beside(),
            group("keeping").always().beside(),
        ]) => {
        /// The name of the file.
        pub name: String = text(Class::FreeText).group("attachment"),
        /// What it shows.
        pub shows: String = long_text().group("attachment"),
        /// Where it came from.
        pub source: String = text(Class::FreeText).group("attachment").wide(),
        /// Its media type (RFC 6838).
        pub media_type: String = fixed(Class::Plain).found_in(SearchScope::Nothing).group("file"),
        /// Its length in bytes.
        pub size: Option<u64> = fixed(Class::Plain).found_in(SearchScope::Nothing).group("file"),
        /// SHA-256 of the original.
        pub sha256: Option<Sha256Hex> = fixed(Class::Identifies).found_in(SearchScope::Nothing).group("file"),
        /// The record that it belongs to.
        pub attached_to: Option<RecordId> = record(None).group("attachment"),
        /// How far this record may go.
        pub confidentiality: Confidentiality = confidentiality().group("keeping"),
        /// The user's own key words.
        pub tags: Vec<String> = tags().group("keeping"),
        /// Links to other records.
        pub links: Vec<Link> = links().group("links"),
    }
}
