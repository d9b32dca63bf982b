//! Long calls that are under way.

use super::Here;
use crate::failure::Answer;

#[tauri::command]
pub async fn operation_cancel(state: Here<'_>, operation: String) -> Answer<()> {
    state.operations().cancel(&operation);
    Ok(())
}
