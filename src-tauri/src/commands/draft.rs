//! Drafts: what is being typed.

use fieldnotes_core::record::Saved;
use fieldnotes_core::record::draft::{DraftKept, DraftLine, DraftView, PutDraft};

use super::Here;
use crate::failure::Answer;

#[tauri::command]
pub async fn draft_put(state: Here<'_>, draft: PutDraft) -> Answer<DraftKept> {
    state
        .vault(move |session| fieldnotes_core::record::draft::put(session, draft))
        .await
}

#[tauri::command]
pub async fn draft_get(state: Here<'_>, draft: String) -> Answer<DraftView> {
    state
        .vault(move |session| fieldnotes_core::record::draft::get(session, &draft))
        .await
}

#[tauri::command]
pub async fn draft_of_record(state: Here<'_>, record: String) -> Answer<Vec<DraftView>> {
    state
        .vault(move |session| fieldnotes_core::record::draft::of_record(session, &record))
        .await
}

#[tauri::command]
pub async fn draft_list(state: Here<'_>) -> Answer<Vec<DraftLine>> {
    state
        .vault(|session| Ok(fieldnotes_core::record::draft::lines(session)))
        .await
}

#[tauri::command]
pub async fn draft_discard(state: Here<'_>, draft: String) -> Answer<()> {
    state
        .vault(move |session| fieldnotes_core::record::draft::discard(session, &draft))
        .await
}

/// `drops_refusals`: a refusal or a withdrawal of consent may be gone.
#[tauri::command]
pub async fn draft_save(
    state: Here<'_>,
    draft: String,
    drops_refusals: Option<bool>,
) -> Answer<Saved> {
    let drops_refusals = drops_refusals.unwrap_or_default();
    state
        .vault(move |session| fieldnotes_core::record::draft::save(session, &draft, drops_refusals))
        .await
}
