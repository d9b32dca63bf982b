//! Calls of methods of `Session`: a path does not show them, and they go one way as all others do.

use std::collections::HashMap;
use std::str::FromStr;

use proc_macro2::{TokenStream, TokenTree};

use crate::scan::{Source, test_item_ends};

/// A call `session.name(…)`, or `self.name(…)` inside of an `impl Session`.
struct Call {
    name: String,
    line: usize,
}

/// What one source says of methods of `Session`.
#[derive(Default)]
struct Said {
    declared: Vec<String>,
    calls: Vec<Call>,
}

/// Calls that go up: the layer of the caller has to be allowed to call that of the method.
pub fn upward(sources: &[Source], is_allowed: &dyn Fn(&str, &str) -> bool) -> Vec<String> {
    let core = sources.iter().filter(|source| {
        source.is_rust() && !source.is_test() && source.path.starts_with("crates/core/")
    });
    let said: Vec<(&Source, String, Said)> = core
        .filter_map(|source| Some((source, source.layer()?, said_in(source))))
        .collect();
    let mut home: HashMap<&str, &str> = HashMap::new();
    for (_, layer, said) in &said {
        home.extend(
            said.declared
                .iter()
                .map(|name| (name.as_str(), layer.as_str())),
        );
    }
    let mut found = Vec::new();
    for (source, layer, said) in &said {
        for Call { name, line } in &said.calls {
            if let Some(of) = home.get(name.as_str()).filter(|of| !is_allowed(layer, of)) {
                found.push(format!("{}:{line}: {name} is of {of}", source.path));
            }
        }
    }
    found
}

fn said_in(source: &Source) -> Said {
    let mut said = Said::default();
    if let Ok(stream) = TokenStream::from_str(&source.text) {
        walk(stream, false, &mut said);
    }
    said
}

fn walk(stream: TokenStream, is_session: bool, said: &mut Said) {
    let tokens: Vec<TokenTree> = stream.into_iter().collect();
    let ident = |at: usize| match tokens.get(at) {
        Some(TokenTree::Ident(ident)) => ident.to_string(),
        _ => String::new(),
    };
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        if let Some(after) = test_item_ends(&tokens, at) {
            at = after;
            continue;
        }
        match (ident(at).as_str(), tokens.get(at + 1), tokens.get(at + 2)) {
            ("impl", _, Some(TokenTree::Group(body))) if ident(at + 1) == "Session" => {
                walk(body.stream(), true, said);
                at += 3;
                continue;
            }
            ("fn", ..) if is_session => said.declared.push(ident(at + 1)),
            (who @ ("session" | "self"), Some(TokenTree::Punct(dot)), _)
                if dot.as_char() == '.' && (is_session || who == "session") =>
            {
                if matches!(tokens.get(at + 3), Some(TokenTree::Group(_))) {
                    let line = token.span().start().line;
                    let name = ident(at + 2);
                    said.calls.push(Call { name, line });
                }
            }
            _ => {}
        }
        if let TokenTree::Group(group) = token {
            walk(group.stream(), is_session, said);
        }
        at += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(path: &str, text: &str) -> Source {
        Source {
            path: path.to_owned(),
            text: text.to_owned(),
        }
    }

    #[test]
    fn a_method_above_is_seen() {
        let above = source(
            "crates/core/src/send/held.rs",
            "impl Session { fn lacking(&self) {} }",
        );
        let is_allowed = |caller: &str, of: &str| caller == of;
        for (text, count) in [
            ("fn f(session: &Session) { session.lacking(); }", 1),
            (
                "impl Session { fn g(&self) { if x { self.lacking() } } }",
                1,
            ),
            ("impl Other { fn g(&self) { self.lacking() } }", 0),
            ("fn f() { other.lacking(); session.lacking; }", 0),
            (
                "#[cfg(test)] mod tests { fn f() { session.lacking(); } }",
                0,
            ),
        ] {
            let below = source("crates/core/src/record/mod.rs", text);
            let above = source(&above.path, &above.text);
            let found = upward(&[above, below], &is_allowed);
            assert_eq!(found.len(), count, "{text}: {found:?}");
        }
    }
}
