//! Finding records by what they say.

use std::cmp::Reverse;

use serde::Serialize;

use super::record::kind_name;
use super::{Outcome, Watch, ids};
use crate::records;
use crate::search::Query;
use crate::session::{Session, SessionError};

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
pub struct Found {
    /// How many records, shown or not.
    pub total: u64,
    /// The first of them, last saved first.
    pub hits: Vec<FoundRecord>,
}

/// A record that was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
pub struct FoundRecord {
    /// The record.
    pub id: String,
    /// Its kind.
    pub kind: String,
    /// What to call it.
    pub title: String,
    /// The text around the first place.
    pub snippet: String,
    /// The part of the snippet that was found, in characters (Unicode scalar values): from, to.
    pub highlight: [usize; 2],
}

/// Finds records that have all words of the query, in any field; quotes make a phrase. All heads are looked at. What lies in the trash
/// is not found.
pub fn find(
    session: &Session,
    query: &str,
    kind: Option<&str>,
    limit: usize,
    watch: &mut Watch<'_>,
) -> Outcome<Found> {
    let kind = kind.map(ids::kind).transpose()?;
    let query = Query::parse(query);
    let graph = session.graph();
    let mut order: Vec<_> = graph
        .records()
        .filter_map(|record| {
            let heads = graph.heads(record);
            let first = graph.node(heads.first()?)?;
            let is_kind = kind.is_none_or(|kind| kind_name(&first.schema) == kind.as_str());
            is_kind.then_some((Reverse(first.time), record, heads))
        })
        .collect();
    order.sort_unstable();
    let all = order.len() as u64;
    let mut found = Found {
        total: 0,
        hits: Vec::new(),
    };
    for (done, (_, record, heads)) in order.into_iter().enumerate() {
        watch.step(done as u64, all)?;
        for head in heads {
            let body = match session.body(&head) {
                Ok(body) if !body.trashed => body,
                Ok(_) | Err(SessionError::BodyNotHeld(_) | SessionError::BodyDamaged { .. }) => {
                    continue;
                }
                Err(error) => return Err(error.into()),
            };
            let mut matcher = query.matcher();
            records::texts_of(&body.record, &mut |path, text| matcher.feed(path, text));
            let Some(hit) = matcher.finish() else {
                continue;
            };
            found.total += 1;
            if found.hits.len() < limit {
                let name = graph.node(&head).map_or("", |node| kind_name(&node.schema));
                let from = hit.snippet.before.chars().count();
                let to = from + hit.snippet.hit.chars().count();
                found.hits.push(FoundRecord {
                    id: record.to_string(),
                    kind: name.to_owned(),
                    title: records::title_of(name, &body.record),
                    snippet: hit.snippet.to_string(),
                    highlight: [from, to],
                });
            }
            break;
        }
    }
    Ok(found)
}
