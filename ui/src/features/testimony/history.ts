import type { ChangeSet, EditorSelection } from '@codemirror/state';
import type { Pair, Side } from './narrative';

/** How both columns were, and the way back to it. */
export interface Step {
  readonly back: readonly [ChangeSet | null, ChangeSet | null];
  readonly pairs: readonly Pair[];
  readonly soft: readonly [readonly number[], readonly number[]];
  /** Where the caret was. */
  readonly side: Side;
  readonly selection: EditorSelection;
}

/** What kind of change a step goes back over; typing goes on in one step. */
export interface Grouping {
  /** Text was typed or taken away within a paragraph; `compose`: a syllable that was begun before goes on. */
  readonly kind: 'type' | 'compose' | 'delete' | null;
  readonly from: number;
  readonly to: number;
}

const PAUSE = 500;
const MOST = 2_000;

/** One history for both columns: a step back takes back what happened in both. */
export class History {
  #done: Step[] = [];
  #undone: Step[] = [];
  #last: { side: Side; at: number; grouping: Grouping } | null = null;

  /** Something was done; `step` leads back. */
  add(step: Step, grouping: Grouping, now: number = Date.now()): void {
    const top = this.#done.at(-1);
    this.#undone = [];
    if (top && this.#goesOn(step.side, grouping, now)) {
      const back = [step.back[0], step.back[1]] as [ChangeSet | null, ChangeSet | null];
      const earlier = top.back[step.side];
      const later = back[step.side];
      if (earlier && later) back[step.side] = later.compose(earlier);
      this.#done[this.#done.length - 1] = { ...top, back };
    } else {
      this.#done.push(step);
      if (this.#done.length > MOST) this.#done.shift();
    }
    this.#last = { side: step.side, at: now, grouping };
  }

  /** The step to take back; `here` makes the way forward again. */
  undo(here: (step: Step) => Step): Step | undefined {
    return this.#move(this.#done, this.#undone, here);
  }

  redo(here: (step: Step) => Step): Step | undefined {
    return this.#move(this.#undone, this.#done, here);
  }

  /** What comes next is a step of its own. */
  pause(): void {
    this.#last = null;
  }

  #move(from: Step[], to: Step[], here: (step: Step) => Step): Step | undefined {
    const step = from.pop();
    if (step) to.push(here(step));
    this.#last = null;
    return step;
  }

  #goesOn(side: Side, grouping: Grouping, now: number): boolean {
    const last = this.#last;
    if (!last || !grouping.kind || last.side !== side) return false;
    if (now - last.at > PAUSE && grouping.kind !== 'compose') return false;
    const isTyping = grouping.kind !== 'delete';
    if (isTyping !== (last.grouping.kind !== 'delete') || !last.grouping.kind) return false;
    return grouping.from <= last.grouping.to && grouping.to >= last.grouping.from;
  }
}
