//! A filled-in example of each kind, for someone who writes a record by hand.

use serde_json::Value;

use super::Kind;

/// An example of this kind. It shows every field, and is itself a valid record.
pub fn template(kind: Kind) -> Value {
    let text = match kind {
        Kind::Person => include_str!("templates/person.json"),
        Kind::Testimony => include_str!("templates/testimony.json"),
        Kind::Note => include_str!("templates/note.json"),
        Kind::Place => include_str!("templates/place.json"),
        Kind::Attachment => include_str!("templates/attachment.json"),
    };
    serde_json::from_str(text).expect("the examples are compiled in, and a test reads them all")
}
