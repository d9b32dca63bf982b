import { describe, expect, it } from 'vitest';
import type { FoundRecord } from '../../bindings/api/FoundRecord';
import { chipsOf, hasTerm, toggled } from './asked';
import { entriesOf, entriesOfHits, kindCounts, type Entry } from './entry';
import { nextRow } from './rows';

const draft = (id: string, record: string | null, kind = 'note') => ({
  draft: id,
  record,
  kind,
  title: id,
  updated_at: '2026-11-22T00:00:00Z',
});
const line = (id: string, kind = 'note') => ({
  id,
  kind,
  title: id,
  revision: 'r',
  saved_at: '2026-11-22T00:00:00Z',
  heads: 1,
  is_conflict: false,
  is_unreadable: false,
});
const LABELS = { drafts: 'D', records: 'R' };
const keys = (entries: Entry[]) => entries.map((entry) => entry.key);

describe('entriesOf', () => {
  it('puts what waits on top, and each record once', () => {
    const entries = entriesOf([draft('d1', 'a'), draft('d2', null)], [line('a'), line('b')], 'all', LABELS);
    expect(keys(entries)).toEqual(['group-drafts', 'd1', 'd2', 'group-records', 'b']);
  });

  it('shows no heading where nothing waits, no file, and one kind where one is chosen', () => {
    expect(keys(entriesOf([], [line('a'), line('f', 'attachment')], 'all', LABELS))).toEqual(['a']);
    expect(keys(entriesOf([draft('d', null, 'person')], [line('a')], 'note', LABELS))).toEqual(['a']);
  });
});

describe('entriesOfHits', () => {
  const hit = (id: string, nearness: FoundRecord['nearness']): FoundRecord => ({
    id,
    kind: 'note',
    title: id,
    saved_at: '2026-11-22T00:00:00Z',
    heads: 1,
    is_conflict: false,
    nearness,
    field: '',
    located: true,
    snippet: '',
    highlight: [0, 0],
  });
  const GROUPS = { near: 'N', slip: 'S' };

  it('puts what is there to the letter first, without a heading', () => {
    const hits = [hit('a', 'exact'), hit('b', 'near'), hit('c', 'near'), hit('d', 'slip')];
    expect(keys(entriesOfHits(hits, GROUPS))).toEqual(['a', 'group-near', 'b', 'c', 'group-slip', 'd']);
    expect(keys(entriesOfHits(hits.slice(3), GROUPS))).toEqual(['group-slip', 'd']);
  });
});

const COUNTS = {
  kinds: [
    { value: 'note', count: 4 },
    { value: 'attachment', count: 3 },
    { value: 'person', count: 2 },
  ],
  statuses: [{ value: 'draft', count: 1 }],
  tags: [{ value: '국경 마을', count: 2 }],
  conflicts: 1,
};

describe('counts', () => {
  it('counts files only where they are shown: among what was found', () => {
    expect(kindCounts(COUNTS, false)).toEqual({ all: 6, testimony: 0, person: 2, place: 0, note: 4 });
    expect(kindCounts(COUNTS, true)?.all).toBe(9);
    expect(kindCounts(null, true)).toBeNull();
  });

  it('offers what can be added to the query', () => {
    expect(chipsOf(COUNTS).map(({ term, count }) => [term, count])).toEqual([
      ['is:conflict', 1],
      ['is:draft', 1],
      ['tag:"국경 마을"', 2],
    ]);
    expect(chipsOf({ ...COUNTS, conflicts: 0 }).map((chip) => chip.term)).not.toContain('is:conflict');
  });

  it.each([
    ['', 'is:draft', 'is:draft'],
    ['강을 ', 'tag:"국경 마을"', '강을 tag:"국경 마을"'],
    ['강을 tag:"국경 마을" 밤', 'tag:"국경 마을"', '강을 밤'],
    ['is:drafted', 'is:draft', 'is:drafted is:draft'],
  ])('adds to “%s” or takes away %s', (query, term, then) => {
    expect(toggled(query, term)).toBe(then);
    expect(hasTerm(then, term)).toBe(!hasTerm(query, term));
  });
});

describe('nextRow', () => {
  const entries = entriesOf([draft('d1', null)], [line('a'), line('b')], 'all', LABELS);
  it.each([
    ['ArrowDown', 1, 3],
    ['ArrowDown', 4, 4],
    ['ArrowUp', 3, 1],
    ['ArrowUp', 1, 1],
    ['Home', 4, 1],
    ['End', 1, 4],
    ['PageDown', 1, 4],
    ['Enter', 1, undefined],
  ])('%s from %i', (key, at, to) => expect(nextRow(entries, at, key)).toBe(to));
});
