import { platform, type Span } from '../../platform';

/** A part of a page in which search matches can be highlighted. Highlighting never changes its texts. */
export interface Markable {
  /** Its current texts. */
  texts(): string[];
  /** Highlights these places in each of the texts that it returned last. False if they have changed since. */
  mark(places: Span[][]): boolean;
  /** How many highlights it has now. */
  count(): number;
  /** Shows one of its highlights as the current one, in reading order; null: none. */
  point(at: number | null): void;
}

/** The matches of a query in the shown record, and which of them is the current one. */
export class FoundMarks {
  count = $state(0);
  /** The current match, from 0. */
  at = $state(0);
  /** `reading`: not known yet. `marked`: highlighted, if there are any. `ended`: removed. */
  status = $state<'reading' | 'marked' | 'ended'>('reading');

  #parts: { part: Markable; rank: number }[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #turn = 0;

  constructor(readonly query: string) {}

  /** Adds a part, which is read after those of a lower rank. Returns a function that removes it. */
  join(part: Markable, rank: number): () => void {
    const joined = { part, rank };
    this.#parts = [...this.#parts, joined].toSorted((a, b) => a.rank - b.rank);
    this.#soon();
    return () => {
      this.#parts = this.#parts.filter((one) => one !== joined);
    };
  }

  /** Something was written: marks have moved with it, or are gone. */
  changed(): void {
    if (this.status !== 'marked' || this.count === 0) return;
    this.count = this.#parts.reduce((sum, { part }) => sum + part.count(), 0);
    this.at = Math.min(this.at, Math.max(0, this.count - 1));
    if (this.count === 0) this.end();
  }

  next(): void {
    this.#go(this.at + 1);
  }

  previous(): void {
    this.#go(this.at - 1);
  }

  /** Removes all highlights. */
  end(): void {
    clearTimeout(this.#timer);
    this.#turn += 1;
    this.status = 'ended';
    this.count = 0;
    for (const { part } of this.#parts) part.mark([]);
  }

  #go(to: number): void {
    this.changed();
    if (this.count === 0) return;
    this.at = (to + this.count) % this.count;
    let before = 0;
    for (const { part } of this.#parts) {
      const count = part.count();
      const isHere = this.at >= before && this.at < before + count;
      part.point(isHere ? this.at - before : null);
      before += count;
    }
  }

  /** Parts come one after another; they are read together. */
  #soon(): void {
    if (this.status === 'ended') return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#read(), 30);
  }

  async #read(): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    const said = this.#parts.map(({ part }) => ({ part, texts: part.texts() }));
    try {
      const all = said.flatMap(({ texts }) => texts);
      const places = await platform().record.places(this.query, all);
      if (turn !== this.#turn) return;
      let from = 0;
      for (const { part, texts } of said) {
        if (!part.mark(places.slice(from, from + texts.length))) this.#soon();
        from += texts.length;
      }
    } catch {
      // Without marks the record is read all the same.
      if (turn === this.#turn) this.end();
      return;
    }
    const isFirst = this.status === 'reading';
    this.status = 'marked';
    this.count = this.#parts.reduce((sum, { part }) => sum + part.count(), 0);
    if (isFirst || this.at >= this.count) this.at = 0;
    this.#go(this.at);
  }
}
