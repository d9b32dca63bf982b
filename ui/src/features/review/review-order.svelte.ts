import { nextPath, offeredName, offeredPath, REVIEW } from '../bundle';

/** A review package that is being put together: what, for what, where. */
export class ReviewOrder {
  chosen = $state<string[]>([]);
  /** Records of attachments, which go only when they are chosen. */
  attachments = $state<string[]>([]);
  purpose = $state('legal');
  passphrase = $state('');
  path = $state(offeredPath(offeredName(REVIEW)));
  /** Where the last one went. */
  written = $state('');

  constructor(records: string[]) {
    this.chosen = [...records];
  }

  /** What is still to be said before it can be written. */
  get missing(): 'records' | 'passphrase' | 'path' | null {
    if (this.chosen.length === 0) return 'records';
    if (this.passphrase === '') return 'passphrase';
    return this.path.trim() === '' ? 'path' : null;
  }

  get records(): string[] {
    return [...new Set([...this.chosen, ...this.attachments])];
  }

  /** It was written: the passphrase is forgotten, and the next one gets another name. */
  done(): void {
    this.written = this.path.trim();
    this.passphrase = '';
    this.nextName();
  }

  nextName(): void {
    this.path = nextPath(this.path.trim());
  }
}
