//! A place, with its name in every script.

use super::common::{Confidentiality, Coordinates, Link, Mention, Name};
use super::shape::shape;
use super::term::Term;

shape! {
    /// A place. What sort of place stands in `type`, because `kind` is the word for records.
    pub struct Place {
        /// Names, in every script and spelling met; the first is the one shown.
        pub names: Vec<Name>,
        /// What sort of place. Vocabulary `place-types`.
        pub r#type: Term,
        /// The place that it is a part of.
        pub parent: Mention,
        /// The province, for places in North Korea. Vocabulary `provinces`.
        pub province: Term,
        /// The country, as ISO 3166-1 alpha-2 (`KP`, `CN`, `TH`) or in words.
        pub country: Term,
        /// Where it lies.
        pub coordinates: Coordinates,
        /// What it is like, how it is found, what is said of it.
        pub description: String,
        /// How far this record may go.
        pub confidentiality: Confidentiality,
        /// The user's own key words.
        pub tags: Vec<String>,
        /// Links to other records.
        pub links: Vec<Link>,
    }
}
