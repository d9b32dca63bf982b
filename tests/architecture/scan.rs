//! Sources as tokens: comments, strings and test code fall away, and what is left is the paths
//! that code names, with `use` trees unfolded and `super` and `self` resolved.

use std::path::Path;
use std::str::FromStr;

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// A source file; its path is relative to the repository, with `/`.
pub struct Source {
    pub path: String,
    pub text: String,
}

/// A path such as `crate::vault::header`, as one place in the code names it.
pub struct Named {
    pub segments: Vec<String>,
    pub line: usize,
}

/// What the rules look at in one Rust file, without its test code.
pub struct Code {
    /// Every path and every single identifier, resolved where it began with `super` or `self`.
    pub names: Vec<Named>,
    /// Method calls: `x.unwrap()` gives `unwrap`.
    pub calls: Vec<(String, usize)>,
    /// Macro calls: `todo!()` gives `todo`.
    pub macros: Vec<(String, usize)>,
    /// What is declared: structs, enums, traits, modules, types, functions.
    pub declared: Vec<(String, usize)>,
}

impl Source {
    /// The crate in `crates/` and the module in it that this file belongs to: `core/record`; none elsewhere and for `lib.rs`.
    pub fn layer(&self) -> Option<String> {
        let (of_crate, inside) = self.path.strip_prefix("crates/")?.split_once("/src/")?;
        let module = inside.split('/').next()?.trim_end_matches(".rs");
        (module != "lib").then(|| format!("{of_crate}/{module}"))
    }

    /// Files that hold test code only.
    pub fn is_test(&self) -> bool {
        let name = self.path.rsplit('/').next().unwrap_or_default();
        self.path
            .split('/')
            .any(|part| part == "tests" || part == "benches")
            || name == "tests.rs"
            || name.ends_with("_tests.rs")
            || name == "testing.rs"
    }

    pub fn is_rust(&self) -> bool {
        self.path.ends_with(".rs")
    }

    /// The modules around the code of this file: `crates/format/src/vault/header.rs` is in `vault::header`.
    fn module(&self) -> Vec<String> {
        let inside = self.path.split_once("src/").map_or("", |(_, rest)| rest);
        let mut parts: Vec<String> = inside
            .trim_end_matches(".rs")
            .split('/')
            .map(str::to_owned)
            .collect();
        if parts
            .last()
            .is_some_and(|last| last == "mod" || last == "lib" || last == "main")
        {
            parts.pop();
        }
        parts
    }

    pub fn code(&self) -> Result<Code, String> {
        let stream = TokenStream::from_str(&self.text).map_err(|error| error.to_string())?;
        let mut code = Code {
            names: Vec::new(),
            calls: Vec::new(),
            macros: Vec::new(),
            declared: Vec::new(),
        };
        if !self.is_test() {
            walk(stream, &self.module(), &mut code);
        }
        Ok(code)
    }
}

/// Where sources lie.
const SOURCES: &[&str] = &[
    "crates",
    "cli",
    "src-tauri",
    "platform",
    "ui/src",
    "tests",
    "benches",
    "fuzz",
];

/// All sources of the repository that rules speak about.
pub fn sources(root: &Path) -> Vec<Source> {
    let mut found = Vec::new();
    for folder in SOURCES {
        collect(root, &root.join(folder), &mut found);
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

/// All sources, documents and English texts of the repository.
pub fn texts(root: &Path) -> Vec<Source> {
    let mut found = sources(root);
    for folder in ["docs", "locales/en"] {
        collect_ending(root, &root.join(folder), &[".md", ".ftl"], &mut found);
    }
    for folder in SOURCES {
        collect_ending(root, &root.join(folder), &[".md"], &mut found);
    }
    for entry in std::fs::read_dir(root).expect("the repository") {
        let path = entry.expect("a readable folder").path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if name.ends_with(".md") || name == "Makefile" || name == "Cargo.toml" {
            found.push(read(root, &path));
        }
    }
    found
}

fn read(root: &Path, path: &Path) -> Source {
    let relative = path.strip_prefix(root).expect("under the root");
    Source {
        path: relative.to_string_lossy().replace('\\', "/"),
        text: std::fs::read_to_string(path).expect("a readable source"),
    }
}

fn collect(root: &Path, folder: &Path, found: &mut Vec<Source>) {
    collect_ending(root, folder, &[".rs", ".ts", ".js", ".svelte"], found);
}

fn collect_ending(root: &Path, folder: &Path, ends: &[&str], found: &mut Vec<Source>) {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return; // a folder that is still to come
    };
    for entry in entries {
        let path = entry.expect("a readable folder").path();
        let name = path
            .file_name()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        if path.is_dir() {
            if name != "node_modules" && name != "target" && name != "dist" {
                collect_ending(root, &path, ends, found);
            }
        } else if ends.iter().any(|end| name.ends_with(end)) {
            found.push(read(root, &path));
        }
    }
}

fn walk(stream: TokenStream, module: &[String], code: &mut Code) {
    let tokens: Vec<TokenTree> = stream.into_iter().collect();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        if let Some(after) = test_item_ends(&tokens, at) {
            at = after;
            continue;
        }
        match token {
            TokenTree::Group(group) => walk(group.stream(), module, code),
            TokenTree::Ident(ident) => {
                let text = ident.to_string();
                let line = ident.span().start().line;
                let next = tokens.get(at + 1);
                match text.as_str() {
                    // `pub(crate)` and `pub(super)` say who may see a thing; they call nothing.
                    "pub" if is_visibility(next) => at += 1,
                    "use" => {
                        let end = (at..tokens.len())
                            .find(|i| is_punct(tokens.get(*i), ';'))
                            .unwrap_or(tokens.len());
                        unfold(&tokens[at + 1..end], &[], line, module, code);
                        at = end;
                        continue;
                    }
                    "struct" | "enum" | "trait" | "type" | "fn" | "mod" => {
                        if let Some(TokenTree::Ident(name)) = next {
                            code.declared.push((name.to_string(), line));
                            // An inline module: its body has one more module around it.
                            if let (true, Some(TokenTree::Group(body))) =
                                (text == "mod", tokens.get(at + 2))
                            {
                                let mut inner = module.to_vec();
                                inner.push(name.to_string());
                                walk(body.stream(), &inner, code);
                                at += 3;
                                continue;
                            }
                        }
                    }
                    _ => {
                        let called = matches!(next, Some(TokenTree::Group(_)));
                        if called && is_punct(at.checked_sub(1).and_then(|i| tokens.get(i)), '.') {
                            code.calls.push((text.clone(), line));
                        }
                        let (segments, after) = path_at(&tokens, at);
                        if is_punct(tokens.get(after), '!')
                            && matches!(tokens.get(after + 1), Some(TokenTree::Group(_)))
                        {
                            let name = segments.last().cloned().unwrap_or(text);
                            code.macros.push((name, line));
                        }
                        push(segments, line, module, code);
                        at = after;
                        continue;
                    }
                }
            }
            _ => {}
        }
        at += 1;
    }
}

