import { describe, expect, it } from 'vitest';
import { changesBetween } from './changes';
import { marksOf } from './marks';

const paragraph = (id: string, original: string, translation = '') => ({ id, original, translation });

describe('changesBetween', () => {
  it('names what changed, field by field', () => {
    const changes = changesBetween(
      'testimony',
      { title: '가', language: 'ko', tags: ['x'] },
      { title: '나', language: 'ko', tags: ['x'], status: 'draft' },
    );
    expect(changes.map((one) => [one.path.join('.'), one.before, one.after])).toEqual([
      ['title', '가', '나'],
      ['status', undefined, 'draft'],
    ]);
  });

  it('finds paragraphs by id: changed, added, taken out', () => {
    const changes = changesBetween(
      'testimony',
      { narrative: [paragraph('1', 'a', 'A'), paragraph('2', 'b')] },
      { narrative: [paragraph('1', 'a', 'A!'), paragraph('3', 'c')] },
    );
    expect(changes.map((one) => [one.path.join('.'), one.number, one.before, one.after])).toEqual([
      ['narrative.translation', 1, 'A', 'A!'],
      ['narrative.original', 2, undefined, 'c'],
      ['narrative.original', 2, 'b', undefined],
    ]);
    expect(new Set(changes.map((one) => one.key)).size).toBe(changes.length);
  });

  it('shows another order, and says nothing of what says nothing', () => {
    const [one, two] = [paragraph('1', 'a'), paragraph('2', 'b')];
    expect(changesBetween('testimony', { narrative: [one, two] }, { narrative: [two, one] })).toHaveLength(1);
    expect(changesBetween('note', { text: '', tags: [] }, {})).toEqual([]);
    expect(changesBetween('note', null, { text: 'a' })).toHaveLength(1);
  });
});

describe('marksOf', () => {
  it.each([
    ['사흘 밤을', '이틀 밤을', { start: '', removed: '사흘', added: '이틀', end: ' 밤을' }],
    ['가나', '가나다', { start: '가나', removed: '', added: '다', end: '' }],
    ['', '가', { start: '', removed: '', added: '가', end: '' }],
    ['aa', 'aaa', { start: 'aa', removed: '', added: 'a', end: '' }],
    ['👩‍👧x', '👩‍👧y', { start: '👩‍👧', removed: 'x', added: 'y', end: '' }],
  ])('%s → %s', (before, after, marks) => expect(marksOf(before, after)).toEqual(marks));

  it('shows only what is near of what stayed', () => {
    const marks = marksOf(
      `${'가'.repeat(200)}x${'나'.repeat(200)}`,
      `${'가'.repeat(200)}y${'나'.repeat(200)}`,
    );
    expect(marks.start.length).toBeLessThan(60);
    expect(marks.end.length).toBeLessThan(60);
  });
});
