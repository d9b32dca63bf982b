//! What is known of a field: its type, what it says about a person, how it is merged and found.

use super::ShapeDef;
use crate::records::Kind;
use crate::records::vocabulary::{self, Vocabulary};

/// What a field says about people, which decides what becomes of it where they must not be known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Class {
    /// Who somebody is: a name, a code, a number of a document, a day of birth.
    Identifies,
    /// How somebody is reached.
    Contacts,
    /// Where somebody is, was or comes from.
    Locates,
    /// Prose, in which anything may be said.
    FreeText,
    /// None of these by itself: a date, a number, a code of a vocabulary. A term of the user's own in a coded field is free text.
    Plain,
}

/// How a field is filled in and what its text means.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum FieldType {
    /// The id of the element itself. Nobody fills it in or reads it.
    Id,
    /// One line.
    Text,
    /// Several lines.
    LongText,
    /// The text for which the record is there.
    Prose,
    /// A date of EDTF (ISO 8601-2).
    Date,
    /// Yes, no or not known.
    YesNo,
    /// A number between limits.
    Number {
        /// The least.
        least: f64,
        /// The greatest, where there is one.
        most: Option<f64>,
        /// Without fractions.
        is_whole: bool,
    },
    /// A term of this vocabulary, or one of the user's own.
    Term(&'static str),
    /// Several of them.
    Terms(&'static str),
    /// A term of this vocabulary on which rules of the program depend.
    Choice(&'static str),
    /// The id of a record of this kind; none means of any.
    Record(Option<Kind>),
    /// Several of them.
    Records(Option<Kind>),
    /// A record of this kind, or words.
    Mention(Kind),
    /// Several of them.
    Mentions(Kind),
    /// The id of an element of this list of the record.
    Element(&'static str),
    /// Links to other records.
    Links,
    /// The user's own key words.
    Tags,
    /// The grade of confidentiality.
    Confidentiality,
    /// An object with fields of its own.
    Object,
    /// A list of objects, each with what is in `row` filled in on one line.
    Rows,
    /// A list of objects, each on a line that opens.
    Cards,
    /// What the program fills in.
    Fixed,
}

/// What stands in JSON, derived from the Rust type of the field.
#[derive(Clone, Copy)]
pub enum JsonForm {
    /// A text.
    Text,
    /// A text of EDTF.
    Date,
    /// The text of a UUID (RFC 9562).
    Id,
    /// `true` or `false`.
    Bool,
    /// A number.
    Number,
    /// A whole number, not below zero.
    Whole,
    /// An object.
    Object(&'static ShapeDef),
    /// A list.
    List(&'static JsonForm),
}

/// What becomes of a field that two sides changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MergeRule {
    /// One or the other; both where they are texts of several lines.
    Value,
    /// A set: what each side added is in it, what one took out is not.
    Set,
    /// Field by field.
    Fields,
    /// One object or the other, since half of each would say what neither said.
    Whole,
    /// Element by element, by their ids; each field by field.
    Elements,
    /// Element by element, by their ids; each as a whole.
    WholeElements,
}

/// What a search for something in particular looks through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SearchScope {
    /// All texts.
    Everything,
    /// What the record is called by.
    Name,
    /// Persons that are spoken of.
    Person,
    /// Places that are spoken of.
    Place,
    /// What was done.
    Act,
    /// Key words.
    Tag,
    /// Days.
    Date,
    /// Records that this one names.
    Record,
    /// It is not looked through.
    Nothing,
}

/// How a field stands in a table with one row a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// As it is.
    Value,
    /// Its elements one after the other.
    Joined,
    /// Its fields in columns of their own.
    Fields,
    /// In a table of its own, with one row an element.
    OwnTable,
}

/// A field, declared beside its Rust type.
pub struct FieldDef {
    /// The member in JSON.
    pub name: &'static str,
    /// What it says, in English.
    pub doc: &'static str,
    /// How it is filled in.
    pub field_type: FieldType,
    /// What stands in JSON.
    pub json: JsonForm,
    /// What it says about people; none where its own fields say it.
    pub class: Option<Class>,
    /// What finds it, where its type does not say.
    pub(super) found_in: Option<SearchScope>,
    /// The group of the form where it stands; empty where it has none.
    pub group: &'static str,
    /// As wide as the form.
    pub is_wide: bool,
    /// It says no more than which province or country: where places are coarsened it stays.
    pub is_coarse: bool,
}

impl FieldDef {
    /// The name of its vocabulary.
    pub fn vocabulary(&self) -> Option<&'static Vocabulary> {
        match self.field_type {
            FieldType::Term(name) | FieldType::Terms(name) | FieldType::Choice(name) => {
                vocabulary::get(name)
            }
            _ => None,
        }
    }

    /// The number of the HURIDOCS micro-thesaurus for what it says, where there is one.
    pub fn huridocs(&self) -> Option<u8> {
        self.vocabulary()?.huridocs
    }

    /// The fields of the object, or of the elements of the list, that stands in it.
    pub fn shape(&self) -> Option<&'static ShapeDef> {
        match self.json {
            JsonForm::Object(shape) => Some(shape),
            JsonForm::List(JsonForm::Object(shape)) => Some(shape),
            _ => None,
        }
    }

    /// What becomes of it where two sides changed it.
    pub fn merge(&self) -> MergeRule {
        match self.json {
            JsonForm::Object(shape) if shape.is_whole => MergeRule::Whole,
            JsonForm::Object(_) => MergeRule::Fields,
            JsonForm::List(JsonForm::Object(shape)) if shape.is_whole => MergeRule::WholeElements,
            JsonForm::List(JsonForm::Object(_)) => MergeRule::Elements,
            JsonForm::List(_) => MergeRule::Set,
            JsonForm::Text
            | JsonForm::Date
            | JsonForm::Id
            | JsonForm::Bool
            | JsonForm::Number
            | JsonForm::Whole => MergeRule::Value,
        }
    }

    /// What finds it.
    pub fn search(&self) -> SearchScope {
        if let Some(scope) = self.found_in {
            return scope;
        }
        match self.field_type {
            FieldType::Mention(kind) | FieldType::Mentions(kind) => match kind {
                Kind::Person => SearchScope::Person,
                Kind::Place => SearchScope::Place,
                _ => SearchScope::Everything,
            },
            FieldType::Date => SearchScope::Date,
            FieldType::Tags => SearchScope::Tag,
            FieldType::Record(_) | FieldType::Records(_) => SearchScope::Record,
            FieldType::Id
            | FieldType::Element(_)
            | FieldType::YesNo
            | FieldType::Number { .. }
            | FieldType::Confidentiality => SearchScope::Nothing,
            _ => SearchScope::Everything,
        }
    }

    /// How it stands in a table.
    pub fn column(&self) -> Column {
        match (self.field_type, self.json) {
            (FieldType::Mention(_), _) => Column::Value,
            (FieldType::Mentions(_), _) => Column::Joined,
            (_, JsonForm::Object(_)) => Column::Fields,
            (_, JsonForm::List(JsonForm::Object(_))) => Column::OwnTable,
            (_, JsonForm::List(_)) => Column::Joined,
            _ => Column::Value,
        }
    }
}