/// Where the item that begins with a `#[test]` or `#[cfg(test)]` at `at` ends, if there is one.
pub fn test_item_ends(tokens: &[TokenTree], at: usize) -> Option<usize> {
    if !is_punct(tokens.get(at), '#') {
        return None;
    }
    let TokenTree::Group(attribute) = tokens.get(at + 1)? else {
        return None;
    };
    let text: String = attribute.stream().to_string().split_whitespace().collect();
    let marks = text == "test"
        || ["cfg(test)", "cfg(all(test,", "cfg(any(test,"]
            .iter()
            .any(|mark| text.starts_with(mark));
    if !marks {
        return None;
    }
    let mut end = at + 2;
    loop {
        match tokens.get(end)? {
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
                return Some(end + 1);
            }
            TokenTree::Punct(punct) if punct.as_char() == ';' => return Some(end + 1),
            _ => end += 1,
        }
    }
}

/// The `a::b::c` that begins at `at`, and what comes after it.
fn path_at(tokens: &[TokenTree], at: usize) -> (Vec<String>, usize) {
    let mut segments = Vec::new();
    let mut at = at;
    while let Some(TokenTree::Ident(ident)) = tokens.get(at) {
        segments.push(ident.to_string());
        at += 1;
        let follows = is_punct(tokens.get(at), ':')
            && is_punct(tokens.get(at + 1), ':')
            && matches!(tokens.get(at + 2), Some(TokenTree::Ident(_)));
        if !follows {
            break;
        }
        at += 2;
    }
    (segments, at)
}

/// `a::{b, c::d}` gives `a::b` and `a::c::d`.
fn unfold(tree: &[TokenTree], before: &[String], line: usize, module: &[String], code: &mut Code) {
    for branch in tree.split(|token| is_punct(Some(token), ',')) {
        let mut segments = before.to_vec();
        let mut leaf = true;
        for token in branch {
            match token {
                TokenTree::Ident(ident) if ident == "as" => break,
                TokenTree::Ident(ident) => segments.push(ident.to_string()),
                TokenTree::Group(group) => {
                    let inner: Vec<TokenTree> = group.stream().into_iter().collect();
                    unfold(&inner, &segments, line, module, code);
                    leaf = false;
                }
                _ => {}
            }
        }
        if leaf && !segments.is_empty() {
            push(segments, line, module, code);
        }
    }
}

/// Keeps a path, with `super` and `self` in front turned into `crate::…`.
fn push(mut segments: Vec<String>, line: usize, module: &[String], code: &mut Code) {
    let mut around = module.to_vec();
    let mut relative = false;
    while let Some(first) = segments.first() {
        match first.as_str() {
            "super" => {
                around.pop();
            }
            "self" if segments.len() > 1 => {}
            _ => break,
        }
        relative = true;
        segments.remove(0);
    }
    if relative {
        let mut whole = vec!["crate".to_owned()];
        whole.extend(around);
        whole.append(&mut segments);
        segments = whole;
    }
    code.names.push(Named { segments, line });
}

fn is_visibility(token: Option<&TokenTree>) -> bool {
    let Some(TokenTree::Group(group)) = token else {
        return false;
    };
    let text = group.stream().to_string();
    matches!(text.as_str(), "crate" | "super" | "self") || text.starts_with("in ")
}

fn is_punct(token: Option<&TokenTree>, wanted: char) -> bool {
    matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == wanted)
}
