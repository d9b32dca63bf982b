import { describe, expect, it } from 'vitest';
import { entriesOf, type Entry } from './entry';
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
