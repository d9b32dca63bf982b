//! English and Korean say the same things: the same texts, with the same attributes and parameters.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};

fn locales() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../locales")
}

fn files(language: &str) -> BTreeSet<String> {
    let folder = locales().join(language);
    std::fs::read_dir(folder)
        .expect("the folder of a language")
        .map(|entry| {
            entry
                .expect("an entry")
                .file_name()
                .to_string_lossy()
                .into_owned()
        })
        .collect()
}

/// The texts of a file: key, or key and attribute → its parameters.
fn texts(language: &str, file: &str) -> BTreeMap<String, BTreeSet<String>> {
    let path = locales().join(language).join(file);
    let source = std::fs::read_to_string(&path).expect("a readable file");
    let resource = fluent_syntax::parser::parse(source.as_str())
        .unwrap_or_else(|(_, errors)| panic!("{}: {errors:?}", path.display()));
    let mut texts = BTreeMap::new();
    let mut keep = |key: String, pattern: &Pattern<&str>| {
        let mut parameters = BTreeSet::new();
        of_pattern(pattern, &mut parameters);
        let before = texts.insert(key.clone(), parameters);
        assert!(before.is_none(), "{}: {key} stands twice", path.display());
    };
    for entry in &resource.body {
        match entry {
            Entry::Message(message) => {
                if let Some(value) = &message.value {
                    keep(message.id.name.to_owned(), value);
                }
                for attribute in &message.attributes {
                    keep(
                        format!("{}.{}", message.id.name, attribute.id.name),
                        &attribute.value,
                    );
                }
            }
            Entry::Term(term) => keep(format!("-{}", term.id.name), &term.value),
            Entry::Junk { content } => panic!("{}: {content}", path.display()),
            _ => {}
        }
    }
    texts
}

fn of_pattern(pattern: &Pattern<&str>, parameters: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            of_expression(expression, parameters);
        }
    }
}

fn of_expression(expression: &Expression<&str>, parameters: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => of_inline(inline, parameters),
        Expression::Select { selector, variants } => {
            of_inline(selector, parameters);
            for variant in variants {
                of_pattern(&variant.value, parameters);
            }
        }
    }
}

fn of_inline(inline: &InlineExpression<&str>, parameters: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            parameters.insert(id.name.to_owned());
        }
        InlineExpression::Placeable { expression } => of_expression(expression, parameters),
        InlineExpression::FunctionReference { arguments, .. } => {
            for argument in &arguments.positional {
                of_inline(argument, parameters);
            }
        }
        _ => {}
    }
}

#[test]
fn both_languages_have_the_same_files() {
    assert_eq!(files("en"), files("ko"));
}

#[test]
fn both_languages_have_the_same_texts() {
    for file in files("en") {
        let english = texts("en", &file);
        let korean = texts("ko", &file);
        let keys = |texts: &BTreeMap<String, _>| texts.keys().cloned().collect::<BTreeSet<_>>();
        let (english_keys, korean_keys) = (keys(&english), keys(&korean));
        let only_english: Vec<_> = english_keys.difference(&korean_keys).collect();
        let only_korean: Vec<_> = korean_keys.difference(&english_keys).collect();
        assert!(
            only_english.is_empty() && only_korean.is_empty(),
            "{file}: only in English {only_english:?}, only in Korean {only_korean:?}"
        );
        for (key, parameters) in &english {
            assert_eq!(
                Some(parameters),
                korean.get(key),
                "the parameters of {key} in {file}"
            );
        }
    }
}

/// Every failure says what to do, too.
#[test]
fn every_error_has_a_hint() {
    for file in files("en") {
        let english = texts("en", &file);
        for key in english
            .keys()
            .filter(|key| key.starts_with("error-") && !key.contains('.'))
        {
            assert!(
                english.contains_key(&format!("{key}.hint")),
                "{key} in {file} has no hint"
            );
        }
    }
}

/// A parameter may end in any letter, so a particle that depends on the letter cannot follow it.
#[test]
fn no_korean_particle_depends_on_a_parameter() {
    let pairs = [
        "을", "를", "이 ", "가 ", "은 ", "는 ", "과 ", "와 ", "으로", "로 ",
    ];
    for file in files("ko") {
        let text = std::fs::read_to_string(locales().join("ko").join(&file)).expect("a file");
        for (at, line) in text.lines().enumerate() {
            for after in line.split(" }").skip(1).chain(line.split(" }”").skip(1)) {
                assert!(
                    !pairs.iter().any(|pair| after.starts_with(pair)),
                    "{file}:{}: {line}",
                    at + 1
                );
            }
            assert!(
                !["(을)", "(를)", "(이)", "(은)", "(는)"]
                    .iter()
                    .any(|p| line.contains(p)),
                "{file}: {line}"
            );
        }
    }
}

/// What the program asks for by key is in the files.
#[test]
fn every_text_that_the_program_names_exists() {
    let mut known = BTreeSet::new();
    for file in files("en") {
        known.extend(texts("en", &file).into_keys());
    }
    let mut missing = Vec::new();
    look_into(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("src"),
        &mut |code| {
            for call in ["text(\"", "with(\"", "passphrase(\"", "step(\""] {
                for rest in code.split(call).skip(1) {
                    let key = rest.split('"').next().unwrap_or_default();
                    let is_key =
                        key.contains('-') && !key.ends_with('-') && !key.contains(['{', ' ', '_']);
                    if is_key && !key.starts_with("no-such") && !known.contains(key) {
                        missing.push(key.to_owned());
                    }
                }
            }
        },
    );
    assert!(missing.is_empty(), "{missing:?}");
}

fn look_into(folder: &Path, see: &mut dyn FnMut(&str)) {
    for entry in std::fs::read_dir(folder).expect("a folder of sources") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            look_into(&path, see);
        } else {
            see(&std::fs::read_to_string(&path).expect("a source"));
        }
    }
}
