//! Creating, unlocking and locking a vault.

use fieldnotes_core::search::list::{ListRecords, RecordPage};
use fieldnotes_core::vault::verify::Verified;
use fieldnotes_core::vault::{NewVault, Rekey, VaultLook, VaultStatus, WordList};
use serde::Serialize;
use tauri::AppHandle;
use tauri::ipc::Channel;

use super::Here;
use crate::failure::Answer;
use crate::grants::{Token, Vault};
use crate::operations::PageWatch;
use crate::secret::Secret;
use crate::settings::Language;
use crate::{locking, places};

/// A vault that was just made.
#[derive(Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "window/"))]
pub struct CreatedVault {
    vault: String,
    fingerprint: String,
    /// 24 words, spaces between. Shown once, kept nowhere.
    #[cfg_attr(test, ts(type = "string"))]
    recovery_words: Secret,
}

impl From<Language> for WordList {
    fn from(language: Language) -> Self {
        match language {
            Language::En => Self::English,
            Language::Ko => Self::Korean,
        }
    }
}

#[tauri::command]
pub async fn vault_look(state: Here<'_>, folder: Token<Vault>) -> Answer<VaultLook> {
    let folder = state.grants().hold(&folder)?;
    state
        .apart(move |_| Ok(fieldnotes_core::vault::look(folder.path())?))
        .await
}

/// From now on the window begins with this vault.
#[tauri::command]
pub async fn vault_use(state: Here<'_>, folder: Token<Vault>) -> Answer<()> {
    let folder = state.grants().hold(&folder)?;
    state
        .apart(move |state| state.remember_vault(folder.into_path()))
        .await
}

/// Begins a vault. It is none, and nothing of it stays, before `vault_finish_create`: its words are confirmed in between.
#[tauri::command]
pub async fn vault_create(
    state: Here<'_>,
    folder: Token<Vault>,
    passphrase: Secret,
    words: Language,
) -> Answer<CreatedVault> {
    let folder = state.grants().hold(&folder)?.into_path();
    let new = NewVault {
        passphrase: passphrase.into_inner(),
        recovery_words: words.into(),
        is_test: places::makes_test_vaults(),
    };
    let turn = state.turn();
    state
        .apart(move |state| {
            // Another that was begun may lie in the same folder.
            state.pending().cancel_vault();
            let begun = fieldnotes_core::vault::begin_create(&folder, &new, state.environment())?;
            let made = fieldnotes_core::vault::begun(&begun);
            state.keep_vault(folder, begun, turn)?;
            Ok(CreatedVault {
                vault: made.vault,
                fingerprint: made.fingerprint,
                recovery_words: made.recovery_words.into(),
            })
        })
        .await
}

/// Makes what was begun a vault: its words are on paper. From now on the window begins with it.
#[tauri::command]
pub async fn vault_finish_create(state: Here<'_>) -> Answer<()> {
    let turn = state.turn();
    state.apart(move |state| state.finish_vault(turn)).await
}

/// Removes what was begun.
#[tauri::command]
pub async fn vault_cancel_create(state: Here<'_>) -> Answer<()> {
    state
        .apart(move |state| {
            state.pending().cancel_vault();
            Ok(())
        })
        .await
}

/// `listed` is given the beginning of the list while the rest of the vault is still being read and checked.
#[tauri::command]
pub async fn vault_unlock(
    state: Here<'_>,
    folder: Token<Vault>,
    passphrase: Secret,
    listed: Channel<RecordPage>,
) -> Answer<VaultStatus> {
    let folder = state.grants().hold(&folder)?.into_path();
    state
        .unlock(folder, move |folder, environment| {
            let mut opening =
                fieldnotes_core::vault::opening::begin(folder, passphrase.inner(), environment)?;
            // What cannot be listed or delivered yet is read a moment later.
            if let Ok(page) =
                fieldnotes_core::vault::opening::page(&mut opening, &ListRecords::default())
            {
                let _ = listed.send(page);
            }
            fieldnotes_core::vault::opening::finish(opening)
        })
        .await
}

