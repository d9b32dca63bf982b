//! The way that a narrator took, leg by leg.

use super::Kind;
use super::common::{Mention, MentionItem, Passage};
use super::date::Date;
use super::shape::shape;
use super::term::{Amount, ElementId, Term};

shape! {
    /// One leg of the way.
    pub struct Leg = shape("leg")
        .summary(&["from → to", "dates", "type", "means"]) => {
        /// Names this element.
        pub id: ElementId = id(),
        /// Where it began.
        pub from: Mention = mention(Kind::Place),
        /// Where it ended.
        pub to: Mention = mention(Kind::Place),
        /// Escape, hiding, transit, arrest, repatriation and the like.
        pub r#type: Term = term("leg-types"),
        /// When.
        pub dates: Option<Date> = date(),
        /// By what means.
        pub means: Vec<Term> = terms("leg-means").wide(),
        /// Who led or arranged it.
        pub brokers: Vec<MentionItem> = mentions(Kind::Person),
        /// Who went along.
        pub companions: Vec<MentionItem> = mentions(Kind::Person),
        /// What it cost.
        pub costs: Vec<Cost> = cards(),
        /// What was done to the narrator on it.
        pub harms: Vec<Harm> = cards(),
        /// The passages of the narrative that describe it.
        pub passages: Vec<Passage> = cards(),
        /// Anything else.
        pub note: String = long_text(),
    }
}

shape! {
    /// Money or another consideration, paid or owed.
    pub struct Cost = shape("cost")
        .summary(&["text", "amount currency", "paid_to"])
        .whole() => {
        /// Names this element.
        pub id: ElementId = id(),
        /// How much.
        pub amount: Option<Amount> = whole_number(0.0, None),
        /// The currency, as ISO 4217 (`KPW`, `CNY`, `KRW`, `USD`) or in words.
        pub currency: Term = text(Class::FreeText),
        /// What for.
        pub text: String = text(Class::FreeText).wide(),
        /// Who paid.
        pub paid_by: Mention = mention(Kind::Person),
        /// Who received it.
        pub paid_to: Mention = mention(Kind::Person),
        /// Whether it is still owed.
        pub owed: Option<bool> = yes_no(),
    }
}

shape! {
    /// A harm met on the way.
    pub struct Harm = shape("harm")
        .summary(&["type", "by", "dates", "text"]) => {
        /// Names this element.
        pub id: ElementId = id(),
        /// Arrest, fraud, trafficking, other abuse.
        pub r#type: Term = term("harms").found_in(SearchScope::Act),
        /// Who did it.
        pub by: Mention = mention(Kind::Person),
        /// When.
        pub dates: Option<Date> = date(),
        /// What happened.
        pub text: String = long_text(),
        /// The passages of the narrative that say so.
        pub passages: Vec<Passage> = cards(),
    }
}
