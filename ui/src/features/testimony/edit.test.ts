import { ChangeSet, Text } from '@codemirror/state';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paragraphAt, paragraphsIn, spanOf, textsOf } from './column';
import { edit } from './edit';
import { otherSide, readNarrative, writeNarrative, type Narrative, type Side } from './narrative';

const narrativeOf = (...paragraphs: [string, string][]) =>
  readNarrative(
    paragraphs.map(([original, translation], at) => ({ id: `p${at + 1}`, original, translation })),
  );
const said = ({ columns }: Narrative) => columns.map(textsOf);
const ids = ({ pairs }: Narrative) => pairs.map(({ id }) => id);

function change(
  narrative: Narrative,
  side: Side,
  from: number,
  to: number,
  insert: string,
  isSoft = false,
): Narrative {
  const { doc } = narrative.columns[side];
  const changes = ChangeSet.of({ from, to, insert: Text.of(insert.split('\n')) }, doc.length);
  return edit(narrative, side, changes, isSoft).next;
}
const enter = (narrative: Narrative, side: Side, at: number) => change(narrative, side, at, at, '\n');

describe('paragraphs stay paired', () => {
  const start = narrativeOf(['가나', 'one'], ['다라', 'two']);

  it('begins a new paragraph in both columns, the id with the first part', () => {
    const next = enter(start, 0, 1);
    expect(said(next)).toEqual([
      ['가', '나', '다라'],
      ['one', '', 'two'],
    ]);
    expect([ids(next)[0], ids(next)[2]]).toEqual(['p1', 'p2']);
  });

  it('puts an empty paragraph before where nothing stands before the caret', () => {
    const next = enter(start, 0, 3);
    expect(said(next)).toEqual([
      ['가나', '', '다라'],
      ['one', '', 'two'],
    ]);
    expect([ids(next)[0], ids(next)[2]]).toEqual(['p1', 'p2']);
  });

  it('joins both columns, one translation under the other, the first id kept', () => {
    const next = change(start, 0, 2, 3, '');
    expect(said(next)).toEqual([['가나다라'], ['one\ntwo']]);
    expect(ids(next)).toEqual(['p1']);
  });

  it('leaves the id with the text that is left', () => {
    const next = change(narrativeOf(['가나', ''], ['다라', 'two']), 0, 0, 3, '');
    expect(said(next)).toEqual([['다라'], ['two']]);
    expect(ids(next)).toEqual(['p2']);
  });

  it('takes as many paragraphs as lines are pasted', () => {
    const next = change(start, 0, 2, 2, '마\n바\n사');
    expect(said(next)).toEqual([
      ['가나마', '바', '사', '다라'],
      ['one', '', '', 'two'],
    ]);
  });

  it('leaves the translations where they are when as many paragraphs come as go', () => {
    const next = change(start, 0, 0, 5, '바\n사');
    expect(said(next)).toEqual([
      ['바', '사'],
      ['one', 'two'],
    ]);
    expect(ids(next)).toEqual(['p1', 'p2']);
  });

  it('keeps a line break inside a paragraph', () => {
    const next = change(start, 0, 1, 1, '\n', true);
    expect(said(next)).toEqual([
      ['가\n나', '다라'],
      ['one', 'two'],
    ]);
    expect(ids(next)).toEqual(['p1', 'p2']);
  });

  it('has a session where a paragraph that has one is split, and keeps what it does not know', () => {
    const read = readNarrative([{ id: 'p', original: 'ab', translation: '', session: 's', colour: 'red' }]);
    expect(writeNarrative(enter(read, 0, 1))).toEqual([
      { id: 'p', original: 'a', translation: '', session: 's', colour: 'red' },
      { id: expect.any(String) as string, original: 'b', translation: '', session: 's' },
    ]);
  });
});

