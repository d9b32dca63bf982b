//! What every declaration must say, and that what follows from them fits the Rust types.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::lookup::{collect, every_field};
use super::*;
use crate::records::{Kind, parse, template, vocabulary};

/// Every shape of every kind, once.
fn every_shape() -> Vec<&'static ShapeDef> {
    let inner = every_field().filter_map(FieldDef::shape);
    let all: BTreeMap<&str, &ShapeDef> = Kind::ALL
        .into_iter()
        .map(shape_of)
        .chain(inner)
        .map(|shape| (shape.name, shape))
        .collect();
    all.into_values().collect()
}

/// A field that no redaction knows what to do with would leave as it is.
#[test]
fn every_field_says_what_it_reveals_about_people_or_has_fields_that_do() {
    for shape in every_shape() {
        for field in shape.fields {
            let is_part = matches!(
                field.field_type,
                FieldType::Object | FieldType::Rows | FieldType::Cards | FieldType::Links
            );
            assert_eq!(
                field.class.is_none(),
                is_part,
                "{}.{}",
                shape.name,
                field.name
            );
            assert_eq!(
                is_part,
                field.shape().is_some() && !is_mention(field),
                "{}",
                field.name
            );
        }
    }
}

fn is_mention(field: &FieldDef) -> bool {
    matches!(
        field.field_type,
        FieldType::Mention(_) | FieldType::Mentions(_)
    )
}

#[test]
fn words_names_and_links_are_never_plain() {
    for field in every_field() {
        let names_a_record = matches!(
            field.field_type,
            FieldType::Record(_) | FieldType::Records(_)
        );
        let takes_words = field.field_type == FieldType::Text || names_a_record;
        assert!(
            !takes_words || field.class != Some(Class::Plain),
            "{}",
            field.name
        );
        let is_prose = matches!(field.field_type, FieldType::LongText | FieldType::Prose);
        assert!(
            !is_prose || field.class == Some(Class::FreeText),
            "{}",
            field.name
        );
        let is_name = matches!(field.name, "names" | "name" | "code" | "number" | "value");
        assert!(
            !is_name || field.class != Some(Class::Plain),
            "{}",
            field.name
        );
    }
}

#[test]
fn the_type_of_a_field_fits_its_rust_type() {
    for field in every_field() {
        let fits = match (field.field_type, field.json) {
            (FieldType::Mention(_), JsonForm::Object(of)) => of.name == "mention",
            (FieldType::Mentions(_), JsonForm::List(JsonForm::Object(of))) => {
                of.name == "mention-item"
            }
            (FieldType::Links, JsonForm::List(JsonForm::Object(of))) => of.name == "link",
            (FieldType::Object, JsonForm::Object(_)) => true,
            (FieldType::Rows | FieldType::Cards, JsonForm::List(JsonForm::Object(_))) => true,
            (FieldType::Terms(_) | FieldType::Tags, JsonForm::List(JsonForm::Text)) => true,
            (FieldType::Records(_), JsonForm::List(JsonForm::Id)) => true,
            (FieldType::Record(_) | FieldType::Element(_) | FieldType::Id, JsonForm::Id) => true,
            (FieldType::Date, JsonForm::Date) | (FieldType::YesNo, JsonForm::Bool) => true,
            (FieldType::Number { .. }, JsonForm::Number | JsonForm::Whole) => true,
            (FieldType::Fixed, JsonForm::Text | JsonForm::Whole) => true,
            (
                FieldType::Text
                | FieldType::LongText
                | FieldType::Prose
                | FieldType::Term(_)
                | FieldType::Choice(_)
                | FieldType::Confidentiality,
                JsonForm::Text,
            ) => true,
            _ => false,
        };
        assert!(fits, "{} is declared as {:?}", field.name, field.field_type);
    }
}

#[test]
fn every_coded_field_has_a_vocabulary_and_every_field_a_description() {
    for shape in every_shape() {
        assert!(!shape.doc.trim().is_empty(), "{}", shape.name);
        for field in shape.fields {
            assert!(
                !field.doc.trim().is_empty(),
                "{}.{}",
                shape.name,
                field.name
            );
            if let FieldType::Term(name) | FieldType::Terms(name) | FieldType::Choice(name) =
                field.field_type
            {
                assert!(
                    vocabulary::get(name).is_some(),
                    "{}.{}: {name}",
                    shape.name,
                    field.name
                );
            }
        }
    }
}

/// What a form does not show nobody fills in. The narrative, its title and its state have an editor of their own.
#[test]
fn every_field_of_a_kind_stands_in_one_group_of_its_form() {
    const IN_THE_EDITOR: [&str; 3] = ["title", "status", "narrative"];
    for kind in Kind::ALL {
        let shape = shape_of(kind);
        let groups: BTreeSet<&str> = shape.groups.iter().map(|group| group.name).collect();
        let used: BTreeSet<&str> = shape.fields.iter().map(|field| field.group).collect();
        assert_eq!(groups.len(), shape.groups.len(), "{kind}");
        for field in shape.fields {
            let is_elsewhere = kind == Kind::Testimony && IN_THE_EDITOR.contains(&field.name);
            assert_eq!(
                groups.contains(field.group),
                !is_elsewhere,
                "{kind}.{}",
                field.name
            );
        }
        assert!(groups.is_subset(&used), "{kind} has a group without fields");
    }
}

