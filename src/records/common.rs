//! What every kind of record has, and the small parts that several kinds use.

use uuid::Uuid;

use super::shape::{open_enum, shape};
use super::term::{ElementId, Latitude, Longitude, Term};

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
    pub struct Link {
        /// Names this element.
        pub id: ElementId,
        /// The other record.
        pub record: Option<Uuid>,
        /// What the other record is to this one.
        pub role: Term,
    }
}

shape! {
    /// A person or a place that is spoken of: a record where there is one, otherwise in words.
    pub struct Mention {
        /// The record.
        pub record: Option<Uuid>,
        /// In words, as it was said.
        pub text: String,
    }
}

shape! {
    /// A person or a place spoken of in a list.
    pub struct MentionItem {
        /// Names this element.
        pub id: ElementId,
        /// The record.
        pub record: Option<Uuid>,
        /// In words, as it was said.
        pub text: String,
    }
}

shape! {
    /// One name, in one script, in one spelling.
    pub struct Name {
        /// Names this element.
        pub id: ElementId,
        /// The name as it is written.
        pub text: String,
        /// The script it is written in. Vocabulary `scripts`.
        pub script: Term,
        /// What sort of name: by birth, alias, pseudonym. Vocabulary `name-types`.
        pub r#type: Term,
        /// The language of the name. Vocabulary `languages`.
        pub language: Term,
        /// Where this spelling was met, who uses it.
        pub note: String,
    }
}

shape! {
    /// A passage of the narrative that bears something out.
    pub struct Passage {
        /// Names this element.
        pub id: ElementId,
        /// The id of the paragraph in `narrative`.
        pub paragraph: Option<Uuid>,
        /// `original` or `translation`; empty means the paragraph as a whole.
        pub column: Term,
        /// The words themselves, so that the citation can be checked after an edit.
        pub quote: String,
    }
}

shape! {
    /// Where a place lies, and how exactly that is known.
    pub struct Coordinates {
        /// Degrees north of the equator (WGS 84).
        pub latitude: Option<Latitude>,
        /// Degrees east of Greenwich (WGS 84).
        pub longitude: Option<Longitude>,
        /// How exact the two are: exact, within a kilometre, the town. Vocabulary `precisions`.
        pub precision: Term,
        /// Where they come from: a map, satellite pictures, the narrator's sketch.
        pub source: String,
    }
}
