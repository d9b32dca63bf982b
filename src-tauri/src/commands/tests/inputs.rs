//! Guards a promise of docs/THREATS.md: the page holds handles, and no command takes a path.

use syn::{Fields, Item, Type};

use super::signatures::{inner, listed, name_of, signatures, sources};

/// Texts that the page may send, by the names that commands have for them: none is used as a path.
const TEXTS: &[&str] = &[
    // Words of people, and ids that the core looks up.
    "after",
    "attachment",
    "audience",
    "base",
    "colleagues",
    "draft",
    "expected",
    "fingerprint",
    "id",
    "identity",
    "ids",
    "kind",
    "line",
    "name",
    "next",
    "only",
    "operation",
    "owner",
    "purpose",
    "query",
    "record",
    "records",
    "revision",
    "texts",
    // Offered in a dialog, where a person decides: endings of files, and the name of a new one (`name`).
    "endings",
    // Looked up among the files that were found in the exchange folder.
    "names",
];

/// Everything else that commands take: what the framework gives, secrets, handles, numbers, and types without a path in them.
const OTHERS: &[&str] = &[
    "Accept",
    "AppHandle",
    "BundleOrder",
    "BundleTo",
    "Ending",
    "FileUse",
    "FolderUse",
    "Here",
    "Holding",
    "IdentitySource",
    "ImportChoice",
    "Language",
    "ListPage",
    "PageWatch",
    "PutDraft",
    "Reach",
    "ReviewOrder",
    "SearchPage",
    "Secret",
    "Settle",
    "Sort",
    "Theme",
    "Token",
    "Value",
    "Webview",
    "WindowSettings",
    "bool",
    "u32",
    "u64",
    "usize",
];

/// What a type holds, without what is around it: `Option<Vec<Token<Bundle>>>` holds a `Token`.
fn held(of: &Type) -> String {
    match (&*name_of(of), &inner(of)[..]) {
        ("Option" | "Vec", [inside]) => held(inside),
        (name, _) => name.to_owned(),
    }
}

/// Why a command or a type may not take this, if it may not.
fn fault(name: &str, of: &Type) -> Option<String> {
    let held = held(of);
    let is_well = match &*held {
        "String" => TEXTS.contains(&name),
        // What the page is called back by.
        "Channel" => true,
        other => OTHERS.contains(&other),
    };
    (!is_well).then(|| format!("{name}: {held}"))
}

/// The names and types of what is in a type that is read: fields, or what a variant of an enum has, by the variant's name.
fn members(item: &Item) -> Vec<(String, Type)> {
    let (attributes, all): (_, Vec<(String, &Fields)>) = match item {
        Item::Struct(read) => (&read.attrs, vec![(String::new(), &read.fields)]),
        Item::Enum(read) => {
            let variants = read.variants.iter();
            let named = variants.map(|one| (one.ident.to_string().to_lowercase(), &one.fields));
            (&read.attrs, named.collect())
        }
        _ => return Vec::new(),
    };
    let is_read = attributes.iter().any(|attribute| match &attribute.meta {
        syn::Meta::List(list) => {
            list.path.is_ident("derive") && list.tokens.to_string().contains("Deserialize")
        }
        _ => false,
    });
    let fields = all.into_iter().filter(|_| is_read);
    fields
        .flat_map(|(variant, fields)| {
            fields.iter().map(move |field| {
                let name = field.ident.as_ref().map(ToString::to_string);
                (name.unwrap_or_else(|| variant.clone()), field.ty.clone())
            })
        })
        .collect()
}

/// How many commands a source has, and what is wrong with what they take and with the types that they read.
fn faults(source: &str) -> (usize, Vec<String>) {
    let code = source.split("#[cfg(test)]\nmod").next().unwrap_or(source);
    let file = syn::parse_file(code).expect("Rust");
    let commands = signatures("", &file);
    let taken = commands.iter().flat_map(|command| command.takes.clone());
    let read = file.items.iter().flat_map(members);
    let mut found: Vec<String> = taken
        .chain(read)
        .filter_map(|(name, of)| fault(&name, &of))
        .collect();
    // Paths are made by the table alone (crate::grants), from what a person chose.
    let makes = [
        "PathBuf",
        "Path::new",
        "OsString",
        "std::fs",
        "canonicalize",
    ];
    let made = makes.iter().filter(|word| code.contains(**word));
    found.extend(made.map(|word| (*word).to_owned()));
    (commands.len(), found)
}

/// A command that takes another text, or another type, has to be named above, where somebody asks why.
#[test]
fn no_command_takes_a_path() {
    let mut commands = 0;
    for (group, source) in sources() {
        let (here, found) = faults(&source);
        assert_eq!(found, Vec::<String>::new(), "{group}");
        commands += here;
    }
    assert_eq!(commands, listed().len(), "each was looked at");
}

/// The check finds what it is for.
#[test]
fn a_path_would_be_noticed() {
    let takes = |parameters: &str| {
        let head = "#[tauri::command]\npub async fn a(state: Here<'_>, ";
        faults(&format!("{head}{parameters}) -> Answer<()> {{}}")).1
    };
    assert_eq!(
        takes("id: String, to: Token<Write>, all: Option<Vec<Token<Bundle>>>"),
        [""; 0]
    );
    assert_eq!(takes("path: String"), ["path: String"]);
    assert_eq!(takes("files: Vec<String>"), ["files: String"]);
    assert_eq!(takes("to: PathBuf"), ["to: PathBuf", "PathBuf"]);
    assert_eq!(takes("to: Somewhere"), ["to: Somewhere"]);
    let read =
        "#[derive(Debug, Deserialize)]\nstruct A {\n    /// A, b.\n    pub folder: String,\n}";
    assert_eq!(faults(read).1, ["folder: String"]);
    let read =
        "#[derive(Deserialize)]\nenum A { Line(String), Folder(String), Place { at: String } }";
    assert_eq!(faults(read).1, ["folder: String", "at: String"]);
}
