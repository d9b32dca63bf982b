//! Where in a record something stands.

use std::fmt;

use serde_json::{Map, Value};

/// One step from a whole to a part of it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// A member of an object, by its name.
    Member(String),
    /// An element of a list, by its id.
    Element(String),
    /// The order of the elements of a list.
    Order,
    /// Whether the record lies in the trash.
    Trashed,
    /// The schema of the record.
    Schema,
}

/// The way from the record to one of its parts; empty for the record as a whole.
///
/// Written as `narrative[ID].original`, `journey@order`, `@trashed`; two different ones are never written alike.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Path(pub Vec<Step>);

impl Path {
    /// One step further.
    #[must_use]
    pub fn with(&self, step: Step) -> Self {
        let mut steps = Vec::with_capacity(self.0.len() + 1);
        steps.extend_from_slice(&self.0);
        steps.push(step);
        Self(steps)
    }

    /// Whether this part is the other one, or stands in it.
    pub fn is_in(&self, whole: &Self) -> bool {
        self.0.starts_with(&whole.0)
    }

    /// The part of a record that stands here. What is no member or element has none.
    pub fn find<'r>(&self, record: &'r Value) -> Option<&'r Value> {
        self.0.iter().try_fold(record, |whole, step| match step {
            Step::Member(name) => whole.get(name),
            Step::Element(id) => whole
                .as_array()?
                .iter()
                .find(|one| id_of(one) == Some(id.as_str())),
            Step::Order | Step::Trashed | Step::Schema => None,
        })
    }

    /// Puts a value here, or takes away what stands here. Objects and lists that lead here are made where they are not.
    pub(super) fn put(&self, record: &mut Value, value: Option<Value>) {
        put(record, &self.0, value);
    }
}

fn put(whole: &mut Value, steps: &[Step], value: Option<Value>) {
    let Some((step, rest)) = steps.split_first() else {
        *whole = value.unwrap_or_default();
        return;
    };
    let is_last = rest.is_empty();
    match step {
        Step::Member(name) => {
            if !whole.is_object() {
                *whole = Value::Object(Map::new());
            }
            let Some(members) = whole.as_object_mut() else {
                return;
            };
            match value {
                None if is_last => drop(members.shift_remove(name)),
                None if !members.contains_key(name) => {}
                value => put(
                    members.entry(name.as_str()).or_insert(Value::Null),
                    rest,
                    value,
                ),
            }
        }
        Step::Element(id) => {
            if !whole.is_array() {
                *whole = Value::Array(Vec::new());
            }
            let Some(elements) = whole.as_array_mut() else {
                return;
            };
            let at = elements
                .iter()
                .position(|one| id_of(one) == Some(id.as_str()));
            match (value, at) {
                (None, None) => {}
                (None, Some(at)) if is_last => drop(elements.remove(at)),
                (value, Some(at)) => {
                    if let Some(element) = elements.get_mut(at) {
                        put(element, rest, value);
                    }
                }
                (value, None) => {
                    let mut element = serde_json::json!({ "id": id });
                    put(&mut element, rest, value);
                    elements.push(element);
                }
            }
        }
        Step::Order | Step::Trashed | Step::Schema => {}
    }
}

/// The id of an element.
pub(super) fn id_of(element: &Value) -> Option<&str> {
    element.get("id")?.as_str()
}

/// The ids of the elements of a list, in their order.
pub(super) fn ids_of(list: &Value) -> Option<Vec<&str>> {
    list.as_array()?.iter().map(id_of).collect()
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_empty() {
            return f.write_str("@record");
        }
        for (at, step) in self.0.iter().enumerate() {
            match step {
                Step::Member(name) => {
                    if at > 0 {
                        f.write_str(".")?;
                    }
                    escape(name, f)?;
                }
                Step::Element(id) => {
                    f.write_str("[")?;
                    escape(id, f)?;
                    f.write_str("]")?;
                }
                Step::Order => f.write_str("@order")?,
                Step::Trashed => f.write_str("@trashed")?,
                Step::Schema => f.write_str("@schema")?,
            }
        }
        Ok(())
    }
}

fn escape(text: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    for sign in text.chars() {
        if matches!(sign, '\\' | '.' | '[' | ']' | '@') {
            f.write_str("\\")?;
        }
        write!(f, "{sign}")?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn member(name: &str) -> Step {
        Step::Member(name.into())
    }

    #[test]
    fn different_ways_are_written_differently() {
        let paths = [
            Path::default(),
            Path(vec![Step::Trashed]),
            Path(vec![member("@trashed")]),
            Path(vec![member("a.b")]),
            Path(vec![member("a"), member("b")]),
            Path(vec![member("a"), Step::Element("b".into())]),
            Path(vec![member("a[b]")]),
            Path(vec![member("a"), Step::Order]),
        ];
        let written: std::collections::BTreeSet<_> = paths.iter().map(Path::to_string).collect();
        assert_eq!(written.len(), paths.len(), "{written:?}");
        assert!(written.contains("a[b]") && written.contains("a@order"));
    }

    #[test]
    fn a_part_is_found_put_and_taken_away() {
        let mut record = json!({"list": [{"id": "1", "text": "x"}], "keep": true});
        let text = Path(vec![
            member("list"),
            Step::Element("1".into()),
            member("text"),
        ]);
        assert_eq!(text.find(&record), Some(&json!("x")));
        text.put(&mut record, Some(json!("y")));
        let other = Path(vec![member("list"), Step::Element("2".into())]);
        other.put(&mut record, Some(json!({"id": "2"})));
        let deep = Path(vec![member("new"), member("code")]);
        deep.put(&mut record, Some(json!("z")));
        Path(vec![
            member("list"),
            Step::Element("1".into()),
            member("none"),
        ])
        .put(&mut record, None);
        assert_eq!(
            record,
            json!({"list": [{"id": "1", "text": "y"}, {"id": "2"}], "keep": true, "new": {"code": "z"}})
        );
        other.put(&mut record, None);
        text.put(&mut record, None);
        assert_eq!(record["list"], json!([{"id": "1"}]));
    }
}
