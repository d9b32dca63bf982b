//! Dated free text about any record.

use super::Kind;
use super::common::{Confidentiality, Link, Mention};
use super::date::Date;
use super::shape::shape;
use super::term::Term;
use crate::ids::RecordId;

shape! {
    /// A call, a follow-up, an observation.
    pub struct Note = shape("note")
        .summary(&["text", "date"])
        .title(&["/title", "/text", "/date"])
        .groups(&[
            group("note").always(),
            group("author"),
            group("links").beside(),
            group("keeping").always().beside(),
        ]) => {
        /// The day it is about.
        pub date: Option<Date> = date().group("note"),
        /// A call, a visit, an observation and the like.
        pub r#type: Term = term("note-types").group("note"),
        /// What it says.
        pub text: String = prose().group("note"),
        /// The records that it is about.
        pub about: Vec<RecordId> = records(None).group("note").wide(),
        /// Who observed or spoke.
        pub author: Mention = mention(Kind::Person).group("author"),
        /// How far this record may go.
        pub confidentiality: Confidentiality = confidentiality().group("keeping"),
        /// The user's own key words.
        pub tags: Vec<String> = tags().group("keeping"),
        /// Links to other records.
        pub links: Vec<Link> = links().group("links"),
    }
}
