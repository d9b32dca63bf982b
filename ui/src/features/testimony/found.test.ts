import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { platform, providePlatform } from '../../platform';
import { FoundMarks } from '../search';
import { textsOf } from './column';
import { FacingColumns } from './facing';
import { foundPlaces, markableColumns, showFound } from './found';
import { readNarrative } from './narrative';

// jsdom has no layout; the editor asks for it.
beforeAll(() => {
  Range.prototype.getClientRects = () => [] as unknown as DOMRectList;
  Range.prototype.getBoundingClientRect = () => new DOMRect();
});

let columns: FacingColumns;
const onchange = vi.fn();
beforeEach(() => {
  vi.useFakeTimers();
  onchange.mockClear();
  const at = () => document.body.appendChild(document.createElement('div'));
  const paragraphs = [
    ['온성에 갔습니다.', 'We went to Onsong.'],
    ['다음 날 온성을 떠났습니다.', ''],
    ['아무 말도 없었습니다.', 'Onsong was far.'],
  ].map(([original, translation], at) => ({ id: `p${at}`, original, translation }));
  columns = new FacingColumns(readNarrative(paragraphs), [at(), at()], () => showFound, onchange);
});
afterEach(() => {
  columns.destroy();
  vi.useRealTimers();
});

const said = () =>
  foundPlaces(columns).map(({ side, paragraph, span: [from, to] }) => [
    paragraph,
    side,
    columns.views[side].state.sliceDoc(from, to),
  ]);
async function marked(query: string) {
  const marks = new FoundMarks(query);
  const leave = marks.join(markableColumns(columns), 0);
  await vi.advanceTimersByTimeAsync(50);
  return { marks, leave };
}

describe('marks in both columns', () => {
  it('stand where the query is found, in the order of reading', async () => {
    const { marks } = await marked('Onsong');
    expect(said()).toEqual([
      [0, 0, '온성'],
      [0, 1, 'Onsong'],
      [1, 0, '온성'],
      [2, 1, 'Onsong'],
    ]);
    expect([marks.status, marks.count, marks.at]).toEqual(['marked', 4, 0]);
    marks.previous();
    expect(marks.at).toBe(3);
    expect(columns.views[1].dom.querySelector('.found-here')?.textContent).toBe('Onsong');
    expect(columns.views[0].dom.querySelector('.found-here')).toBeNull();
    marks.next();
    expect(columns.views[0].dom.querySelector('.found-here')?.textContent).toBe('온성');
  });

  it('change no text, no step back, no draft', async () => {
    const before = columns.narrative.columns.map(textsOf);
    const { marks } = await marked('Onsong');
    marks.next();
    marks.end();
    expect(said()).toEqual([]);
    expect(columns.narrative.columns.map(textsOf)).toEqual(before);
    expect(onchange).not.toHaveBeenCalled();
    expect(columns.undo()).toBe(false);
  });

  it('move with what is written before them, and go with their text', async () => {
    const { marks } = await marked('Onsong');
    columns.views[0].dispatch({ changes: { from: 0, insert: '그때 ' }, userEvent: 'input.type' });
    marks.changed();
    expect(said()[0]).toEqual([0, 0, '온성']);
    const [from, to] = foundPlaces(columns)[0]?.span ?? [0, 0];
    columns.views[0].dispatch({ changes: { from, to }, userEvent: 'delete' });
    marks.changed();
    expect([marks.count, said().length]).toEqual([3, 3]);
  });

  it('are not put where the text became another before the answer', async () => {
    const fake = platform();
    let answers = 0;
    const places = async (query: string, texts: string[]) => {
      answers += 1;
      // Somebody types while the first answer is on its way.
      if (answers === 1) columns.views[0].dispatch({ changes: { from: 0, insert: '온성 ' } });
      return fake.record.places(query, texts);
    };
    providePlatform({ ...fake, record: { ...fake.record, places } });
    const { marks } = await marked('Onsong');
    await vi.advanceTimersByTimeAsync(100);
    expect(answers).toBe(2);
    expect(said().map(([, , text]) => text)).toEqual(['온성', '온성', 'Onsong', '온성', 'Onsong']);
    expect(marks.count).toBe(5);
  });

  it('end where there is no answer', async () => {
    const fake = platform();
    const places = () => Promise.reject(new Error('gone'));
    providePlatform({ ...fake, record: { ...fake.record, places } });
    expect((await marked('Onsong')).marks.status).toBe('ended');
  });
});
