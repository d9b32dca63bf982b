//! What the page can ask for: one command for each method of the page's `Platform`, one file for each group.
//!
//! A command says which use-case of the core it is, and no more. Its name stands in names.rs too.

pub mod app;
pub mod attachment;
pub mod bundle;
pub mod choose;
pub mod colleague;
pub mod conflict;
pub mod draft;
pub mod folder;
pub mod identity;
pub mod operation;
pub mod passphrase;
pub mod record;
pub mod review;
pub mod vault;
pub mod vocabulary;

use tauri::State;

use crate::state::AppState;

/// The managed state, as commands get it.
type Here<'a> = State<'a, AppState>;

/// Hands calls of the page to the commands.
pub fn handler() -> impl Fn(tauri::ipc::Invoke<tauri::Wry>) -> bool + Send + Sync + 'static {
    tauri::generate_handler![
        app::app_start,
        app::app_save_settings,
        app::app_protection,
        app::app_touch,
        app::app_copied,
        app::app_print,
        app::app_notices,
        choose::choose_file,
        choose::choose_files,
        choose::choose_new_file,
        choose::choose_folder,
        choose::choose_offered,
        choose::choose_vault_place,
        vault::vault_look,
        vault::vault_use,
        vault::vault_create,
        vault::vault_create_finish,
        vault::vault_create_cancel,
        vault::vault_unlock,
        vault::vault_unlock_damaged,
        vault::vault_check_words,
        vault::vault_recover,
        vault::vault_lock,
        vault::vault_status,
        vault::vault_lock_after,
        vault::vault_set_lock_after,
        vault::vault_change_passphrase,
        vault::vault_rekey_prepare,
        vault::vault_rekey,
        vault::vault_rekey_cancel,
        vault::vault_verify,
        passphrase::passphrase_strength,
        passphrase::passphrase_suggest,
        record::record_page,
        record::record_lines,
        record::record_find,
        record::record_places,
        record::record_places_in,
        record::record_show,
        record::record_show_at,
        record::record_history,
        record::record_trash,
        record::record_restore,
        record::record_restore_revision,
        draft::draft_put,
        draft::draft_get,
        draft::draft_list,
        draft::draft_discard,
        draft::draft_save,
        attachment::attachment_add,
        attachment::attachment_list,
        attachment::attachment_save,
        attachment::attachment_read,
        conflict::conflict_list,
        conflict::conflict_show,
        conflict::conflict_settle,
        conflict::conflict_merge,
        conflict::conflict_merge_all,
        identity::identity_show,
        identity::identity_export,
        identity::identity_qr,
        identity::identity_export_qr,
        identity::identity_renew_device,
        colleague::colleague_list,
        colleague::colleague_add,
        colleague::colleague_add_file,
        colleague::colleague_verify,
        colleague::colleague_change_key,
        colleague::colleague_retire,
        colleague::colleague_restore,
        colleague::colleague_rename,
        bundle::bundle_plan,
        bundle::bundle_export,
        bundle::bundle_preview,
        bundle::bundle_import,
        bundle::bundle_imports,
        bundle::bundle_undo,
        folder::folder_show,
        folder::folder_set,
        folder::folder_unset,
        folder::folder_arrivals,
        folder::folder_pick,
        folder::folder_due,
        folder::folder_put,
        review::review_export,
        review::review_open,
        review::review_save,
        review::review_close,
        vocabulary::vocabulary_all,
        operation::operation_cancel,
    ]
}

#[cfg(test)]
mod tests;
