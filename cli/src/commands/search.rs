//! `fieldnotes search …`

use clap::{Args, ValueEnum};
use fieldnotes_core::Session;
use fieldnotes_core::search::list::Sort;
use fieldnotes_core::search::{self, HitNearness};

use super::json;
use super::record::kind_name;
use crate::context::Context;
use crate::failure::Failure;
use crate::output::Outcome;
use crate::printable::one_line;

#[derive(Args)]
pub struct SearchArguments {
    #[arg(value_name = "QUERY")]
    query: String,
    #[arg(long, value_name = "KIND")]
    kind: Option<String>,
    #[arg(long, value_name = "ORDER")]
    sort: Option<Order>,
    #[arg(long)]
    reversed: bool,
    #[arg(long)]
    exact: bool,
    #[arg(long, value_name = "N")]
    limit: Option<usize>,
    #[arg(long, value_name = "CURSOR")]
    after: Option<String>,
}

pub fn run(arguments: &SearchArguments, context: &mut Context) -> Result<Outcome, Failure> {
    let wanted = search::Find {
        query: &arguments.query,
        kind: arguments.kind.as_deref(),
        sort: arguments.sort.unwrap_or_default().into(),
        reversed: arguments.reversed,
        exact_only: arguments.exact,
        limit: arguments.limit,
        after: arguments.after.as_deref(),
        places: None,
    };
    let found = context.with_vault(|context, session| {
        catch_up(context, session)?;
        Ok(search::find(session, &wanted)?)
    })?;
    for unclear in &found.unclear {
        let part = one_line(unclear);
        let text = context.say("search-unclear", &[("part", part.into())]);
        context.output.aside(&text);
    }
    let mut lines: Vec<String> = found
        .hits
        .iter()
        .map(|hit| {
            let key = match hit.nearness {
                HitNearness::Exact => "search-hit",
                HitNearness::Near | HitNearness::Slip => "search-hit-near",
            };
            context.say(
                key,
                &[
                    ("id", hit.id.as_str().into()),
                    ("kind", kind_name(&hit.kind, context).into()),
                    ("title", one_line(&hit.title).into()),
                    ("snippet", one_line(&hit.place.snippet).into()),
                ],
            )
        })
        .collect();
    let shown = found.hits.len() as u64;
    let totals = [
        ("total", found.total.into()),
        ("exact", found.exact.into()),
        ("shown", shown.into()),
    ];
    lines.push(context.say("search-total", &totals));
    if let Some(next) = &found.next {
        lines.push(context.say("list-more", &[("cursor", next.as_str().into())]));
    }
    Ok(Outcome::new(json(&found)?, lines.join("\n")))
}

/// How hits and lists are ordered.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum Order {
    #[default]
    Saved,
    Created,
    Title,
}

impl From<Order> for Sort {
    fn from(order: Order) -> Self {
        match order {
            Order::Saved => Self::Saved,
            Order::Created => Self::Created,
            Order::Title => Self::Title,
        }
    }
}

/// Looks at the whole index, and brings it to where the records are if much is missing. A damaged one is made anew.
pub fn catch_up(context: &Context, session: &Session) -> Result<(), Failure> {
    search::check(session)?;
    if search::is_far_behind(session)? {
        context.watched("progress-index", |watch| search::catch_up(session, watch))?;
    }
    Ok(())
}
