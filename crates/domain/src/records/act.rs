//! Who did what to whom: the acts that a testimony bears witness to.

use super::Kind;
use super::common::{Mention, Passage};
use super::date::Date;
use super::shape::shape;
use super::term::{ElementId, Term};

shape! {
    /// One act.
    pub struct Act = shape("act")
        .summary(&["type", "how_known", "perpetrators", "place", "dates"]) => {
        /// Names this element.
        pub id: ElementId = id(),
        /// What was done.
        pub r#type: Term = term("act-types").found_in(SearchScope::Act),
        /// How the narrator knows.
        pub how_known: Term = term("how-known"),
        /// When.
        pub dates: Option<Date> = date(),
        /// How the date is known.
        pub date_type: Term = term("date-types"),
        /// Where.
        pub place: Mention = mention(Kind::Place),
        /// How reliable the account of this act is.
        pub reliability: Term = term("reliability"),
        /// To whom.
        pub victims: Vec<Victim> = cards(),
        /// By whom.
        pub perpetrators: Vec<Perpetrator> = cards(),
        /// How it was done.
        pub methods: Vec<Term> = terms("methods").found_in(SearchScope::Act).wide(),
        /// What it is in law.
        pub classifications: Vec<Classification> = cards(),
        /// The reason that was given for it.
        pub stated_reason: String = long_text(),
        /// What came of it.
        pub consequences: String = long_text(),
        /// The passages of the narrative that say so.
        pub passages: Vec<Passage> = cards(),
        /// Anything else.
        pub note: String = long_text(),
    }
}

shape! {
    /// Someone to whom an act was done.
    pub struct Victim = shape("victim")
        .summary(&["person", "status", "note"]) => {
        /// Names this element.
        pub id: ElementId = id(),
        /// The person or group.
        pub person: Mention = mention(Kind::Person),
        /// How they are since.
        pub status: Term = term("victim-statuses"),
        /// Their age at the time, in years.
        pub age: Option<u64> = whole_number(0.0, Some(130.0)),
        /// Their age at the time, by group.
        pub age_group: Term = term("age-groups"),
        /// Whether they were pregnant at the time; absent means not known.
        pub pregnant: Option<bool> = yes_no(),
        /// Anything else.
        pub note: String = text(Class::FreeText).wide(),
    }
}

shape! {
    /// Someone who had a part in an act.
    pub struct Perpetrator = shape("perpetrator")
        .summary(&["person", "type", "post", "involvement"]) => {
        /// Names this element.
        pub id: ElementId = id(),
        /// The person or group.
        pub person: Mention = mention(Kind::Person),
        /// What sort of perpetrator.
        pub r#type: Term = term("perpetrator-types"),
        /// Their part in it.
        pub involvement: Term = term("involvements"),
        /// Their function at the time, in words.
        pub post: String = text(Class::Identifies),
        /// Their rank at the time.
        pub rank: String = text(Class::Identifies),
        /// Their body and unit at the time, under the name in use then.
        pub unit: String = text(Class::Identifies),
        /// Why they are believed to be responsible: saw, ordered, commanded those who did it.
        pub why_responsible: String = long_text(),
        /// What has become of them.
        pub status: Term = term("perpetrator-statuses"),
        /// Anything else.
        pub note: String = text(Class::FreeText),
    }
}

shape! {
    /// What an act is in law.
    pub struct Classification = shape("classification")
        .summary(&["law", "element"])
        .whole() => {
        /// Names this element.
        pub id: ElementId = id(),
        /// The treaty or law.
        pub law: Term = term("laws"),
        /// The article, crime or element of a crime.
        pub element: String = text(Class::FreeText),
        /// Why it is classified so, and by whom.
        pub reason: String = long_text(),
    }
}
