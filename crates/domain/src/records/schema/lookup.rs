//! What is asked of the schema.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::{FieldDef, FieldType, MergeRule, ShapeDef, shape_of};
use crate::records::Kind;

/// The field at a path such as `acts[2].victims[0].status` or `acts[].victims[].status`; none where this version has none.
pub fn field_at(kind: Kind, path: &str) -> Option<&'static FieldDef> {
    let depth = path.split('.').count();
    let mut last = None;
    let found = fields_on(kind, path).inspect(|field| last = Some(*field));
    (found.count() == depth).then_some(last).flatten()
}

/// The fields that lead to a path, from the record on; it ends at the first member that this version does not know.
pub fn fields_on(kind: Kind, path: &str) -> impl Iterator<Item = &'static FieldDef> {
    let mut shape = Some(shape_of(kind));
    path.split('.').map_while(move |step| {
        let name = step.split('[').next().unwrap_or(step);
        let field = shape?.field(name)?;
        shape = field.shape();
        Some(field)
    })
}

/// Each field of a kind that has no fields of its own, with its path (`acts[].victims[].status`).
pub fn leaves(kind: Kind) -> Vec<(String, &'static FieldDef)> {
    let mut found = Vec::new();
    collect(shape_of(kind), "", &mut |path, field| {
        if field.shape().is_none() || field.class.is_some() {
            found.push((path, field));
        }
    });
    found
}

/// Calls `visit` with every field of a shape and of the shapes in it. A mention counts as one field.
pub(super) fn collect(
    shape: &'static ShapeDef,
    path: &str,
    visit: &mut dyn FnMut(String, &'static FieldDef),
) {
    for field in shape.fields {
        let is_list = matches!(field.json, super::JsonForm::List(_));
        let dot = if path.is_empty() { "" } else { "." };
        let brackets = if is_list { "[]" } else { "" };
        let path = format!("{path}{dot}{}{brackets}", field.name);
        visit(path.clone(), field);
        if let (Some(shape), None) = (field.shape(), field.class) {
            collect(shape, &path, visit);
        }
    }
}

/// Every field of every kind, at every depth.
pub(super) fn every_field() -> impl Iterator<Item = &'static FieldDef> {
    Kind::ALL.into_iter().flat_map(|kind| {
        let mut found = Vec::new();
        collect(shape_of(kind), "", &mut |_, field| found.push(field));
        found
    })
}

/// Names of the fields for which this holds: of use where a record of a later version has them in other places too.
fn names(holds: impl Fn(&FieldDef) -> bool) -> HashSet<&'static str> {
    let fields = every_field().filter(|field| holds(field));
    fields.map(|field| field.name).collect()
}

static MEMBERS: LazyLock<HashSet<&'static str>> = LazyLock::new(|| names(|_| true));
static CODED: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| names(|field| field.vocabulary().is_some()));
static WHOLE_OBJECTS: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| names(|field| field.merge() == MergeRule::Whole && field.class.is_none()));
static WHOLE_ELEMENTS: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
    names(|field| field.merge() == MergeRule::WholeElements && field.class.is_none())
});
static DATES: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| names(|field| field.field_type == FieldType::Date));
static PARAGRAPHS: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
    names(|field| matches!(field.field_type, FieldType::LongText | FieldType::Prose))
});

/// Whether some object of the schema has a member of this name.
pub fn is_member(name: &str) -> bool {
    MEMBERS.contains(name)
}

/// Whether a member of this name holds a code.
pub fn holds_code(member: &str) -> bool {
    CODED.contains(member)
}

/// Whether a member of this name holds a date.
pub fn holds_date(member: &str) -> bool {
    DATES.contains(member)
}

/// Whether the object of this name, or each element of the list of this name, is one statement that is never mixed.
pub fn is_merged_whole(member: &str, is_element: bool) -> bool {
    match is_element {
        true => WHOLE_ELEMENTS.contains(member),
        false => WHOLE_OBJECTS.contains(member),
    }
}

/// Whether a text of several lines stands in a member of this name.
pub fn takes_paragraphs(member: &str) -> bool {
    PARAGRAPHS.contains(member)
}
