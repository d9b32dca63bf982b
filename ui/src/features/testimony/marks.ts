import { StateEffect, StateField, type EditorState, type Extension } from '@codemirror/state';
import { Decoration, EditorView, gutter, GutterMarker, gutters, type DecorationSet } from '@codemirror/view';
import { paragraphAt, spanOf } from './column';
import { columnIn, softBreaks } from './state';

const beforeSoft = Decoration.line({ class: 'before-soft' });
const afterSoft = Decoration.line({ class: 'after-soft' });

/** Lines of one paragraph stand close together. */
export const softLines: Extension = EditorView.decorations.compute([softBreaks, 'doc'], (state) =>
  Decoration.set(
    state
      .field(softBreaks)
      .flatMap((at) => [beforeSoft.range(state.doc.lineAt(at).from), afterSoft.range(at + 1)]),
    true,
  ),
);

class ParagraphNumber extends GutterMarker {
  constructor(
    readonly text: string,
    readonly isHere: boolean,
  ) {
    super();
    this.elementClass = isHere ? 'here' : '';
  }
  override eq(other: ParagraphNumber): boolean {
    return other.text === this.text && other.isHere === this.isHere;
  }
  override toDOM(): Node {
    return document.createTextNode(this.text);
  }
}

/** The number of each paragraph, where it begins. */
export const numbers: Extension = [
  gutters({ fixed: false }),
  gutter({
    class: 'numbers',
    lineMarker: (view, line) => {
      const column = columnIn(view.state);
      const paragraph = paragraphAt(column, line.from);
      if (spanOf(column, paragraph).from !== line.from) return null;
      const here = paragraphAt(column, view.state.selection.main.head);
      return new ParagraphNumber(String(paragraph + 1), here === paragraph);
    },
    lineMarkerChange: (update) => update.docChanged || update.selectionSet,
  }),
];

/** Where to say what could be written here: an empty paragraph, or nowhere. */
export const setPrompt = StateEffect.define<{ at: number; text: string } | null>();

export const prompt = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update: (set, transaction) => {
    let next = transaction.docChanged ? stillEmpty(set.map(transaction.changes), transaction.state) : set;
    for (const effect of transaction.effects) {
      if (!effect.is(setPrompt)) continue;
      const { value } = effect;
      const attributes = { class: 'prompt', 'data-prompt': value?.text ?? '' };
      next = value ? Decoration.set(Decoration.line({ attributes }).range(value.at)) : Decoration.none;
    }
    return next;
  },
  provide: (field) => EditorView.decorations.from(field),
});

function stillEmpty(set: DecorationSet, state: EditorState): DecorationSet {
  return set.update({ filter: (from) => state.doc.lineAt(from).length === 0 });
}
