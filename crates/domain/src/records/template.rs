//! A filled-in example of each kind, for someone who writes a record by hand.

use serde_json::{Map, Value, json};

use super::Kind;
use super::schema::{FieldDef, FieldType, JsonForm, ShapeDef, shape_of};

/// An example of this kind. It shows every field, and is itself a valid record.
///
/// The examples are files, with words that a reader understands at once; a field that a file does not show is added
/// empty.
pub fn template(kind: Kind) -> Value {
    let text = match kind {
        Kind::Person => include_str!("templates/person.json"),
        Kind::Testimony => include_str!("templates/testimony.json"),
        Kind::Note => include_str!("templates/note.json"),
        Kind::Place => include_str!("templates/place.json"),
        Kind::Attachment => include_str!("templates/attachment.json"),
    };
    let written = serde_json::from_str(text)
        .expect("the examples are compiled in, and a test reads them all");
    completed(shape_of(kind), written)
}

/// The example of an object with the fields that it does not show, in the order of the schema.
fn completed(shape: &ShapeDef, written: Value) -> Value {
    let Value::Object(mut written) = written else {
        return written;
    };
    let mut all = Map::new();
    for field in shape.fields {
        let shown = written
            .shift_remove(field.name)
            .map(|value| within(field, value));
        let value = shown.or_else(|| of_type(field, &field.json));
        all.extend(value.map(|value| (field.name.to_owned(), value)));
    }
    Value::Object(all)
}

/// The same for what stands in a field: of a list, the first element shows everything.
fn within(field: &FieldDef, value: Value) -> Value {
    let Some(shape) = field.shape().filter(|_| field.class.is_none()) else {
        return value;
    };
    match value {
        Value::Array(mut elements) => {
            if let Some(first) = elements.first_mut() {
                *first = completed(shape, first.take());
            }
            Value::Array(elements)
        }
        object => completed(shape, object),
    }
}

/// An empty field of its type, so that nothing invented is kept by mistake; none for ids, which are not filled in by hand.
fn of_type(field: &FieldDef, json: &JsonForm) -> Option<Value> {
    let mention = || json!({ "text": "" });
    match (field.field_type, json) {
        (FieldType::Mention(_), _) => Some(mention()),
        (FieldType::Mentions(_), _) => Some(json!([mention()])),
        (_, JsonForm::Id) | (FieldType::Fixed | FieldType::Links, _) => None,
        (_, JsonForm::Text | JsonForm::Date) => Some("".into()),
        (_, JsonForm::Bool | JsonForm::Number | JsonForm::Whole) => Some(Value::Null),
        (_, JsonForm::Object(shape)) => Some(completed(shape, json!({}))),
        (_, JsonForm::List(of)) => Some(Value::Array(of_type(field, of).into_iter().collect())),
    }
}
