//! The schema as the window reads it: `ui/src/bindings/schema.ts`, which a test writes.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::{FieldDef, FieldType, GroupDef, ShapeDef, lookup, shape_of};
use crate::records::Kind;

const FILE: &str = "ui/src/bindings/schema.ts";

/// Written like the types of `ts-rs`: `make test` holds what is committed to what this writes.
#[test]
fn export_bindings_of_the_schema() {
    let mut shapes = BTreeMap::new();
    for kind in Kind::ALL {
        let of_kind = shape_of(kind);
        shapes.insert(of_kind.name, of_kind);
        lookup::collect(of_kind, "", &mut |_, field| {
            shapes.extend(field.shape().map(|shape| (shape.name, shape)));
        });
    }
    let shapes: Map<String, Value> = shapes
        .into_iter()
        .map(|(name, of)| (name.to_owned(), shape(of)))
        .collect();
    let groups: Map<String, Value> = Kind::ALL
        .into_iter()
        .map(|kind| {
            (
                kind.as_str().to_owned(),
                shape_of(kind).groups.iter().map(group).collect(),
            )
        })
        .collect();
    let text = format!(
        "// This file is written by crates/domain/src/records/schema/window.rs. Do not edit it.\n\n\
         /** Each object that stands in a record, by its name: a kind of record, or a part of one. */\n\
         export const SHAPES = {} as const;\n\n\
         /** The parts of the form of each kind. */\n\
         export const GROUPS = {} as const;\n",
        serde_json::to_string_pretty(&shapes).unwrap(),
        serde_json::to_string_pretty(&groups).unwrap(),
    );
    let path = std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")).join(FILE);
    // Untouched where nothing changed: the window's pages are built anew after what is newer.
    if std::fs::read_to_string(&path).ok().as_deref() != Some(&text) {
        std::fs::write(path, text).unwrap();
    }
}

fn shape(of: &ShapeDef) -> Value {
    let fields: Vec<Value> = of.fields.iter().filter_map(field).collect();
    json!({ "summary": of.summary, "row": of.row, "fields": fields })
}

/// What the window needs of a field; nothing of the id of an element, which nobody sees.
fn field(def: &FieldDef) -> Option<Value> {
    let mut members = Map::new();
    members.insert("member".into(), def.name.into());
    members.insert("type".into(), type_name(def.field_type)?.into());
    match def.field_type {
        FieldType::Number {
            least,
            most,
            is_whole,
        } => {
            members.insert("least".into(), json!(least));
            members.extend(most.map(|most| ("most".into(), json!(most))));
            members.extend(is_whole.then(|| ("isWhole".into(), true.into())));
        }
        FieldType::Term(list) | FieldType::Terms(list) | FieldType::Choice(list) => {
            members.insert("vocabulary".into(), list.into());
        }
        FieldType::Record(kind) | FieldType::Records(kind) => {
            members.extend(kind.map(|kind| ("kind".into(), kind.as_str().into())));
        }
        FieldType::Mention(kind) | FieldType::Mentions(kind) => {
            members.insert("kind".into(), kind.as_str().into());
        }
        FieldType::Rows | FieldType::Cards | FieldType::Object | FieldType::Links => {
            members.extend(def.shape().map(|of| ("of".into(), of.name.into())));
        }
        _ => {}
    }
    if matches!(def.field_type, FieldType::Rows | FieldType::Cards) {
        let is_rows = def.field_type == FieldType::Rows;
        members.insert("as".into(), if is_rows { "rows" } else { "cards" }.into());
    }
    members.extend((!def.group.is_empty()).then(|| ("group".into(), def.group.into())));
    members.extend(def.is_wide.then(|| ("isWide".into(), true.into())));
    Some(Value::Object(members))
}

fn type_name(of: FieldType) -> Option<&'static str> {
    Some(match of {
        FieldType::Id => return None,
        FieldType::Text => "text",
        FieldType::LongText => "long",
        FieldType::Prose => "prose",
        FieldType::Date => "date",
        FieldType::YesNo => "known",
        FieldType::Number { .. } => "number",
        FieldType::Term(_) => "term",
        FieldType::Terms(_) => "terms",
        FieldType::Choice(_) => "choice",
        FieldType::Record(_) => "record",
        FieldType::Records(_) => "records",
        FieldType::Mention(_) => "mention",
        FieldType::Mentions(_) => "mentions",
        FieldType::Element("narrative") => "paragraph",
        FieldType::Element(_) => "element",
        FieldType::Links => "links",
        FieldType::Tags => "tags",
        FieldType::Confidentiality => "confidentiality",
        FieldType::Object => "object",
        FieldType::Rows | FieldType::Cards => "list",
        FieldType::Fixed => "fixed",
    })
}

fn group(of: &GroupDef) -> Value {
    let flags = [
        ("isAlways", of.is_always),
        ("isBeside", of.is_beside),
        ("isFolded", of.is_folded),
    ];
    let set = flags.into_iter().filter(|(_, is_set)| *is_set);
    let mut members: Map<String, Value> = set.map(|(name, _)| (name.into(), true.into())).collect();
    members.insert("name".into(), of.name.into());
    Value::Object(members)
}
