import type { FilePreview } from '../../bindings/api/FilePreview';
import { asFailure, Failure, platform, type Watch } from '../../platform';

export interface ChosenFile {
  path: string;
  /** What the bundle says of itself; null until it could be read. */
  look: FilePreview | null;
  failure: Failure | null;
}

/** Files that are about to be taken in, and what each says of itself. Nothing is changed by looking. */
export class ImportBasket {
  files = $state.raw<ChosenFile[]>([]);
  passphrase = $state('');
  isAccepted = $state(false);

  get needsPassphrase(): boolean {
    return this.files.some(({ failure }) =>
      ['passphrase_needed', 'wrong_passphrase'].includes(failure?.code ?? ''),
    );
  }

  /** Files whose maker is no colleague. */
  get strangers(): ChosenFile[] {
    return this.files.filter(({ look }) => look?.sender.who === 'unknown');
  }

  get isReady(): boolean {
    const isKnown = this.strangers.length === 0 || this.isAccepted;
    return this.files.length > 0 && this.files.every(({ look }) => look !== null) && isKnown;
  }

  add(paths: string[]): void {
    const held = new Set(this.files.map(({ path }) => path));
    const fresh = [...new Set(paths)].filter((path) => path.trim() !== '' && !held.has(path));
    this.files = [...this.files, ...fresh.map((path) => ({ path, look: null, failure: null }))];
    if (fresh.length > 0) this.isAccepted = false;
  }

  remove(path: string): void {
    this.files = this.files.filter((file) => file.path !== path);
    this.isAccepted = false;
  }

  /** Looks into each file that could not be read yet. */
  async look(watch: Watch): Promise<void> {
    const passphrase = this.passphrase === '' ? null : this.passphrase;
    for (const { path } of this.files.filter(({ look }) => look === null)) {
      const found: ChosenFile = { path, look: null, failure: null };
      try {
        const seen = await platform().bundle.preview([path], passphrase, 0, watch);
        const file = seen.files[0] ?? null;
        if (file?.refused) throw new Failure(file.refused);
        found.look = file;
      } catch (thrown) {
        found.failure = asFailure(thrown);
        if (found.failure.code === 'cancelled') throw found.failure;
      }
      this.files = this.files.map((file) => (file.path === path ? found : file));
    }
  }

  empty(): void {
    this.files = [];
    this.passphrase = '';
    this.isAccepted = false;
  }
}
