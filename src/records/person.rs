//! The contact record: a person or a group met in the work.

use super::common::{Confidentiality, Link, Mention, Name};
use super::date::Date;
use super::shape::shape;
use super::term::{ElementId, Term};

shape! {
    /// A narrator, relative, broker, perpetrator, official, colleague or provider.
    pub struct Person {
        /// A single person or a group. Vocabulary `person-forms`; empty means a single person.
        pub form: Term,
        /// What they are in the work. Vocabulary `person-roles`.
        pub roles: Vec<Term>,
        /// The code by which they are called where the name must not stand.
        pub code: String,
        /// Names, in every script and spelling met; the first is the one shown.
        pub names: Vec<Name>,
        /// Vocabulary `sexes`.
        pub sex: Term,
        /// Date of birth, as far as known.
        pub birth_date: Option<Date>,
        /// Place of birth.
        pub birthplace: Mention,
        /// Province that they come from. Vocabulary `provinces`.
        pub province_of_origin: Term,
        /// Languages spoken. Vocabulary `languages`.
        pub languages: Vec<Term>,
        /// Family and other relationships.
        pub relationships: Vec<Relationship>,
        /// Work, schooling and service over time.
        pub occupations: Vec<Occupation>,
        /// Identity documents, true and false ones.
        pub documents: Vec<IdentityDocument>,
        /// Ways to reach them, and how to do so safely.
        pub contacts: Vec<Contact>,
        /// Health and resettlement needs.
        pub needs: Vec<Need>,
        /// Where they were and how they fared, over time; the last one is the newest known.
        pub whereabouts: Vec<Whereabouts>,
        /// How reliable they are as a source. Vocabulary `reliability`.
        pub reliability: Term,
        /// What that judgement rests on.
        pub reliability_note: String,
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
    /// What another person is to this one.
    pub struct Relationship {
        /// Names this element.
        pub id: ElementId,
        /// The other person.
        pub person: Mention,
        /// The other person is this one's …. Vocabulary `relationships`.
        pub relation: Term,
        /// When it began and ended.
        pub dates: Option<Date>,
        /// Anything else.
        pub note: String,
    }
}

shape! {
    /// An occupation at one time.
    pub struct Occupation {
        /// Names this element.
        pub id: ElementId,
        /// What they did.
        pub title: String,
        /// For whom: a work unit, a school, an army unit.
        pub employer: String,
        /// Where.
        pub place: Mention,
        /// When.
        pub dates: Option<Date>,
        /// Anything else.
        pub note: String,
    }
}

shape! {
    /// A passport, residence card or other paper.
    pub struct IdentityDocument {
        /// Names this element.
        pub id: ElementId,
        /// What it is. Vocabulary `document-types`.
        pub r#type: Term,
        /// Its number.
        pub number: String,
        /// Who issued it.
        pub issuer: String,
        /// The name that stands on it, where it is another.
        pub name: String,
        /// Day of issue.
        pub issued: Option<Date>,
        /// Last day of validity.
        pub expires: Option<Date>,
        /// Whether it is genuine; absent means not known.
        pub genuine: Option<bool>,
        /// Anything else.
        pub note: String,
    }
}

shape! {
    /// One way to reach a person. A wrong call can cost them their freedom, so each way says
    /// whether, when and as whom to call.
    pub struct Contact {
        /// Names this element.
        pub id: ElementId,
        /// Telephone, messenger, mail. Vocabulary `contact-channels`.
        pub channel: Term,
        /// The number, address or account.
        pub value: String,
        /// Whether it is safe to use; absent means not known, which is not safe.
        pub safe: Option<bool>,
        /// When it is safe, in words.
        pub safe_hours: String,
        /// What to say that one is.
        pub say_you_are: String,
        /// Through whom it goes, where the number is not their own.
        pub through: Mention,
        /// Anything else.
        pub note: String,
    }
}

shape! {
    /// Something that a person needs.
    pub struct Need {
        /// Names this element.
        pub id: ElementId,
        /// Housing, schooling, health …. Vocabulary `needs`.
        pub area: Term,
        /// What is needed, in words.
        pub text: String,
        /// How it stands. Vocabulary `need-statuses`.
        pub status: Term,
        /// What is to be done next.
        pub next_step: String,
        /// By when.
        pub due: Option<Date>,
        /// Who helps.
        pub provider: Mention,
        /// When it became known.
        pub since: Option<Date>,
    }
}

shape! {
    /// Where a person was at one time, and in what state.
    pub struct Whereabouts {
        /// Names this element.
        pub id: ElementId,
        /// In hiding, detained, resettled …. Vocabulary `whereabouts`.
        pub status: Term,
        /// Where.
        pub place: Mention,
        /// When.
        pub dates: Option<Date>,
        /// How that is known. Vocabulary `how-known`.
        pub how_known: Term,
        /// Anything else.
        pub note: String,
    }
}
