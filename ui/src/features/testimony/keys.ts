import { standardKeymap } from '@codemirror/commands';
import { EditorSelection, Prec, type Extension } from '@codemirror/state';
import { EditorView, keymap, type Command } from '@codemirror/view';
import { paragraphAt, paragraphsIn, spanOf } from './column';
import type { FacingColumns } from './facing';
import { otherSide, type Side } from './narrative';
import { columnIn, insertsSoft } from './state';

/** What the keys do in one column. */
export function keys(side: Side, columns: FacingColumns, leave: () => void): Extension {
  const cross: Command = (view) => {
    crossOver(columns, view, otherSide(side));
    return true;
  };
  const out: Command = () => {
    leave();
    return true;
  };
  const undo: Command = () => columns.undo() || true;
  const redo: Command = () => columns.redo() || true;
  return Prec.high([
    keymap.of([
      { key: 'Enter', run: (view) => insertBreak(view, false), shift: (view) => insertBreak(view, true) },
      { key: 'Tab', run: cross, shift: cross },
      { key: 'Escape', run: out },
      { key: 'Mod-z', run: undo, shift: redo, preventDefault: true },
      { key: 'Mod-y', run: redo, preventDefault: true },
      { key: 'Backspace', run: (view) => stepsBack(view, side, columns, -1) },
      { key: 'Delete', run: (view) => stepsBack(view, side, columns, 1) },
      ...standardKeymap,
    ]),
    EditorView.domEventHandlers({
      beforeinput: (event) => {
        if (event.inputType === 'historyUndo') return undo(columns.views[side]);
        return event.inputType === 'historyRedo' ? redo(columns.views[side]) : false;
      },
    }),
  ]);
}

/** Goes to the same paragraph of the other column: to where the caret was in it, else to its end. */
function crossOver(columns: FacingColumns, view: EditorView, to: Side): void {
  const target = columns.views[to];
  const paragraph = paragraphAt(columnIn(view.state), view.state.selection.main.head);
  const { from, to: end } = spanOf(columnIn(target.state), paragraph);
  const head = target.state.selection.main.head;
  const anchor = head >= from && head <= end ? head : end;
  target.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor, { y: 'nearest' }) });
  target.focus();
}

function insertBreak(view: EditorView, isSoft: boolean): boolean {
  if (view.state.readOnly) return true;
  const { from, to } = view.state.selection.main;
  view.dispatch({
    changes: { from, to, insert: view.state.toText('\n') },
    selection: EditorSelection.cursor(from + 1),
    annotations: insertsSoft.of(isSoft),
    scrollIntoView: true,
    userEvent: 'input',
  });
  return true;
}

/**
 * Beside an empty paragraph, whose counterpart and the one before both have text, Backspace only moves the caret:
 * joining would run two paragraphs of the other column into one that nobody looked at.
 */
function stepsBack(view: EditorView, side: Side, columns: FacingColumns, by: 1 | -1): boolean {
  const { main } = view.state.selection;
  const own = columnIn(view.state);
  const here = paragraphAt(own, main.head);
  const there = here + by;
  const edge = by < 0 ? spanOf(own, here).from : spanOf(own, here).to;
  if (!main.empty || main.head !== edge || there < 0 || there >= paragraphsIn(own)) return false;
  const other = columnIn(columns.views[otherSide(side)].state);
  const has = (column: typeof own, at: number) => {
    const { from, to } = spanOf(column, at);
    return to > from;
  };
  if ((has(own, here) && has(own, there)) || !has(other, here) || !has(other, there)) return false;
  const anchor = by < 0 ? spanOf(own, there).to : spanOf(own, there).from;
  view.dispatch({ selection: { anchor }, scrollIntoView: true, userEvent: 'select' });
  return true;
}
