//! What a narrator allows, and the rule that the program keeps.

mod decide;
mod gate;
mod kept;
mod terms;

use super::Kind;
use super::common::{Mention, MentionItem};
use super::date::Date;
use super::shape::{open_enum, shape};
use super::term::{ElementId, Term};

pub use decide::{ConsentQuery, Decision, Reason, decide, decide_after};
pub use gate::{Permission, Subject, WayOut, may_leave};
pub use kept::dropped;
pub use terms::{
    Condition, GrantTerms, ShownAs, UnreadableConsent, entries_of, is_guarded, refused_for_others,
    terms_of,
};

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
    pub enum ConsentDecision: "\"granted\" | \"refused\" | \"withdrawn\" | (string & {})" or Self::Other(Term::default()) => {
        /// Yes.
        Granted = "granted",
        /// No.
        Refused = "refused",
        /// Yes once, and no longer.
        Withdrawn = "withdrawn",
    }
}

shape! {
    /// One thing that a narrator, or someone for them, allowed, refused or withdrew.
    pub struct ConsentEntry = shape("consent-entry")
        .summary(&["use", "decision", "audience", "identity", "valid_until", "conditions"])
        .whole() => {
        /// Names this element.
        pub id: ElementId = id(),
        /// Granted, refused or withdrawn.
        pub decision: ConsentDecision = choice("consent-decisions"),
        /// For what. A refusal or withdrawal without a use is of every use; a grant without a use grants
        /// nothing.
        pub r#use: Use = choice("consent-uses"),
        /// For whom, by name. Empty means everyone whom the use concerns, except that a grant to
        /// share with a partner must name the partner.
        pub audience: String = text(Class::Identifies),
        /// Until when.
        pub valid_until: Option<Date> = date(),
        /// Under what identity: named, pseudonym, not identifiable.
        pub identity: Term = term("consent-identities"),
        /// Whether recordings of the voice may be used so.
        pub voice: Option<bool> = yes_no(),
        /// Whether pictures may be used so.
        pub image: Option<bool> = yes_no(),
        /// Conditions, in the narrator's words.
        pub conditions: String = long_text(),
        /// Who gave it, where it was not the person themselves: a relative or a guardian.
        pub given_by: Mention = mention(Kind::Person),
        /// What that person is to them.
        pub relation: Term = term("relationships"),
        /// Why that person speaks for them.
        pub why_for_them: String = text(Class::FreeText).wide(),
        /// How consent was obtained.
        pub obtained: Obtained = object().wide(),
    }
}

shape! {
    /// How consent was obtained.
    pub struct Obtained = shape("obtained")
        .summary(&["way", "date", "by", "language"]) => {
        /// On paper, by voice, on camera and the like.
        pub way: Term = term("consent-ways"),
        /// When.
        pub date: Option<Date> = date(),
        /// By whom.
        pub by: Vec<MentionItem> = mentions(Kind::Person),
        /// In which language.
        pub language: Term = term("languages"),
        /// Through which interpreter.
        pub interpreter: Vec<MentionItem> = mentions(Kind::Person),
    }
}
