import type { Found } from '../../bindings/api/Found';
import { asFailure, platform, type Failure, type Watch } from '../../platform';

/** Typing rests so long before a search begins: milliseconds. */
export const REST = 200;

/** Searches while one types: waits for a rest, and stops the search that runs when a newer one is wanted. */
export class Search {
  query = $state('');
  found = $state.raw<Found | null>(null);
  failure = $state.raw<Failure | null>(null);
  isRunning = $state(false);

  #timer: ReturnType<typeof setTimeout> | undefined;
  #watch: Watch | null = null;

  constructor(readonly limit: number) {}

  /** Whether something is looked for. */
  get isAsked(): boolean {
    return this.query.trim() !== '';
  }

  /** Looks for this soon; at once where `rest` is 0. Nothing asked for ends the search. */
  ask(query: string, kind: string | null = null, rest = REST): void {
    this.query = query;
    this.#stop();
    if (!this.isAsked) {
      this.found = null;
      this.failure = null;
      return;
    }
    this.isRunning = true;
    this.#timer = setTimeout(() => void this.#run(query.trim(), kind), rest);
  }

  #stop(): void {
    clearTimeout(this.#timer);
    if (this.#watch) void platform().cancel(this.#watch);
    this.#watch = null;
    this.isRunning = false;
  }

  async #run(query: string, kind: string | null): Promise<void> {
    const watch = platform().watch();
    this.#watch = watch;
    try {
      const found = await platform().record.find(query, kind, this.limit, watch);
      if (this.#watch !== watch) return;
      this.found = found;
      this.failure = null;
    } catch (thrown) {
      if (this.#watch === watch) this.failure = asFailure(thrown);
    }
    if (this.#watch !== watch) return;
    this.#watch = null;
    this.isRunning = false;
  }
}
