import { asFailure, platform, type Failure } from '../../platform';
import { changed } from '../../state/changes.svelte';
import { KeptChoices } from './kept-choices';
import { Resolution } from './resolution.svelte';

/** Resolves the conflict of one record: loads, keeps choices, saves. Nothing is thrown: errors are in `failure`. */
export class ResolutionWork {
  resolution = $state.raw<Resolution | null>(null);
  failure = $state.raw<Failure | null>(null);
  isBusy = $state(false);
  /** `settled` here, or `gone`: it was resolved elsewhere meanwhile. */
  done = $state<'settled' | 'gone' | null>(null);
  /** Choices of an earlier visit were restored from the draft. */
  isTakenUp = $state(false);
  /** The record was changed since it was loaded. */
  hasNews = $state(false);
  #kept = new KeptChoices();

  constructor(readonly id: string) {}

  async load(): Promise<void> {
    try {
      const resolution = new Resolution(await platform().conflict.show(this.id));
      this.#kept = new KeptChoices();
      this.isTakenUp = await this.#kept.takeUp(resolution);
      this.resolution = resolution;
    } catch (thrown) {
      const failure = asFailure(thrown);
      if (failure.code === 'no_conflict') this.done = 'gone';
      else this.failure = failure;
    }
  }

  /** Keeps what was chosen. Says whether it is kept. */
  async keep(): Promise<boolean> {
    if (!this.resolution || this.done) return true;
    try {
      await this.#kept.keep(this.resolution);
      return true;
    } catch (thrown) {
      this.failure = asFailure(thrown);
      return false;
    }
  }

  /** `dropsRefusals`: somebody was warned that a refusal or a withdrawal of consent goes by it, and wants that. */
  async save(dropsRefusals = false): Promise<void> {
    const { resolution, id } = this;
    if (!resolution?.isReady || this.isBusy) return;
    this.isBusy = true;
    this.failure = null;
    this.hasNews = false;
    try {
      const { conflict } = platform();
      const isMerged = resolution.conflict.clashes.length === 0;
      await (isMerged ? conflict.merge(id) : conflict.settle(id, resolution.settle(dropsRefusals)));
      this.done = 'settled';
      await this.#kept.end();
    } catch (thrown) {
      this.failure = asFailure(thrown);
      if (this.failure.code === 'heads_changed') await this.#readAnew();
    } finally {
      this.isBusy = false;
      changed();
    }
  }

  /** What was refused is asked for no more. */
  forgetFailure(): void {
    if (this.failure?.code === 'refusal_dropped') this.failure = null;
  }

  /** Forgets what was chosen. */
  async forget(): Promise<void> {
    if (this.resolution) this.resolution = new Resolution(this.resolution.conflict);
    this.isTakenUp = false;
    try {
      await this.#kept.end();
    } catch (thrown) {
      this.failure = asFailure(thrown);
    }
    changed();
  }

  /** What was chosen stays where it still can. */
  async #readAnew(): Promise<void> {
    if (!(await this.keep())) return;
    this.failure = null;
    this.hasNews = true;
    await this.load();
  }
}
