// Written by the tests of src-tauri from the sources of its commands; do not edit.

import type { Arrivals } from './api/Arrivals';
import type { Attachments } from './api/Attachments';
import type { AudienceShown } from './api/AudienceShown';
import type { BundleOrder } from './window/BundleOrder';
import type { BundlePlan } from './api/BundlePlan';
import type { BundleWritten } from './api/BundleWritten';
import type { BundlesImported } from './api/BundlesImported';
import type { BundlesPreview } from './api/BundlesPreview';
import type { Colleague } from './api/Colleague';
import type { Colleagues } from './api/Colleagues';
import type { Conflict } from './api/Conflict';
import type { Conflicts } from './api/Conflicts';
import type { CreatedVault } from './window/CreatedVault';
import type { DraftKept } from './api/DraftKept';
import type { DraftLine } from './api/DraftLine';
import type { DraftView } from './api/DraftView';
import type { Ending } from './window/Ending';
import type { ExchangeFolder } from './api/ExchangeFolder';
import type { FileUse } from './window/FileUse';
import type { FolderDue } from './api/FolderDue';
import type { FolderPut } from './api/FolderPut';
import type { FolderUse } from './window/FolderUse';
import type { FoundPlace } from './api/FoundPlace';
import type { Grant } from './window/Grant';
import type { History } from './api/History';
import type { Holding } from './window/Holding';
import type { Identity } from './api/Identity';
import type { IdentityQr } from './api/IdentityQr';
import type { IdentitySource } from './window/IdentitySource';
import type { ImportChoice } from './window/ImportChoice';
import type { ImportUndone } from './api/ImportUndone';
import type { Imports } from './api/Imports';
import type { Language } from './window/Language';
import type { ListPage } from './window/ListPage';
import type { Merges } from './api/Merges';
import type { Notice } from './window/Notice';
import type { Progress } from './window/Progress';
import type { Protection } from './window/Protection';
import type { PutDraft } from './api/PutDraft';
import type { RecordLine } from './api/RecordLine';
import type { RecordPage } from './api/RecordPage';
import type { ReviewOrder } from './api/ReviewOrder';
import type { ReviewPlan } from './api/ReviewPlan';
import type { ReviewPreview } from './api/ReviewPreview';
import type { ReviewShown } from './api/ReviewShown';
import type { ReviewWritten } from './api/ReviewWritten';
import type { Saved } from './api/Saved';
import type { SavedFile } from './api/SavedFile';
import type { SearchPage } from './window/SearchPage';
import type { SearchResults } from './api/SearchResults';
import type { SentFiles } from './api/SentFiles';
import type { Settle } from './api/Settle';
import type { Shown } from './api/Shown';
import type { Start } from './window/Start';
import type { Strength } from './api/Strength';
import type { VaultLook } from './api/VaultLook';
import type { VaultStatus } from './api/VaultStatus';
import type { Verified } from './api/Verified';
import type { Vocabulary } from './records/Vocabulary';
import type { WindowSettings } from './window/WindowSettings';

/** Follows long work, and can stop it: `operation.cancel` makes the call fail with `cancelled`. */
export interface Watch {
  readonly operation: string;
  progress: (progress: Progress) => void;
}

/** Sends a call with its arguments to the command of this name. */
export type Call = <Result>(command: string, values?: Record<string, unknown>) => Promise<Result>;

