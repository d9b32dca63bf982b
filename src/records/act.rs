//! Who did what to whom: the acts that a testimony bears witness to.

use super::common::{Mention, Passage};
use super::date::Date;
use super::shape::shape;
use super::term::{ElementId, Term};

shape! {
    /// One act.
    pub struct Act {
        /// Names this element.
        pub id: ElementId,
        /// What was done. Vocabulary `act-types`.
        pub r#type: Term,
        /// To whom.
        pub victims: Vec<Victim>,
        /// By whom.
        pub perpetrators: Vec<Perpetrator>,
        /// Where.
        pub place: Mention,
        /// When.
        pub dates: Option<Date>,
        /// How the date is known. Vocabulary `date-types`.
        pub date_type: Term,
        /// How it was done. Vocabulary `methods`.
        pub methods: Vec<Term>,
        /// The reason that was given for it.
        pub stated_reason: String,
        /// What came of it.
        pub consequences: String,
        /// How the narrator knows. Vocabulary `how-known`.
        pub how_known: Term,
        /// How reliable the account of this act is. Vocabulary `reliability`.
        pub reliability: Term,
        /// The passages of the narrative that say so.
        pub passages: Vec<Passage>,
        /// Anything else.
        pub note: String,
    }
}

shape! {
    /// Someone to whom an act was done.
    pub struct Victim {
        /// Names this element.
        pub id: ElementId,
        /// The person or group.
        pub person: Mention,
        /// How they are since. Vocabulary `victim-statuses`.
        pub status: Term,
        /// Anything else.
        pub note: String,
    }
}

shape! {
    /// Someone who had a part in an act.
    pub struct Perpetrator {
        /// Names this element.
        pub id: ElementId,
        /// The person or group.
        pub person: Mention,
        /// What sort of perpetrator. Vocabulary `perpetrator-types`.
        pub r#type: Term,
        /// Their part in it. Vocabulary `involvements`.
        pub involvement: Term,
        /// Rank, post and unit at the time.
        pub post: String,
        /// What has become of them. Vocabulary `perpetrator-statuses`.
        pub status: Term,
        /// Anything else.
        pub note: String,
    }
}
