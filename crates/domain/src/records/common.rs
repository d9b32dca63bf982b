//! What every kind of record has, and the small parts that several kinds use.

use uuid::Uuid;

use super::Kind;
use super::date::Date;
use super::shape::{open_enum, shape};
use super::term::{ElementId, Latitude, Longitude, Term};
use crate::ids::RecordId;

open_enum! {
    /// How far a record may go. A value of a later version is treated as [`Self::Vault`].
    pub enum Confidentiality: "\"normal\" | \"restricted\" | \"vault\" | (string & {})" or Self::Normal => {
        /// May go to every colleague.
        Normal = "normal",
        /// Goes only where it is chosen by itself.
        Restricted = "restricted",
        /// Never leaves this vault.
        Vault = "vault",
    }
}

impl Confidentiality {
    /// What the program acts on: one of the three known values, the strictest for an unknown one.
    pub fn effective(&self) -> Self {
        match self {
            Self::Other(_) => Self::Vault,
            known => known.clone(),
        }
    }
}

shape! {
    /// A link from this record to another.
    pub struct Link = shape("link")
        .summary(&["record", "role"]) => {
        /// Names this element.
        pub id: ElementId = id(),
        /// The other record.
        pub record: Option<RecordId> = record(None),
        /// What the other record is to this one.
        pub role: Term = term("link-roles"),
    }
}

shape! {
    /// A person or a place that is spoken of: a record where there is one, otherwise in words.
    pub struct Mention = shape("mention")
        .summary(&["record", "text"])
        .whole() => {
        /// The record.
        pub record: Option<RecordId> = record(None),
        /// In words, as it was said.
        pub text: String = text(Class::FreeText),
    }
}

shape! {
    /// A person or a place spoken of in a list.
    pub struct MentionItem = shape("mention-item")
        .summary(&["record", "text"])
        .whole() => {
        /// Names this element.
        pub id: ElementId = id(),
        /// The record.
        pub record: Option<RecordId> = record(None),
        /// In words, as it was said.
        pub text: String = text(Class::FreeText),
    }
}

shape! {
    /// One name, in one script, in one spelling.
    pub struct Name = shape("name")
        .summary(&["text", "script", "type", "language", "note"])
        .row(&["text", "script", "type"]) => {
        /// Names this element.
        pub id: ElementId = id(),
        /// The name as it is written.
        pub text: String = text(Class::Identifies),
        /// The script it is written in.
        pub script: Term = term("scripts"),
        /// What sort of name: by birth, alias, pseudonym.
        pub r#type: Term = term("name-types"),
        /// The language of the name.
        pub language: Term = term("languages"),
        /// Where this spelling was met, who uses it.
        pub note: String = text(Class::FreeText),
    }
}

shape! {
    /// A passage of the narrative that bears something out.
    pub struct Passage = shape("passage")
        .summary(&["paragraph", "column", "quote"])
        .whole() => {
        /// Names this element.
        pub id: ElementId = id(),
        /// The id of the paragraph in `narrative`.
        pub paragraph: Option<Uuid> = element("narrative").wide(),
        /// The original or the translation; empty means the paragraph as a whole.
        pub column: Term = choice("passage-columns"),
        /// The words themselves, so that the citation can be checked after an edit.
        pub quote: String = text(Class::FreeText).wide(),
    }
}

shape! {
    /// Where a place lies, and how exactly that is known.
    pub struct Coordinates = shape("coordinates")
        .summary(&["latitude", "longitude", "precision"])
        .whole() => {
        /// Degrees north of the equator (WGS 84).
        pub latitude: Option<Latitude> = number(-90.0, Some(90.0), Class::Locates),
        /// Degrees east of Greenwich (WGS 84).
        pub longitude: Option<Longitude> = number(-180.0, Some(180.0), Class::Locates),
        /// How exact the two are: exact, within a kilometre, the town.
        pub precision: Term = term("precisions"),
        /// Where they come from: a map, satellite pictures, the narrator's sketch.
        pub source: String = text(Class::FreeText),
    }
}

shape! {
    /// A step taken before an authority or an organisation.
    pub struct StepTaken = shape("step-taken")
        .summary(&["body", "date", "outcome", "why_not"]) => {
        /// Names this element.
        pub id: ElementId = id(),
        /// Before which body: a court, a ministry, the Red Cross, a working group.
        pub body: String = text(Class::FreeText),
        /// When.
        pub date: Option<Date> = date(),
        /// By whom.
        pub by: Mention = mention(Kind::Person),
        /// What came of it.
        pub outcome: String = long_text(),
        /// Why no step was taken, where none was.
        pub why_not: String = long_text(),
    }
}

shape! {
    /// Proceedings before one forum.
    pub struct Proceeding = shape("proceeding")
        .summary(&["forum", "reference", "status", "filed"]) => {
        /// Names this element.
        pub id: ElementId = id(),
        /// The forum.
        pub forum: Term = term("forums"),
        /// When they were filed.
        pub filed: Option<Date> = date(),
        /// The forum's number for them.
        pub reference: String = text(Class::Identifies),
        /// How they stand.
        pub status: Term = term("proceeding-states"),
        /// Anything else.
        pub note: String = text(Class::FreeText).wide(),
    }
}
