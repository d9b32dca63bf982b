import { RangeSetBuilder, StateEffect, StateField, type Extension } from '@codemirror/state';
import { Decoration, EditorView, type DecorationSet } from '@codemirror/view';
import type { Span } from '../../platform';
import type { Markable } from '../search';
import { paragraphAt } from './column';
import type { FacingColumns } from './facing';
import { isComposing } from './level';
import type { Side } from './narrative';
import { columnIn } from './state';

/** What was found in a text, from and to in UTF-16 code units. */
const setFound = StateEffect.define<Span[]>();
/** The place that is looked at; null: none in this column. */
const setHere = StateEffect.define<Span | null>();

const found = Decoration.mark({ class: 'found' });
const here = Decoration.mark({ class: 'found-here' });

/** Marks move with what is written; one whose text is gone is gone. */
function marks(take: (set: DecorationSet, effect: StateEffect<unknown>) => DecorationSet) {
  return StateField.define<DecorationSet>({
    create: () => Decoration.none,
    update: (set, { changes, docChanged, effects }) =>
      effects.reduce(take, docChanged ? set.map(changes) : set),
    provide: (field) => EditorView.decorations.from(field),
  });
}

const foundMarks = marks((set, effect) => (effect.is(setFound) ? decorated(effect.value) : set));
const hereMark = marks((set, effect) => {
  if (effect.is(setFound)) return Decoration.none;
  if (!effect.is(setHere)) return set;
  return effect.value ? Decoration.set(here.range(...effect.value)) : Decoration.none;
});

/** Shows what was found. It changes neither the text nor the steps that can be taken back. */
export const showFound: Extension = [foundMarks, hereMark];

function decorated(spans: Span[]): DecorationSet {
  const set = new RangeSetBuilder<Decoration>();
  for (const [from, to] of spans) if (to > from) set.add(from, to, found);
  return set.finish();
}

export interface FoundPlace {
  side: Side;
  paragraph: number;
  span: Span;
}

/** All marks of both columns in the order of reading: paragraph by paragraph, the original first. */
export function foundPlaces(columns: FacingColumns): FoundPlace[] {
  return ([0, 1] as const)
    .flatMap((side) => {
      const { state } = columns.views[side];
      const column = columnIn(state);
      const places: FoundPlace[] = [];
      state.field(foundMarks).between(0, state.doc.length, (from, to) => {
        places.push({ side, paragraph: paragraphAt(column, from), span: [from, to] });
      });
      return places;
    })
    .toSorted((a, b) => a.paragraph - b.paragraph || a.side - b.side || a.span[0] - b.span[0]);
}

/** Both columns, as what was found is marked in them. */
export function markableColumns(columns: FacingColumns): Markable {
  let docs = columns.views.map((view) => view.state.doc);
  return {
    texts: () => {
      docs = columns.views.map((view) => view.state.doc);
      return docs.map((doc) => doc.toString());
    },
    mark: (places) => {
      const isTaken = places.length > 0;
      if (isTaken && columns.views.some((view, side) => view.state.doc !== docs[side] || isComposing(view)))
        return false;
      for (const side of [0, 1] as const)
        columns.views[side].dispatch({ effects: setFound.of(places[side] ?? []) });
      return true;
    },
    count: () => columns.views.reduce((sum, view) => sum + view.state.field(foundMarks).size, 0),
    point: (at) => point(columns, at === null ? undefined : foundPlaces(columns)[at]),
  };
}

function point(columns: FacingColumns, place: FoundPlace | undefined): void {
  for (const side of [0, 1] as const) {
    const view = columns.views[side];
    if (isComposing(view)) continue;
    const span = place?.side === side ? place.span : null;
    const scroll = () => (span ? [EditorView.scrollIntoView(span[0], { y: 'center' })] : []);
    view.dispatch({ effects: [setHere.of(span), ...scroll()] });
    if (!span) continue;
    // What stands above was only estimated until it was drawn.
    const { doc } = view.state;
    requestAnimationFrame(() => {
      if (view.dom.isConnected && view.state.doc === doc) view.dispatch({ effects: scroll() });
    });
  }
}
