//! `fieldnotes search …`

use clap::Args;
use fieldnotes_core::api::search;

use super::json;
use super::record::kind_name;
use crate::context::Context;
use crate::failure::Failure;
use crate::output::Outcome;
use crate::printable::one_line;

/// Hits that are shown where nothing is said; all are counted.
const HITS: usize = 50;

#[derive(Args)]
pub struct SearchArguments {
    #[arg(value_name = "QUERY")]
    query: String,
    #[arg(long, value_name = "KIND")]
    kind: Option<String>,
    #[arg(long, value_name = "N")]
    limit: Option<usize>,
}

pub fn run(arguments: &SearchArguments, context: &mut Context) -> Result<Outcome, Failure> {
    let limit = arguments.limit.unwrap_or(HITS);
    let kind = arguments.kind.as_deref();
    let found = context.with_vault(|context, session| {
        context.watched("progress-search", |watch| {
            search::find(session, &arguments.query, kind, limit, watch)
        })
    })?;
    let mut lines: Vec<String> = found
        .hits
        .iter()
        .map(|hit| {
            context.say(
                "search-hit",
                &[
                    ("id", hit.id.as_str().into()),
                    ("kind", kind_name(&hit.kind, context).into()),
                    ("title", one_line(&hit.title).into()),
                    ("snippet", one_line(&hit.snippet).into()),
                ],
            )
        })
        .collect();
    let shown = found.hits.len() as u64;
    lines.push(context.say(
        "search-total",
        &[("total", found.total.into()), ("shown", shown.into())],
    ));
    Ok(Outcome::new(json(&found)?, lines.join("\n")))
}
