//! What is known of an object: its fields, and how it is shown and merged.

use super::FieldDef;
use crate::records::{Attachment, Kind, Note, Person, Place, Testimony};

/// An object with named fields: a record, or a part of one.
pub struct ShapeDef {
    /// Its name, as in the names of labels.
    pub name: &'static str,
    /// What it is, in English.
    pub doc: &'static str,
    /// Its fields, in the order in which they are written, filled in and read.
    pub fields: &'static [FieldDef],
    /// Fields that say in one line what it is, the first of them as a heading; those with a blank between belong together.
    pub summary: &'static [&'static str],
    /// Fields that are filled in on one line.
    pub row: &'static [&'static str],
    /// It makes one statement, and two versions of it are never mixed.
    pub is_whole: bool,
    /// The parts of its form, in order; none for what is not a record.
    pub groups: &'static [GroupDef],
    /// Where a record's title comes from: JSON pointers (RFC 6901), of which the first that says something counts.
    pub title: &'static [&'static str],
}

/// A part of a form, with a heading.
#[derive(Clone, Copy)]
pub struct GroupDef {
    /// Its name; the heading is the text `form-group-<name>`.
    pub name: &'static str,
    /// Shown also where nothing is filled in.
    pub is_always: bool,
    /// At the side of the form.
    pub is_beside: bool,
    /// Folded until it is asked for.
    pub is_folded: bool,
}

impl ShapeDef {
    /// The field of this name.
    pub fn field(&self, name: &str) -> Option<&'static FieldDef> {
        self.fields.iter().find(|field| field.name == name)
    }
}

/// What a record of this kind consists of.
pub fn shape_of(kind: Kind) -> &'static ShapeDef {
    match kind {
        Kind::Person => Person::SHAPE,
        Kind::Testimony => Testimony::SHAPE,
        Kind::Note => Note::SHAPE,
        Kind::Place => Place::SHAPE,
        Kind::Attachment => Attachment::SHAPE,
    }
}
