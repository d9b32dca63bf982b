//! What the sources say of each command: where it is, what it takes, what it answers.

use std::path::Path;

use syn::{Attribute, FnArg, Item, ItemFn, Pat, ReturnType, Type};

/// A command as its source has it.
pub struct Signature {
    pub group: String,
    pub name: String,
    /// Its doc comment, by lines.
    pub docs: Vec<String>,
    /// What it takes, by name; what the framework gives among it.
    pub takes: Vec<(String, Type)>,
    /// What it answers; none where that is nothing.
    pub answers: Option<Type>,
}

/// Groups and names of the list.
pub fn listed() -> Vec<(&'static str, &'static str)> {
    macro_rules! commands {
        ($($section:ident { $($group:ident::$name:ident),* $(,)? })*) => {
            vec![$($((stringify!($group), stringify!($name))),*),*]
        };
    }
    include!("../list.rs")
}

/// The sources of the groups, by their names.
pub fn sources() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/commands");
    let files = std::fs::read_dir(folder).expect("sources");
    let mut sources: Vec<(String, String)> = files
        .map(|file| file.expect("a source").path())
        .filter(|path| path.is_file() && !path.ends_with("list.rs") && !path.ends_with("mod.rs"))
        .map(|path| {
            let group = path
                .file_stem()
                .expect("a name")
                .to_string_lossy()
                .into_owned();
            (group, std::fs::read_to_string(&path).expect("a source"))
        })
        .collect();
    sources.sort();
    sources
}

/// All commands of the sources.
pub fn in_sources() -> Vec<Signature> {
    let all = sources().into_iter();
    all.flat_map(|(group, source)| signatures(&group, &syn::parse_file(&source).expect("Rust")))
        .collect()
}

/// The commands of one source.
pub fn signatures(group: &str, source: &syn::File) -> Vec<Signature> {
    let functions = source.items.iter().filter_map(|item| match item {
        Item::Fn(function) if function.attrs.iter().any(is_command) => Some(function),
        _ => None,
    });
    functions
        .map(|function| signature(group, function))
        .collect()
}

fn is_command(attribute: &Attribute) -> bool {
    let last = attribute.path().segments.last();
    last.is_some_and(|segment| segment.ident == "command")
}

fn signature(group: &str, function: &ItemFn) -> Signature {
    let takes = function.sig.inputs.iter().map(|input| match input {
        FnArg::Typed(typed) => match &*typed.pat {
            Pat::Ident(name) => (name.ident.to_string(), (*typed.ty).clone()),
            _ => panic!("{}: an argument has a name", function.sig.ident),
        },
        FnArg::Receiver(_) => panic!("a command is no method"),
    });
    let answers = match &function.sig.output {
        ReturnType::Default => None,
        ReturnType::Type(_, answer) => Some(match &inner(answer)[..] {
            [of] if name_of(answer) == "Answer" => (*of).clone(),
            _ => panic!("{} gives an Answer", function.sig.ident),
        }),
    };
    Signature {
        group: group.to_owned(),
        name: function.sig.ident.to_string(),
        docs: function.attrs.iter().filter_map(doc).collect(),
        takes: takes.collect(),
        answers,
    }
}

fn doc(attribute: &Attribute) -> Option<String> {
    let pair = attribute.meta.require_name_value().ok()?;
    match &pair.value {
        syn::Expr::Lit(literal) if pair.path.is_ident("doc") => match &literal.lit {
            syn::Lit::Str(text) => Some(text.value().trim().to_owned()),
            _ => None,
        },
        _ => None,
    }
}

/// The last name of a type's path; empty where it is no path.
pub fn name_of(of: &Type) -> String {
    match of {
        Type::Path(path) => path.path.segments.last().map(|last| last.ident.to_string()),
        _ => None,
    }
    .unwrap_or_default()
}

/// The types between the angle brackets of a type.
pub fn inner(of: &Type) -> Vec<&Type> {
    let Type::Path(path) = of else {
        return Vec::new();
    };
    match path.path.segments.last().map(|last| &last.arguments) {
        Some(syn::PathArguments::AngleBracketed(list)) => list
            .args
            .iter()
            .filter_map(|argument| match argument {
                syn::GenericArgument::Type(of) => Some(of),
                _ => None,
            })
            .collect(),
        _ => Vec::new(),
    }
}
