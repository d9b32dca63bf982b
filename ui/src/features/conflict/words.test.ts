import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compareWords, wordsOf, type Stretch } from './words';

const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .array(fc.constantFrom('강가에서 ', '사흘', '이틀을', '. ', '\n', 'we hid ', '—', '각'), {
      maxLength: 30,
    })
    .map((all) => all.join('')),
);
const text = (stretches: Stretch[]) => stretches.map((one) => one.text).join('');
const shared = (stretches: Stretch[]) => text(stretches.filter((one) => !one.isOwn));

it('keeps every word of both texts, and shares what it says it shares', () => {
  fc.assert(
    fc.property(texts, texts, (left, right) => {
      const [a, b] = compareWords(left, right);
      expect(text(a)).toBe(left);
      expect(text(b)).toBe(right);
      expect(shared(a)).toBe(shared(b));
    }),
  );
});

it('cuts a text into words without losing a sign', () => {
  fc.assert(
    fc.property(texts, (one) => {
      expect(wordsOf(one).join('')).toBe(one);
    }),
  );
});

it('marks nothing where nothing differs', () => {
  fc.assert(
    fc.property(texts, (one) => {
      expect(compareWords(one, one)[0].filter((stretch) => stretch.isOwn)).toEqual([]);
    }),
  );
});

it('marks the words that were changed', () => {
  const [left, right] = compareWords('강가에서 사흘 밤을 숨었습니다.', '강가에서 이틀을 숨었습니다.');
  expect(left.filter((one) => one.isOwn).map((one) => one.text)).toEqual(['사흘 밤을']);
  expect(right.filter((one) => one.isOwn).map((one) => one.text)).toEqual(['이틀을']);
});

it('marks as a whole what is too long to compare', () => {
  const long = (word: string) => Array.from({ length: 3000 }, (_, at) => `${word}${at}`).join(' ');
  const [left, right] = compareWords(long('a'), long('b'));
  expect(text(left)).toBe(long('a'));
  expect(right.every((one) => one.isOwn)).toBe(true);
});
