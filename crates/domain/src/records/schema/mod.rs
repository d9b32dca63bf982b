//! The schema: what each kind of record consists of, declared once.
//!
//! Beside the Rust type of each field stands one [`FieldDef`], written with the functions of `define`:
//!
//! ```text
//! /// What they do or did for a living, in a word.
//! pub trade: String = text(Class::FreeText).group("origin"),
//! ```
//!
//! From these declarations follow: reading and writing (`records::shape`), the JSON Schema that others validate against
//! ([`json_schema`]), the templates, the vocabulary of a coded field, what is merged as a whole, what a search in a scope
//! finds, and, written out by a test, the forms and reading views of the window (`ui/src/bindings/schema.ts`). Labels are
//! texts named `field-<shape>-<field>`; a test asks for them in both languages.

mod define;
mod field;
mod json_schema;
mod lookup;
mod shape_def;
#[cfg(test)]
mod window;

pub use define::*;
pub use field::{Class, Column, FieldDef, FieldType, JsonForm, MergeRule, SearchScope};
pub use json_schema::json_schema;
pub use lookup::{field_at, fields_on, leaves};
pub use lookup::{holds_code, holds_date, is_member, is_merged_whole, takes_paragraphs};
pub use shape_def::{GroupDef, ShapeDef, shape_of};

#[cfg(test)]
mod tests;
