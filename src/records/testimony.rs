//! What one person told, in which sessions, in two languages side by side.
//!
//! Attachments of a testimony name it in their own `attached_to`; a list here as well would be a
//! second truth.

use uuid::Uuid;

use super::act::Act;
use super::common::{Confidentiality, Link, Mention, MentionItem};
use super::consent::ConsentEntry;
use super::date::Date;
use super::journey::Leg;
use super::shape::{open_enum, shape};
use super::term::{ElementId, Term};

open_enum! {
    /// How far a testimony is.
    pub enum Status: "\"draft\" | \"complete\" | \"sealed\" | (string & {})" or Self::Draft => {
        /// Being written.
        Draft = "draft",
        /// Finished, and may still be corrected.
        Complete = "complete",
        /// Finished for good.
        Sealed = "sealed",
    }
}

shape! {
    /// A testimony.
    pub struct Testimony {
        /// What it is called.
        pub title: String,
        /// How far it is; absent means draft.
        pub status: Status,
        /// Who tells it.
        pub narrator: Narrator,
        /// The language it is told in. Vocabulary `languages`.
        pub language: Term,
        /// The language it is translated into. Vocabulary `languages`.
        pub translation_language: Term,
        /// The interviews.
        pub sessions: Vec<Session>,
        /// What was told, paragraph by paragraph.
        pub narrative: Vec<Paragraph>,
        /// Who did what to whom.
        pub acts: Vec<Act>,
        /// The way that the narrator took, in order.
        pub journey: Vec<Leg>,
        /// What the narrator allows, refuses and has withdrawn.
        pub consent: Vec<ConsentEntry>,
        /// Anything else.
        pub notes: String,
        /// How far this record may go.
        pub confidentiality: Confidentiality,
        /// The user's own key words.
        pub tags: Vec<String>,
        /// Links to other records.
        pub links: Vec<Link>,
    }
}

shape! {
    /// Who tells: a person of the vault, or a code only.
    pub struct Narrator {
        /// The person record.
        pub person: Option<Uuid>,
        /// The code that stands for them.
        pub code: String,
        /// What they have to do with what they tell. Vocabulary `source-connections`.
        pub connection: Term,
    }
}

shape! {
    /// One interview.
    pub struct Session {
        /// Names this element.
        pub id: ElementId,
        /// When it took place.
        pub date: Option<Date>,
        /// Where.
        pub place: Mention,
        /// Who asked.
        pub interviewers: Vec<MentionItem>,
        /// Who interpreted.
        pub interpreters: Vec<MentionItem>,
        /// Who else was there.
        pub present: Vec<MentionItem>,
        /// The language spoken. Vocabulary `languages`.
        pub language: Term,
        /// How it was recorded. Vocabulary `recording-ways`.
        pub recording: Vec<Term>,
        /// Anything else.
        pub note: String,
    }
}

shape! {
    /// A paragraph of the narrative.
    pub struct Paragraph {
        /// Names this element; acts and harms cite it.
        pub id: ElementId,
        /// As it was told.
        pub original: String,
        /// Its translation.
        pub translation: String,
        /// The session it was told in.
        pub session: Option<Uuid>,
    }
}
