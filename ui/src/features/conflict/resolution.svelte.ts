import type { Choice } from '../../bindings/api/Choice';
import type { ClashView } from '../../bindings/api/ClashView';
import type { Conflict } from '../../bindings/api/Conflict';
import type { How } from '../../bindings/api/How';
import type { Settle } from '../../bindings/api/Settle';

/** What a user chose for each clash of a conflict. The core decides what clashes, and applies the choices. */
export class Resolution {
  /** Counts changes by the user, so that they are kept in a draft. */
  changes = $state(0);
  #chosen = $state.raw<Record<string, How>>({});
  /** What was written stays, also while something else is chosen. */
  #written: Record<string, unknown> = {};

  constructor(readonly conflict: Conflict) {}

  get heads(): string[] {
    return this.conflict.sides.map((side) => side.revision);
  }

  get answered(): number {
    return this.conflict.clashes.filter(({ path }) => this.#chosen[path] !== undefined).length;
  }

  get isReady(): boolean {
    return this.answered === this.conflict.clashes.length;
  }

  how({ path }: ClashView): How | undefined {
    return this.#chosen[path];
  }

  /** The side that was chosen for a clash, from 1; 0 for none. */
  taken(clash: ClashView): number {
    const how = this.how(clash);
    const isTaken = (revision: string) => typeof how === 'object' && 'take' in how && how.take === revision;
    return clash.sides.find(({ revision }) => isTaken(revision))?.side ?? 0;
  }

  choose({ path }: ClashView, how: How): void {
    if (typeof how === 'object' && 'write' in how) this.#written[path] = how.write;
    this.#chosen = { ...this.#chosen, [path]: how };
    this.changes += 1;
  }

  /** Begins to write from what was written before, from what is chosen, or from the first side. */
  write(clash: ClashView): void {
    const changed = clash.sides.filter((side) => side.is_changed);
    const from = clash.sides.find(({ side }) => side === this.taken(clash)) ?? changed[0];
    const before = clash.path in this.#written ? this.#written[clash.path] : (from?.value ?? null);
    this.choose(clash, { write: before });
  }

  /** Takes one side, from 1, everywhere. What was written comes back when it is asked for. */
  takeAll(side: number): void {
    const take = this.heads[side - 1];
    if (take === undefined) return;
    this.#chosen = Object.fromEntries(this.conflict.clashes.map(({ path }) => [path, { take }]));
    this.changes += 1;
  }

  /** What was chosen, for the core: with the heads that were looked at. */
  settle(dropsRefusals = false): Settle {
    const choices = Object.entries(this.#chosen).map(([path, how]) => ({ path, how }));
    return { heads: this.heads, all_from: null, choices, drops_refusals: dropsRefusals };
  }

  /** Takes up what was chosen earlier, as far as it is still there to choose. Says whether anything was. */
  takeUp(choices: Choice[]): boolean {
    const still = choices.filter(({ path, how }) => {
      const isHead = typeof how !== 'object' || !('take' in how) || this.heads.includes(how.take);
      return isHead && this.conflict.clashes.some((clash) => clash.path === path);
    });
    for (const { path, how } of still)
      if (typeof how === 'object' && 'write' in how) this.#written[path] = how.write;
    this.#chosen = Object.fromEntries(still.map(({ path, how }) => [path, how]));
    return still.length > 0;
  }
}
