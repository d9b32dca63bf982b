import { StateEffect, StateField, type EditorState } from '@codemirror/state';
import { Decoration, EditorView, WidgetType, type DecorationSet } from '@codemirror/view';

/** Space above or below a paragraph, so that the next one begins where it begins in the other column. */
class Spacer extends WidgetType {
  constructor(readonly height: number) {
    super();
  }
  override eq(other: Spacer): boolean {
    return other.height === this.height;
  }
  override get estimatedHeight(): number {
    return this.height;
  }
  override toDOM(): HTMLElement {
    const gap = document.createElement('div');
    gap.className = 'spacer';
    gap.setAttribute('aria-hidden', 'true');
    gap.style.height = `${this.height}px`;
    return gap;
  }
  override updateDOM(gap: HTMLElement): boolean {
    gap.style.height = `${this.height}px`;
    return true;
  }
  override ignoreEvent(): boolean {
    return false;
  }
}

export interface Gap {
  readonly above: number;
  readonly below: number;
}

/** Space for the paragraphs from one place to another, by where they begin and end. */
export interface Gaps {
  readonly from: number;
  readonly to: number;
  readonly of: readonly { readonly from: number; readonly to: number; readonly gap: Gap }[];
}

export const setGaps = StateEffect.define<Gaps>();

export const spacers = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update: (set, transaction) => {
    let next = set.map(transaction.changes);
    for (const effect of transaction.effects) if (effect.is(setGaps)) next = withGaps(next, effect.value);
    return next;
  },
  provide: (field) => EditorView.decorations.from(field),
});

function withGaps(set: DecorationSet, { from, to, of }: Gaps): DecorationSet {
  const add = of.flatMap(({ from, to, gap }) => [
    ...(gap.above > 0
      ? [Decoration.widget({ widget: new Spacer(gap.above), block: true, side: -1 }).range(from)]
      : []),
    ...(gap.below > 0
      ? [Decoration.widget({ widget: new Spacer(gap.below), block: true, side: 1 }).range(to)]
      : []),
  ]);
  return set.update({ filterFrom: from, filterTo: to, filter: () => false, add, sort: true });
}

/** The space that there is, by the position that it stands at: above it negative, below it positive. */
export function gapsIn(state: EditorState, from: number, to: number): Map<string, number> {
  const found = new Map<string, number>();
  state.field(spacers).between(from, to, (at, _to, { spec }) => {
    const { side, widget } = spec as { side: number; widget: Spacer };
    const key = `${side}:${at}`;
    found.set(key, (found.get(key) ?? 0) + widget.height);
  });
  return found;
}
