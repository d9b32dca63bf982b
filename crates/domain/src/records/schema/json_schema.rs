//! The schema as JSON Schema (draft 2020-12), for programs that read or write our records.

use serde_json::{Map, Value, json};

use super::{
    Class, Column, FieldDef, FieldType, JsonForm, MergeRule, SearchScope, ShapeDef, shape_of,
};
use crate::records::Kind;

/// A date or an interval of EDTF, as far as a pattern can say it, or nothing: the record's reader is stricter.
const EDTF: &str = r"^[-+0-9YXSTZ:~?%./]*$";
/// The text of a UUID (RFC 9562), or nothing.
const UUID: &str = "^([0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})?$";

/// What a record of this kind must be.
///
/// Members that it does not name are allowed, as a later version may have them. What JSON Schema cannot say stands in each
/// field's `x-fieldnotes`: what it says about people, how it is merged and found, how it stands in a table, and which
/// vocabulary it takes terms of.
pub fn json_schema(kind: Kind) -> Value {
    let mut definitions = Map::new();
    let root = object(shape_of(kind), &mut definitions);
    let mut schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": format!("urn:fieldnotes:schema:{}", kind.schema()),
        "title": kind.as_str(),
    });
    if let (Value::Object(schema), Value::Object(root)) = (&mut schema, root) {
        schema.extend(root);
        schema.insert("$defs".into(), Value::Object(definitions));
    }
    schema
}

fn object(shape: &ShapeDef, definitions: &mut Map<String, Value>) -> Value {
    let properties: Map<String, Value> = shape
        .fields
        .iter()
        .map(|field| (field.name.to_owned(), property(field, definitions)))
        .collect();
    json!({ "description": shape.doc.trim(), "type": "object", "properties": properties })
}

fn property(field: &FieldDef, definitions: &mut Map<String, Value>) -> Value {
    // Absent, null and empty all say that nothing is known.
    json!({
        "anyOf": [form(field, &field.json, definitions), { "type": "null" }],
        "description": field.doc.trim(),
        "x-fieldnotes": notes(field),
    })
}

fn form(field: &FieldDef, json: &JsonForm, definitions: &mut Map<String, Value>) -> Value {
    match json {
        JsonForm::Text => coded(field),
        JsonForm::Date => json!({ "type": "string", "pattern": EDTF }),
        JsonForm::Id => json!({ "type": "string", "pattern": UUID }),
        JsonForm::Bool => json!({ "type": "boolean" }),
        JsonForm::Number => limits(field, "number"),
        JsonForm::Whole => limits(field, "integer"),
        JsonForm::List(of) => json!({ "type": "array", "items": form(field, of, definitions) }),
        JsonForm::Object(shape) => {
            if !definitions.contains_key(shape.name) {
                // First its name, so that a shape within itself would end here.
                definitions.insert(shape.name.to_owned(), Value::Null);
                let definition = object(shape, definitions);
                definitions.insert(shape.name.to_owned(), definition);
            }
            json!({ "$ref": format!("#/$defs/{}", shape.name) })
        }
    }
}

/// A text; the terms that the program knows are named, and others are allowed.
fn coded(field: &FieldDef) -> Value {
    let Some(list) = field.vocabulary() else {
        return json!({ "type": "string" });
    };
    let codes: Vec<&str> = list.terms.iter().map(|term| term.code.as_str()).collect();
    json!({ "type": "string", "examples": codes })
}

fn limits(field: &FieldDef, name: &str) -> Value {
    let mut value = json!({ "type": name });
    if let (FieldType::Number { least, most, .. }, Value::Object(members)) =
        (field.field_type, &mut value)
    {
        members.insert("minimum".into(), number(least));
        members.extend(most.map(|most| ("maximum".to_owned(), number(most))));
    }
    value
}

/// Without a fraction where there is none.
fn number(limit: f64) -> Value {
    let text = limit.to_string();
    serde_json::from_str(&text).unwrap_or(Value::Null)
}

fn notes(field: &FieldDef) -> Value {
    let vocabulary = field.vocabulary();
    let all = [
        ("class", field.class.map(class)),
        ("merge", Some(merge(field.merge()))),
        ("search", Some(search(field.search()))),
        ("column", Some(column(field.column()))),
        ("vocabulary", vocabulary.map(|list| list.name.as_str())),
    ];
    let named = all
        .into_iter()
        .filter_map(|(name, value)| Some((name.to_owned(), value?.into())));
    let mut notes: Map<String, Value> = named.collect();
    notes.extend(
        field
            .huridocs()
            .map(|number| ("huridocs".to_owned(), number.into())),
    );
    Value::Object(notes)
}

fn class(class: Class) -> &'static str {
    match class {
        Class::Identifies => "identifies",
        Class::Contacts => "contacts",
        Class::Locates => "locates",
        Class::FreeText => "free_text",
        Class::Plain => "plain",
    }
}

fn merge(rule: MergeRule) -> &'static str {
    match rule {
        MergeRule::Value => "value",
        MergeRule::Set => "set",
        MergeRule::Fields => "fields",
        MergeRule::Whole => "whole",
        MergeRule::Elements => "elements",
        MergeRule::WholeElements => "whole_elements",
    }
}

fn search(scope: SearchScope) -> &'static str {
    match scope {
        SearchScope::Everything => "everything",
        SearchScope::Name => "name",
        SearchScope::Person => "person",
        SearchScope::Place => "place",
        SearchScope::Act => "act",
        SearchScope::Tag => "tag",
        SearchScope::Date => "date",
        SearchScope::Record => "record",
        SearchScope::Nothing => "nothing",
    }
}

fn column(column: Column) -> &'static str {
    match column {
        Column::Value => "value",
        Column::Joined => "joined",
        Column::Fields => "fields",
        Column::OwnTable => "own_table",
    }
}
