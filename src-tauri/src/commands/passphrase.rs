//! Passphrases: how strong one is, and a good one to offer.

use fieldnotes_core::passphrase::{Strength, strength, suggest};

use super::Here;
use crate::failure::Answer;
use crate::secret::Secret;
use crate::settings::Language;

#[tauri::command]
pub async fn passphrase_strength(state: Here<'_>, passphrase: Secret) -> Answer<Strength> {
    state.apart(move |_| Ok(strength(passphrase.inner()))).await
}

#[tauri::command]
pub async fn passphrase_suggest(state: Here<'_>, words: Language) -> Answer<Secret> {
    Ok(suggest(words.into(), &*state.environment().random).into())
}
