import type { BundleTo } from '../../platform';
import { FileOrder } from './file-order.svelte';
import { BUNDLE } from './offered';

/** A bundle that is being put together: what, to whom, where. */
export class ExportOrder extends FileOrder {
  which = $state<'all' | 'chosen'>('all');
  chosen = $state<string[]>([]);
  by = $state<'colleagues' | 'passphrase'>('colleagues');
  names = $state<string[]>([]);

  constructor(records: string[] | null) {
    super(BUNDLE);
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
}