/** Everything that the window can ask of the shell, by groups. */
export interface Commands {
  app: {
    /** What the window needs to know when it opens. */
    start: () => Promise<Start>;
    saveSettings: (settings: WindowSettings) => Promise<WindowSettings>;
    protection: () => Promise<Protection>;
    /** The user did something: puts off the idle lock. Call it at most every few seconds. */
    touch: () => Promise<void>;
    /** Something was copied: the clipboard is cleared after 30 seconds, and on lock. */
    copied: () => Promise<void>;
    /** Opens the system's print dialog for the page. */
    print: () => Promise<void>;
    /** Sends notices to this page from now on, and to none before it. */
    notices: (listener?: (message: Notice) => void) => Promise<void>;
  };
  vault: {
    look: (folder: Grant) => Promise<VaultLook>;
    /** From now on the window begins with this vault. */
    use: (folder: Grant) => Promise<void>;
    /** Begins a vault. It is none, and nothing of it stays, before `vault.finishCreate`: its words are confirmed in between. */
    create: (folder: Grant, passphrase: string, words: Language) => Promise<CreatedVault>;
    /** Makes what was begun a vault: its words are on paper. From now on the window begins with it. */
    finishCreate: () => Promise<void>;
    /** Removes what was begun. */
    cancelCreate: () => Promise<void>;
    /** `listed` is given the beginning of the list while the rest of the vault is still being read and checked. */
    unlock: (folder: Grant, passphrase: string, listed?: (message: RecordPage) => void) => Promise<VaultStatus>;
    unlockDamaged: (folder: Grant, passphrase: string) => Promise<VaultStatus>;
    /** Whether the recovery words open the vault: asked before a new passphrase. */
    checkWords: (folder: Grant, words: string) => Promise<void>;
    recover: (folder: Grant, words: string, passphrase: string) => Promise<VaultStatus>;
    /** Locks. The page goes away with its process; the promise may never settle. */
    lock: () => Promise<void>;
    status: () => Promise<VaultStatus>;
    /** Minutes without a touch until the vault locks itself; 0 is never. It is sealed in the vault. */
    lockAfter: () => Promise<number>;
    setLockAfter: (minutes: number) => Promise<number>;
    changePassphrase: (current: string, next: string) => Promise<void>;
    /** Draws a new key, and gives its recovery words to be confirmed. Nothing is changed before `vault.rekey`. */
    prepareRekey: (current: string, words: Language) => Promise<string>;
    /** Seals everything again under the key that was drawn: its words are good, and the old ones are not, from then on. */
    rekey: (watch: Watch) => Promise<void>;
    /** Forgets the key that was drawn. */
    cancelRekey: () => Promise<void>;
    /** Checks every byte. The vault stays unlocked meanwhile. */
    verify: (watch: Watch) => Promise<Verified>;
  };
  passphrase: {
    strength: (passphrase: string) => Promise<Strength>;
    suggest: (words: Language) => Promise<string>;
  };
  record: {
    page: (list: ListPage) => Promise<RecordPage>;
    /** The lines of these records, for showing links by name; those that are not here are left out. */
    lines: (ids: Array<string>) => Promise<Array<RecordLine>>;
    find: (search: SearchPage) => Promise<SearchResults>;
    /** The places of hits that were given without, in the order of the records. */
    placesIn: (query: string, ids: Array<string>) => Promise<Array<FoundPlace>>;
    /** Where the query is found in each of these texts, in order and apart: from and to, in UTF-16 code units. */
    places: (query: string, texts: Array<string>) => Promise<Array<Array<[number, number]>>>;
    show: (id: string) => Promise<Shown>;
    showAt: (id: string, revision: string) => Promise<Shown>;
    history: (id: string) => Promise<History>;
    trash: (id: string) => Promise<Saved>;
    restore: (id: string) => Promise<Saved>;
    /** Refused where other heads than `base` have come. `dropsRefusals`: a refusal of consent may be gone. */
    restoreRevision: (id: string, revision: string, base: string, dropsRefusals?: boolean | null) => Promise<Saved>;
  };
  draft: {
    put: (draft: PutDraft) => Promise<DraftKept>;
    get: (draft: string) => Promise<DraftView>;
    ofRecord: (record: string) => Promise<Array<DraftView>>;
    list: () => Promise<Array<DraftLine>>;
    discard: (draft: string) => Promise<void>;
    /** `dropsRefusals`: a refusal or a withdrawal of consent may be gone. */
    save: (draft: string, dropsRefusals?: boolean | null) => Promise<Saved>;
  };
  attachment: {
    add: (owner: string, file: Grant, watch: Watch) => Promise<Saved>;
    list: (owner: string) => Promise<Attachments>;
    save: (id: string, to: Grant, watch: Watch) => Promise<SavedFile>;
    /** A piece of its content, to show a picture or play a sound from memory. */
    read: (id: string, from: number, length: number) => Promise<ArrayBuffer>;
  };
  conflict: {
    list: () => Promise<Conflicts>;
    show: (id: string) => Promise<Conflict>;
    settle: (id: string, settle: Settle) => Promise<Saved>;
    merge: (id: string) => Promise<Merges>;
    mergeAll: () => Promise<Merges>;
  };
  identity: {
    show: () => Promise<Identity>;
    export: (to: Grant) => Promise<Identity>;
    qr: () => Promise<IdentityQr>;
    /** A picture whose name ends in .svg or .png. */
    exportQr: (to: Grant) => Promise<Identity>;
    /** Another device log from now on. */
    renewDevice: () => Promise<Identity>;
  };
  colleague: {
    list: () => Promise<Colleagues>;
    /** By the line of their public identity. */
    add: (identity: string, name: string) => Promise<Colleague>;
    /** By a file that holds that line, or a picture of its QR code. */
    addFile: (file: Grant, name: string) => Promise<Colleague>;
    verify: (name: string, fingerprint: string) => Promise<Colleague>;
    /** Refused with the new fingerprint until `hasCompared`. */
    changeKey: (name: string, by: IdentitySource, hasCompared: boolean) => Promise<Colleague>;
    retire: (name: string) => Promise<Colleague>;
    restore: (name: string) => Promise<Colleague>;
    rename: (name: string, next: string) => Promise<Colleague>;
  };
  bundle: {
    /** Says what `bundle.export` would write. Nothing is written. */
    plan: (order: BundleOrder) => Promise<BundlePlan>;
    export: (to: Grant, order: BundleOrder, watch: Watch) => Promise<BundleWritten>;
    /** Checks the files together. At most `limit` records are listed; counted are all. */
    preview: (files: Array<Grant>, passphrase: string | null, limit: number, watch: Watch) => Promise<BundlesPreview>;
    import: (files: Array<Grant>, passphrase: string | null, choice: ImportChoice, watch: Watch) => Promise<BundlesImported>;
    imports: (limit: number) => Promise<Imports>;
    undo: (id: string, watch: Watch) => Promise<ImportUndone>;
  };
  folder: {
    /** Which folder is the exchange folder of this vault. */
    show: () => Promise<ExchangeFolder>;
    set: (folder: Grant) => Promise<ExchangeFolder>;
    unset: () => Promise<ExchangeFolder>;
    /** What the last look found. The shell looks by itself, and reports what is new. */
    arrivals: () => Promise<Arrivals | null>;
    /** Handles for files that the last look at the exchange folder found, by their names there. */
    pick: (names: Array<string>) => Promise<Array<Grant>>;
    due: () => Promise<FolderDue>;
    put: (watch: Watch) => Promise<FolderPut>;
  };
  review: {
    /** What an order would give. Names that are drawn for it are kept. */
    plan: (order: ReviewOrder, watch: Watch) => Promise<ReviewPlan>;
    /** One record of an order, as it is recorded and as it would go. */
    preview: (order: ReviewOrder, record: string) => Promise<ReviewPreview>;
    /** The audiences that something was prepared for. */
    audiences: () => Promise<Array<AudienceShown>>;
    export: (to: Grant, passphrase: string, order: ReviewOrder, watch: Watch) => Promise<ReviewWritten>;
    /** Opens a package; no vault is needed. It is kept open, so that its files can be saved, until `review.close`. */
    open: (file: Grant, passphrase: string, watch: Watch) => Promise<ReviewShown>;
    save: (attachment: string, to: Grant, watch: Watch) => Promise<SavedFile>;
    close: () => Promise<void>;
  };
  custody: {
    /** The files in which one record left. */
    ofRecord: (record: string) => Promise<SentFiles>;
    /** All files in which records left. */
    list: () => Promise<SentFiles>;
  };
  vocabulary: {
    all: () => Promise<Array<Vocabulary>>;
  };
  operation: {
    cancel: (operation: string) => Promise<void>;
  };
  choose: {
    /** Each dialog gives null, or nothing, where the user thought better of it. `endings` without dots. */
    file: (purpose: FileUse, endings: Array<string>) => Promise<Grant | null>;
    /** Bundles. */
    files: (endings: Array<string>) => Promise<Array<Grant>>;
    /** A place for what is encrypted takes nothing in the clear, and the other way round. */
    newFile: (name: string, holding: Holding) => Promise<Grant | null>;
    folder: (purpose: FolderUse) => Promise<Grant | null>;
    /** A free place for an encrypted file, without a dialog: beside the last one, else where exported files go. Its name says the day and a number. */
    offered: (ending: Ending) => Promise<Grant>;
    /** A free place for a new vault, without a dialog. */
    vaultPlace: () => Promise<Grant>;
  };
}