#[test]
fn what_names_fields_names_fields_that_are_there() {
    for shape in every_shape() {
        let named = shape
            .summary
            .iter()
            .flat_map(|names| names.split(' '))
            .chain(shape.row.iter().copied());
        for name in named.filter(|name| *name != "→") {
            assert!(shape.field(name).is_some(), "{} has no {name}", shape.name);
        }
        let is_element = shape.field("id").is_some();
        let titles = shape
            .title
            .iter()
            .filter(|pointer| !pointer.contains("code"));
        for pointer in titles {
            let first = pointer
                .split('/')
                .nth(1)
                .expect("a pointer begins with a stroke");
            let is_there = shape.field(first).is_some() || *pointer == "/title";
            assert!(is_there && !is_element, "{}: {pointer}", shape.name);
        }
    }
}

/// Where a later version has a member of this name in another place, its name alone decides how it is merged.
#[test]
fn a_name_is_merged_in_one_way_wherever_it_stands() {
    let mut whole: BTreeMap<(&str, bool), bool> = BTreeMap::new();
    for field in every_field().filter(|field| field.shape().is_some() && field.class.is_none()) {
        let rule = field.merge();
        let is_list = matches!(rule, MergeRule::Elements | MergeRule::WholeElements);
        let is_whole = matches!(rule, MergeRule::Whole | MergeRule::WholeElements);
        let before = whole.insert((field.name, is_list), is_whole);
        assert!(
            before.is_none_or(|before| before == is_whole),
            "{}",
            field.name
        );
        assert_eq!(
            is_merged_whole(field.name, is_list),
            is_whole,
            "{}",
            field.name
        );
    }
}

#[test]
fn a_field_is_found_by_its_path() {
    let field = field_at(Kind::Testimony, "acts[2].victims[0].status").expect("a field");
    assert_eq!(
        field.vocabulary().map(|list| list.name.as_str()),
        Some("victim-statuses")
    );
    let field = field_at(Kind::Testimony, "journey[].from.text").expect("a field");
    assert_eq!(
        (field.name, field.search()),
        ("text", SearchScope::Everything)
    );
    for path in [
        "",
        "nothing",
        "acts[].nothing",
        "title.nothing",
        "acts[].type.more",
    ] {
        assert!(field_at(Kind::Testimony, path).is_none(), "{path:?}");
    }
    let on: Vec<&str> = fields_on(Kind::Note, "author.text")
        .map(|field| field.name)
        .collect();
    assert_eq!(on, ["author", "text"]);
    let on = fields_on(Kind::Note, "author.later.text").count();
    assert_eq!(on, 1, "it ends where this version knows nothing");
}

/// What the search by persons looks through is what mentions persons: no list beside the schema can lag behind.
#[test]
fn each_mention_is_searched_by_what_it_mentions() {
    let scope = |kind, path| field_at(kind, path).map(FieldDef::search);
    assert_eq!(scope(Kind::Note, "author"), Some(SearchScope::Person));
    assert_eq!(
        scope(Kind::Testimony, "consent[].obtained.interpreter[]"),
        Some(SearchScope::Person)
    );
    assert_eq!(
        scope(Kind::Testimony, "journey[].from"),
        Some(SearchScope::Place)
    );
    assert_eq!(
        scope(Kind::Testimony, "journey[].harms[].type"),
        Some(SearchScope::Act)
    );
}

#[test]
fn a_template_shows_every_field_and_is_a_record() {
    for kind in Kind::ALL {
        let example = template(kind);
        let bytes = serde_json::to_vec(&example).expect("JSON");
        let record = parse(kind, &bytes).expect("a record");
        assert_eq!(record.unknown_members(), Vec::<String>::new(), "{kind}");
        collect(shape_of(kind), "", &mut |path, field| {
            let cannot_be_invented =
                matches!(field.json, JsonForm::Id | JsonForm::List(JsonForm::Id));
            let in_links = path.starts_with("links[].");
            let is_shown = !values_at(&example, &path).is_empty();
            assert!(
                is_shown || cannot_be_invented || in_links,
                "{kind} does not show {path}"
            );
        });
    }
}

fn values_at<'v>(value: &'v Value, path: &str) -> Vec<&'v Value> {
    path.split('.').fold(vec![value], |values, step| {
        let name = step.trim_end_matches("[]");
        let found = values.into_iter().flat_map(|value| match value {
            Value::Array(elements) => elements.iter().collect(),
            one => vec![one],
        });
        found.filter_map(|value| value.get(name)).collect()
    })
}

/// What other programs check records by is committed, so that it can be read without building; `make test` holds it
/// to the declarations.
#[test]
fn export_bindings_of_json_schema() {
    let folder =
        std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")).join("docs/schema");
    std::fs::create_dir_all(&folder).unwrap();
    for kind in Kind::ALL {
        let mut text = serde_json::to_string_pretty(&json_schema(kind)).unwrap();
        text.push('\n');
        let path = folder.join(format!("{kind}.schema.json"));
        if std::fs::read_to_string(&path).ok().as_deref() != Some(&text) {
            std::fs::write(path, text).unwrap();
        }
    }
}
