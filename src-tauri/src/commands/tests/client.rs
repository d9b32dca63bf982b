//! Writes `ui/src/bindings/commands.ts`: what the pages may call, and how each call goes to its command.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::{Path, PathBuf};

use syn::Type;

use super::signatures::{Signature, in_sources, inner, listed, name_of};

/// What the framework gives; the page does not.
const GIVEN: &[&str] = &["Here", "AppHandle", "Webview"];

const HEAD: &str = "\
// Written by the tests of src-tauri from the sources of its commands; do not edit.

";

const WATCH: &str = "
/** Follows long work, and can stop it: `operation.cancel` makes the call fail with `cancelled`. */
export interface Watch {
  readonly operation: string;
  progress: (progress: Progress) => void;
}

/** Sends a call with its arguments to the command of this name. */
export type Call = <Result>(command: string, values?: Record<string, unknown>) => Promise<Result>;
";

fn camel(name: &str) -> String {
    let mut words = name.split('_');
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |mut camel, word| {
        let mut letters = word.chars();
        camel.extend(letters.next().map(|first| first.to_ascii_uppercase()));
        camel.push_str(letters.as_str());
        camel
    })
}

fn method(group: &str, name: &str) -> String {
    let own = name.strip_prefix(&format!("{group}_"));
    camel(own.unwrap_or_else(|| panic!("{name} begins with the name of its group")))
}

fn bindings() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/src/bindings")
}

/// The folder of the bindings that has this type. The tests of the core write the others; its own are written beside this one.
fn folder_of(name: &str) -> &'static str {
    let there = |folder: &&str| bindings().join(folder).join(format!("{name}.ts")).exists();
    let found: Vec<&str> = ["api", "records"].into_iter().filter(there).collect();
    match found[..] {
        [] => "window",
        [only] => only,
        _ => panic!("two types have the name {name}"),
    }
}

/// A type as the pages have it. `named` collects those that have a file of their own.
fn typescript(of: &Type, named: &mut BTreeSet<String>) -> String {
    match of {
        Type::Reference(reference) => typescript(&reference.elem, named),
        Type::Slice(slice) => format!("Array<{}>", typescript(&slice.elem, named)),
        Type::Tuple(tuple) if tuple.elems.is_empty() => "void".to_owned(),
        // Two numbers: from and to.
        Type::Array(array) => {
            let one = typescript(&array.elem, named);
            format!("[{one}, {one}]")
        }
        Type::Path(_) => named_type(of, named),
        _ => panic!("a type of a kind that no command had before"),
    }
}

fn named_type(of: &Type, named: &mut BTreeSet<String>) -> String {
    let name = name_of(of);
    match (&*name, &inner(of)[..]) {
        ("Option", [of]) => format!("{} | null", typescript(of, named)),
        ("Vec", [of]) => format!("Array<{}>", typescript(of, named)),
        ("Channel", [of]) => format!("(message: {}) => void", typescript(of, named)),
        ("String" | "Secret", _) => "string".to_owned(),
        ("bool", _) => "boolean".to_owned(),
        ("u32" | "u64" | "usize", _) => "number".to_owned(),
        ("Bytes", _) => "ArrayBuffer".to_owned(),
        ("PageWatch", _) => "Watch".to_owned(),
        ("Token" | "Granted", _) => {
            named.insert("Grant".to_owned());
            "Grant".to_owned()
        }
        (_, []) => {
            named.insert(name.clone());
            name
        }
        _ => panic!("{name} has types inside, and no command had one before"),
    }
}

/// What a page gives to a command.
struct Parameter {
    name: String,
    /// Behind the name: its type, with a mark where it may be left out.
    of: String,
    /// What stands for it in the call where it is left out. A channel has to be there, though nobody listens.
    default: &'static str,
}

/// What may be absent at the end may be left out.
fn parameters(command: &Signature, named: &mut BTreeSet<String>) -> Vec<Parameter> {
    let mut is_optional = true;
    let taken = command.takes.iter().rev();
    let mut all: Vec<_> = taken
        .filter(|(_, of)| !GIVEN.contains(&&*name_of(of)))
        .map(|(name, of)| {
            let is_channel = name_of(of) == "Channel";
            is_optional &= is_channel || name_of(of) == "Option";
            let mark = if is_optional { "?" } else { "" };
            Parameter {
                name: camel(name),
                of: format!("{mark}: {}", typescript(of, named)),
                default: if is_optional && is_channel {
                    " = () => undefined"
                } else {
                    ""
                },
            }
        })
        .collect();
    all.reverse();
    all
}