/** The commands, each called by `call`. */
export function makeCommands(call: Call): Commands {
  return {
    app: {
      start: () => call('app_start'),
      saveSettings: (settings) => call('app_save_settings', { settings }),
      protection: () => call('app_protection'),
      touch: () => call('app_touch'),
      copied: () => call('app_copied'),
      print: () => call('app_print'),
      notices: (listener = () => undefined) => call('app_notices', { listener }),
    },
    vault: {
      look: (folder) => call('vault_look', { folder }),
      use: (folder) => call('vault_use', { folder }),
      create: (folder, passphrase, words) => call('vault_create', { folder, passphrase, words }),
      finishCreate: () => call('vault_finish_create'),
      cancelCreate: () => call('vault_cancel_create'),
      unlock: (folder, passphrase, listed = () => undefined) => call('vault_unlock', { folder, passphrase, listed }),
      unlockDamaged: (folder, passphrase) => call('vault_unlock_damaged', { folder, passphrase }),
      checkWords: (folder, words) => call('vault_check_words', { folder, words }),
      recover: (folder, words, passphrase) => call('vault_recover', { folder, words, passphrase }),
      lock: () => call('vault_lock'),
      status: () => call('vault_status'),
      lockAfter: () => call('vault_lock_after'),
      setLockAfter: (minutes) => call('vault_set_lock_after', { minutes }),
      changePassphrase: (current, next) => call('vault_change_passphrase', { current, next }),
      prepareRekey: (current, words) => call('vault_prepare_rekey', { current, words }),
      rekey: (watch) => call('vault_rekey', { watch }),
      cancelRekey: () => call('vault_cancel_rekey'),
      verify: (watch) => call('vault_verify', { watch }),
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
      restoreRevision: (id, revision, base, dropsRefusals) => call('record_restore_revision', { id, revision, base, dropsRefusals }),
    },
    draft: {
      put: (draft) => call('draft_put', { draft }),
      get: (draft) => call('draft_get', { draft }),
      ofRecord: (record) => call('draft_of_record', { record }),
      list: () => call('draft_list'),
      discard: (draft) => call('draft_discard', { draft }),
      save: (draft, dropsRefusals) => call('draft_save', { draft, dropsRefusals }),
    },
    attachment: {
      add: (owner, file, watch) => call('attachment_add', { owner, file, watch }),
      list: (owner) => call('attachment_list', { owner }),
      save: (id, to, watch) => call('attachment_save', { id, to, watch }),
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
      export: (to) => call('identity_export', { to }),
      qr: () => call('identity_qr'),
      exportQr: (to) => call('identity_export_qr', { to }),
      renewDevice: () => call('identity_renew_device'),
    },
    colleague: {
      list: () => call('colleague_list'),
      add: (identity, name) => call('colleague_add', { identity, name }),
      addFile: (file, name) => call('colleague_add_file', { file, name }),
      verify: (name, fingerprint) => call('colleague_verify', { name, fingerprint }),
      changeKey: (name, by, hasCompared) => call('colleague_change_key', { name, by, hasCompared }),
      retire: (name) => call('colleague_retire', { name }),
      restore: (name) => call('colleague_restore', { name }),
      rename: (name, next) => call('colleague_rename', { name, next }),
    },
    bundle: {
      plan: (order) => call('bundle_plan', { order }),
      export: (to, order, watch) => call('bundle_export', { to, order, watch }),
      preview: (files, passphrase, limit, watch) => call('bundle_preview', { files, passphrase, limit, watch }),
      import: (files, passphrase, choice, watch) => call('bundle_import', { files, passphrase, choice, watch }),
      imports: (limit) => call('bundle_imports', { limit }),
      undo: (id, watch) => call('bundle_undo', { id, watch }),
    },
    folder: {
      show: () => call('folder_show'),
      set: (folder) => call('folder_set', { folder }),
      unset: () => call('folder_unset'),
      arrivals: () => call('folder_arrivals'),
      pick: (names) => call('folder_pick', { names }),
      due: () => call('folder_due'),
      put: (watch) => call('folder_put', { watch }),
    },
    review: {
      plan: (order, watch) => call('review_plan', { order, watch }),
      preview: (order, record) => call('review_preview', { order, record }),
      audiences: () => call('review_audiences'),
      export: (to, passphrase, order, watch) => call('review_export', { to, passphrase, order, watch }),
      open: (file, passphrase, watch) => call('review_open', { file, passphrase, watch }),
      save: (attachment, to, watch) => call('review_save', { attachment, to, watch }),
      close: () => call('review_close'),
    },
    custody: {
      ofRecord: (record) => call('custody_of_record', { record }),
      list: () => call('custody_list'),
    },
    vocabulary: {
      all: () => call('vocabulary_all'),
    },
    operation: {
      cancel: (operation) => call('operation_cancel', { operation }),
    },
    choose: {
      file: (purpose, endings) => call('choose_file', { purpose, endings }),
      files: (endings) => call('choose_files', { endings }),
      newFile: (name, holding) => call('choose_new_file', { name, holding }),
      folder: (purpose) => call('choose_folder', { purpose }),
      offered: (ending) => call('choose_offered', { ending }),
      vaultPlace: () => call('choose_vault_place'),
    },
  };
}
