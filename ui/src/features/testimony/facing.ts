import { EditorState, type Extension, type Transaction } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { adoptStyles } from './adopt';
import { edit } from './edit';
import { History, type Grouping, type Step } from './history';
import { otherSide, type Narrative, type Pair, type Side } from './narrative';
import { columnIn, follows, insertsSoft, softBreaks } from './state';

/** Two columns that face each other, paragraph by paragraph, with one history. */
export class FacingColumns {
  readonly views: readonly [EditorView, EditorView];
  /** The column that was written in last. */
  active: Side = 0;
  #pairs: readonly Pair[];
  readonly #history = new History();

  constructor(
    narrative: Narrative,
    parents: readonly [HTMLElement, HTMLElement],
    extensions: (side: Side, columns: FacingColumns) => Extension,
    readonly onchange: () => void,
  ) {
    adoptStyles(document);
    this.#pairs = narrative.pairs;
    const open = (side: Side) =>
      new EditorView({
        state: EditorState.create({
          doc: narrative.columns[side].doc,
          extensions: [
            softBreaks.init(() => narrative.columns[side].soft),
            EditorState.lineSeparator.of('\n'),
            extensions(side, this),
          ],
        }),
        parent: parents[side],
        dispatchTransactions: (transactions) => {
          for (const transaction of transactions) this.#take(side, transaction);
        },
      });
    this.views = [open(0), open(1)];
  }

  get narrative(): Narrative {
    const [original, translation] = this.views;
    return { pairs: this.#pairs, columns: [columnIn(original.state), columnIn(translation.state)] };
  }

  undo(): boolean {
    return this.#apply(this.#history.undo((step) => this.#here(step)));
  }

  redo(): boolean {
    return this.#apply(this.#history.redo((step) => this.#here(step)));
  }

  destroy(): void {
    for (const view of this.views) view.destroy();
  }

  #take(side: Side, transaction: Transaction): void {
    const view = this.views[side];
    if (!transaction.docChanged || transaction.annotation(follows)) {
      if (transaction.selection && !transaction.annotation(follows)) this.active = side;
      view.update([transaction]);
      return;
    }
    const before = this.narrative;
    const isSoft = transaction.annotation(insertsSoft) ?? false;
    const { next, other } = edit(before, side, transaction.changes, isSoft);
    const facing = this.views[otherSide(side)];
    const back = [null, null] as [Step['back'][0], Step['back'][0]];
    back[side] = transaction.changes.invert(before.columns[side].doc);
    if (other) back[otherSide(side)] = other.invert(facing.state.doc);
    const soft = [before.columns[0].soft, before.columns[1].soft] as const;
    const step: Step = { back, pairs: this.#pairs, soft, side, selection: view.state.selection };
    this.#history.add(step, groupingOf(transaction, other !== null));
    this.#pairs = next.pairs;
    this.active = side;
    view.update([transaction]);
    if (other)
      facing.dispatch({ changes: other, annotations: follows.of(next.columns[otherSide(side)].soft) });
    this.onchange();
  }

  /** The way from where `step` leads back to here. */
  #here(step: Step): Step {
    const [original, translation] = this.views.map((view) => view.state) as [EditorState, EditorState];
    return {
      back: [step.back[0]?.invert(original.doc) ?? null, step.back[1]?.invert(translation.doc) ?? null],
      pairs: this.#pairs,
      soft: [original.field(softBreaks), translation.field(softBreaks)],
      side: step.side,
      selection: this.views[step.side].state.selection,
    };
  }

  #apply(step: Step | undefined): boolean {
    if (!step) return false;
    this.#pairs = step.pairs;
    this.active = step.side;
    for (const side of [0, 1] as const) {
      const view = this.views[side];
      const changes = step.back[side];
      const selection = side === step.side ? { selection: step.selection, scrollIntoView: true } : {};
      view.dispatch({ ...(changes && { changes }), ...selection, annotations: follows.of(step.soft[side]) });
    }
    this.views[step.side].focus();
    this.onchange();
    return true;
  }
}

function groupingOf(transaction: Transaction, isStructure: boolean): Grouping {
  let from = transaction.newDoc.length;
  let to = 0;
  transaction.changes.iterChangedRanges((_fromA, _toA, fromB, toB) => {
    from = Math.min(from, fromB);
    to = Math.max(to, toB);
  });
  if (isStructure) return { kind: null, from, to };
  const isBegun = transaction.isUserEvent('input.type.compose.start');
  const kind =
    transaction.isUserEvent('input.type.compose') && !isBegun
      ? 'compose'
      : transaction.isUserEvent('input.type')
        ? 'type'
        : transaction.isUserEvent('delete')
          ? 'delete'
          : null;
  return { kind, from, to };
}
