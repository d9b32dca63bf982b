//! What a value is to merging: derived from the value alone, so that it holds for fields of any version.

use std::collections::BTreeSet;

use serde_json::Value;

use super::path::{Path, Step, id_of};
use crate::records::schema;

/// The members of a mention: a record, and the words for it.
const MENTION: [&str; 3] = ["id", "record", "text"];
/// The longest key word, in bytes. What is longer is text.
const LONGEST_KEYWORD: usize = 240;

/// Whether these objects, or what is left of them, are never mixed.
pub(super) fn is_whole(path: &Path, values: &[Option<&Value>]) -> bool {
    let list_or_member = path.0.iter().rev().find_map(|step| match step {
        Step::Member(name) => Some(name.as_str()),
        _ => None,
    });
    let is_element = matches!(path.0.last(), Some(Step::Element(_)));
    let by_name = list_or_member.is_some_and(|name| schema::is_merged_whole(name, is_element));
    let mut objects = values
        .iter()
        .flatten()
        .filter_map(|value| value.as_object());
    let is_mention =
        objects.all(|object| object.keys().all(|name| MENTION.contains(&name.as_str())));
    by_name || (is_mention && !path.0.is_empty())
}

/// The elements of a list by their ids; none where the value is no such list. What is absent is an empty list.
pub(super) fn keyed(value: Option<&Value>) -> Option<Vec<(&str, &Value)>> {
    let Some(value) = value else {
        return Some(Vec::new());
    };
    let mut seen = BTreeSet::new();
    value
        .as_array()?
        .iter()
        .map(|element| {
            let id = id_of(element).filter(|id| !id.is_empty() && seen.insert(*id))?;
            Some((id, element))
        })
        .collect()
}

/// The words of a list of key words; none where the value is no such list. What is absent is an empty list.
pub(super) fn keywords(value: Option<&Value>) -> Option<Vec<&str>> {
    let Some(value) = value else {
        return Some(Vec::new());
    };
    let mut seen = BTreeSet::new();
    value
        .as_array()?
        .iter()
        .map(|element| {
            let word = element.as_str()?;
            let is_short = word.len() <= LONGEST_KEYWORD && !word.contains(char::is_control);
            (is_short && seen.insert(word)).then_some(word)
        })
        .collect()
}
