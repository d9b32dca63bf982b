//! What becomes of each class of field for one audience.

use serde::{Deserialize, Serialize};

/// Declares a rule: what may become of a field, each with the word by which it is kept and crosses to hosts.
macro_rules! rule {
    ($(#[$doc:meta])* $name:ident { $($(#[$about:meta])* $variant:ident,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        #[cfg_attr(any(test, feature = "bindings"), derive(ts_rs::TS), ts(export, export_to = "records/"))]
        pub enum $name { $($(#[$about])* $variant,)+ }
    };
}

rule! {
    /// Of names of persons.
    NameRule {
        /// Another name in their place, the same throughout the audience.
        Pseudonym,
        /// A mark in their place.
        Remove,
        /// As they are, for those who allowed it or for whom a reason is given.
        Keep,
    }
}
rule! {
    /// Of where somebody is, was or comes from.
    PlaceRule {
        /// The province or the country.
        Coarsen,
        /// A mark in their place.
        Remove,
        /// As they are.
        Keep,
    }
}
rule! {
    /// Of days.
    DateRule {
        /// The year.
        Year,
        /// The season.
        Season,
        /// The month.
        Month,
        /// Left out.
        Remove,
        /// As they are.
        Keep,
    }
}
rule! {
    /// Of ages.
    AgeRule {
        /// The group of ages.
        Group,
        /// Left out.
        Remove,
        /// As they are.
        Keep,
    }
}
rule! {
    /// Of what is kept whole or left out.
    PlainRule {
        /// Left out.
        Remove,
        /// As it is.
        Keep,
    }
}

/// What becomes of each class of field for one audience. The default hides most.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(
    any(test, feature = "bindings"),
    derive(ts_rs::TS),
    ts(export, export_to = "records/")
)]
pub struct Profile {
    /// Names of persons, wherever they are written.
    pub names: NameRule,
    /// What else says who somebody is: codes, numbers of documents, ranks and units.
    pub identifiers: PlainRule,
    /// How somebody is reached.
    pub contacts: PlainRule,
    /// Places.
    pub places: PlaceRule,
    /// Days. A day of birth never goes more exactly than its year where names are hidden.
    pub dates: DateRule,
    /// Ages.
    pub ages: AgeRule,
    /// Free text. What is kept has its names and places replaced all the same.
    pub prose: PlainRule,
    /// Members that this version does not know.
    pub others: PlainRule,
    /// Why persons who did not allow it themselves are named, in the words of the office; empty where they are not.
    #[serde(default)]
    pub reason: String,
}

impl Default for Profile {
    fn default() -> Self {
        Self {
            names: NameRule::Pseudonym,
            identifiers: PlainRule::Remove,
            contacts: PlainRule::Remove,
            places: PlaceRule::Coarsen,
            dates: DateRule::Year,
            ages: AgeRule::Group,
            prose: PlainRule::Keep,
            others: PlainRule::Remove,
            reason: String::new(),
        }
    }
}

impl Profile {
    /// Everything as it is recorded; persons only where they allowed it or a reason is given.
    pub fn as_recorded() -> Self {
        Self {
            names: NameRule::Keep,
            identifiers: PlainRule::Keep,
            contacts: PlainRule::Keep,
            places: PlaceRule::Keep,
            dates: DateRule::Keep,
            ages: AgeRule::Keep,
            prose: PlainRule::Keep,
            others: PlainRule::Keep,
            reason: String::new(),
        }
    }

    /// Whether names are hidden from everybody.
    pub fn hides_names(&self) -> bool {
        self.names != NameRule::Keep
    }

    /// Whether persons are named who did not allow it themselves.
    pub fn names_anybody(&self) -> bool {
        !self.hides_names() && !self.reason.trim().is_empty()
    }

    /// Whether nobody can be recognised by what a field says: what a narrator asked for who wants not to be identifiable.
    pub fn hides_who(&self) -> bool {
        self.hides_names()
            && self.identifiers == PlainRule::Remove
            && self.contacts == PlainRule::Remove
            && self.places != PlaceRule::Keep
            && !matches!(self.dates, DateRule::Keep | DateRule::Month)
            && self.ages != AgeRule::Keep
            && self.others == PlainRule::Remove
    }
}

impl std::fmt::Debug for Profile {
    /// The reason is somebody's words.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Profile(…)")
    }
}
