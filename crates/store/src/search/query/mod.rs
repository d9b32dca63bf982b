//! What is looked for.
//!
//! Every text is a query. Words stand between spaces and must all be found; quotes make a phrase, which is found only
//! as it stands; `OR` or `|` between two words asks for either, `NOT` or `-` for records without; brackets group. A word
//! with a known name and a colon in front asks for something particular: `person:`, `place:`, `tag:`, `act:`, `title:`,
//! `date:1997..1999`, `is:conflict`, `has:audio`, `kind:person`, in Korean `인물:` and so on.

mod near;
mod parse;
mod terms;

pub(super) use near::{Near, Pattern};

use super::document::{Days, Flags, Scope};

/// A query that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Query {
    pub(super) root: Option<Node>,
    /// Parts that name something and say nothing that can be understood, such as `date:spring`. They ask for nothing.
    pub unclear: Vec<String>,
    /// Whether it asks for what lies in the trash.
    pub(super) asks_for_trash: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Node {
    All(Vec<Node>),
    Any(Vec<Node>),
    Not(Box<Node>),
    Text(Needle),
    Date(Days),
    Flag(Flags),
    Kind(String),
    Status(String),
}

/// A word or a phrase, folded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Needle {
    pub(super) text: String,
    pub(super) scope: Scope,
    /// It was written in quotes: nothing but itself is meant.
    pub(super) is_literal: bool,
    /// It stands last, so it may still be being typed.
    pub(super) is_last: bool,
}

impl Query {
    /// Whether it asks for nothing; such a query finds nothing.
    pub fn is_empty(&self) -> bool {
        self.root.is_none()
    }

    /// The words and phrases that a hit has; what is asked not to be there is not among them.
    pub(super) fn needles(&self) -> Vec<&Needle> {
        fn collect<'n>(node: &'n Node, out: &mut Vec<&'n Needle>) {
            match node {
                Node::All(parts) | Node::Any(parts) => {
                    parts.iter().for_each(|part| collect(part, out));
                }
                Node::Text(needle) => out.push(needle),
                _ => {}
            }
        }
        let mut out = Vec::new();
        self.root.iter().for_each(|root| collect(root, &mut out));
        out
    }
}
