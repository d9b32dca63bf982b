import type { BundlesPreview } from '../../bindings/api/BundlesPreview';
import type { RecordPreview } from '../../bindings/api/RecordPreview';

/** Of these nothing comes in: all that they bring is held. */
const STILL = new Set(['known', 'older']);
/** In the order in which they ask for attention. */
const STATES = ['conflict', 'merged', 'withdrawn', 'waiting', 'new', 'changed', 'older', 'known'];

/** Which records of a preview are taken in. All are, until somebody says otherwise. */
export class RecordTaking {
  taken = $state<string[]>([]);

  constructor(readonly preview: BundlesPreview) {
    this.taken = this.#offered.map(({ id }) => id);
  }

  /** Attachments go with the record that they belong to, where it is offered. */
  get #offered(): RecordPreview[] {
    const { records } = this.preview;
    const listed = new Set(records.filter((one) => !STILL.has(one.state)).map(({ id }) => id));
    return records.filter(
      ({ id, attached_to }) => listed.has(id) && !(attached_to !== null && listed.has(attached_to)),
    );
  }

  /** Those to choose from; none where not all are listed. */
  get offered(): RecordPreview[] {
    return this.areAllListed ? this.#offered : [];
  }

  /** How many records are so, by state, those first that ask for attention. */
  get counts(): { state: string; count: number }[] {
    return STATES.flatMap((state) => {
      const count = this.preview.states[state] ?? 0;
      return count > 0 ? [{ state, count }] : [];
    });
  }

  get areAllListed(): boolean {
    return this.counts.reduce((sum, { count }) => sum + count, 0) <= this.preview.records.length;
  }

  /** Everything was left out, although there is something to take. */
  get isNothing(): boolean {
    return this.offered.length > 0 && this.taken.length === 0;
  }

  /** The chosen records; undefined where it is all of them. */
  get only(): string[] | undefined {
    return this.taken.length === this.offered.length || !this.areAllListed ? undefined : [...this.taken];
  }

  takeAll(isAll: boolean): void {
    this.taken = isAll ? this.offered.map(({ id }) => id) : [];
  }
}
