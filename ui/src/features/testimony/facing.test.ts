import { EditorView, runScopeHandlers } from '@codemirror/view';
import fc from 'fast-check';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { textsOf } from './column';
import { FacingColumns } from './facing';
import { keys } from './keys';
import { readNarrative, type Side } from './narrative';
import { insertsSoft } from './state';

// jsdom has no layout; the editor asks for it.
beforeAll(() => {
  Range.prototype.getClientRects = () => [] as unknown as DOMRectList;
  Range.prototype.getBoundingClientRect = () => new DOMRect();
});

let open: FacingColumns[] = [];
afterEach(() => {
  for (const columns of open) columns.destroy();
  open = [];
});

function facing(...paragraphs: [string, string][]) {
  const at = () => document.body.appendChild(document.createElement('div'));
  const narrative = readNarrative(
    paragraphs.map(([original, translation], at) => ({ id: `p${at + 1}`, original, translation })),
  );
  const left = { text: false };
  const columns = new FacingColumns(
    narrative,
    [at(), at()],
    (side, columns) => keys(side, columns, () => (left.text = true)),
    () => undefined,
  );
  open.push(columns);
  const press = (side: Side, key: string, more: KeyboardEventInit = {}) =>
    runScopeHandlers(columns.views[side], new KeyboardEvent('keydown', { key, ...more }), 'editor');
  const caret = (side: Side, anchor: number) => columns.views[side].dispatch({ selection: { anchor } });
  const said = () => columns.narrative.columns.map(textsOf);
  return { columns, press, caret, said, left };
}

function type(view: EditorView, text: string) {
  view.dispatch(view.state.replaceSelection(text), { userEvent: 'input.type' });
}

describe('keys', () => {
  it('begins paragraphs with Enter and lines with Shift+Enter', () => {
    const { press, caret, said } = facing(['가나', 'one']);
    caret(0, 1);
    press(0, 'Enter');
    press(0, 'Enter', { shiftKey: true });
    expect(said()).toEqual([
      ['가', '\n나'],
      ['one', ''],
    ]);
  });

  it('goes to the same paragraph of the translation with Tab, and back to where it was', () => {
    const { press, caret, columns } = facing(['가나', 'one'], ['다라', 'two']);
    caret(0, 4);
    expect(press(0, 'Tab')).toBe(true);
    expect(columns.views[1].state.selection.main.head).toBe(7);
    press(1, 'Tab', { shiftKey: true });
    expect(columns.views[0].state.selection.main.head).toBe(4);
  });

  it('leaves the text with Escape', () => {
    const { press, left } = facing(['가', '']);
    press(0, 'Escape');
    expect(left.text).toBe(true);
  });

  it('does not join originals from an empty translation', () => {
    const { press, caret, said, columns } = facing(['가', 'one'], ['나', '']);
    caret(1, 4);
    press(1, 'Backspace');
    expect(said()).toEqual([
      ['가', '나'],
      ['one', ''],
    ]);
    expect(columns.views[1].state.selection.main.head).toBe(3);
  });

  it('joins with Backspace where both have text, and where nothing is lost by it', () => {
    const { press, caret, said } = facing(['가', 'one'], ['나', 'two'], ['', '']);
    caret(0, 4);
    press(0, 'Backspace');
    caret(0, 2);
    press(0, 'Backspace');
    expect(said()).toEqual([['가나'], ['one\ntwo']]);
  });
});

describe('one history', () => {
  it('takes a split back in both columns, and does it again', () => {
    const { press, caret, said, columns } = facing(['가나', 'one']);
    caret(0, 1);
    press(0, 'Enter');
    columns.views[1].dispatch({ selection: { anchor: 4 } });
    type(columns.views[1], 'two');
    columns.undo();
    columns.undo();
    expect(said()).toEqual([['가나'], ['one']]);
    columns.redo();
    columns.redo();
    expect(said()).toEqual([
      ['가', '나'],
      ['one', 'two'],
    ]);
  });

  it('takes back in one step what was typed without a pause', () => {
    const { said, columns } = facing(['', '']);
    for (const letter of ['a', 'b', 'c']) type(columns.views[0], letter);
    columns.undo();
    expect(said()).toEqual([[''], ['']]);
  });

  it('leads back to the beginning and forth to the end, whatever was done', () => {
    const step = fc.record({
      side: fc.constantFrom(0 as const, 1 as const),
      at: fc.nat(999),
      length: fc.constantFrom(0, 0, 1, 3, 20),
      insert: fc.string({ unit: fc.constantFrom('가', 'x', '\n'), maxLength: 4 }),
      isSoft: fc.boolean(),
      kind: fc.constantFrom('input.type', 'input.type.compose', 'delete.backward', 'input.paste'),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 15 }), (steps) => {
        const { columns, said } = facing(['가나', 'one'], ['a\nb', ''], ['', 'two']);
        const state = () => JSON.stringify([said(), columns.narrative.pairs]);
        const first = state();
        for (const { side, at, length, insert, isSoft, kind } of steps) {
          const view = columns.views[side];
          const from = at % (view.state.doc.length + 1);
          const to = Math.min(from + length, view.state.doc.length);
          const changes = { from, to, insert: view.state.toText(insert) };
          view.dispatch({ changes, annotations: insertsSoft.of(isSoft), userEvent: kind });
        }
        const last = state();
        while (columns.undo());
        expect(state()).toBe(first);
        while (columns.redo());
        expect(state()).toBe(last);
        columns.destroy();
      }),
      { numRuns: 60 },
    );
  });
});
