//! The words in which fields and shapes are declared.

use super::{Class, FieldDef, FieldType, GroupDef, JsonForm, SearchScope, ShapeDef};
use crate::records::Kind;

const fn field(field_type: FieldType, class: Option<Class>) -> FieldDef {
    FieldDef {
        name: "",
        doc: "",
        field_type,
        json: JsonForm::Text,
        class,
        found_in: None,
        group: "",
        is_wide: false,
        is_coarse: false,
    }
}

/// The id of the element itself.
pub const fn id() -> FieldDef {
    field(FieldType::Id, Some(Class::Plain))
}

/// One line.
pub const fn text(class: Class) -> FieldDef {
    field(FieldType::Text, Some(class))
}

/// Several lines.
pub const fn long_text() -> FieldDef {
    field(FieldType::LongText, Some(Class::FreeText)).wide()
}

/// The text for which the record is there.
pub const fn prose() -> FieldDef {
    field(FieldType::Prose, Some(Class::FreeText)).wide()
}

/// A date of EDTF.
pub const fn date() -> FieldDef {
    field(FieldType::Date, Some(Class::Plain))
}

/// Yes, no or not known.
pub const fn yes_no() -> FieldDef {
    field(FieldType::YesNo, Some(Class::Plain))
}

/// A number, not below `least`.
pub const fn number(least: f64, most: Option<f64>, class: Class) -> FieldDef {
    let field_type = FieldType::Number {
        least,
        most,
        is_whole: false,
    };
    field(field_type, Some(class))
}

/// A number without fractions.
pub const fn whole_number(least: f64, most: Option<f64>) -> FieldDef {
    let field_type = FieldType::Number {
        least,
        most,
        is_whole: true,
    };
    field(field_type, Some(Class::Plain))
}

/// A term of a vocabulary, or one of the user's own.
pub const fn term(vocabulary: &'static str) -> FieldDef {
    field(FieldType::Term(vocabulary), Some(Class::Plain))
}

/// Several terms of a vocabulary.
pub const fn terms(vocabulary: &'static str) -> FieldDef {
    field(FieldType::Terms(vocabulary), Some(Class::Plain))
}

/// A term on which rules of the program depend.
pub const fn choice(vocabulary: &'static str) -> FieldDef {
    field(FieldType::Choice(vocabulary), Some(Class::Plain))
}

/// The id of a record.
pub const fn record(kind: Option<Kind>) -> FieldDef {
    field(FieldType::Record(kind), Some(class_of(kind)))
}

/// The ids of records.
pub const fn records(kind: Option<Kind>) -> FieldDef {
    field(FieldType::Records(kind), Some(class_of(kind)))
}

/// A record of this kind, or words.
pub const fn mention(kind: Kind) -> FieldDef {
    field(FieldType::Mention(kind), Some(class_of(Some(kind))))
}

/// Records of this kind, or words.
pub const fn mentions(kind: Kind) -> FieldDef {
    field(FieldType::Mentions(kind), Some(class_of(Some(kind))))
}

const fn class_of(kind: Option<Kind>) -> Class {
    match kind {
        // What names a record of any kind may name a person.
        Some(Kind::Person) | None => Class::Identifies,
        Some(Kind::Place) => Class::Locates,
        Some(_) => Class::Plain,
    }
}

/// The id of an element of this list of the record.
pub const fn element(list: &'static str) -> FieldDef {
    field(FieldType::Element(list), Some(Class::Plain))
}

/// Links to other records.
pub const fn links() -> FieldDef {
    field(FieldType::Links, None)
}

/// The user's own key words.
pub const fn tags() -> FieldDef {
    field(FieldType::Tags, Some(Class::FreeText))
}

/// The grade of confidentiality.
pub const fn confidentiality() -> FieldDef {
    field(FieldType::Confidentiality, Some(Class::Plain))
}

/// An object with fields of its own.
pub const fn object() -> FieldDef {
    field(FieldType::Object, None)
}

/// A list of objects, each filled in on one line.
pub const fn rows() -> FieldDef {
    field(FieldType::Rows, None)
}

/// A list of objects, each on a line that opens.
pub const fn cards() -> FieldDef {
    field(FieldType::Cards, None)
}

/// What the program fills in.
pub const fn fixed(class: Class) -> FieldDef {
    field(FieldType::Fixed, Some(class))
}

impl FieldDef {
    /// What it says about people, where its type alone does not say.
    pub const fn class(mut self, class: Class) -> Self {
        self.class = Some(class);
        self
    }

    /// The group of the form where it stands.
    pub const fn group(mut self, name: &'static str) -> Self {
        self.group = name;
        self
    }

    /// As wide as the form.
    pub const fn wide(mut self) -> Self {
        self.is_wide = true;
        self
    }

    /// It says no more than which province or country.
    pub const fn coarse(mut self) -> Self {
        self.is_coarse = true;
        self
    }

    /// Found by a search in this scope.
    pub const fn found_in(mut self, scope: SearchScope) -> Self {
        self.found_in = Some(scope);
        self
    }

    /// Completes a declaration by what the macro knows.
    pub const fn named(mut self, name: &'static str, doc: &'static str, json: JsonForm) -> Self {
        self.name = plain(name);
        self.doc = doc;
        self.json = json;
        self
    }
}

/// The name without the mark of a raw identifier, which `stringify!` keeps.
const fn plain(name: &'static str) -> &'static str {
    match name.as_bytes() {
        [b'r', b'#', ..] => name.split_at(2).1,
        _ => name,
    }
}

/// An object of this name.
pub const fn shape(name: &'static str) -> ShapeDef {
    ShapeDef {
        name,
        doc: "",
        fields: &[],
        summary: &[],
        row: &[],
        is_whole: false,
        groups: &[],
        title: &[],
    }
}

impl ShapeDef {
    /// The fields that say in one line what it is.
    pub const fn summary(mut self, fields: &'static [&'static str]) -> Self {
        self.summary = fields;
        self
    }

    /// The fields that are filled in on one line.
    pub const fn row(mut self, fields: &'static [&'static str]) -> Self {
        self.row = fields;
        self
    }

    /// It makes one statement.
    pub const fn whole(mut self) -> Self {
        self.is_whole = true;
        self
    }

    /// The parts of its form.
    pub const fn groups(mut self, groups: &'static [GroupDef]) -> Self {
        self.groups = groups;
        self
    }

    /// Where its title comes from.
    pub const fn title(mut self, pointers: &'static [&'static str]) -> Self {
        self.title = pointers;
        self
    }

    /// Completes a declaration by what the macro knows.
    pub const fn with(mut self, doc: &'static str, fields: &'static [FieldDef]) -> Self {
        self.doc = doc;
        self.fields = fields;
        self
    }
}

/// A part of a form.
pub const fn group(name: &'static str) -> GroupDef {
    GroupDef {
        name,
        is_always: false,
        is_beside: false,
        is_folded: false,
    }
}

impl GroupDef {
    /// Shown also where nothing is filled in.
    pub const fn always(mut self) -> Self {
        self.is_always = true;
        self
    }

    /// At the side of the form.
    pub const fn beside(mut self) -> Self {
        self.is_beside = true;
        self
    }

    /// Folded until it is asked for.
    pub const fn folded(mut self) -> Self {
        self.is_folded = true;
        self
    }
}
