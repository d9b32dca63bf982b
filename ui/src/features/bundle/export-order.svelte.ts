import type { BundlePlan } from '../../bindings/api/BundlePlan';
import type { Reach } from '../../bindings/api/Reach';
import { asFailure, platform, type BundleOrder, type Failure } from '../../platform';
import { FileOrder } from './file-order.svelte';
import { BUNDLE } from './file-endings';

export type Missing =
  'records' | 'colleagues' | 'audience' | 'refused' | 'nothing' | 'passphrase' | 'path' | null;

/** What the user asks for in a bundle that is to be written: recipients, contents, purpose, path. */
export class ExportOrder extends FileOrder {
  which = $state<'all' | 'chosen'>('all');
  chosen = $state<string[]>([]);
  by = $state<'colleagues' | 'passphrase'>('colleagues');
  names = $state<string[]>([]);
  reach = $state<Reach>('new');
  purpose = $state('share_inside');
  audience = $state('');
  /** What the bundle would contain; null until the core was asked. */
  plan = $state.raw<BundlePlan | null>(null);
  /** Why the core refuses to plan it. */
  refusal = $state.raw<Failure | null>(null);
  /** It is written although it only acknowledges what arrived. */
  acknowledges = $state(false);
  #asked = 0;

  constructor(records: string[] | null) {
    super(BUNDLE);
    if (records === null) return;
    this.which = 'chosen';
    this.chosen = [...records];
  }

  /** What the form lacks before the core can plan the bundle. */
  get missingForPlan(): Missing {
    if (this.which === 'chosen' && this.chosen.length === 0) return 'records';
    if (this.by === 'colleagues' && this.names.length === 0) return 'colleagues';
    return this.purpose === 'share_partner' && this.audience.trim() === '' ? 'audience' : null;
  }

  /** The recipients have everything that may be sent, or it is on its way to them. */
  get hasNothing(): boolean {
    return this.plan?.records === 0 && this.plan.withdrawn.length === 0;
  }

  /** What the form lacks before the bundle can be written. */
  get missing(): Missing {
    if (this.missingForPlan) return this.missingForPlan;
    if (this.refusal) return 'refused';
    if (this.hasNothing && !this.acknowledges) return 'nothing';
    if (this.by === 'passphrase' && this.passphrase === '') return 'passphrase';
    return this.path === null ? 'path' : null;
  }

  /** Everything but the path and the passphrase, on which the plan does not depend. */
  wanted(): BundleOrder {
    const { by, names, reach, purpose } = this;
    const audience = this.audience.trim() === '' ? null : this.audience.trim();
    return {
      to: by === 'colleagues' ? { colleagues: [...names] } : { passphrase: '' },
      records: this.which === 'all' ? null : [...this.chosen],
      reach: by === 'colleagues' ? reach : 'all',
      purpose,
      audience,
      acknowledge: false,
    };
  }

  filled(): BundleOrder {
    const wanted = this.wanted();
    const to = this.by === 'passphrase' ? { passphrase: this.passphrase } : wanted.to;
    return { ...wanted, to, acknowledge: this.acknowledges };
  }

  /** Has `write` write this order as an acknowledgement, this once. */
  async acknowledge(write: () => Promise<void>): Promise<void> {
    this.acknowledges = true;
    try {
      await write();
    } finally {
      this.acknowledges = false;
    }
  }

  /** Asks the core for a plan. The answer is dropped if another question was asked since. */
  async ask(wanted: BundleOrder): Promise<void> {
    this.#asked += 1;
    const mine = this.#asked;
    const answer = await platform()
      .bundle.plan(wanted)
      .then((plan) => ({ plan, refusal: null }))
      .catch((thrown) => ({ plan: null, refusal: asFailure(thrown) }));
    if (mine === this.#asked) Object.assign(this, answer);
  }

  forgetPlan(): void {
    this.#asked += 1;
    this.plan = null;
    this.refusal = null;
  }
}
