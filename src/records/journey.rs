//! The way that a narrator took, leg by leg.

use super::common::{Mention, MentionItem, Passage};
use super::date::Date;
use super::shape::shape;
use super::term::{Amount, ElementId, Term};

shape! {
    /// One leg of the way.
    pub struct Leg {
        /// Names this element.
        pub id: ElementId,
        /// Escape, hiding, transit, arrest, repatriation …. Vocabulary `leg-types`.
        pub r#type: Term,
        /// Where it began.
        pub from: Mention,
        /// Where it ended.
        pub to: Mention,
        /// When.
        pub dates: Option<Date>,
        /// By what means. Vocabulary `leg-means`.
        pub means: Vec<Term>,
        /// Who led or arranged it.
        pub brokers: Vec<MentionItem>,
        /// Who went along.
        pub companions: Vec<MentionItem>,
        /// What it cost.
        pub costs: Vec<Cost>,
        /// What was done to the narrator on it.
        pub harms: Vec<Harm>,
        /// The passages of the narrative that tell of it.
        pub passages: Vec<Passage>,
        /// Anything else.
        pub note: String,
    }
}

shape! {
    /// Money or another consideration, paid or owed.
    pub struct Cost {
        /// Names this element.
        pub id: ElementId,
        /// How much.
        pub amount: Option<Amount>,
        /// The currency, as ISO 4217 (`KPW`, `CNY`, `KRW`, `USD`) or in words.
        pub currency: Term,
        /// What for.
        pub text: String,
        /// Who paid.
        pub paid_by: Mention,
        /// Who received it.
        pub paid_to: Mention,
        /// Whether it is still owed.
        pub owed: Option<bool>,
    }
}

shape! {
    /// A harm met on the way.
    pub struct Harm {
        /// Names this element.
        pub id: ElementId,
        /// Arrest, fraud, trafficking, other abuse. Vocabulary `harms`.
        pub r#type: Term,
        /// Who did it.
        pub by: Mention,
        /// When.
        pub dates: Option<Date>,
        /// What happened.
        pub text: String,
        /// The passages of the narrative that say so.
        pub passages: Vec<Passage>,
    }
}
