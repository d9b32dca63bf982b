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

  /** Previews all files together. Where that fails, each that was not read yet by itself, to find the one that fails. */
  async load(watch: Watch): Promise<void> {
    // A confirmation counts for the files that could be read then.
    if (this.#unread.length > 0) this.accept = { ...NOTHING };
    if (this.files.length === 0 || this.selection) return;
    try {
      await this.#loadTogether(watch);
    } catch (thrown) {
      const failure = asFailure(thrown);
      if (failure.code === 'cancelled') throw failure;
      if (this.files.length > 1) await this.#loadEach(watch);
      else this.files = this.files.map(({ file }) => ({ file, preview: null, failure }));
    }
  }

  get #unread(): ChosenFile[] {
    return this.files.filter(({ preview }) => preview === null);
  }

  async #loadTogether(watch: Watch): Promise<void> {
    const files = this.files.map(({ file }) => file);
    const together = await this.#previewOf(files, watch);
    this.files = files.map((file, at) => ({ file, preview: together.files[at] ?? null, failure: null }));
    if (this.isReadable) this.selection = new RecordSelection(together);
  }

  async #loadEach(watch: Watch): Promise<void> {
    for (const { file } of this.#unread) {
      const found: ChosenFile = { file, preview: null, failure: null };
      try {
        found.preview = (await this.#previewOf([file], watch)).files[0] ?? null;
      } catch (thrown) {
        found.failure = asFailure(thrown);
        if (found.failure.code === 'cancelled') throw found.failure;
      }
      this.files = this.files.map((one) => (one.file === file ? found : one));
    }
    if (this.isReadable) await this.#loadTogether(watch);
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
