//! Attachments: files that belong to a record.

use fieldnotes_core::attachment::{Attachments, SavedFile};
use fieldnotes_core::record::Saved;
use tauri::ipc::{InvokeResponseBody, IpcResponse};

use super::Here;
use crate::failure::Answer;
use crate::grants::{Attach, Token, Write};
use crate::operations::PageWatch;

/// A page that asks for more than this at once gets as much.
const LONGEST_PIECE: usize = 16 << 20;

/// Bytes, which the page gets as they are.
pub struct Bytes(Vec<u8>);

impl IpcResponse for Bytes {
    fn body(self) -> tauri::Result<InvokeResponseBody> {
        Ok(InvokeResponseBody::Raw(self.0))
    }
}

#[tauri::command]
pub async fn attachment_add(
    state: Here<'_>,
    owner: String,
    file: Token<Attach>,
    watch: PageWatch,
) -> Answer<Saved> {
    let file = state.grants().once(&file)?;
    state
        .long_vault(watch, move |session, watch| {
            let saved = fieldnotes_core::attachment::add(session, &owner, file.path(), watch)?;
            file.spend();
            Ok(saved)
        })
        .await
}

#[tauri::command]
pub async fn attachment_list(state: Here<'_>, owner: String) -> Answer<Attachments> {
    state
        .vault(move |session| fieldnotes_core::attachment::list(session, &owner))
        .await
}

#[tauri::command]
pub async fn attachment_save(
    state: Here<'_>,
    id: String,
    to: Token<Write>,
    watch: PageWatch,
) -> Answer<SavedFile> {
    let to = state.grants().once(&to)?;
    state
        .long_vault(watch, move |session, watch| {
            let saved = fieldnotes_core::attachment::save(session, &id, to.path(), watch)?;
            to.spend();
            Ok(saved)
        })
        .await
}

/// A piece of its content, to show a picture or play a sound from memory.
#[tauri::command]
pub async fn attachment_read(
    state: Here<'_>,
    id: String,
    from: u64,
    length: usize,
) -> Answer<Bytes> {
    let length = length.min(LONGEST_PIECE);
    let piece =
        state.vault(move |session| fieldnotes_core::attachment::read(session, &id, from, length));
    Ok(Bytes(piece.await?))
}
