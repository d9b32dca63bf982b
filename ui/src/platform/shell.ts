/** The door to the real shell: one command of src-tauri for each method. What it answers is ours, so it is not checked again. */
import { Channel, invoke } from '@tauri-apps/api/core';
import type { Code } from '../bindings/api/Code';
import type { RecordPage } from '../bindings/api/RecordPage';
import { Failure } from './failure';
import type { Notice, Platform, Progress, Watch } from './platform';

type Arguments = Record<string, unknown>;

/** What a command failed with: `{ code, params }`, or a text of the framework, which is never shown. */
function failure(thrown: unknown): Failure {
  if (typeof thrown !== 'object' || thrown === null || !('code' in thrown)) return new Failure('internal');
  const params = 'params' in thrown ? (thrown.params as Record<string, string>) : {};
  return new Failure(thrown.code as Code, params);
}

async function call<T>(command: string, values: Arguments = {}): Promise<T> {
  try {
    return await invoke<T>(command, values);
  } catch (thrown) {
    throw failure(thrown);
  }
}

/** A long call: the shell reports to the watch, and stops when it is cancelled. */
function long<T>(command: string, watch: Watch, values: Arguments = {}): Promise<T> {
  const progress = new Channel<Progress>((now) => watch.onprogress(now));
  return call<T>(command, { ...values, operation: watch.operation, progress });
}

function onnotice(listener: (notice: Notice) => void): () => void {
  let hears = true;
  const channel = new Channel<Notice>((notice) => {
    if (hears) listener(notice);
  });
  void call('app_notices', { listener: channel });
  return () => {
    hears = false;
  };
}

