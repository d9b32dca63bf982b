import type { Counts } from '../../bindings/api/Counts';
import type { FoundRecord } from '../../bindings/api/FoundRecord';
import { asFailure, platform, type Failure, type SearchPage } from '../../platform';

/** Typing rests so long before a search begins: milliseconds. */
export const REST = 50;
/** Hits that a screen may show before one scrolls: their places come with them, those of the others behind. */
export const SEEN = 12;
/** While the index is being made, what is asked for is asked again after this: milliseconds. */
export const AGAIN = 1_000;

/** What was found, so far as it was read. */
export interface FoundSoFar {
  total: number;
  exact: number;
  hits: FoundRecord[];
  counts: Counts;
  pending: number;
  unclear: string[];
}

/** Which records are looked for besides the query, and how they are ordered. */
export type Among = Pick<SearchPage, 'kind' | 'sort' | 'reversed'>;

/** Searches while one types: waits for a rest, and never shows what an older query found. */
export class Search {
  query = $state('');
  found = $state.raw<FoundSoFar | null>(null);
  failure = $state.raw<Failure | null>(null);
  isRunning = $state(false);

  #timer: ReturnType<typeof setTimeout> | undefined;
  #turn = 0;
  #next: string | null = null;
  #among: Among = {};
  #isReadingOn = false;

  constructor(readonly limit: number) {}

  /** Whether something is looked for. */
  get isAsked(): boolean {
    return this.query.trim() !== '';
  }

  /** Looks for this soon; at once where `rest` is 0. Nothing asked for ends the search. */
  ask(query: string, among: Among = {}, rest = REST): void {
    this.stop();
    const isSame = query === this.query && JSON.stringify(among) === JSON.stringify(this.#among);
    this.query = query;
    this.#among = among;
    if (!this.isAsked) {
      this.found = null;
      this.failure = null;
      return;
    }
    this.isRunning = true;
    // Asked again, as much is read as is shown: what was scrolled to stays.
    const limit = Math.max(this.limit, isSame ? (this.found?.hits.length ?? 0) : 0);
    this.#timer = setTimeout(() => void this.#run(limit), rest);
  }

  /** Reads the next hits, if there are any. */
  async more(): Promise<void> {
    if (!this.found || this.#next === null || this.#isReadingOn || this.isRunning) return;
    this.#isReadingOn = true;
    const turn = this.#turn;
    try {
      const page = await this.#page(this.limit, this.#next);
      if (turn !== this.#turn) return;
      const shown = this.found.hits;
      const known = new Set(shown.map((hit) => hit.id));
      this.found = { ...page, hits: [...shown, ...page.hits.filter((hit) => !known.has(hit.id))] };
      this.#next = page.next;
      void this.#locate(turn);
    } catch (thrown) {
      if (turn === this.#turn) this.failure = asFailure(thrown);
    } finally {
      this.#isReadingOn = false;
    }
  }

  /** Asks no more, and takes no answer that is on its way. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#turn += 1;
    this.isRunning = false;
  }

  async #run(limit: number): Promise<void> {
    const turn = this.#turn;
    try {
      const page = await this.#page(limit, null);
      if (turn !== this.#turn) return;
      this.found = page;
      this.#next = page.next;
      this.failure = null;
      void this.#locate(turn);
      if (page.pending > 0) this.#timer = setTimeout(() => this.ask(this.query, this.#among, 0), AGAIN);
    } catch (thrown) {
      if (turn === this.#turn) this.failure = asFailure(thrown);
    }
    if (turn === this.#turn) this.isRunning = false;
  }

  /** Reads the places of the hits that came without. One that cannot be read is a hit all the same. */
  async #locate(turn: number): Promise<void> {
    const ids = (this.found?.hits ?? []).filter((hit) => !hit.located).map((hit) => hit.id);
    if (ids.length === 0) return;
    const places = await platform()
      .record.placesIn(this.query.trim(), ids)
      .catch(() => []);
    if (turn !== this.#turn || !this.found) return;
    const placeOf = new Map(ids.map((id, at) => [id, places[at]]));
    const hits = this.found.hits.map((hit) => {
      const place = placeOf.get(hit.id);
      return place ? { ...hit, ...place, located: true } : hit;
    });
    this.found = { ...this.found, hits };
  }

  #page(limit: number, after: string | null) {
    const asked = { ...this.#among, query: this.query.trim(), limit, places: SEEN };
    return platform().record.find(after === null ? asked : { ...asked, after });
  }
}
