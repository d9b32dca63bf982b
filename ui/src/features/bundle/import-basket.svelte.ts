import type { Accept } from '../../bindings/api/Accept';
import type { BundlesPreview } from '../../bindings/api/BundlesPreview';
import type { ClaimedLog } from '../../bindings/api/ClaimedLog';
import type { FilePreview } from '../../bindings/api/FilePreview';
import type { ForkedLog } from '../../bindings/api/ForkedLog';
import type { Sender } from '../../bindings/api/Sender';
import { asFailure, platform, type Failure, type Grant, type Watch } from '../../platform';
import { RecordTaking } from './record-taking.svelte';

export interface ChosenFile {
  file: Grant;
  /** What the bundle says of itself; null until it could be read. */
  look: FilePreview | null;
  failure: Failure | null;
}

/** Records beyond this are counted, not listed. */
const LISTED = 2_000;

const NOTHING: Accept = { unknown_sender: false, retired_sender: false, forked_logs: false };

/** Files that are about to be taken in, and what they bring together. Nothing is changed by looking. */
export class ImportBasket {
  files = $state.raw<ChosenFile[]>([]);
  passphrase = $state('');
  /** What somebody said is taken in although it is refused as a rule. */
  accept = $state<Accept>({ ...NOTHING });
  /** What all files bring together; null until all could be read. */
  taking = $state.raw<RecordTaking | null>(null);

  get needsPassphrase(): boolean {
    return this.files.some(({ failure }) =>
      ['passphrase_needed', 'wrong_passphrase'].includes(failure?.code ?? ''),
    );
  }

  get #senders(): Sender[] {
    return this.files.flatMap(({ look }) => look?.sender ?? []);
  }

  /** Makers who were retired, or signed with a key that was replaced. */
  get retired(): Sender[] {
    return this.#senders.filter((one) => one.retired_at !== null || one.is_former_key);
  }

  /** Logs that two copies of one vault have written, as all files show together. */
  get forked(): ForkedLog[] {
    return this.taking?.preview.forked ?? [];
  }

  /** Logs that a second identity says are its own. */
  get claimed(): ClaimedLog[] {
    return this.taking?.preview.claimed ?? [];
  }

  /** What is refused unless somebody says that it is taken in all the same. */
  get refused(): Accept {
    return {
      unknown_sender: this.#senders.some(({ who }) => who === 'unknown'),
      retired_sender: this.retired.length > 0,
      forked_logs: this.forked.length > 0,
    };
  }

  get isReadable(): boolean {
    return this.files.length > 0 && this.files.every(({ look }) => look !== null && look.refused === null);
  }

  get isReady(): boolean {
    const { accept, refused, taking } = this;
    const isAccepted =
      (accept.unknown_sender || !refused.unknown_sender) &&
      (accept.retired_sender || !refused.retired_sender) &&
      (accept.forked_logs || !refused.forked_logs);
    return this.isReadable && isAccepted && taking !== null && !taking.isNothing;
  }

  add(files: Grant[]): void {
    const held = new Set(this.files.map(({ file }) => file.shown));
    // One file may be chosen twice, with a handle each time.
    const fresh = new Map(files.filter(({ shown }) => !held.has(shown)).map((file) => [file.shown, file]));
    const added = [...fresh.values()].map((file) => ({ file, look: null, failure: null }));
    this.#become([...this.files, ...added]);
  }

  remove(removed: Grant): void {
    this.#become(this.files.filter(({ file }) => file !== removed));
  }

  /** Looks into each file that could not be read yet, then into all together. */
  async look(watch: Watch): Promise<void> {
    let last: BundlesPreview | null = null;
    const unread = this.files.filter(({ look }) => look === null);
    // What was agreed to was so of what could be read then.
    if (unread.length > 0) this.accept = { ...NOTHING };
    for (const { file } of unread) {
      const found: ChosenFile = { file, look: null, failure: null };
      try {
        last = await this.#preview([file], watch);
        found.look = last.files[0] ?? null;
      } catch (thrown) {
        found.failure = asFailure(thrown);
        if (found.failure.code === 'cancelled') throw found.failure;
      }
      this.files = this.files.map((one) => (one.file === file ? found : one));
    }
    if (!this.isReadable || this.taking) return;
    const files = this.files.map(({ file }) => file);
    const isSeen = files.length === 1 && last !== null;
    this.taking = new RecordTaking(isSeen && last ? last : await this.#preview(files, watch));
  }

  empty(): void {
    this.#become([]);
    this.passphrase = '';
  }

  #preview(files: Grant[], watch: Watch): Promise<BundlesPreview> {
    const passphrase = this.passphrase === '' ? null : this.passphrase;
    return platform().bundle.preview(files, passphrase, LISTED, watch);
  }

  /** What was agreed to and chosen was so of other files. */
  #become(files: ChosenFile[]): void {
    if (files.length !== this.files.length) {
      this.accept = { ...NOTHING };
      this.taking = null;
    }
    this.files = files;
  }
}
