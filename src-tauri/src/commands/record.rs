//! Records: lists, finding, showing, history, trash.

use fieldnotes_core::api;
use fieldnotes_core::api::list::{ListRecords, RecordLine, RecordPage, Sort};
use fieldnotes_core::api::record::{Edit, History, Saved, Shown};
use fieldnotes_core::api::search::{Find, Found, FoundPlace};
use serde::Deserialize;

use super::Here;
use crate::failure::Answer;

/// Which records.
#[derive(Deserialize)]
pub struct List {
    kind: Option<String>,
    limit: Option<usize>,
    after: Option<String>,
    #[serde(default)]
    trashed: bool,
    #[serde(default)]
    sort: Sort,
    #[serde(default)]
    reversed: bool,
}

/// What to find.
#[derive(Deserialize)]
pub struct Search {
    query: String,
    kind: Option<String>,
    limit: Option<usize>,
    after: Option<String>,
    #[serde(default)]
    sort: Sort,
    #[serde(default)]
    reversed: bool,
    #[serde(default)]
    exact_only: bool,
    places: Option<usize>,
}

#[tauri::command]
pub async fn record_page(state: Here<'_>, list: List) -> Answer<RecordPage> {
    state
        .vault(move |session| {
            let list = ListRecords {
                kind: list.kind.as_deref(),
                limit: list.limit,
                after: list.after.as_deref(),
                trashed: list.trashed,
                sort: list.sort,
                reversed: list.reversed,
            };
            api::list::page(session, &list)
        })
        .await
}

#[tauri::command]
pub async fn record_lines(state: Here<'_>, ids: Vec<String>) -> Answer<Vec<RecordLine>> {
    state
        .vault(move |session| api::list::lines(session, &ids))
        .await
}

#[tauri::command]
pub async fn record_find(state: Here<'_>, search: Search) -> Answer<Found> {
    state
        .vault(move |session| {
            let find = Find {
                query: &search.query,
                kind: search.kind.as_deref(),
                sort: search.sort,
                reversed: search.reversed,
                exact_only: search.exact_only,
                limit: search.limit,
                after: search.after.as_deref(),
                places: search.places,
            };
            api::search::find(session, &find)
        })
        .await
}

/// The places of hits that were given without.
#[tauri::command]
pub async fn record_places_in(
    state: Here<'_>,
    query: String,
    ids: Vec<String>,
) -> Answer<Vec<FoundPlace>> {
    state
        .vault(move |session| api::search::places_in(session, &query, &ids))
        .await
}

/// Where a query is found in texts, for marking it.
#[tauri::command]
pub async fn record_places(
    state: Here<'_>,
    query: String,
    texts: Vec<String>,
) -> Answer<Vec<Vec<[usize; 2]>>> {
    state
        .apart(move |_| {
            let places = texts.iter().map(|text| api::search::places(&query, text));
            Ok(places.collect())
        })
        .await
}

#[tauri::command]
pub async fn record_show(state: Here<'_>, id: String) -> Answer<Shown> {
    state
        .vault(move |session| api::record::show(session, &id))
        .await
}

#[tauri::command]
pub async fn record_show_at(state: Here<'_>, id: String, revision: String) -> Answer<Shown> {
    state
        .vault(move |session| api::record::show_at(session, &id, &revision))
        .await
}

#[tauri::command]
pub async fn record_history(state: Here<'_>, id: String) -> Answer<History> {
    state
        .vault(move |session| api::record::history(session, &id))
        .await
}

#[tauri::command]
pub async fn record_trash(state: Here<'_>, id: String) -> Answer<Saved> {
    state
        .vault(move |session| api::record::trash(session, &id))
        .await
}

#[tauri::command]
pub async fn record_restore(state: Here<'_>, id: String) -> Answer<Saved> {
    state
        .vault(move |session| api::record::restore(session, &id))
        .await
}

#[tauri::command]
pub async fn record_restore_revision(
    state: Here<'_>,
    id: String,
    revision: String,
    base: String,
    drops_refusals: bool,
) -> Answer<Saved> {
    state
        .vault(move |session| {
            let edit = Edit {
                base: Some(&base),
                replaces: false,
                drops_refusals,
            };
            api::record::restore_revision_from(session, &id, &revision, &edit)
        })
        .await
}
