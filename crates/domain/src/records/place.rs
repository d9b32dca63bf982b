//! A place, with its name in every script.

use super::Kind;
use super::common::{Confidentiality, Coordinates, Link, Mention, Name};
use super::shape::shape;
use super::term::Term;

shape! {
    /// A place. What sort of place stands in `type`, because `kind` is the word for records.
    pub struct Place = shape("place")
        .summary(&["names", "type", "parent"])
        .title(&["/names/0/text", "/names/1/text", "/code"])
        .groups(&[
            group("names").always(),
            group("description").always(),
            group("coordinates"),
            group("links").beside(),
            group("keeping").always().beside(),
        ]) => {
        /// Names, in every script and spelling met; the first is the one shown.
        pub names: Vec<Name> = rows().group("names").found_in(SearchScope::Name),
        /// What sort of place.
        pub r#type: Term = term("place-types").group("names"),
        /// The place that it is a part of.
        pub parent: Mention = mention(Kind::Place).group("names"),
        /// The province, for places in North Korea.
        pub province: Term = term("provinces").class(Class::Locates).coarse().group("names"),
        /// The country, as ISO 3166-1 alpha-2 (`KP`, `CN`, `TH`) or in words.
        pub country: Term = text(Class::Locates).coarse().group("names"),
        /// Where it lies.
        pub coordinates: Coordinates = object().group("coordinates"),
        /// What it is like, how it is found, what is said of it.
        pub description: String = long_text().group("description"),
        /// How far this record may go.
        pub confidentiality: Confidentiality = confidentiality().group("keeping"),
        /// The user's own key words.
        pub tags: Vec<String> = tags().group("keeping"),
        /// Links to other records.
        pub links: Vec<Link> = links().group("links"),
    }
}