/// A doc comment, with the names that the page has for what is quoted in it.
fn comment(docs: &[String]) -> String {
    let text = docs.join(" ");
    let said = text.split('`').enumerate().map(|(at, part)| {
        let command = listed().into_iter().find(|(_, name)| *name == part);
        match (at % 2, command) {
            (0, _) => part.to_owned(),
            (_, Some((group, name))) => format!("`{group}.{}`", method(group, name)),
            (_, None) => format!("`{}`", camel(part)),
        }
    });
    format!("/** {} */", said.collect::<String>())
}

/// The file.
fn client(commands: &[Signature]) -> String {
    let mut named = BTreeSet::from(["Progress".to_owned()]);
    let (mut interface, mut calls) = (String::new(), String::new());
    let groups: Vec<&str> = listed().iter().map(|(group, _)| *group).collect();
    let mut seen = BTreeSet::new();
    for group in groups.into_iter().filter(|group| seen.insert(*group)) {
        let _ = writeln!(interface, "  {group}: {{");
        let _ = writeln!(calls, "    {group}: {{");
        for command in commands.iter().filter(|command| command.group == group) {
            let name = method(group, &command.name);
            let parameters = parameters(command, &mut named);
            let answer = command.answers.as_ref();
            let answer = answer.map_or("void".to_owned(), |of| typescript(of, &mut named));
            if !command.docs.is_empty() {
                let _ = writeln!(interface, "    {}", comment(&command.docs));
            }
            let list = |of: fn(&Parameter) -> String| {
                parameters.iter().map(of).collect::<Vec<_>>().join(", ")
            };
            let typed = list(|one| format!("{}{}", one.name, one.of));
            let taken = list(|one| format!("{}{}", one.name, one.default));
            let values = match &*list(|one| one.name.clone()) {
                "" => String::new(),
                names => format!(", {{ {names} }}"),
            };
            let _ = writeln!(interface, "    {name}: ({typed}) => Promise<{answer}>;");
            let _ = writeln!(
                calls,
                "      {name}: ({taken}) => call('{}'{values}),",
                command.name
            );
        }
        interface.push_str("  };\n");
        calls.push_str("    },\n");
    }
    let imports = named.iter().map(|name| {
        let folder = folder_of(name);
        format!("import type {{ {name} }} from './{folder}/{name}';\n")
    });
    format!(
        "{HEAD}{}{WATCH}\n/** Everything that the window can ask of the shell, by groups. */\nexport interface Commands {{\n{interface}}}\n\n\
         /** The commands, each called by `call`. */\nexport function makeCommands(call: Call): Commands {{\n  return {{\n{calls}  }};\n}}\n",
        imports.collect::<String>()
    )
}

/// As the types are written by their tests; scripts/test compares all of it with what is committed.
#[test]
fn export_bindings_of_the_commands() {
    let text = client(&in_sources());
    let path = bindings().join("commands.ts");
    // The pages are built anew where a file is newer.
    if std::fs::read_to_string(&path).ok().as_deref() != Some(&*text) {
        std::fs::write(&path, text).expect("the bindings can be written");
    }
}

#[test]
fn a_signature_becomes_a_method() {
    let source = "
        /// Says `draft_save`, and `drops_refusals`.
        #[tauri::command]
        pub async fn draft_put(state: Here<'_>, to: Option<Token<Seal>>, all_of: Vec<String>, drops_it: Option<bool>, listed: Channel<Saved>)
            -> Answer<Option<Vec<[usize; 2]>>> {}
        #[tauri::command]
        pub fn draft_list() {}
        pub fn passed_over() {}";
    let parsed = syn::parse_file(source).expect("Rust");
    let text = client(&super::signatures::signatures("draft", &parsed));
    for line in [
        "    /** Says `draft.save`, and `dropsRefusals`. */\n",
        "    put: (to: Grant | null, allOf: Array<string>, dropsIt?: boolean | null, listed?: (message: Saved) => void) => \
         Promise<Array<[number, number]> | null>;\n",
        "      put: (to, allOf, dropsIt, listed = () => undefined) => call('draft_put', { to, allOf, dropsIt, listed }),\n",
        "    list: () => Promise<void>;\n",
        "      list: () => call('draft_list'),\n",
        "import type { Saved } from './api/Saved';\n",
        "import type { Grant } from './window/Grant';\n",
    ] {
        assert!(text.contains(line), "{line} in {text}");
    }
    assert!(!text.contains("passed"));
}
