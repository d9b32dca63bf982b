import type { BundlesPreview } from '../../bindings/api/BundlesPreview';
import type { PreviewState } from '../../bindings/api/PreviewState';
import type { RecordPreview } from '../../bindings/api/RecordPreview';

/** Whether an import brings something new to a record; the states that need attention first. */
const IS_NEW: Record<PreviewState, boolean> = {
  conflict: true,
  merged: true,
  withdrawn: true,
  waiting: true,
  new: true,
  changed: true,
  older: false,
  known: false,
};
const STATES = Object.keys(IS_NEW) as PreviewState[];

/** Which records of a preview are imported: all, until the user deselects some. */
export class RecordSelection {
  selected = $state<string[]>([]);

  constructor(readonly preview: BundlesPreview) {
    this.selected = this.#offered.map(({ id }) => id);
  }

  /** Attachments go with the record that they belong to, where it is offered. */
  get #offered(): RecordPreview[] {
    const { records } = this.preview;
    const listed = new Set(records.filter((one) => IS_NEW[one.state]).map(({ id }) => id));
    return records.filter(
      ({ id, attached_to }) => listed.has(id) && !(attached_to !== null && listed.has(attached_to)),
    );
  }

  /** Those to choose from; none where not all are listed. */
  get offered(): RecordPreview[] {
    return this.areAllListed ? this.#offered : [];
  }

  /** How many records have each state, those that need attention first. */
  get counts(): { state: PreviewState; count: number }[] {
    return STATES.flatMap((state) => {
      const count = this.preview.states[state] ?? 0;
      return count > 0 ? [{ state, count }] : [];
    });
  }

  get areAllListed(): boolean {
    return this.counts.reduce((sum, { count }) => sum + count, 0) <= this.preview.records.length;
  }

  /** Nothing is selected, although there is something to import. */
  get isNothing(): boolean {
    return this.offered.length > 0 && this.selected.length === 0;
  }

  /** The chosen records; undefined where it is all of them. */
  get only(): string[] | undefined {
    return this.selected.length === this.offered.length || !this.areAllListed
      ? undefined
      : [...this.selected];
  }

  selectAll(isAll: boolean): void {
    this.selected = isAll ? this.offered.map(({ id }) => id) : [];
  }
}
