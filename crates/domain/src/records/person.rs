//! The contact record: a person or a group met in the work.

use super::Kind;
use super::common::{Confidentiality, Link, Mention, Name, Proceeding, StepTaken};
use super::consent::ConsentEntry;
use super::date::Date;
use super::shape::shape;
use super::term::{ElementId, Term};

shape! {
    /// A narrator, relative, broker, perpetrator, official, colleague or provider.
    pub struct Person = shape("person")
        .summary(&["names", "code"])
        .title(&["/names/0/text", "/names/1/text", "/code"])
        .groups(&[
            group("names").always(),
            group("contacts"),
            group("whereabouts"),
            group("needs"),
            group("origin").folded(),
            group("relationships"),
            group("occupations"),
            group("posts"),
            group("documents"),
            group("consent"),
            group("steps"),
            group("reliability").folded(),
            group("notes"),
            group("links").beside(),
            group("keeping").always().beside(),
        ]) => {
        /// Names, in every script and spelling met; the first is the one shown.
        pub names: Vec<Name> = rows().group("names").found_in(SearchScope::Name),
        /// The code by which they are called where the name must not stand.
        pub code: String = text(Class::Identifies).group("names").found_in(SearchScope::Name),
        /// A single person or a group; empty means a single person.
        pub form: Term = term("person-forms").group("names"),
        /// What they are in the work.
        pub roles: Vec<Term> = terms("person-roles").group("names").wide(),
        /// Sex.
        pub sex: Term = term("sexes").group("origin"),
        /// Date of birth, as far as known.
        pub birth_date: Option<Date> = date().class(Class::Identifies).group("origin"),
        /// Age by group, where no date of birth is known.
        pub age_group: Term = term("age-groups").group("origin"),
        /// Place of birth.
        pub birthplace: Mention = mention(Kind::Place).group("origin"),
        /// Province that they come from.
        pub province_of_origin: Term = term("provinces").class(Class::Locates).coarse().group("origin"),
        /// Where they usually live, or lived last.
        pub usual_address: String = text(Class::Locates).group("origin").wide(),
        /// Languages spoken.
        pub languages: Vec<Term> = terms("languages").group("origin").wide(),
        /// Family and other relationships.
        pub relationships: Vec<Relationship> = cards().group("relationships"),
        /// Work, schooling and service over time.
        pub occupations: Vec<Occupation> = cards().group("occupations"),
        /// Posts held in an army, a ministry or a party: unit, rank and function over time.
        pub posts: Vec<Post> = cards().group("posts"),
        /// Identity documents, true and false ones.
        pub documents: Vec<IdentityDocument> = cards().group("documents"),
        /// Ways to reach them, and how to do so safely.
        pub contacts: Vec<Contact> = cards().group("contacts"),
        /// Health and resettlement needs.
        pub needs: Vec<Need> = cards().group("needs"),
        /// Where they were and how they fared, over time; the last one is the newest known.
        pub whereabouts: Vec<Whereabouts> = cards().group("whereabouts"),
        /// What they, or a relative or guardian for them, allow, refuse and have withdrawn.
        pub consent: Vec<ConsentEntry> = cards().group("consent"),
        /// What was done for them before authorities and organisations, or why nothing was.
        pub steps_taken: Vec<StepTaken> = cards().group("steps"),
        /// Proceedings about what was done to them, by forum.
        pub proceedings: Vec<Proceeding> = cards().group("steps"),
        /// How reliable they are as a source.
        pub reliability: Term = term("reliability").group("reliability"),
        /// What that assessment is based on.
        pub reliability_note: String = long_text().group("reliability"),
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
    /// What another person is to this one.
    pub struct Relationship = shape("relationship")
        .summary(&["relation", "person", "dates", "note"]) => {
        /// Names this element.
        pub id: ElementId = id(),
        /// What the other person is to this one.
        pub relation: Term = term("relationships"),
        /// The other person.
        pub person: Mention = mention(Kind::Person),
        /// When it began and ended.
        pub dates: Option<Date> = date(),
        /// Anything else.
        pub note: String = text(Class::FreeText),
    }
}

shape! {
    /// An occupation at one time.
    pub struct Occupation = shape("occupation")
        .summary(&["title", "employer", "place", "dates"]) => {
        /// Names this element.
        pub id: ElementId = id(),
        /// What they did.
        pub title: String = text(Class::FreeText),
        /// For whom: a work unit, a school, an army unit.
        pub employer: String = text(Class::Locates),
        /// Where.
        pub place: Mention = mention(Kind::Place),
        /// When.
        pub dates: Option<Date> = date(),
        /// Anything else.
        pub note: String = text(Class::FreeText).wide(),
    }
}

shape! {
    /// A post in an army, a ministry or a party at one time.
    pub struct Post = shape("post")
        .summary(&["function", "rank", "unit", "dates"]) => {
        /// Names this element.
        pub id: ElementId = id(),
        /// The body and unit, under the name in use then.
        pub unit: String = text(Class::Identifies).wide(),
        /// The rank.
        pub rank: String = text(Class::Identifies),
        /// The function.
        pub function: String = text(Class::Identifies),
        /// When.
        pub dates: Option<Date> = date(),
        /// How that is known.
        pub how_known: Term = term("how-known"),
        /// Anything else.
        pub note: String = text(Class::FreeText).wide(),
    }
}

shape! {
    /// A passport, residence card or other paper.
    pub struct IdentityDocument = shape("identity-document")
        .summary(&["type", "number", "issuer", "expires"]) => {
        /// Names this element.
        pub id: ElementId = id(),
        /// What it is.
        pub r#type: Term = term("document-types"),
        /// Its number.
        pub number: String = text(Class::Identifies),
        /// Who issued it.
        pub issuer: String = text(Class::Locates),
        /// Where it was issued.
        pub place_of_issue: Mention = mention(Kind::Place),
        /// The name that stands on it, where it is another.
        pub name: String = text(Class::Identifies),
        /// Day of issue.
        pub issued: Option<Date> = date(),
        /// Last day of validity.
        pub expires: Option<Date> = date(),
        /// Whether it is genuine; absent means not known.
        pub genuine: Option<bool> = yes_no(),
        /// Anything else.
        pub note: String = text(Class::FreeText),
    }
}

shape! {
    /// One way to reach a person. A wrong call can cost them their freedom, so each way says
    /// whether, when and as whom to call.
    pub struct Contact = shape("contact")
        .summary(&["channel", "value", "through"]) => {
        /// Names this element.
        pub id: ElementId = id(),
        /// Telephone, messenger, mail.
        pub channel: Term = term("contact-channels"),
        /// The number, address or account.
        pub value: String = text(Class::Contacts),
        /// Whether it is safe to use; absent means not known, which is not safe.
        pub safe: Option<bool> = yes_no(),
        /// When it is safe, in words.
        pub safe_hours: String = text(Class::Contacts),
        /// What to say that one is.
        pub say_you_are: String = text(Class::Contacts),
        /// Through whom it goes, where the number is not their own.
        pub through: Mention = mention(Kind::Person),
        /// Anything else.
        pub note: String = text(Class::FreeText).wide(),
    }
}

shape! {
    /// Something that a person needs.
    pub struct Need = shape("need")
        .summary(&["area", "text", "status", "next_step", "due"]) => {
        /// Names this element.
        pub id: ElementId = id(),
        /// Housing, schooling, health and the like.
        pub area: Term = term("needs"),
        /// How it stands.
        pub status: Term = term("need-statuses"),
        /// What is needed, in words.
        pub text: String = text(Class::FreeText).wide(),
        /// What is to be done next.
        pub next_step: String = text(Class::FreeText),
        /// By when.
        pub due: Option<Date> = date(),
        /// Who helps.
        pub provider: Mention = mention(Kind::Person),
        /// When it became known.
        pub since: Option<Date> = date(),
    }
}

shape! {
    /// Where a person was at one time, and in what state.
    pub struct Whereabouts = shape("whereabouts")
        .summary(&["status", "place", "dates", "how_known"]) => {
        /// Names this element.
        pub id: ElementId = id(),
        /// In hiding, detained, resettled and the like.
        pub status: Term = term("whereabouts"),
        /// Where.
        pub place: Mention = mention(Kind::Place),
        /// When.
        pub dates: Option<Date> = date(),
        /// How that is known.
        pub how_known: Term = term("how-known"),
        /// Anything else.
        pub note: String = text(Class::FreeText).wide(),
    }
}
