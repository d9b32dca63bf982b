//! The lists of terms that records are coded with.

use fieldnotes_core::vocabulary::{self, Vocabulary};

use crate::failure::Answer;

#[tauri::command]
pub async fn vocabulary_all() -> Answer<&'static [Vocabulary]> {
    Ok(vocabulary::all())
}
