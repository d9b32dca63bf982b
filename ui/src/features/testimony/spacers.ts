import { StateEffect, StateField, type EditorState } from '@codemirror/state';
import { Decoration, EditorView, WidgetType, type DecorationSet } from '@codemirror/view';

/** Room above or below a paragraph, so that the next one begins where it begins in the other column. */
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
    const room = document.createElement('div');
    room.className = 'spacer';
    room.setAttribute('aria-hidden', 'true');
    room.style.height = `${this.height}px`;
    return room;
  }
  override updateDOM(room: HTMLElement): boolean {
    room.style.height = `${this.height}px`;
    return true;
  }
  override ignoreEvent(): boolean {
    return false;
  }
}

export interface Room {
  readonly above: number;
  readonly below: number;
}

/** Room for the paragraphs from one place to another, by where they begin and end. */
export interface Rooms {
  readonly from: number;
  readonly to: number;
  readonly of: readonly { readonly from: number; readonly to: number; readonly room: Room }[];
}

export const setRooms = StateEffect.define<Rooms>();

export const spacers = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update: (set, transaction) => {
    let next = set.map(transaction.changes);
    for (const effect of transaction.effects) if (effect.is(setRooms)) next = withRooms(next, effect.value);
    return next;
  },
  provide: (field) => EditorView.decorations.from(field),
});

function withRooms(set: DecorationSet, { from, to, of }: Rooms): DecorationSet {
  const add = of.flatMap(({ from, to, room }) => [
    ...(room.above > 0
      ? [Decoration.widget({ widget: new Spacer(room.above), block: true, side: -1 }).range(from)]
      : []),
    ...(room.below > 0
      ? [Decoration.widget({ widget: new Spacer(room.below), block: true, side: 1 }).range(to)]
      : []),
  ]);
  return set.update({ filterFrom: from, filterTo: to, filter: () => false, add, sort: true });
}

/** The room that there is, by the position that it stands at: above it negative, below it positive. */
export function roomsIn(state: EditorState, from: number, to: number): Map<string, number> {
  const found = new Map<string, number>();
  state.field(spacers).between(from, to, (at, _to, { spec }) => {
    const { side, widget } = spec as { side: number; widget: Spacer };
    const key = `${side}:${at}`;
    found.set(key, (found.get(key) ?? 0) + widget.height);
  });
  return found;
}
