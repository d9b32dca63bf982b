/**
 * The door to the shell: everything that the window can ask of the machine.
 *
 * Two implementations: `shell.ts` calls the commands of src-tauri, `fake/` answers from memory, so that components
 * are tested, and looked at, without a shell. Every failure is a `Failure`.
 */
import type { Accept } from '../bindings/api/Accept';
import type { Arrivals } from '../bindings/api/Arrivals';
import type { Attachments } from '../bindings/api/Attachments';
import type { BundlesPreview } from '../bindings/api/BundlesPreview';
import type { BundlesImported } from '../bindings/api/BundlesImported';
import type { BundlePlan } from '../bindings/api/BundlePlan';
import type { BundleWritten } from '../bindings/api/BundleWritten';
import type { Colleague } from '../bindings/api/Colleague';
import type { Colleagues } from '../bindings/api/Colleagues';
import type { Conflict } from '../bindings/api/Conflict';
import type { Conflicts } from '../bindings/api/Conflicts';
import type { DraftLine } from '../bindings/api/DraftLine';
import type { DraftView } from '../bindings/api/DraftView';
import type { ExchangeFolder } from '../bindings/api/ExchangeFolder';
import type { FolderDue } from '../bindings/api/FolderDue';
import type { FolderPut } from '../bindings/api/FolderPut';
import type { Found } from '../bindings/api/Found';
import type { FoundPlace } from '../bindings/api/FoundPlace';
import type { History } from '../bindings/api/History';
import type { Identity } from '../bindings/api/Identity';
import type { IdentityQr } from '../bindings/api/IdentityQr';
import type { Imports } from '../bindings/api/Imports';
import type { ImportUndone } from '../bindings/api/ImportUndone';
import type { Merges } from '../bindings/api/Merges';
import type { PutDraft } from '../bindings/api/PutDraft';
import type { Reach } from '../bindings/api/Reach';
import type { RecordLine } from '../bindings/api/RecordLine';
import type { RecordPage } from '../bindings/api/RecordPage';
import type { ReviewShown } from '../bindings/api/ReviewShown';
import type { ReviewWritten } from '../bindings/api/ReviewWritten';
import type { Saved } from '../bindings/api/Saved';
import type { SavedFile } from '../bindings/api/SavedFile';
import type { Settle } from '../bindings/api/Settle';
import type { Shown } from '../bindings/api/Shown';
import type { Sort } from '../bindings/api/Sort';
import type { Strength } from '../bindings/api/Strength';
import type { VaultLook } from '../bindings/api/VaultLook';
import type { VaultStatus } from '../bindings/api/VaultStatus';
import type { Verified } from '../bindings/api/Verified';
import type { Vocabulary } from '../bindings/records/Vocabulary';

export type Language = 'en' | 'ko';
export type Theme = 'system' | 'light' | 'dark';

/** What the app keeps outside any vault, in the clear: nothing of a record. */
export interface Settings {
  language: Language;
  theme: Theme;
}

/**
 * A file or folder that a person chose, or that the shell offers. The page holds this handle; which path it stands for, and
 * for what it may be used, the shell alone knows. It ends with its deed, with a lock, or after an hour (`not_granted`).
 */
export interface Grant {
  token: string;
  /** The last part of the path, to show. */
  name: string;
  /** All of the path, to show. */
  shown: string;
}

/** What the window needs to know when it opens. */
export interface Start {
  version: string;
  settings: Settings;
  /** The vault that was open last; before the first, where one would go. */
  vault: Grant;
  /** Whether a vault was open there before. */
  knows_vault: boolean;
  /** Files that the app was opened with: bundles, packages. */
  opened_files: Grant[];
  /** A vault is unlocked already (the page was loaded anew). */
  is_unlocked: boolean;
  /** The words of a new vault were shown, and a lock dropped it before they were confirmed. Said once. */
  was_vault_dropped: boolean;
}

/** What the machine lets the program protect. */
export interface Protection {
  /** What becomes of memory that the machine has no room for. */
  swap: 'off' | 'encrypted' | 'plain' | 'unknown';
  /** The kernel does not refuse the network: that nothing asks for one is all that holds. */
  is_network_open: boolean;
  /** The page's process is in the engine's sandbox, and sees no file of the user's. */
  is_page_walled: boolean;
}

export interface Progress {
  done: number;
  total: number;
}

/** Looks on while long work goes on, and can stop it. Give one to a long call; `cancel` makes the call fail with `cancelled`. */
export interface Watch {
  readonly operation: string;
  onprogress: (progress: Progress) => void;
}

/** How a list is ordered; `reversed` is the other way round. */
export interface Order {
  sort?: Sort;
  reversed?: boolean;
}

/** A page of a list: `after` is the cursor that the page before gave. */
export interface PageOf extends Order {
  kind?: string;
  limit?: number;
  after?: string;
}

/** From and to, in UTF-16 code units. */
export type Span = [from: number, to: number];

