use std::collections::BTreeSet;

include!("names.rs");

/// The build, the capability and the handler name the same commands.
#[test]
fn every_command_is_named_everywhere() {
    let names: BTreeSet<String> = NAMES.iter().map(|&name| name.to_owned()).collect();
    assert_eq!(names.len(), NAMES.len(), "no name twice");

    let capability: serde_json::Value =
        serde_json::from_str(include_str!("../../capabilities/main.json")).expect("JSON");
    let permissions = capability["permissions"].as_array().expect("a list");
    let permitted: BTreeSet<String> = permissions
        .iter()
        .map(|name| name.as_str().expect("text"))
        .map(|name| name.trim_start_matches("allow-").replace('-', "_"))
        .collect();
    assert_eq!(permitted, names);

    let source = include_str!("mod.rs");
    let list = source.split("generate_handler![").nth(1).expect("the list");
    let handled: BTreeSet<String> = list
        .split(']')
        .next()
        .expect("its end")
        .split(',')
        .filter_map(|path| path.trim().rsplit("::").next())
        .filter(|name| !name.is_empty())
        .map(str::to_owned)
        .collect();
    assert_eq!(handled, names);
}

/// Every method of the page's door is a command, and the other way round.
#[test]
fn the_page_asks_for_these_commands() {
    let page = include_str!("../../../ui/src/platform/shell.ts");
    let asked: BTreeSet<&str> = page
        .split('\'')
        .filter(|word| NAMES.contains(word))
        .collect();
    assert_eq!(asked.len(), NAMES.len(), "not asked for: {:?}", {
        let all: BTreeSet<&str> = NAMES.iter().copied().collect();
        all.difference(&asked).copied().collect::<Vec<_>>()
    });
}

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
    "import",
    "kind",
    "name",
    "new",
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
    "Choice",
    "Chosen",
    "Ending",
    "FileUse",
    "Here",
    "Holding",
    "Language",
    "List",
    "Order",
    "PutDraft",
    "Reach",
    "Search",
    "Secret",
    "Settle",
    "Sort",
    "Theme",
    "To",
    "Token",
    "Use",
    "Value",
    "Webview",
    "bool",
    "u32",
    "u64",
    "usize",
];

/// What a type holds, without what is around it: `Option<Vec<Token<Bundle>>>` holds a `Token`.
fn held(of: &str) -> &str {
    let of = of.trim();
    let within = |outer: &str| of.strip_prefix(outer)?.strip_suffix('>');
    match within("Option<").or_else(|| within("Vec<")) {
        Some(inner) => held(inner),
        None => of.split('<').next().unwrap_or(of),
    }
}

/// The names and types of what lies between a bracket that was opened and the one that closes it.
fn members(text: &str, close: char) -> Vec<(String, String)> {
    let mut depth = 0;
    let mut all = vec![String::new()];
    let lines = text.lines().map(str::trim);
    let code: Vec<&str> = lines
        .filter(|line| !line.starts_with("//") && !line.starts_with("#["))
        .collect();
    for sign in code.join(" ").chars() {
        depth += match sign {
            '<' | '(' | '{' | '[' => 1,
            '>' | ')' | '}' | ']' => -1,
            _ => 0,
        };
        if depth < 0 && sign == close {
            break;
        }
        match (sign, all.last_mut()) {
            (',', _) if depth == 0 => all.push(String::new()),
            (_, Some(last)) => last.push(sign),
            (_, None) => {}
        }
    }
    let member = |one: &String| {
        let (name, of) = one.split_once(':')?;
        let name = name.trim().trim_start_matches("pub ").trim();
        Some((name.to_owned(), of.trim().to_owned()))
    };
    all.iter().filter_map(member).collect()
}

/// Why a command or a type may not take this, if it may not.
fn fault((name, of): &(String, String)) -> Option<String> {
    let inner = held(of);
    let is_well = match inner {
        "String" => TEXTS.contains(&name.as_str()),
        // What the framework tells the page by.
        "Channel" => true,
        other => OTHERS.contains(&other),
    };
    (!is_well).then(|| format!("{name}: {of}"))
}

/// What each command takes, and each type of ours that commands read: everything behind these heads, up to the bracket.
fn faults(source: &str) -> (usize, Vec<String>) {
    let code = source.split("#[cfg(test)]").next().unwrap_or(source);
    let mut found = Vec::new();
    let mut commands = 0;
    for command in code.split("#[tauri::command]").skip(1) {
        commands += 1;
        let (_, parameters) = command.split_once('(').expect("a function");
        found.extend(members(parameters, ')').iter().filter_map(fault));
    }
    for read in code.split("#[derive(").skip(1) {
        let (derived, rest) = read.split_once(")]").expect("a list");
        let (head, body) = rest.split_once('{').expect("a type");
        if derived.contains("Deserialize") && head.contains("struct") {
            found.extend(members(body, '}').iter().filter_map(fault));
        }
    }
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
    (commands, found)
}

/// Guards a promise of docs/THREATS.md: the page holds handles. A command that takes another text, or another type, has to be
/// named above, where somebody asks why.
#[test]
fn no_command_takes_a_path() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/commands");
    let mut commands = 0;
    for file in std::fs::read_dir(folder).expect("sources") {
        let path = file.expect("a source").path();
        if path.ends_with("tests.rs") {
            continue;
        }
        let source = std::fs::read_to_string(&path).expect("a source");
        let (here, found) = faults(&source);
        assert_eq!(found, Vec::<String>::new(), "{}", path.display());
        commands += here;
    }
    assert_eq!(commands, NAMES.len(), "each was looked at");
}

/// The check finds what it is for.
#[test]
fn a_path_would_be_noticed() {
    let takes = |parameters: &str| {
        let source =
            format!("#[tauri::command]\npub async fn a(state: Here<'_>, {parameters}) {{}}");
        faults(&source).1
    };
    assert_eq!(
        takes("id: String, to: Token<Write>, all: Option<Vec<Token<Bundle>>>"),
        [""; 0]
    );
    assert_eq!(takes("path: String"), ["path: String"]);
    assert_eq!(takes("files: Vec<String>"), ["files: Vec<String>"]);
    assert_eq!(takes("to: PathBuf"), ["to: PathBuf", "PathBuf"]);
    assert_eq!(takes("to: Somewhere"), ["to: Somewhere"]);
    let read =
        "#[derive(Debug, Deserialize)]\nstruct A {\n    /// A, b.\n    pub folder: String,\n}";
    assert_eq!(faults(read).1, ["folder: String"]);
}
