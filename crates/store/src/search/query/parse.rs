//! Reading a query. Nothing that can be typed is refused: what makes no sense as a sign is taken as a word.

use chrono::{Datelike, Months, NaiveDate};

use super::super::describe::days_of;
use super::super::document::{Days, Flags, Scope};
use super::super::fold;
use super::terms::{self, Asked};
use super::{Needle, Node, Query};

/// Brackets inside brackets, at most; deeper ones are taken as signs of no meaning.
const DEEPEST: usize = 16;

/// A piece of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    Open,
    Close,
    Or,
    Not,
    /// What stands before a colon, the text, and whether that was quoted.
    Word(Option<(String, Asked)>, String, bool),
}

impl Query {
    /// Reads a query.
    pub fn parse(text: &str) -> Self {
        let mut reading = Reading {
            pieces: pieces(text),
            at: 0,
            depth: 0,
            unclear: Vec::new(),
            asks_for_trash: false,
        };
        let mut parts = Vec::new();
        while reading.at < reading.pieces.len() {
            parts.extend(reading.either());
            // A closing bracket that closes nothing.
            reading.at += 1;
        }
        let mut root = join(parts, Node::All);
        if let Some(root) = &mut root {
            mark_last(root);
        }
        Self {
            root,
            unclear: reading.unclear,
            asks_for_trash: reading.asks_for_trash,
        }
    }
}

struct Reading {
    pieces: Vec<Piece>,
    at: usize,
    depth: usize,
    unclear: Vec<String>,
    asks_for_trash: bool,
}

impl Reading {
    fn peek(&self) -> Option<&Piece> {
        self.pieces.get(self.at)
    }

    /// Parts with `OR` between them, up to a closing bracket or the end.
    fn either(&mut self) -> Option<Node> {
        let mut parts = Vec::new();
        loop {
            parts.extend(self.all());
            if self.peek() != Some(&Piece::Or) {
                return join(parts, Node::Any);
            }
            self.at += 1;
        }
    }

    fn all(&mut self) -> Option<Node> {
        let mut parts = Vec::new();
        while let Some(piece) = self.peek() {
            match piece {
                Piece::Or | Piece::Close => break,
                _ => parts.extend(self.one()),
            }
        }
        join(parts, Node::All)
    }

    fn one(&mut self) -> Option<Node> {
        let piece = self.peek()?.clone();
        self.at += 1;
        match piece {
            Piece::Open => {
                self.depth += 1;
                let inner = if self.depth > DEEPEST {
                    None
                } else {
                    self.either()
                };
                self.depth -= 1;
                if self.peek() == Some(&Piece::Close) {
                    self.at += 1;
                }
                inner
            }
            Piece::Not => {
                let denied = match self.peek() {
                    Some(Piece::Word(..) | Piece::Open | Piece::Not) if self.depth < DEEPEST => {
                        self.depth += 1;
                        let denied = self.one();
                        self.depth -= 1;
                        denied
                    }
                    _ => None,
                };
                denied.map(|node| Node::Not(Box::new(node)))
            }
            Piece::Word(None, text, quoted) => needle(&text, Scope::Any, quoted),
            Piece::Word(Some((name, asked)), text, quoted) => {
                let node = self.particular(asked, &text, quoted);
                if node.is_none() {
                    self.unclear.push(format!("{name}:{text}"));
                }
                node
            }
            Piece::Or | Piece::Close => None,
        }
    }

    fn particular(&mut self, asked: Asked, text: &str, quoted: bool) -> Option<Node> {
        let value = fold(text);
        let value = value.trim();
        match asked {
            Asked::Text(scope) => needle(text, scope, quoted),
            Asked::Date => span(text.trim()).map(Node::Date),
            Asked::Has => terms::part_of(value).map(Node::Flag),
            Asked::Kind => terms::kind_of(value).map(|kind| Node::Kind(kind.to_owned())),
            Asked::Is => {
                if let Some(status) = terms::status_of(value) {
                    return Some(Node::Status(status.to_owned()));
                }
                let flag = terms::state_of(value)?;
                self.asks_for_trash |= flag == Flags::TRASHED;
                Some(Node::Flag(flag))
            }
        }
    }
}

fn needle(text: &str, scope: Scope, is_literal: bool) -> Option<Node> {
    let folded = fold(text);
    let text = folded.trim();
    (!text.is_empty()).then(|| {
        Node::Text(Needle {
            text: text.to_owned(),
            scope,
            is_literal,
            is_last: false,
        })
    })
}

/// One part as it is, several together, none as nothing.
fn join(mut parts: Vec<Node>, together: fn(Vec<Node>) -> Node) -> Option<Node> {
    match parts.len() {
        0 | 1 => parts.pop(),
        _ => Some(together(parts)),
    }
}