/** Where an identity is read from. */
export type IdentitySource = { line: string } | { file: Grant };

export type BundleTo = { colleagues: string[] } | { passphrase: string };

/** What is to be sent, and for whom. */
export interface BundleOrder {
  to: BundleTo;
  /** Null for all that may go. */
  records: string[] | null;
  reach: Reach;
  /** A use of the consent vocabulary: what they will do with it. */
  purpose: string;
  /** By whom it will be used, as the consent calls them; null where nobody is named. */
  audience: string | null;
  /** Also where there is nothing but the acknowledgement of what came from them. */
  acknowledge: boolean;
}

export interface CreatedVault {
  vault: string;
  fingerprint: string;
  /** 24 words, spaces between. Shown once, kept nowhere. */
  recovery_words: string;
}

/** What the shell tells the window unasked. */
export type Notice =
  /** The vault will be locked in a moment: keep what is being typed, then call `vault.lock`. */
  | { kind: 'locking'; reason: 'idle' | 'suspend' | 'screen' | 'asked' }
  /** Files were opened from outside, or dropped on the window. */
  | { kind: 'files'; files: Grant[] }
  /** Something else lies in the exchange folder; null where the folder is not there. */
  | { kind: 'folder'; arrivals: Arrivals | null };

export interface Platform {
  app: {
    start(): Promise<Start>;
    saveSettings(settings: Settings): Promise<Settings>;
    protection(): Promise<Protection>;
    /** The user did something; puts off the idle lock. Call it at most every few seconds. */
    touch(): Promise<void>;
    /** Something was copied: the clipboard is cleared after 30 seconds, and on lock. */
    copied(): Promise<void>;
    /** Opens the system's print dialog for the page. */
    print(): Promise<void>;
    onnotice(listener: (notice: Notice) => void): () => void;
  };
  choose: {
    /** Each dialog gives null, or nothing, where the user thought better of it. `endings` without dots. */
    file(purpose: 'attach' | 'identity' | 'package', endings: string[]): Promise<Grant | null>;
    /** Bundles. */
    files(endings: string[]): Promise<Grant[]>;
    /** A place for what is encrypted takes nothing in the clear, and the other way round. */
    newFile(name: string, holding: 'sealed' | 'clear'): Promise<Grant | null>;
    folder(purpose: 'vault' | 'exchange'): Promise<Grant | null>;
    /** A free place for an encrypted file, without a dialog: beside the last one. Its name says the day and a number. */
    offered(ending: 'bundle' | 'review'): Promise<Grant>;
    /** A free place for a new vault, without a dialog. */
    vaultPlace(): Promise<Grant>;
  };
  vault: {
    look(folder: Grant): Promise<VaultLook>;
    /** From now on the app begins with this vault. */
    use(folder: Grant): Promise<void>;
    /** Begins a vault. It is none, and nothing of it stays, before `finishCreate`: its words are confirmed in between. */
    create(folder: Grant, passphrase: string, words: Language): Promise<CreatedVault>;
    /** Makes what was begun a vault. The app begins with it from now on. */
    finishCreate(): Promise<void>;
    /** Removes what was begun. */
    cancelCreate(): Promise<void>;
    /** `onlisted` hears the beginning of the list while the rest of the vault is still being read and checked. */
    unlock(folder: Grant, passphrase: string, onlisted?: (first: RecordPage) => void): Promise<VaultStatus>;
    unlockDamaged(folder: Grant, passphrase: string): Promise<VaultStatus>;
    /** Whether the recovery words open the vault: asked before a new passphrase. */
    checkWords(folder: Grant, words: string): Promise<void>;
    recover(folder: Grant, words: string, passphrase: string): Promise<VaultStatus>;
    /** Locks. The page goes away with its process; the promise may never settle. */
    lock(): Promise<void>;
    status(): Promise<VaultStatus>;
    /** Minutes without a touch until the vault locks itself; 0 is never. It is sealed in the vault. */
    lockAfter(): Promise<number>;
    setLockAfter(minutes: number): Promise<number>;
    changePassphrase(current: string, next: string): Promise<void>;
    /** Draws a new key, and gives its recovery words to be confirmed. Nothing is changed before `rekey`. */
    prepareRekey(current: string, words: Language): Promise<string>;
    /** Seals everything again under the key that was drawn; its words are good, and the old ones are not, from then on. */
    rekey(watch: Watch): Promise<void>;
    /** Forgets the key that was drawn. */
    cancelRekey(): Promise<void>;
    /** Checks every byte. The vault stays unlocked meanwhile. */
    verify(watch: Watch): Promise<Verified>;
  };
  passphrase: {
    strength(passphrase: string): Promise<Strength>;
    suggest(words: Language): Promise<string>;
  };
  record: {
    page(list: PageOf & { trashed?: boolean }): Promise<RecordPage>;
    /** The lines of these records, for showing links by name; those that are not here are left out. */
    lines(ids: string[]): Promise<RecordLine[]>;
    find(search: PageOf & { query: string; exact_only?: boolean; places?: number }): Promise<Found>;
    /** The places of hits that were given without, in the order of the records. */
    placesIn(query: string, ids: string[]): Promise<FoundPlace[]>;
    /** Where the query is found in each of these texts, in order and apart. */
    places(query: string, texts: string[]): Promise<Span[][]>;
    show(id: string): Promise<Shown>;
    showAt(id: string, revision: string): Promise<Shown>;
    history(id: string): Promise<History>;
    trash(id: string): Promise<Saved>;
    restore(id: string): Promise<Saved>;
    /** Refused where other heads than `base` have come; `dropsRefusals`: a refusal of consent may be gone. */
    restoreRevision(id: string, revision: string, base: string, dropsRefusals?: boolean): Promise<Saved>;
  };
  draft: {
    put(draft: PutDraft): Promise<DraftView>;
    get(draft: string): Promise<DraftView>;
    list(): Promise<DraftLine[]>;
    discard(draft: string): Promise<void>;
    /** `dropsRefusals`: a refusal or a withdrawal of consent may be gone. */
    save(draft: string, dropsRefusals?: boolean): Promise<Saved>;
  };
  attachment: {
    add(owner: string, file: Grant, watch: Watch): Promise<Saved>;
    list(owner: string): Promise<Attachments>;
    save(id: string, to: Grant, watch: Watch): Promise<SavedFile>;
    /** A piece of its content, to show a picture or play a sound from memory. */
    read(id: string, from: number, length: number): Promise<ArrayBuffer>;
  };
  conflict: {
    list(): Promise<Conflicts>;
    show(id: string): Promise<Conflict>;
    settle(id: string, settle: Settle): Promise<Saved>;
    merge(id: string): Promise<Merges>;
    mergeAll(): Promise<Merges>;
  };
  identity: {
    show(): Promise<Identity>;
    export(to: Grant): Promise<Identity>;
    qr(): Promise<IdentityQr>;
    /** A picture whose name ends in .svg or .png. */
    exportQr(to: Grant): Promise<Identity>;
    /** Another device log from now on. */
    renewDevice(): Promise<Identity>;
  };
  colleague: {
    list(): Promise<Colleagues>;
    /** By the line of their public identity. */
    add(identity: string, name: string): Promise<Colleague>;
    /** By a file that holds that line, or a picture of its QR code. */
    addFile(file: Grant, name: string): Promise<Colleague>;
    verify(name: string, fingerprint: string): Promise<Colleague>;
    /** Refused with the new fingerprint until `hasCompared`. */
    changeKey(name: string, by: IdentitySource, hasCompared: boolean): Promise<Colleague>;
    retire(name: string): Promise<Colleague>;
    restore(name: string): Promise<Colleague>;
    rename(name: string, next: string): Promise<Colleague>;
  };
  bundle: {
    /** Says what `export` would write. Nothing is written. */
    plan(order: BundleOrder): Promise<BundlePlan>;
    export(to: Grant, order: BundleOrder, watch: Watch): Promise<BundleWritten>;
    /** Judges the files together. At most `limit` records are listed; counted are all. */
    preview(files: Grant[], passphrase: string | null, limit: number, watch: Watch): Promise<BundlesPreview>;
    import(
      files: Grant[],
      passphrase: string | null,
      accept: Accept,
      watch: Watch,
      /** Tokens of what was looked at; each file has to have one of them. */
      expected: string[],
      /** Only these records and their attachments. */
      only?: string[],
    ): Promise<BundlesImported>;
    imports(limit: number): Promise<Imports>;
    undo(id: string, watch: Watch): Promise<ImportUndone>;
  };
  folder: {
    /** Which folder is the exchange folder of this vault. */
    show(): Promise<ExchangeFolder>;
    set(folder: Grant): Promise<ExchangeFolder>;
    unset(): Promise<ExchangeFolder>;
    /** What the last look found. The shell looks by itself, and tells what is new. */
    arrivals(): Promise<Arrivals | null>;
    /** Handles for files that the last look found, by their names. */
    pick(names: string[]): Promise<Grant[]>;
    due(): Promise<FolderDue>;
    put(watch: Watch): Promise<FolderPut>;
  };
  review: {
    export(
      to: Grant,
      passphrase: string,
      records: string[],
      purpose: string,
      watch: Watch,
    ): Promise<ReviewWritten>;
    /** Opens a package; no vault is needed. The shell keeps it open, so that its files can be saved, until `close`. */
    open(file: Grant, passphrase: string, watch: Watch): Promise<ReviewShown>;
    save(attachment: string, to: Grant, watch: Watch): Promise<SavedFile>;
    close(): Promise<void>;
  };
  vocabulary: {
    all(): Promise<Vocabulary[]>;
  };
  /** A watch for one long call. */
  watch(onprogress?: (progress: Progress) => void): Watch;
  cancel(watch: Watch): Promise<void>;
}
