import { asFailure, platform, type Failure } from '../../platform';
import { changed } from '../../state/changes.svelte';
import { KeptChoices } from './kept-choices';
import { Settling } from './settling.svelte';

/** The settling of one record's conflict: looked at, chosen, kept, saved. Nothing is thrown: what fails is in `failure`. */
export class SettlingWork {
  settling = $state.raw<Settling | null>(null);
  failure = $state.raw<Failure | null>(null);
  isBusy = $state(false);
  /** `settled` here, or `gone`: somebody settled it meanwhile. */
  done = $state<'settled' | 'gone' | null>(null);
  /** What was chosen earlier is there again. */
  isTakenUp = $state(false);
  /** Something came for the record since it was looked at. */
  hasNews = $state(false);
  #kept = new KeptChoices();

  constructor(readonly id: string) {}

  async load(): Promise<void> {
    try {
      const settling = new Settling(await platform().conflict.show(this.id));
      this.#kept = new KeptChoices();
      this.isTakenUp = await this.#kept.takeUp(settling);
      this.settling = settling;
    } catch (thrown) {
      const failure = asFailure(thrown);
      if (failure.code === 'no_conflict') this.done = 'gone';
      else this.failure = failure;
    }
  }

  /** Keeps what was chosen. Says whether it is kept. */
  async keep(): Promise<boolean> {
    if (!this.settling || this.done) return true;
    try {
      await this.#kept.keep(this.settling);
      return true;
    } catch (thrown) {
      this.failure = asFailure(thrown);
      return false;
    }
  }

  /** `dropsRefusals`: somebody was warned that a refusal or a withdrawal of consent goes by it, and wants that. */
  async save(dropsRefusals = false): Promise<void> {
    const { settling, id } = this;
    if (!settling?.isReady || this.isBusy) return;
    this.isBusy = true;
    this.failure = null;
    this.hasNews = false;
    try {
      const { conflict } = platform();
      const isMerged = settling.conflict.clashes.length === 0;
      await (isMerged ? conflict.merge(id) : conflict.settle(id, settling.settle(dropsRefusals)));
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
    if (this.settling) this.settling = new Settling(this.settling.conflict);
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
