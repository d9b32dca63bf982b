//! A testimony: one person's account, its sessions, and its text in two languages side by side.
//!
//! Attachments of a testimony name it in their own `attached_to`; a list here as well would be a
//! second truth.

use uuid::Uuid;

use super::Kind;
use super::act::Act;
use super::common::{Confidentiality, Link, Mention, MentionItem, Proceeding, StepTaken};
use super::consent::ConsentEntry;
use super::date::Date;
use super::journey::Leg;
use super::shape::{open_enum, shape};
use super::term::{ElementId, Term};
use crate::ids::RecordId;

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
    pub struct Testimony = shape("testimony")
        .title(&["/title", "/narrator/code", "/narrative/0/original", "/narrative/0/translation"])
        .groups(&[
            group("narrator").beside().folded(),
            group("consent").beside().always(),
            group("acts").beside(),
            group("journey").beside(),
            group("sessions").beside(),
            group("prior-accounts").beside(),
            group("steps").beside(),
            group("notes").beside(),
            group("links").beside(),
            group("keeping").beside().folded().always(),
        ]) => {
        /// What it is called. The editor of the text has it.
        pub title: String = text(Class::FreeText),
        /// How far it is; absent means draft. The editor of the text has it.
        pub status: Status = choice("testimony-statuses"),
        /// Whose testimony it is.
        pub narrator: Narrator = object().group("narrator"),
        /// The language it was given in.
        pub language: Term = term("languages").group("narrator"),
        /// The language it is translated into.
        pub translation_language: Term = term("languages").group("narrator"),
        /// The account, paragraph by paragraph. The editor of the text has it.
        pub narrative: Vec<Paragraph> = cards(),
        /// Who did what to whom.
        pub acts: Vec<Act> = cards().group("acts"),
        /// The way that the narrator took, in order.
        pub journey: Vec<Leg> = cards().group("journey"),
        /// The interviews.
        pub sessions: Vec<InterviewSession> = cards().group("sessions"),
        /// What the narrator allows, refuses and has withdrawn.
        pub consent: Vec<ConsentEntry> = cards().group("consent"),
        /// Who interviewed this narrator before: to be asked the same again and again does harm.
        pub prior_accounts: Vec<PriorAccount> = cards().group("prior-accounts"),
        /// What was done about it before authorities and organisations, or why nothing was.
        pub steps_taken: Vec<StepTaken> = cards().group("steps"),
        /// Proceedings about it, by forum.
        pub proceedings: Vec<Proceeding> = cards().group("steps"),
        /// Anything else.
        pub notes: String = long_text().group("notes"),
        /// How far this record may go.
        pub confidentiality: Confidentiality = confidentiality().group("keeping"),
        /// The user's own key words.
        pub tags: Vec<String> = tags().group("keeping"),
        /// Links to other records.
        pub links: Vec<Link> = links().group("links"),
    }
}

shape! {
    /// The narrator: a person of the vault, or a code only.
    pub struct Narrator = shape("narrator")
        .summary(&["person", "code", "connection"]) => {
        /// The person record.
        pub person: Option<RecordId> = record(Some(Kind::Person)),
        /// The code that stands for them.
        pub code: String = text(Class::Identifies).found_in(SearchScope::Person),
        /// How they are connected to the events.
        pub connection: Term = term("source-connections"),
    }
}

shape! {
    /// One interview.
    pub struct InterviewSession = shape("session")
        .summary(&["date", "place", "interviewers", "language"]) => {
        /// Names this element.
        pub id: ElementId = id(),
        /// When it took place.
        pub date: Option<Date> = date(),
        /// Where.
        pub place: Mention = mention(Kind::Place),
        /// Who asked.
        pub interviewers: Vec<MentionItem> = mentions(Kind::Person),
        /// Who interpreted.
        pub interpreters: Vec<MentionItem> = mentions(Kind::Person),
        /// Who else was there.
        pub present: Vec<MentionItem> = mentions(Kind::Person),
        /// The language spoken.
        pub language: Term = term("languages"),
        /// How it was recorded.
        pub recording: Vec<Term> = terms("recording-ways"),
        /// Anything else.
        pub note: String = long_text(),
    }
}

shape! {
    /// A paragraph of the narrative.
    pub struct Paragraph = shape("paragraph")
        .summary(&["original", "translation"]) => {
        /// Names this element; acts and harms cite it.
        pub id: ElementId = id(),
        /// The original text.
        pub original: String = prose(),
        /// Its translation.
        pub translation: String = prose(),
        /// The session it was recorded in.
        pub session: Option<Uuid> = element("sessions"),
    }
}

shape! {
    /// An account that the narrator gave to someone else before.
    pub struct PriorAccount = shape("prior-account")
        .summary(&["to", "dates", "recording"]) => {
        /// Names this element.
        pub id: ElementId = id(),
        /// To whom: an organisation, an authority, a journalist.
        pub to: String = text(Class::Identifies),
        /// Who asked.
        pub interviewers: Vec<MentionItem> = mentions(Kind::Person),
        /// When.
        pub dates: Option<Date> = date(),
        /// How it was recorded.
        pub recording: Vec<Term> = terms("recording-ways"),
        /// Whether it was published; absent means not known.
        pub published: Option<bool> = yes_no(),
        /// Anything else.
        pub note: String = text(Class::FreeText).wide(),
    }
}
