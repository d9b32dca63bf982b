//! Long calls that are under way.

use super::Here;
use crate::failure::Answer;

#[tauri::command]
pub async fn operation_cancel(desk: Here<'_>, operation: String) -> Answer<()> {
    desk.operations().cancel(&operation);
    Ok(())
}
