import type { Counts } from '../../bindings/api/Counts';
import type { RecordLine } from '../../bindings/api/RecordLine';
import { asFailure, platform, type Failure, type ListPage } from '../../platform';
import { firstPage } from '../../state/opening';
import { AGAIN } from '../search';

/** Records are read in pages of this many. */
const PAGE = 100;

/** The lines of records, in an order, read page by page as they are wanted. */
export class RecordPages {
  lines = $state.raw<RecordLine[]>([]);
  isRead = $state(false);
  failure = $state.raw<Failure | null>(null);
  counts = $state.raw<Counts | null>(null);
  /** Records that are not listed yet; while there are any, the list is read again. */
  pending = $state(0);

  #timer: ReturnType<typeof setTimeout> | undefined;
  #next: string | null = null;
  #turn = 0;
  #isReadingOn = false;

  constructor(readonly of: ListPage = {}) {
    const first = firstPage();
    const isFirst = !of.kind && !of.trashed && !of.reversed && (of.sort ?? 'saved') === 'saved';
    if (!first || !isFirst) return;
    // Seen until the vault is open and answers.
    this.lines = first.records;
    this.counts = first.counts;
    this.pending = first.pending;
  }

  get hasMore(): boolean {
    return this.isRead && this.#next !== null;
  }

  /** Reads again as much as is shown, or the first page: what was scrolled to stays. */
  async refresh(): Promise<void> {
    this.stop();
    const turn = this.#turn;
    const wanted = Math.max(PAGE, this.lines.length);
    try {
      const lines: RecordLine[] = [];
      let next: string | null = null;
      do {
        const page = await this.#page(next);
        lines.push(...page.records);
        next = page.next;
        if (turn !== this.#turn) return;
        this.counts = page.counts;
        this.pending = page.pending;
      } while (next !== null && lines.length < wanted);
      if (turn !== this.#turn) return;
      this.lines = lines;
      this.#next = next;
      this.isRead = true;
      this.failure = null;
      if (this.pending > 0) this.#timer = setTimeout(() => void this.refresh(), AGAIN);
    } catch (thrown) {
      if (turn === this.#turn) this.failure = asFailure(thrown);
    }
  }

  /** Reads no more, and takes no answer that is on its way. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#turn += 1;
  }

  /** Reads the next page, if there is one. */
  async more(): Promise<void> {
    if (!this.hasMore || this.#isReadingOn) return;
    this.#isReadingOn = true;
    const turn = this.#turn;
    try {
      const page = await this.#page(this.#next);
      if (turn !== this.#turn) return;
      this.lines = [...this.lines, ...page.records];
      this.#next = page.next;
    } catch (thrown) {
      if (turn === this.#turn) this.failure = asFailure(thrown);
    } finally {
      this.#isReadingOn = false;
    }
  }

  #page(after: string | null) {
    return platform().record.page({ ...this.of, limit: PAGE, ...(after === null ? {} : { after }) });
  }
}
