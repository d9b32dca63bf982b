//! What a narrator allows, and the rule that the program keeps.

mod decide;
mod kept;

use super::common::MentionItem;
use super::date::Date;
use super::shape::{open_enum, shape};
use super::term::{ElementId, Term};

pub use decide::{Ask, Decision, Reason, decide, decide_after};
pub(crate) use kept::dropped;

open_enum! {
    /// What something said may be used for. Uses of one's own cover nothing but themselves.
    pub enum Use: "\"keep\" | \"share_inside\" | \"share_partner\" | \"legal\" | \"research\" | \"publication\" | (string & {})" or Self::Other(Term::default()) => {
        /// Keep it in the vault.
        Keep = "keep",
        /// Share it inside the organisation.
        ShareInside = "share_inside",
        /// Share it with a partner who is named as the audience.
        SharePartner = "share_partner",
        /// Use it in legal proceedings.
        Legal = "legal",
        /// Use it in research.
        Research = "research",
        /// Publish it.
        Publication = "publication",
    }
}

open_enum! {
    /// What the narrator said to the use. An entry that does not say it grants nothing and refuses
    /// nothing.
    pub enum Choice: "\"granted\" | \"refused\" | \"withdrawn\" | (string & {})" or Self::Other(Term::default()) => {
        /// Yes.
        Granted = "granted",
        /// No.
        Refused = "refused",
        /// Yes once, and no longer.
        Withdrawn = "withdrawn",
    }
}

shape! {
    /// One thing that a narrator allowed, refused or withdrew.
    pub struct ConsentEntry {
        /// Names this element.
        pub id: ElementId,
        /// Granted, refused or withdrawn.
        pub decision: Choice,
        /// For what. Vocabulary `consent-uses`. A refusal or withdrawal without a use is of every
        /// use; a grant without a use grants nothing.
        pub r#use: Use,
        /// For whom, by name. Empty means everyone whom the use concerns, except that a grant to
        /// share with a partner must name the partner.
        pub audience: String,
        /// Under what identity: named, pseudonym, not identifiable. Vocabulary
        /// `consent-identities`.
        pub identity: Term,
        /// Whether recordings of the voice may be used so.
        pub voice: Option<bool>,
        /// Whether pictures may be used so.
        pub image: Option<bool>,
        /// Until when.
        pub valid_until: Option<Date>,
        /// How consent was obtained.
        pub obtained: Obtained,
        /// Conditions, in the narrator's words.
        pub conditions: String,
    }
}

shape! {
    /// How consent was obtained.
    pub struct Obtained {
        /// When.
        pub date: Option<Date>,
        /// By whom.
        pub by: Vec<MentionItem>,
        /// In which language. Vocabulary `languages`.
        pub language: Term,
        /// Through which interpreter.
        pub interpreter: Vec<MentionItem>,
        /// On paper, by voice, on camera …. Vocabulary `consent-ways`.
        pub way: Term,
    }
}
