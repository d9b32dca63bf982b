/// Every command. The build makes a permission of each; capabilities/main.json gives it to the window by name.
#[rustfmt::skip]
const NAMES: &[&str] = &[
    "app_start", "app_save_settings", "app_protection", "app_touch", "app_copied", "app_print", "app_notices",
    "choose_file", "choose_files", "choose_new_file", "choose_folder", "choose_offered", "choose_vault_place",
    "vault_look", "vault_use", "vault_create", "vault_create_finish", "vault_create_cancel", "vault_unlock", "vault_unlock_damaged", "vault_check_words", "vault_recover", "vault_lock",
    "vault_status", "vault_lock_after", "vault_set_lock_after", "vault_change_passphrase", "vault_verify",
    "vault_rekey_prepare", "vault_rekey", "vault_rekey_cancel",
    "passphrase_strength", "passphrase_suggest",
    "record_page", "record_lines", "record_find", "record_places", "record_places_in", "record_show", "record_show_at", "record_history",
    "record_trash", "record_restore", "record_restore_revision",
    "draft_put", "draft_get", "draft_list", "draft_discard", "draft_save",
    "attachment_add", "attachment_list", "attachment_save", "attachment_read",
    "conflict_list", "conflict_show", "conflict_settle", "conflict_merge", "conflict_merge_all",
    "identity_show", "identity_export", "identity_qr", "identity_export_qr", "identity_renew_device",
    "colleague_list", "colleague_add", "colleague_add_file", "colleague_verify", "colleague_change_key",
    "colleague_retire", "colleague_restore", "colleague_rename",
    "folder_show", "folder_set", "folder_unset", "folder_arrivals", "folder_pick", "folder_due", "folder_put",
    "bundle_plan", "bundle_export", "bundle_preview", "bundle_import", "bundle_imports", "bundle_undo",
    "review_export", "review_open", "review_save", "review_close",
    "vocabulary_all",
    "operation_cancel",
];
