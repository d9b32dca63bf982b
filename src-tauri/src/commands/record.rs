//! Records: lists, finding, showing, history, trash.

use fieldnotes_core::record::{Edit, History, Saved, Shown};
use fieldnotes_core::search::list::{ListRecords, RecordLine, RecordPage, Sort};
use fieldnotes_core::search::{Find, FoundPlace, SearchResults};
use serde::Deserialize;

use super::Here;
use crate::failure::Answer;

/// A page of a list. `after` is the cursor that the page before gave.
#[derive(Deserialize)]
#[cfg_attr(
    test,
    derive(ts_rs::TS),
    ts(export, export_to = "window/", optional_fields)
)]
pub struct ListPage {
    kind: Option<String>,
    limit: Option<usize>,
    after: Option<String>,
    trashed: Option<bool>,
    #[cfg_attr(test, ts(optional, type = "import('../api/Sort').Sort"))]
    sort: Option<Sort>,
    /// The other way round.
    reversed: Option<bool>,
}

/// A page of what is found.
#[derive(Deserialize)]
#[cfg_attr(
    test,
    derive(ts_rs::TS),
    ts(export, export_to = "window/", optional_fields)
)]
pub struct SearchPage {
    query: String,
    kind: Option<String>,
    limit: Option<usize>,
    after: Option<String>,
    #[cfg_attr(test, ts(optional, type = "import('../api/Sort').Sort"))]
    sort: Option<Sort>,
    /// The other way round.
    reversed: Option<bool>,
    exact_only: Option<bool>,
    /// So many hits come with the text around them; all where nothing is said.
    places: Option<usize>,
}

#[tauri::command]
pub async fn record_page(state: Here<'_>, list: ListPage) -> Answer<RecordPage> {
    state
        .vault(move |session| {
            let list = ListRecords {
                kind: list.kind.as_deref(),
                limit: list.limit,
                after: list.after.as_deref(),
                trashed: list.trashed.unwrap_or_default(),
                sort: list.sort.unwrap_or_default(),
                reversed: list.reversed.unwrap_or_default(),
            };
            fieldnotes_core::search::list::page(session, &list)
        })
        .await
}

/// The lines of these records, for showing links by name; those that are not here are left out.
#[tauri::command]
pub async fn record_lines(state: Here<'_>, ids: Vec<String>) -> Answer<Vec<RecordLine>> {
    state
        .vault(move |session| fieldnotes_core::search::list::lines(session, &ids))
        .await
}

#[tauri::command]
pub async fn record_find(state: Here<'_>, search: SearchPage) -> Answer<SearchResults> {
    state
        .vault(move |session| {
            let find = Find {
                query: &search.query,
                kind: search.kind.as_deref(),
                sort: search.sort.unwrap_or_default(),
                reversed: search.reversed.unwrap_or_default(),
                exact_only: search.exact_only.unwrap_or_default(),
                limit: search.limit,
                after: search.after.as_deref(),
                places: search.places,
            };
            fieldnotes_core::search::find(session, &find)
        })
        .await
}

/// The places of hits that were given without, in the order of the records.
#[tauri::command]
pub async fn record_places_in(
    state: Here<'_>,
    query: String,
    ids: Vec<String>,
) -> Answer<Vec<FoundPlace>> {
    state
        .vault(move |session| fieldnotes_core::search::places_in(session, &query, &ids))
        .await
}

/// Where the query is found in each of these texts, in order and apart: from and to, in UTF-16 code units.
#[tauri::command]
pub async fn record_places(
    state: Here<'_>,
    query: String,
    texts: Vec<String>,
) -> Answer<Vec<Vec<[usize; 2]>>> {
    state
        .apart(move |_| {
            let places = texts
                .iter()
                .map(|text| fieldnotes_core::search::places(&query, text));
            Ok(places.collect())
        })
        .await
}

#[tauri::command]
pub async fn record_show(state: Here<'_>, id: String) -> Answer<Shown> {
    state
        .vault(move |session| fieldnotes_core::record::show(session, &id))
        .await
}

#[tauri::command]
pub async fn record_show_at(state: Here<'_>, id: String, revision: String) -> Answer<Shown> {
    state
        .vault(move |session| fieldnotes_core::record::show_at(session, &id, &revision))
        .await
}

#[tauri::command]
pub async fn record_history(state: Here<'_>, id: String) -> Answer<History> {
    state
        .vault(move |session| fieldnotes_core::record::history(session, &id))
        .await
}

#[tauri::command]
pub async fn record_trash(state: Here<'_>, id: String) -> Answer<Saved> {
    state
        .vault(move |session| fieldnotes_core::record::trash(session, &id))
        .await
}

#[tauri::command]
pub async fn record_restore(state: Here<'_>, id: String) -> Answer<Saved> {
    state
        .vault(move |session| fieldnotes_core::record::restore(session, &id))
        .await
}

/// Refused where other heads than `base` have come. `drops_refusals`: a refusal of consent may be gone.
#[tauri::command]
pub async fn record_restore_revision(
    state: Here<'_>,
    id: String,
    revision: String,
    base: String,
    drops_refusals: Option<bool>,
) -> Answer<Saved> {
    state
        .vault(move |session| {
            let edit = Edit {
                base: Some(&base),
                replaces: false,
                drops_refusals: drops_refusals.unwrap_or_default(),
            };
            fieldnotes_core::record::restore_revision_from(session, &id, &revision, &edit)
        })
        .await
}
