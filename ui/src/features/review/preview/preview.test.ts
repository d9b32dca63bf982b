import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReviewPreview } from '../../../bindings/api/ReviewPreview';
import type { Mark } from '../../../bindings/records/Mark';
import { redactText } from '../../../platform/fake/redact-text';
import { actsFor, markedPieces } from './marks';
import { wordsIn } from './places';
import { labelAt, rowsOf } from './rows';
import { pickedIn } from './selection';

const mark = (of: Partial<Mark>): Mark => ({
  ...{ from: 0, to: 2, after_from: 0, after_to: 3, text: '민서', nth: 0 },
  ...{ fate: 'replaced', why: 'name', record: null },
  ...of,
});

describe('rows of a preview', () => {
  const preview: ReviewPreview = {
    ...{ id: 'a', kind: 'testimony', title: '강', outdated: [] },
    before: {
      notes: '',
      narrative: [
        { id: 'p1', original: '민서가', translation: '' },
        { id: 'p2', original: '강', translation: 'river' },
      ],
      title: '강',
      narrator: { code: 'ㄱ-12' },
      status: 'draft',
    },
    after: {},
    changes: [
      { path: 'narrative[0].original', before: '민서가', after: '한지우가', why: null, marks: [mark({})] },
      { path: 'narrator.code', before: 'ㄱ-12', after: null, why: 'identifier', marks: [] },
      { path: 'narrator.person', before: null, after: 'x', why: 'record', marks: [] },
    ],
  };
  const rows = rowsOf(preview);
  const at = (path: string) => rows.find((row) => row.path === path);

  it('have each value once, in the order of the form, and last what comes to it', () => {
    expect(rows.map(({ path }) => path)).toEqual([
      'title',
      'status',
      'narrator.code',
      'narrative[0].original',
      'narrative[1].original',
      'narrative[1].translation',
      'narrator.person',
    ]);
  });

  it('have both sides, and why a whole value changed', () => {
    expect(at('title')).toMatchObject({ isText: true, before: '강', after: '강', why: null });
    expect(at('status')).toMatchObject({ isText: false, after: 'draft' });
    expect(at('narrator.code')).toMatchObject({ isText: false, after: null, why: 'identifier' });
    expect(at('narrative[0].original')).toMatchObject({ isText: true, after: '한지우가' });
  });

  it('are called by the labels of their members, and count elements from 1', () => {
    expect(labelAt('testimony', 'narrative[1].original')).toMatch(/^Paragraph 2 · \S/);
    expect(labelAt('testimony', 'acts[0].note')).toMatch(/^\S.* 1 · \S/);
    expect(labelAt('testimony', 'later[0].other_thing')).toBe('later 1 · other thing');
  });
});

describe('marks', () => {
  it('cut a text on either side into pieces that are the text', () => {
    const person = { id: 'x', names: ['김민서'], parts: ['민서'], instead: '한지우' };
    const word = fc.constantFrom('김민서', '민서', '가 ', '010-1234-5678', '강');
    fc.assert(
      fc.property(fc.array(word), (all) => {
        const text = all.join('');
        const { after, marks } = redactText(text, 'pseudonym', [person], []);
        const joined = (side: 'before' | 'after', of: string) =>
          markedPieces(of, marks, side)
            .map((piece) => piece.text)
            .join('');
        expect(joined('before', text)).toBe(text);
        expect(joined('after', after)).toBe(after);
        for (const { text: words, nth, from } of marks) expect(wordsIn(text, words)[nth]).toBe(from);
      }),
    );
  });

  it('offer what can be done about each', () => {
    expect(actsFor(mark({}))).toEqual([]);
    expect(actsFor(mark({ fate: 'replaced_in_doubt' }))).toEqual(['keep']);
    expect(actsFor(mark({ fate: 'suggested' }))).toEqual(['remove', 'leave']);
    expect(actsFor(mark({ why: 'by_hand' }))).toEqual(['undo']);
    expect(actsFor(mark({ fate: 'kept_by_hand' }))).toEqual(['undo']);
  });
});

describe('a selection', () => {
  function select(node: Node, from: number, to: number) {
    const range = document.createRange();
    range.setStart(node, from);
    range.setEnd(node, to);
    document.getSelection()?.removeAllRanges();
    document.getSelection()?.addRange(range);
  }
  const shown = () => {
    const element = document.body.appendChild(document.createElement('p'));
    element.append(
      '민서와 ',
      Object.assign(document.createElement('mark'), { textContent: '민서' }),
      '의 집',
    );
    return element;
  };

  it('is a place: which words, and how often they stand before', () => {
    const element = shown();
    select(element.childNodes[1]?.firstChild ?? element, 0, 2);
    expect(pickedIn(element, '민서와 민서의 집')).toEqual({ text: '민서', nth: 1 });
    select(element.childNodes[2] ?? element, 1, 3);
    expect(pickedIn(element, '민서와 민서의 집')).toEqual({ text: '집', nth: 0 });
  });

  it('is none where nothing is selected, or something else', () => {
    const element = shown();
    document.getSelection()?.removeAllRanges();
    expect(pickedIn(element, '민서와 민서의 집')).toBeNull();
    const other = shown();
    select(other.firstChild ?? other, 0, 2);
    expect(pickedIn(element, '민서와 민서의 집')).toBeNull();
  });
});