/// The word that stands last may still be being typed.
fn mark_last(node: &mut Node) {
    match node {
        Node::All(parts) | Node::Any(parts) => {
            if let Some(last) = parts.last_mut() {
                mark_last(last);
            }
        }
        Node::Text(needle) => needle.is_last = true,
        _ => {}
    }
}

/// `1997`, `1997-03`, `1997..1999`, `..1999`, `1997..`, and any date of a record, such as `199X`.
fn span(text: &str) -> Option<Days> {
    let Some((from, to)) = text.split_once("..") else {
        return days(text);
    };
    let from = match from.trim() {
        "" => i32::MIN,
        from => days(from)?.0,
    };
    let to = match to.trim() {
        "" => i32::MAX,
        to => days(to)?.1,
    };
    (text.len() > 2 && from <= to).then_some((from, to))
}

fn days(text: &str) -> Option<Days> {
    // While a month is being typed, the year stands.
    let text = text.trim_end_matches('-');
    if let Some(days) = days_of(text) {
        return Some(days);
    }
    let mut numbers = text.split('-').map(str::parse::<u32>);
    let (year, month, day) = (
        i32::try_from(numbers.next()?.ok()?).ok()?,
        numbers.next().transpose().ok()?,
        numbers.next().transpose().ok()?,
    );
    let first = NaiveDate::from_ymd_opt(year, month.unwrap_or(1), day.unwrap_or(1))?;
    let months = if month.is_some() { 1 } else { 12 };
    let last = match day {
        Some(_) => first,
        None => first.checked_add_months(Months::new(months))?.pred_opt()?,
    };
    (year >= 1000).then(|| (first.num_days_from_ce(), last.num_days_from_ce()))
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '＂')
}

/// Cuts the text at spaces, quotes and brackets.
fn pieces(text: &str) -> Vec<Piece> {
    let mut out = Vec::new();
    let mut rest = text.trim_start();
    let mut depth = 0;
    while let Some(first) = rest.chars().next() {
        let after = rest.get(first.len_utf8()..).unwrap_or_default();
        rest = if first == '(' {
            depth += 1;
            out.push(Piece::Open);
            after
        } else if first == ')' && depth > 0 {
            depth -= 1;
            out.push(Piece::Close);
            after
        } else if first == '-'
            && after
                .chars()
                .next()
                .is_some_and(|c| !c.is_whitespace() && c != '-')
        {
            out.push(Piece::Not);
            after
        } else if is_quote(first) {
            let (phrase, after) = quoted(after);
            out.push(Piece::Word(None, phrase.to_owned(), true));
            after
        } else {
            let (piece, after) = word(rest, depth > 0);
            out.push(piece);
            after
        }
        .trim_start();
    }
    // A sign at an end has nothing to join: then the letters themselves are meant.
    if matches!(out.last(), Some(Piece::Or | Piece::Not)) {
        let sign = if out.pop() == Some(Piece::Or) {
            "or"
        } else {
            "not"
        };
        out.push(Piece::Word(None, sign.to_owned(), false));
    }
    out
}

/// What stands before the next quote; one that is not closed reaches to the end.
fn quoted(rest: &str) -> (&str, &str) {
    match rest.char_indices().find(|(_, c)| is_quote(*c)) {
        Some((at, quote)) => (
            rest.get(..at).unwrap_or_default(),
            rest.get(at + quote.len_utf8()..).unwrap_or_default(),
        ),
        None => (rest, ""),
    }
}

/// A word, up to a space or a quote, or up to the bracket that closes a group. `name:` may be followed by a quote.
fn word(rest: &str, in_group: bool) -> (Piece, &str) {
    let end = rest
        .char_indices()
        .find(|(_, c)| c.is_whitespace() || is_quote(*c) || (in_group && *c == ')'))
        .map_or(rest.len(), |(at, _)| at);
    let (word, after) = rest.split_at(end);
    match word {
        "OR" | "|" => return (Piece::Or, after),
        "NOT" => return (Piece::Not, after),
        // Words must all be found anyway.
        "AND" => return (Piece::Word(None, String::new(), false), after),
        _ => {}
    }
    let named = word
        .split_once([':', '：'])
        .and_then(|(name, value)| Some((name, terms::asked(&fold(name))?, value)));
    let Some((name, asked, value)) = named else {
        return (Piece::Word(None, word.to_owned(), false), after);
    };
    let opens = after
        .chars()
        .next()
        .filter(|c| is_quote(*c) && value.is_empty());
    let (value, is_quoted, after) = match opens {
        Some(quote) => {
            let (value, after) = quoted(after.get(quote.len_utf8()..).unwrap_or_default());
            (value, true, after)
        }
        None => (value, false, after),
    };
    (
        Piece::Word(Some((name.to_owned(), asked)), value.to_owned(), is_quoted),
        after,
    )
}
