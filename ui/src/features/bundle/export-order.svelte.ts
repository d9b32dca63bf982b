import type { BundleTo } from '../../platform';
import { BUNDLE, nextPath, offeredName, offeredPath } from './offered';

/** A bundle that is being put together: what, to whom, where. */
export class ExportOrder {
  which = $state<'all' | 'chosen'>('all');
  chosen = $state<string[]>([]);
  by = $state<'colleagues' | 'passphrase'>('colleagues');
  names = $state<string[]>([]);
  passphrase = $state('');
  path = $state(offeredPath(offeredName(BUNDLE)));
  /** Where the last one went. */
  written = $state('');

  constructor(records: string[] | null) {
    if (records === null) return;
    this.which = 'chosen';
    this.chosen = [...records];
  }

  /** What is still to be said before it can be written. */
  get missing(): 'records' | 'colleagues' | 'passphrase' | 'path' | null {
    if (this.which === 'chosen' && this.chosen.length === 0) return 'records';
    if (this.by === 'colleagues' && this.names.length === 0) return 'colleagues';
    if (this.by === 'passphrase' && this.passphrase === '') return 'passphrase';
    return this.path.trim() === '' ? 'path' : null;
  }

  filled(): { path: string; to: BundleTo; chosen: string[] | null } {
    const to = this.by === 'colleagues' ? { colleagues: [...this.names] } : { passphrase: this.passphrase };
    return { path: this.path.trim(), to, chosen: this.which === 'all' ? null : [...this.chosen] };
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
