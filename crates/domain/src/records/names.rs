//! Names of members that look like a field and are spelt otherwise.
//!
//! A member that nobody knows is kept and has no effect. Where `consent` is meant and a blank, a capital or a letter of
//! another script stands in it, a refusal would have no effect. So a name that looks like a field is never taken for an
//! unknown one.

use serde_json::Value;
use unicode_normalization::UnicodeNormalization;
use unicode_security::confusable_detection::skeleton;

use super::consent::ConsentEntry;
use super::shape::{Extra, RecordValue, member};

/// Fields that decide what may leave. For these a slip of one letter counts too.
const GUARDED: [&str; 6] = [
    "consent",
    "confidentiality",
    "decision",
    "audience",
    "valid_until",
    "conditions",
];

/// A member that looks like a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misnamed {
    /// Where the field would stand, under its own name.
    pub path: String,
    /// The name as it is: the document's own words, which belong into no error.
    pub name: String,
}

/// Collects the members among `extra` that look like one of `fields`.
pub fn find(extra: &Extra, fields: &[&str], path: &str, found: &mut Vec<Misnamed>) {
    for name in extra.keys() {
        if let Some(field) = resembled(name, fields) {
            found.push(Misnamed {
                path: member(path, field),
                name: name.clone(),
            });
        }
    }
}

/// The field that `name` looks like and is not.
pub fn resembled<'f>(name: &str, fields: &[&'f str]) -> Option<&'f str> {
    let looks = appearance(name);
    fields
        .iter()
        .map(|field| field.strip_prefix("r#").unwrap_or(field))
        .find(|field| {
            *field != name
                && (looks == appearance(field)
                    || (GUARDED.contains(field) && is_one_slip(&letters(name), &letters(field))))
        })
}

/// Whether what a record says about its consent cannot be read, because it stands under another name.
pub fn hides(record: &Value, field: &str) -> bool {
    let members = record.as_object();
    members.is_some_and(|members| {
        members
            .keys()
            .any(|name| resembled(name, &[field]).is_some())
    })
}

/// Whether a consent entry has a member that looks like one of its fields.
pub fn is_misspelt(entry: &ConsentEntry) -> bool {
    let mut found = Vec::new();
    entry.misnamed("", &mut found);
    !found.is_empty()
}

/// The letters and digits alone, in one width and one case.
fn letters(name: &str) -> String {
    // Fillers count as letters and show nothing.
    let is_seen = |c: &char| c.is_alphanumeric() && !matches!(*c, '\u{115f}' | '\u{1160}');
    let plain: String = name.nfkd().filter(is_seen).collect();
    plain.to_lowercase().nfkd().filter(is_seen).collect()
}

/// What a name looks like: [`letters`], those of other scripts by what they resemble (UTS #39).
fn appearance(name: &str) -> String {
    let letters = letters(name);
    let alike: String = skeleton(&letters).collect();
    alike.to_lowercase()
}

/// Whether one letter is wrong, missing or too many, or two neighbours are exchanged.
fn is_one_slip(name: &str, field: &str) -> bool {
    let (name, field): (Vec<char>, Vec<char>) = (name.chars().collect(), field.chars().collect());
    let same = name.iter().zip(&field).take_while(|(a, b)| a == b).count();
    let (name, field) = (
        name.get(same..).unwrap_or_default(),
        field.get(same..).unwrap_or_default(),
    );
    match (name, field) {
        ([_, name @ ..], [_, field @ ..]) if name == field => true,
        ([_, name @ ..], field) if name == field => true,
        (name, [_, field @ ..]) if name == field => true,
        ([a, b, name @ ..], [c, d, field @ ..]) => a == d && b == c && name == field,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// docs/FORMAT.md section 9: no later member may look like an older one. Versions from before would refuse it.
    #[test]
    fn no_field_looks_like_another() {
        fn look(value: &Value, at: &str) {
            for (name, inner) in value.as_object().into_iter().flatten() {
                let others = value.as_object().into_iter().flatten();
                let others: Vec<&str> = others.map(|(other, _)| other.as_str()).collect();
                assert_eq!(resembled(name, &others), None, "{at}.{name}");
                look(inner, &format!("{at}.{name}"));
            }
            for inner in value.as_array().into_iter().flatten() {
                look(inner, at);
            }
        }
        for kind in crate::records::Kind::ALL {
            look(&crate::records::template(kind), kind.schema());
        }
    }

    /// Promised in docs/THREATS.md: misspelt is not absent.
    #[test]
    fn a_name_that_looks_like_a_field_is_recognised() {
        for name in [
            "consent ",
            " consent",
            "consent\u{200b}",
            "con\u{ad}sent",
            "\u{3164}consent",
            "ｃｏｎｓｅｎｔ",
            "Consent",
            "CONSENT",
            "c\u{43e}nsent",
            "\u{421}onsent",
            "cons\u{e9}nt",
            "cons\u{435}nt",
            "con-sent",
            "consents",
            "consnet",
            "concent",
            "conset",
        ] {
            assert_eq!(
                resembled(name, &["title", "consent"]),
                Some("consent"),
                "{name:?}"
            );
        }
        for name in ["validUntil", "valid-until", "Valid_Until", "valid_untill"] {
            assert_eq!(resembled(name, &["valid_until"]), Some("valid_until"));
        }
        assert_eq!(resembled("Use", &["r#use"]), Some("use"));
        for name in ["consent", "titel", "동의", "", "x", "consequence"] {
            assert_eq!(resembled(name, &["consent", "title"]), None, "{name:?}");
        }
    }
}
