//! Records: lists, finding, showing, history, trash.

use fieldnotes_core::api;
use fieldnotes_core::api::list::{ListRecords, RecordLine, RecordPage};
use fieldnotes_core::api::record::{History, Saved, Shown};
use fieldnotes_core::api::search::Found;
use serde::Deserialize;
use tauri::ipc::Channel;

use super::Here;
use crate::failure::Answer;
use crate::operations::Progress;

/// Which records.
#[derive(Deserialize)]
pub struct List {
    kind: Option<String>,
    limit: Option<usize>,
    after: Option<String>,
    #[serde(default)]
    trashed: bool,
}

#[tauri::command]
pub async fn record_page(desk: Here<'_>, list: List) -> Answer<RecordPage> {
    desk.vault(move |session| {
        let list = ListRecords {
            kind: list.kind.as_deref(),
            limit: list.limit,
            after: list.after.as_deref(),
            trashed: list.trashed,
        };
        api::list::page(session, &list)
    })
    .await
}

#[tauri::command]
pub async fn record_lines(desk: Here<'_>, ids: Vec<String>) -> Answer<Vec<RecordLine>> {
    desk.vault(move |session| api::list::lines(session, &ids))
        .await
}

#[tauri::command]
pub async fn record_find(
    desk: Here<'_>,
    query: String,
    kind: Option<String>,
    limit: usize,
    operation: String,
    progress: Channel<Progress>,
) -> Answer<Found> {
    desk.long_vault(operation, progress, move |session, watch| {
        api::search::find(session, &query, kind.as_deref(), limit, watch)
    })
    .await
}

#[tauri::command]
pub async fn record_show(desk: Here<'_>, id: String) -> Answer<Shown> {
    desk.vault(move |session| api::record::show(session, &id))
        .await
}

#[tauri::command]
pub async fn record_show_at(desk: Here<'_>, id: String, revision: String) -> Answer<Shown> {
    desk.vault(move |session| api::record::show_at(session, &id, &revision))
        .await
}

#[tauri::command]
pub async fn record_history(desk: Here<'_>, id: String) -> Answer<History> {
    desk.vault(move |session| api::record::history(session, &id))
        .await
}

#[tauri::command]
pub async fn record_trash(desk: Here<'_>, id: String) -> Answer<Saved> {
    desk.vault(move |session| api::record::trash(session, &id))
        .await
}

#[tauri::command]
pub async fn record_restore(desk: Here<'_>, id: String) -> Answer<Saved> {
    desk.vault(move |session| api::record::restore(session, &id))
        .await
}

#[tauri::command]
pub async fn record_restore_revision(
    desk: Here<'_>,
    id: String,
    revision: String,
) -> Answer<Saved> {
    desk.vault(move |session| api::record::restore_revision(session, &id, &revision))
        .await
}
