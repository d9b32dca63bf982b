import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ancestorOf, onlyChanged } from './ancestor';
import { isSameOrder, mergeOrder } from './order';
import { isSame } from './same';
import { settle, type Answers } from './settle';
import { overlay, questionsIn } from './tree';

const LEFT = {
  title: '라오스 국경에서',
  narrative: [
    { id: 'p1', original: '하나', translation: 'one' },
    { id: 'p2', original: '둘 왼쪽', translation: 'two' },
    { id: 'p3', original: '왼쪽에만' },
  ],
  tags: ['국경', '안내자'],
  later: { of: 'left' },
};
const RIGHT = {
  title: '라오스에서',
  narrative: [
    { id: 'p1', original: '하나', translation: 'one' },
    { id: 'p2', original: '둘 오른쪽', translation: 'two' },
  ],
  tags: ['국경', '2003'],
  only: 'right',
};
const node = overlay('testimony', [LEFT, RIGHT]);
const answerAll = (take: number | 'both'): Answers =>
  Object.fromEntries(questionsIn(node).map(({ key }) => [key, { take }]));

describe('sides laid over each other', () => {
  it('ask for each thing that differs, and for nothing else', () => {
    expect(questionsIn(node).map(({ path }) => path.join('/'))).toEqual([
      'title',
      'narrative/p2/original',
      'narrative/p3',
      'later',
      'only',
      'tags',
    ]);
  });

  it('give back a side that is taken everywhere, with members that nobody knows', () => {
    expect(settle(node, answerAll(0))).toEqual(LEFT);
    expect(settle(node, answerAll(1))).toEqual(RIGHT);
  });

  it('keep all where both are taken', () => {
    expect(settle(node, answerAll('both'))).toEqual({
      title: '라오스 국경에서 / 라오스에서',
      narrative: [
        { id: 'p1', original: '하나', translation: 'one' },
        { id: 'p2', original: '둘 왼쪽 둘 오른쪽', translation: 'two' },
        { id: 'p3', original: '왼쪽에만' },
      ],
      later: { of: 'left' },
      only: 'right',
      tags: ['국경', '안내자', '2003'],
    });
  });

  it('take what was written by hand', () => {
    const key = questionsIn(node)[0]?.key ?? '';
    expect(settle(node, { ...answerAll(0), [key]: { take: 'hand', value: '국경' } })).toMatchObject({
      title: '국경',
    });
  });

  it('ask for the order where it differs, and keep each element once', () => {
    const order = overlay('person', [
      {
        names: [
          { id: 'a', text: 'A' },
          { id: 'b', text: 'B' },
        ],
      },
      {
        names: [
          { id: 'b', text: 'B' },
          { id: 'a', text: 'A' },
        ],
      },
    ]);
    const [question, ...rest] = questionsIn(order);
    expect(rest).toEqual([]);
    expect(question?.is).toBe('order');
    const said = settle(order, { [question?.key ?? '']: { take: 1 } }) as typeof LEFT & {
      names: { id: string }[];
    };
    expect(said.names.map(({ id }) => id)).toEqual(['b', 'a']);
  });
});

const values = fc.letrec<{ value: unknown; object: Record<string, unknown> }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.string(),
    fc.integer(),
    fc.boolean(),
    fc.array(fc.string(), { maxLength: 3 }),
    fc
      .uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1 })
      .chain((ids) =>
        fc.tuple(...ids.map((id) => fc.record({ id: fc.constant(id), text: fc.string({ minLength: 1 }) }))),
      ),
    tie('object'),
  ),
  object: fc.dictionary(fc.constantFrom('title', 'names', 'note', 'acts', 'constructor'), tie('value')),
}));

it('gives back any side that is taken everywhere, whatever the records say', () => {
  fc.assert(
    fc.property(values.object, values.object, (left, right) => {
      const both = overlay('testimony', [left, right]);
      for (const [side, record] of [left, right].entries()) {
        const answers = Object.fromEntries(questionsIn(both).map(({ key }) => [key, { take: side }]));
        expect(isSame(settle(both, answers), record)).toBe(true);
      }
    }),
  );
});

it('merges orders without losing or doubling an element', () => {
  const lists = fc.array(fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e')), {
    minLength: 2,
    maxLength: 3,
  });
  fc.assert(
    fc.property(lists, (all) => {
      const merged = mergeOrder(all);
      expect(merged.toSorted()).toEqual([...new Set(all.flat())].toSorted());
      const first: string[] = all[0] ?? [];
      expect(merged.filter((id) => first.includes(id))).toEqual(first);
      if (all.length === 2 && isSameOrder(all)) expect(isSameOrder([merged, all[1] ?? []])).toBe(true);
    }),
  );
});

describe('what stood there before', () => {
  const revision = (name: string, parents: string[], record: unknown) => {
    const saved_by = { device: '', who: 'self', name: null, verified: true };
    return { revision: name, parents, record, saved_by, saved_at: '', trashed: false };
  };
  const past = [
    revision('root', [], { title: 'old' }),
    revision('base', ['root'], { title: '라오스에서', tags: ['국경'] }),
    revision('left', ['base'], LEFT),
    revision('right', ['base'], RIGHT),
  ];

  it('is the newest revision that all sides come from', () => {
    expect(ancestorOf(past, ['left', 'right'])).toEqual({ title: '라오스에서', tags: ['국경'] });
    expect(ancestorOf(past.slice(2), ['left', 'right'])).toBeUndefined();
  });

  it('tells which side alone changed something', () => {
    const changed = questionsIn(node).map((one) => onlyChanged(one, ancestorOf(past, ['left', 'right'])));
    expect(changed).toEqual([0, undefined, 0, 0, 1, undefined]);
  });
});
