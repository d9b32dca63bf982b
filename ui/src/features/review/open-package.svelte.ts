import type { ReviewShown } from '../../bindings/api/ReviewShown';
import { platform, type Grant } from '../../platform';
import { Work } from '../../state/work.svelte';

/** A package that is being opened and read. The shell keeps it open until `close`. */
export class OpenPackage {
  shown = $state.raw<ReviewShown | null>(null);
  readonly work = new Work();

  async open(file: Grant, passphrase: string): Promise<void> {
    if (this.work.isRunning) return;
    this.shown = (await this.work.run((watch) => platform().review.open(file, passphrase, watch))) ?? null;
  }

  /** Forgets what was read, here and in the shell. */
  async close(): Promise<void> {
    this.shown = null;
    await platform()
      .review.close()
      .catch(() => undefined);
  }
}