export function makeShell(): Platform {
  return {
    app: {
      start: () => call('app_start'),
      saveSettings: (settings) => call('app_save_settings', { settings }),
      protection: () => call('app_protection'),
      touch: () => call('app_touch'),
      copied: () => call('app_copied'),
      print: () => call('app_print'),
      onnotice,
    },
    choose: {
      file: (purpose, endings) => call('choose_file', { purpose, endings }),
      files: (endings) => call('choose_files', { endings }),
      newFile: (name, holding) => call('choose_new_file', { name, holding }),
      folder: (purpose) => call('choose_folder', { purpose }),
      offered: (ending) => call('choose_offered', { ending }),
      vaultPlace: () => call('choose_vault_place'),
    },
    vault: {
      look: ({ token: folder }) => call('vault_look', { folder }),
      use: ({ token: folder }) => call('vault_use', { folder }),
      create: ({ token: folder }, passphrase, words) => call('vault_create', { folder, passphrase, words }),
      finishCreate: () => call('vault_create_finish'),
      cancelCreate: () => call('vault_create_cancel'),
      unlock: ({ token: folder }, passphrase, onlisted) => {
        const listed = new Channel<RecordPage>((first) => onlisted?.(first));
        return call('vault_unlock', { folder, passphrase, listed });
      },
      unlockDamaged: ({ token: folder }, passphrase) => call('vault_unlock_damaged', { folder, passphrase }),
      checkWords: ({ token: folder }, words) => call('vault_check_words', { folder, words }),
      recover: ({ token: folder }, words, passphrase) => call('vault_recover', { folder, words, passphrase }),
      // Where it succeeds, the page that asked is about to go: nothing after it is carried out.
      lock: () => call('vault_lock').then(() => new Promise<void>(() => undefined)),
      status: () => call('vault_status'),
      lockAfter: () => call('vault_lock_after'),
      setLockAfter: (minutes) => call('vault_set_lock_after', { minutes }),
      changePassphrase: (current, next) => call('vault_change_passphrase', { current, next }),
      prepareRekey: (current, words) => call('vault_rekey_prepare', { current, words }),
      rekey: (watch) => long('vault_rekey', watch),
      cancelRekey: () => call('vault_rekey_cancel'),
      verify: (watch) => long('vault_verify', watch),
    },
    passphrase: {
      strength: (passphrase) => call('passphrase_strength', { passphrase }),
      suggest: (words) => call('passphrase_suggest', { words }),
    },
    record: {
      page: (list) => call('record_page', { list }),
      lines: (ids) => call('record_lines', { ids }),
      find: (search) => call('record_find', { search }),
      placesIn: (query, ids) => call('record_places_in', { query, ids }),
      places: (query, texts) => call('record_places', { query, texts }),
      show: (id) => call('record_show', { id }),
      showAt: (id, revision) => call('record_show_at', { id, revision }),
      history: (id) => call('record_history', { id }),
      trash: (id) => call('record_trash', { id }),
      restore: (id) => call('record_restore', { id }),
      restoreRevision: (id, revision, base, dropsRefusals = false) =>
        call('record_restore_revision', { id, revision, base, dropsRefusals }),
    },
    draft: {
      put: (draft) => call('draft_put', { draft }),
      get: (draft) => call('draft_get', { draft }),
      list: () => call('draft_list'),
      discard: (draft) => call('draft_discard', { draft }),
      save: (draft, dropsRefusals = false) => call('draft_save', { draft, dropsRefusals }),
    },
    attachment: {
      add: (owner, { token: file }, watch) => long('attachment_add', watch, { owner, file }),
      list: (owner) => call('attachment_list', { owner }),
      save: (id, { token: to }, watch) => long('attachment_save', watch, { id, to }),
      read: (id, from, length) => call('attachment_read', { id, from, length }),
    },
    conflict: {
      list: () => call('conflict_list'),
      show: (id) => call('conflict_show', { id }),
      settle: (id, settle) => call('conflict_settle', { id, settle }),
      merge: (id) => call('conflict_merge', { id }),
      mergeAll: () => call('conflict_merge_all'),
    },
    identity: {
      show: () => call('identity_show'),
      export: ({ token: to }) => call('identity_export', { to }),
      qr: () => call('identity_qr'),
      exportQr: ({ token: to }) => call('identity_export_qr', { to }),
      renewDevice: () => call('identity_renew_device'),
    },
    colleague: {
      list: () => call('colleague_list'),
      add: (identity, name) => call('colleague_add', { identity, name }),
      addFile: ({ token: file }, name) => call('colleague_add_file', { file, name }),
      verify: (name, fingerprint) => call('colleague_verify', { name, fingerprint }),
      changeKey: (name, by, hasCompared) => {
        const identity = 'line' in by ? by.line : null;
        const file = 'file' in by ? by.file.token : null;
        return call('colleague_change_key', { name, identity, file, hasCompared });
      },
      retire: (name) => call('colleague_retire', { name }),
      restore: (name) => call('colleague_restore', { name }),
      rename: (name, next) => call('colleague_rename', { name, new: next }),
    },
    bundle: {
      plan: (order) => call('bundle_plan', { order }),
      export: ({ token: to }, order, watch) => long('bundle_export', watch, { to, order }),
      preview: (chosen, passphrase, limit, watch) => {
        const files = chosen.map(({ token }) => token);
        return long('bundle_preview', watch, { files, passphrase, limit });
      },
      import: (chosen, passphrase, accept, watch, expected, only) => {
        const files = chosen.map(({ token }) => token);
        const choice = { only: only ?? null, expected, accept };
        return long('bundle_import', watch, { files, passphrase, choice });
      },
      imports: (limit) => call('bundle_imports', { limit }),
      undo: (id, watch) => long('bundle_undo', watch, { import: id }),
    },
    folder: {
      show: () => call('folder_show'),
      set: ({ token: folder }) => call('folder_set', { folder }),
      unset: () => call('folder_unset'),
      arrivals: () => call('folder_arrivals'),
      pick: (names) => call('folder_pick', { names }),
      due: () => call('folder_due'),
      put: (watch) => long('folder_put', watch),
    },
    review: {
      export: ({ token: to }, passphrase, records, purpose, watch) =>
        long('review_export', watch, { to, passphrase, records, purpose }),
      open: ({ token: file }, passphrase, watch) => long('review_open', watch, { file, passphrase }),
      save: (attachment, { token: to }, watch) => long('review_save', watch, { attachment, to }),
      close: () => call('review_close'),
    },
    vocabulary: { all: () => call('vocabulary_all') },
    watch: (onprogress = () => undefined) => ({ operation: crypto.randomUUID(), onprogress }),
    cancel: (watch) => call('operation_cancel', { operation: watch.operation }),
  };
}
