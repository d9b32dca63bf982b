//! Who this vault is, to colleagues.

use fieldnotes_core::colleague::identity::{Identity, IdentityQr};

use super::Here;
use crate::failure::Answer;
use crate::grants::{Token, Write};

#[tauri::command]
pub async fn identity_show(state: Here<'_>) -> Answer<Identity> {
    state
        .vault(|session| Ok(fieldnotes_core::colleague::identity::show(session)))
        .await
}

#[tauri::command]
pub async fn identity_export(state: Here<'_>, to: Token<Write>) -> Answer<Identity> {
    let to = state.grants().once(&to)?;
    state
        .vault(move |session| {
            let written = fieldnotes_core::colleague::identity::export(session, to.path())?;
            to.spend();
            Ok(written)
        })
        .await
}

#[tauri::command]
pub async fn identity_qr(state: Here<'_>) -> Answer<IdentityQr> {
    state
        .vault(|session| Ok(fieldnotes_core::colleague::identity::qr(session)))
        .await
}

/// A picture whose name ends in .svg or .png.
#[tauri::command]
pub async fn identity_export_qr(state: Here<'_>, to: Token<Write>) -> Answer<Identity> {
    let to = state.grants().once(&to)?;
    state
        .vault(move |session| {
            let written = fieldnotes_core::colleague::identity::export_qr(session, to.path())?;
            to.spend();
            Ok(written)
        })
        .await
}

/// Another device log from now on.
#[tauri::command]
pub async fn identity_renew_device(state: Here<'_>) -> Answer<Identity> {
    state
        .vault(fieldnotes_core::colleague::identity::renew_device)
        .await
}
