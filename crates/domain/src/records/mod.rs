//! The domain: what a person, a testimony, a place, a note and an attachment are.
//!
//! Pure: no clock, no randomness, no storage. [`parse`] is the one door for what comes from
//! outside. What it takes it keeps: members that this version does not know survive at every level,
//! coded values are open, and a later version's choice does not make a record unreadable.
//!
//! - The id, the kind and the schema of a record stand in its log entry, not in the record. A
//!   document that carries them, because it was copied from what `show` printed, is taken if the
//!   kind is the same, and loses the three members.
//! - Absent, `null` and empty members all say that nothing is known; none of them is written.
//! - Elements of editable lists carry an `id`. [`Record::identify`] gives it to those without one.

mod act;
mod attachment;
mod check;
mod common;
pub mod consent;
mod date;
mod encoding;
mod error;
mod journey;
mod json;
mod kind;
pub mod names;
mod note;
mod numbers;
mod person;
mod place;
mod record;
pub mod schema;
mod shape;
mod template;
mod term;
mod testimony;
mod text;
mod title;
pub mod vocabulary;

pub use act::{Act, Perpetrator, Victim};
pub use attachment::Attachment;
pub use check::{bounds as check_bounds, form as check_form};
pub use common::{Confidentiality, Coordinates, Link, Mention, MentionItem, Name, Passage};
pub use date::{Date, DateError, Day};
pub use error::{RecordError, RecordFault};
pub use journey::{Cost, Harm, Leg};
pub use json::MAX_DEPTH;
pub use kind::{Kind, UnknownKind};
pub use note::Note;
pub use numbers::are_exact;
pub use person::{Contact, IdentityDocument, Need, Occupation, Person, Relationship, Whereabouts};
pub use place::Place;
pub use record::{MAX_BYTES, MAX_DOCUMENT, MAX_PARTS, Record, parse, read_json};
pub use shape::Extra;
pub use template::template;
pub use term::{Amount, ElementId, Latitude, Longitude, Sha256Hex, Term};
pub use testimony::{InterviewSession, Narrator, Paragraph, Status, Testimony};
pub use text::texts_of;
pub use title::title_of;

#[cfg(test)]
mod tests;
