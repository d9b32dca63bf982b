import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { FoundPlace } from '../../bindings/api/FoundPlace';
import type { FoundRecord } from '../../bindings/api/FoundRecord';
import type { SearchResults } from '../../bindings/api/SearchResults';
import { Failure, platform, providePlatform, type SearchPage } from '../../platform';
import { splitAt } from './highlight';
import { AGAIN, REST, SEEN, Search } from './search.svelte';

const NO_COUNTS = { kinds: [], statuses: [], tags: [], conflicts: 0 };
const hit = (id: string): FoundRecord => ({
  id,
  kind: 'note',
  title: id,
  saved_at: '2026-11-22T00:00:00Z',
  heads: 1,
  is_conflict: false,
  nearness: 'exact',
  located: true,
  field: '',
  snippet: '',
  highlight: [0, 0],
});
const found = (total: number, more: Partial<SearchResults> = {}): SearchResults => ({
  total,
  exact: total,
  hits: [],
  next: null,
  counts: NO_COUNTS,
  pending: 0,
  unclear: [],
  ...more,
});

describe('splitAt', () => {
  it.each([
    ['처음 강을 건넌', [3, 4], ['처음 ', '강', '을 건넌']],
    // One scalar value is two units of JavaScript.
    ['𝄞𝄞강을', [2, 3], ['𝄞𝄞', '강', '을']],
    ['강', [0, 1], ['', '강', '']],
  ] as const)('%s', (text, at, parts) => expect(splitAt(text, [...at])).toEqual(parts));
});

describe('Search', () => {
  const asked: {
    search: SearchPage;
    give: (found: SearchResults) => void;
    fail: (failure: Failure) => void;
  }[] = [];
  const rest = () => vi.advanceTimersByTimeAsync(REST);
  const settle = () => vi.advanceTimersByTimeAsync(0);

  beforeEach(() => {
    vi.useFakeTimers();
    asked.length = 0;
    const fake = platform();
    const find = (search: SearchPage) =>
      new Promise<SearchResults>((give, fail) => asked.push({ search, give, fail }));
    providePlatform({ ...fake, record: { ...fake.record, find } });
    return () => vi.useRealTimers();
  });

  it('waits for a rest, and asks once', async () => {
    expect(REST).toBeLessThanOrEqual(60);
    const search = new Search(50);
    for (const typed of ['ㄱ', '가', '강']) search.ask(typed, { kind: 'note', sort: 'title' });
    await rest();
    expect(asked.map((one) => one.search)).toEqual([
      { query: '강', kind: 'note', sort: 'title', limit: 50, places: SEEN },
    ]);
  });

  it.each(['give', 'fail'] as const)('drops what an older query comes to late: %s', async (end) => {
    const search = new Search(50);
    search.ask('강');
    await rest();
    search.ask('강을');
    await rest();
    asked[1]?.give(found(1));
    await settle();
    if (end === 'give') asked[0]?.give(found(9));
    else asked[0]?.fail(new Failure('internal'));
    await settle();
    expect(search.found?.total).toBe(1);
    expect(search.failure).toBeNull();
    expect(search.isRunning).toBe(false);
  });

  it('ends when nothing is asked for, and takes no answer after that', async () => {
    const search = new Search(50);
    search.ask('강');
    await rest();
    search.ask('  ');
    asked[0]?.give(found(9));
    await settle();
    expect(search.isAsked).toBe(false);
    expect(search.found).toBeNull();
  });

  it('reads on from the cursor, each hit once, and no more at the end', async () => {
    const search = new Search(2);
    search.ask('강');
    await rest();
    asked[0]?.give(found(3, { hits: [hit('a'), hit('b')], next: 'there' }));
    await settle();
    void search.more();
    void search.more();
    expect(asked.slice(1).map((one) => one.search.after)).toEqual(['there']);
    // Something was saved in between, and b moved down.
    asked[1]?.give(found(3, { hits: [hit('b'), hit('c')] }));
    await settle();
    expect(search.found?.hits.map((one) => one.id)).toEqual(['a', 'b', 'c']);
    await search.more();
    expect(asked).toHaveLength(2);
  });

  it('reads the places that did not come with the hits, for the query that is shown', async () => {
    const located: { ids: string[]; give: (places: FoundPlace[]) => void }[] = [];
    const now = platform();
    const placesIn = (_: string, ids: string[]) =>
      new Promise<FoundPlace[]>((give) => located.push({ ids, give }));
    providePlatform({ ...now, record: { ...now.record, placesIn } });
    const place = (snippet: string): FoundPlace => ({ field: 'text', snippet, highlight: [0, 1] });
    const search = new Search(2);
    search.ask('강');
    await rest();
    asked[0]?.give(found(2, { hits: [hit('a'), { ...hit('b'), located: false }] }));
    await settle();
    expect(located.map((one) => one.ids)).toEqual([['b']]);
    search.ask('강을');
    await rest();
    asked[1]?.give(found(2, { hits: [{ ...hit('b'), located: false }] }));
    await settle();
    located[1]?.give([place('강을 건너')]);
    located[0]?.give([place('강 옆에')]);
    await settle();
    expect(search.found?.hits.map((one) => one.snippet)).toEqual(['강을 건너']);
  });

  it('drops a page of an older query', async () => {
    const search = new Search(1);
    search.ask('강');
    await rest();
    asked[0]?.give(found(2, { hits: [hit('a')], next: 'there' }));
    await settle();
    void search.more();
    search.ask('강을');
    await rest();
    asked[2]?.give(found(1, { hits: [hit('z')] }));
    asked[1]?.give(found(2, { hits: [hit('b')] }));
    await settle();
    expect(search.found?.hits.map((one) => one.id)).toEqual(['z']);
  });

  it('asks again while records are missing, for as much as is shown', async () => {
    const search = new Search(1);
    search.ask('강');
    await rest();
    asked[0]?.give(found(2, { hits: [hit('a')], next: 'there', pending: 7 }));
    await settle();
    expect(search.found?.pending).toBe(7);
    void search.more();
    asked[1]?.give(found(2, { hits: [hit('b')], pending: 7 }));
    await vi.advanceTimersByTimeAsync(AGAIN + 1);
    expect(asked[2]?.search).toEqual({ query: '강', limit: 2, places: SEEN });
    asked[2]?.give(found(2, { hits: [hit('a'), hit('b')] }));
    await vi.advanceTimersByTimeAsync(5 * AGAIN);
    expect(asked).toHaveLength(3);
    expect(search.found?.pending).toBe(0);
  });

  it('asks no more once it is stopped', async () => {
    const search = new Search(1);
    search.ask('강');
    await rest();
    asked[0]?.give(found(1, { pending: 7 }));
    await settle();
    search.stop();
    await vi.advanceTimersByTimeAsync(5 * AGAIN);
    expect(asked).toHaveLength(1);
  });
});
