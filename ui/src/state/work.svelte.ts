import { asFailure, newWatch, type Failure, type Progress, type Watch } from '../platform';

/** Runs one long call at a time, with its progress and its failure. */
export class Work {
  watch = $state.raw<Watch | null>(null);
  progress = $state.raw<Progress>({ done: 0, total: 0 });
  failure = $state.raw<Failure | null>(null);

  get isRunning(): boolean {
    return this.watch !== null;
  }

  /** Awaits something that the call needs first, such as a file. Undefined if that failed. */
  async ask<Result>(question: Promise<Result>): Promise<Result | undefined> {
    this.failure = null;
    try {
      return await question;
    } catch (thrown) {
      this.failure = asFailure(thrown);
      return undefined;
    }
  }

  /** Runs a call. Returns its result, or undefined if it failed. A cancelled call leaves no failure to show. */
  async run<Result>(call: (watch: Watch) => Promise<Result>): Promise<Result | undefined> {
    const watch = newWatch((progress) => (this.progress = progress));
    this.watch = watch;
    this.progress = { done: 0, total: 0 };
    this.failure = null;
    try {
      return await call(watch);
    } catch (thrown) {
      const failure = asFailure(thrown);
      if (failure.code !== 'cancelled') this.failure = failure;
      return undefined;
    } finally {
      this.watch = null;
    }
  }
}
