import type { Accept } from '../../bindings/api/Accept';
import type { BundlesPreview } from '../../bindings/api/BundlesPreview';
import type { ClaimedLog } from '../../bindings/api/ClaimedLog';
import type { FilePreview } from '../../bindings/api/FilePreview';
import type { ForkedLog } from '../../bindings/api/ForkedLog';
import type { Sender } from '../../bindings/api/Sender';
import { asFailure, platform, type Failure, type Grant, type Watch } from '../../platform';
import { RecordSelection } from './record-selection.svelte';

export interface ChosenFile {
  file: Grant;
  /** What the bundle says of itself; null until it could be read. */
  preview: FilePreview | null;
  failure: Failure | null;
}

/** Records beyond this are counted, not listed. */
const LISTED = 2_000;

const NOTHING: Accept = { unknown_sender: false, retired_sender: false, forked_logs: false };

/** Files chosen for an import, with a preview of each and of all together. A preview changes nothing. */
export class PendingImport {
  files = $state.raw<ChosenFile[]>([]);
  passphrase = $state('');
  /** What is imported although it is refused by default, because the user confirmed it. */
  accept = $state<Accept>({ ...NOTHING });
  /** The records of all files; null until all could be read. */
  selection = $state.raw<RecordSelection | null>(null);

  get needsPassphrase(): boolean {
    return this.files.some(({ failure }) =>
      ['passphrase_needed', 'wrong_passphrase'].includes(failure?.code ?? ''),
    );
  }

  get #senders(): Sender[] {
    return this.files.flatMap(({ preview }) => preview?.sender ?? []);
  }

  /** Senders who were retired, or signed with a key that was replaced. */
  get retired(): Sender[] {
    return this.#senders.filter((one) => one.retired_at !== null || one.is_former_key);
  }

  /** Logs that two copies of one vault have written, as all files show together. */
  get forked(): ForkedLog[] {
    return this.selection?.preview.forked ?? [];
  }

  /** Logs that a second identity claims as its own. */
  get claimed(): ClaimedLog[] {
    return this.selection?.preview.claimed ?? [];
  }

  /** What is refused by default: each has to be confirmed. */
  get refused(): Accept {
    return {
      unknown_sender: this.#senders.some(({ who }) => who === 'unknown'),
      retired_sender: this.retired.length > 0,
      forked_logs: this.forked.length > 0,
    };
  }

  get isReadable(): boolean {
    return (
      this.files.length > 0 && this.files.every(({ preview }) => preview !== null && preview.refused === null)
    );
  }

  get isReady(): boolean {
    const { accept, refused, selection } = this;
    const isAccepted =
      (accept.unknown_sender || !refused.unknown_sender) &&
      (accept.retired_sender || !refused.retired_sender) &&
      (accept.forked_logs || !refused.forked_logs);
    return this.isReadable && isAccepted && selection !== null && !selection.isNothing;
  }

  add(files: Grant[]): void {
    const held = new Set(this.files.map(({ file }) => file.shown));
    // One file may be chosen twice, with a handle each time.
    const fresh = new Map(files.filter(({ shown }) => !held.has(shown)).map((file) => [file.shown, file]));
    const added = [...fresh.values()].map((file) => ({ file, preview: null, failure: null }));
    this.#become([...this.files, ...added]);
  }

  remove(removed: Grant): void {
    this.#become(this.files.filter(({ file }) => file !== removed));
  }

  /** Previews each file that could not be read yet, then all together. */
  async load(watch: Watch): Promise<void> {
    let last: BundlesPreview | null = null;
    const unread = this.files.filter(({ preview }) => preview === null);
    // A confirmation counts for the files that could be read then.
    if (unread.length > 0) this.accept = { ...NOTHING };
    for (const { file } of unread) {
      const found: ChosenFile = { file, preview: null, failure: null };
      try {
        last = await this.#previewOf([file], watch);
        found.preview = last.files[0] ?? null;
      } catch (thrown) {
        found.failure = asFailure(thrown);
        if (found.failure.code === 'cancelled') throw found.failure;
      }
      this.files = this.files.map((one) => (one.file === file ? found : one));
    }
    if (!this.isReadable || this.selection) return;
    const files = this.files.map(({ file }) => file);
    const isSeen = files.length === 1 && last !== null;
    this.selection = new RecordSelection(isSeen && last ? last : await this.#previewOf(files, watch));
  }

  empty(): void {
    this.#become([]);
    this.passphrase = '';
  }

  #previewOf(files: Grant[], watch: Watch): Promise<BundlesPreview> {
    const passphrase = this.passphrase === '' ? null : this.passphrase;
    return platform().bundle.preview(files, passphrase, LISTED, watch);
  }

  /** Confirmations and the selection are reset: they were made for other files. */
  #become(files: ChosenFile[]): void {
    if (files.length !== this.files.length) {
      this.accept = { ...NOTHING };
      this.selection = null;
    }
    this.files = files;
  }
}
