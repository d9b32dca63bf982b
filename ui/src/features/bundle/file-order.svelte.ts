import { asFailure, platform, type Failure, type Grant } from '../../platform';

/** What the user asks for in an encrypted file that is to be written: its path and its passphrase, if any. */
export class FileOrder {
  passphrase = $state('');
  /** A randomly generated passphrase, offered to the user. */
  suggestion = $state('');
  /** Null until a place was offered or chosen. */
  path = $state.raw<Grant | null>(null);
  /** Where the last one went. */
  written = $state('');
  /** Why no place could be offered. One can be chosen all the same. */
  unoffered = $state.raw<Failure | null>(null);
  readonly #ending: 'bundle' | 'review';

  constructor(ending: 'bundle' | 'review') {
    this.#ending = ending;
    void this.offer();
  }

  /** It was written: the passphrase is forgotten, and the next one gets another name. */
  async done(): Promise<void> {
    this.written = this.path?.shown ?? '';
    this.passphrase = '';
    this.suggestion = '';
    await this.offer();
  }

  /** Has the shell offer a place where nothing is yet. */
  async offer(): Promise<void> {
    const before = this.path;
    this.unoffered = null;
    try {
      const offered = await platform().choose.offered(this.#ending);
      // Somebody may have chosen meanwhile.
      if (this.path === before) this.path = offered;
    } catch (thrown) {
      this.unoffered = asFailure(thrown);
    }
  }
}
