import { Annotation, StateField, type EditorState } from '@codemirror/state';
import { mapSoft, type Column } from './column';

/** The line breaks that this transaction brings are inside a paragraph. */
export const insertsSoft = Annotation.define<boolean>();

/** This transaction follows one of the other column, or takes a step back: where the soft breaks are after it. */
export const follows = Annotation.define<readonly number[]>();

export const softBreaks = StateField.define<readonly number[]>({
  create: () => [],
  update: (soft, transaction) =>
    transaction.annotation(follows) ??
    (transaction.docChanged
      ? mapSoft(soft, transaction.changes, transaction.annotation(insertsSoft) ?? false)
      : soft),
});

export function columnIn(state: EditorState): Column {
  return { doc: state.doc, soft: state.field(softBreaks) };
}
