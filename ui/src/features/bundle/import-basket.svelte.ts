import type { BundlesPreview } from '../../bindings/api/BundlesPreview';
import type { FilePreview } from '../../bindings/api/FilePreview';
import { asFailure, platform, type Failure, type Watch } from '../../platform';
import { RecordTaking } from './record-taking.svelte';

export interface ChosenFile {
  path: string;
  /** What the bundle says of itself; null until it could be read. */
  look: FilePreview | null;
  failure: Failure | null;
}

/** Records beyond this are counted, not listed. */
const LISTED = 2_000;

/** Files that are about to be taken in, and what they bring together. Nothing is changed by looking. */
export class ImportBasket {
  files = $state.raw<ChosenFile[]>([]);
  passphrase = $state('');
  isAccepted = $state(false);
  /** What all files bring together; null until all could be read. */
  taking = $state.raw<RecordTaking | null>(null);

  get needsPassphrase(): boolean {
    return this.files.some(({ failure }) =>
      ['passphrase_needed', 'wrong_passphrase'].includes(failure?.code ?? ''),
    );
  }

  /** Files whose maker is no colleague. */
  get strangers(): ChosenFile[] {
    return this.files.filter(({ look }) => look?.sender.who === 'unknown');
  }

  get isReadable(): boolean {
    return this.files.length > 0 && this.files.every(({ look }) => look !== null && look.refused === null);
  }

  get isReady(): boolean {
    const isKnown = this.strangers.length === 0 || this.isAccepted;
    return this.isReadable && isKnown && this.taking !== null && !this.taking.isNothing;
  }

  add(paths: string[]): void {
    const held = new Set(this.files.map(({ path }) => path));
    const fresh = [...new Set(paths)].filter((path) => path.trim() !== '' && !held.has(path));
    this.#become([...this.files, ...fresh.map((path) => ({ path, look: null, failure: null }))]);
  }

  remove(path: string): void {
    this.#become(this.files.filter((file) => file.path !== path));
  }

  /** Looks into each file that could not be read yet, then into all together. */
  async look(watch: Watch): Promise<void> {
    let last: BundlesPreview | null = null;
    for (const { path } of this.files.filter(({ look }) => look === null)) {
      const found: ChosenFile = { path, look: null, failure: null };
      try {
        last = await this.#preview([path], watch);
        found.look = last.files[0] ?? null;
      } catch (thrown) {
        found.failure = asFailure(thrown);
        if (found.failure.code === 'cancelled') throw found.failure;
      }
      this.files = this.files.map((file) => (file.path === path ? found : file));
    }
    if (!this.isReadable || this.taking) return;
    const paths = this.files.map(({ path }) => path);
    const isSeen = paths.length === 1 && last !== null;
    this.taking = new RecordTaking(isSeen && last ? last : await this.#preview(paths, watch));
  }

  empty(): void {
    this.#become([]);
    this.passphrase = '';
  }

  #preview(paths: string[], watch: Watch): Promise<BundlesPreview> {
    const passphrase = this.passphrase === '' ? null : this.passphrase;
    return platform().bundle.preview(paths, passphrase, LISTED, watch);
  }

  /** What was agreed to and chosen was so of other files. */
  #become(files: ChosenFile[]): void {
    if (files.length !== this.files.length) {
      this.isAccepted = false;
      this.taking = null;
    }
    this.files = files;
  }
}