describe('reading and writing', () => {
  const text = fc.string({ unit: fc.constantFrom('가', 'a', '\n', '\r', ' ', '\u2028', '각'), maxLength: 8 });
  const paragraph = fc.record(
    {
      id: fc.uuid(),
      original: text,
      translation: text,
      session: fc.option(fc.uuid()),
      extra: fc.jsonValue(),
    },
    { requiredKeys: ['id', 'extra'] },
  );

  it('gives back what was read, member for member', () => {
    fc.assert(
      fc.property(fc.uniqueArray(paragraph, { minLength: 1, selector: ({ id }) => id }), (narrative) => {
        expect(writeNarrative(readNarrative(narrative))).toEqual(narrative);
      }),
    );
  });

  it('has one paragraph to write in where there is none, and writes nothing of it', () => {
    for (const nothing of [undefined, [], null]) {
      expect(said(readNarrative(nothing))).toEqual([[''], ['']]);
      expect(writeNarrative(readNarrative(nothing))).toEqual([]);
    }
  });

  it('gives an id to what has none, and to what has another’s', () => {
    const found = ids(readNarrative([{ original: 'a' }, { id: 'p', original: 'b' }, { id: 'p' }]));
    expect(new Set(found).size).toBe(3);
  });
});

describe('whatever is typed', () => {
  const piece = fc.string({ unit: fc.constantFrom('가', '나', 'x', '\n'), maxLength: 5 });
  const edits = fc.array(
    fc.record({
      side: fc.constantFrom(0 as const, 1 as const),
      hunks: fc.array(
        fc.record({ at: fc.nat(999), length: fc.constantFrom(0, 0, 1, 1, 2, 5, 40), text: piece }),
        { minLength: 1, maxLength: 3 },
      ),
      isSoft: fc.boolean(),
    }),
    { maxLength: 30 },
  );
  const narrative = fc.uniqueArray(fc.record({ id: fc.uuid(), original: piece, translation: piece }), {
    minLength: 1,
    maxLength: 8,
    selector: ({ id }) => id,
  });
  const letters = (text: string) => text.replaceAll('\n', '');

  it('keeps both columns as long, the ids unique, each text as it was typed, and the other’s whole', () => {
    fc.assert(
      fc.property(narrative, edits, (start, steps) => {
        let now = readNarrative(start);
        for (const { side, hunks, isSoft } of steps) {
          const own = now.columns[side];
          const plain = own.doc.toString();
          const places = hunks
            .map(({ at, length, text }) => ({ from: at % (plain.length + 1), length, text }))
            .toSorted((a, b) => a.from - b.from)
            .map(({ from, length, text }, index, all) => {
              const end = all[index + 1]?.from ?? plain.length;
              return { from, to: Math.min(from + length, end), insert: Text.of(text.split('\n')) };
            });
          const changes = ChangeSet.of(places, plain.length);
          const { next } = edit(now, side, changes, isSoft);
          const expected = places.reduceRight(
            (text, { from, to, insert }) => text.slice(0, from) + insert.toString() + text.slice(to),
            plain,
          );
          expect(next.columns[side].doc.toString()).toBe(expected);
          const other = (one: Narrative) => one.columns[otherSide(side)].doc.toString();
          expect(letters(other(next))).toBe(letters(other(now)));
          expect(next.columns.map(paragraphsIn)).toEqual([next.pairs.length, next.pairs.length]);
          expect(new Set(ids(next)).size).toBe(next.pairs.length);
          untouched(now, next, side, places[0]?.from ?? 0, places.at(-1)?.to ?? 0);
          now = next;
        }
        const written = writeNarrative(now);
        expect(said(readNarrative(written))).toEqual(said(now));
      }),
      { numRuns: 400 },
    );
  });

  /** Paragraphs before the first change and after the last are the same pairs, with the same texts. */
  function untouched(before: Narrative, after: Narrative, side: Side, from: number, to: number) {
    const first = paragraphAt(before.columns[side], from);
    const last = paragraphAt(before.columns[side], to);
    const shift = after.pairs.length - before.pairs.length;
    const [then, now] = [before, after].map(({ columns }) => columns.map(textsOf));
    before.pairs.forEach((pair, at) => {
      if (at >= first && at <= last) return;
      const there = at < first ? at : at + shift;
      expect(after.pairs[there]).toBe(pair);
      for (const each of [0, 1]) expect(now?.[each]?.[there]).toBe(then?.[each]?.[at]);
    });
  }
});

it('finds paragraphs by place and places by paragraph', () => {
  const { columns } = narrativeOf(['a\nb', ''], ['', 'x\n'], ['c', '\n']);
  expect(columns.map((column) => [0, 1, 2].map((at) => spanOf(column, at)))).toEqual([
    [
      { from: 0, to: 3 },
      { from: 4, to: 4 },
      { from: 5, to: 6 },
    ],
    [
      { from: 0, to: 0 },
      { from: 1, to: 3 },
      { from: 4, to: 5 },
    ],
  ]);
});
