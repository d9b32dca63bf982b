//! Dated free text about any record.

use uuid::Uuid;

use super::common::{Confidentiality, Link, Mention};
use super::date::Date;
use super::shape::shape;
use super::term::Term;

shape! {
    /// A call, a follow-up, an observation.
    pub struct Note {
        /// The day it is about.
        pub date: Option<Date>,
        /// A call, a visit, an observation …. Vocabulary `note-types`.
        pub r#type: Term,
        /// What it says.
        pub text: String,
        /// The records that it is about.
        pub about: Vec<Uuid>,
        /// Who observed or spoke.
        pub author: Mention,
        /// How far this record may go.
        pub confidentiality: Confidentiality,
        /// The user's own key words.
        pub tags: Vec<String>,
        /// Links to other records.
        pub links: Vec<Link>,
    }
}