#[tauri::command]
pub async fn vault_unlock_damaged(
    state: Here<'_>,
    folder: Token<Vault>,
    passphrase: Secret,
) -> Answer<VaultStatus> {
    let folder = state.grants().hold(&folder)?.into_path();
    state
        .unlock(folder, move |folder, environment| {
            fieldnotes_core::vault::unlock_damaged(folder, passphrase.inner(), environment)
        })
        .await
}

/// Whether the recovery words open the vault: asked before a new passphrase.
#[tauri::command]
pub async fn vault_check_words(state: Here<'_>, folder: Token<Vault>, words: Secret) -> Answer<()> {
    let folder = state.grants().hold(&folder)?.into_path();
    state
        .apart(move |state| {
            fieldnotes_core::vault::check_recovery_words(
                &folder,
                words.inner(),
                state.environment(),
            )?;
            Ok(())
        })
        .await
}

#[tauri::command]
pub async fn vault_recover(
    state: Here<'_>,
    folder: Token<Vault>,
    words: Secret,
    passphrase: Secret,
) -> Answer<VaultStatus> {
    let folder = state.grants().hold(&folder)?.into_path();
    state
        .unlock(folder, move |folder, environment| {
            fieldnotes_core::vault::recover(folder, words.inner(), passphrase.inner(), environment)
        })
        .await
}

/// Locks. The page goes away with its process; the promise may never settle.
#[tauri::command]
pub async fn vault_lock(app: AppHandle, state: Here<'_>) -> Answer<()> {
    state
        .apart(move |_| {
            locking::lock(&app);
            Ok(())
        })
        .await
}

#[tauri::command]
pub async fn vault_status(state: Here<'_>) -> Answer<VaultStatus> {
    let with = state.inner().clone();
    state.vault(move |session| Ok(with.status(session))).await
}

/// Minutes without a touch until the vault locks itself; 0 is never. It is sealed in the vault.
#[tauri::command]
pub async fn vault_lock_after(state: Here<'_>) -> Answer<u32> {
    state
        .vault(|session| Ok(fieldnotes_core::vault::lock_after(session)))
        .await
}

#[tauri::command]
pub async fn vault_set_lock_after(state: Here<'_>, minutes: u32) -> Answer<u32> {
    let minutes = state
        .vault(move |session| fieldnotes_core::vault::set_lock_after(session, minutes))
        .await?;
    state.lock_after(minutes);
    Ok(minutes)
}

#[tauri::command]
pub async fn vault_change_passphrase(state: Here<'_>, current: Secret, next: Secret) -> Answer<()> {
    state
        .vault(move |session| {
            fieldnotes_core::vault::change_passphrase(session, current.inner(), next.inner())
        })
        .await
}

/// Draws a new key, and gives its recovery words to be confirmed. Nothing is changed before `vault_rekey`.
#[tauri::command]
pub async fn vault_prepare_rekey(
    state: Here<'_>,
    current: Secret,
    words: Language,
) -> Answer<Secret> {
    let with = state.inner().clone();
    let turn = state.turn();
    state
        .vault(move |session| {
            let rekey = Rekey {
                current: current.inner(),
                new: None,
                recovery_words: words.into(),
            };
            let prepared = fieldnotes_core::vault::prepare_rekey(session, &rekey)?;
            let words = prepared.recovery_words().clone();
            with.keep_rekey(session, prepared, turn)?;
            Ok(words.into())
        })
        .await
}

/// Seals everything again under the key that was drawn: its words are good, and the old ones are not, from then on.
#[tauri::command]
pub async fn vault_rekey(state: Here<'_>, watch: PageWatch) -> Answer<()> {
    let with = state.inner().clone();
    let turn = state.turn();
    state
        .long_vault(watch, move |session, watch| {
            with.apply_rekey(session, watch, turn)
        })
        .await
}

/// Forgets the key that was drawn.
#[tauri::command]
pub async fn vault_cancel_rekey(state: Here<'_>) -> Answer<()> {
    state
        .apart(move |state| {
            state.pending().take_rekey();
            Ok(())
        })
        .await
}

/// Checks every byte. The vault stays unlocked meanwhile.
#[tauri::command]
pub async fn vault_verify(state: Here<'_>, watch: PageWatch) -> Answer<Verified> {
    state
        .long_vault(watch, |session, watch| {
            fieldnotes_core::vault::verify::unlocked(session, watch)
        })
        .await
}
