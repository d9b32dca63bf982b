import { FileOrder, REVIEW } from '../bundle';

/** A review package that is being put together: what, for what, where. */
export class ReviewOrder extends FileOrder {
  chosen = $state<string[]>([]);
  /** Records of attachments, which go only when they are chosen. */
  attachments = $state<string[]>([]);
  purpose = $state('legal');

  constructor(records: string[]) {
    super(REVIEW);
    this.chosen = [...records];
  }

  /** What is still to be said before it can be written. */
  get missing(): 'records' | 'passphrase' | 'path' | null {
    if (this.chosen.length === 0) return 'records';
    if (this.passphrase === '') return 'passphrase';
    return this.path === null ? 'path' : null;
  }

  get records(): string[] {
    return [...new Set([...this.chosen, ...this.attachments])];
  }
}
