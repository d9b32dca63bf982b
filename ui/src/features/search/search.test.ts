import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Found } from '../../bindings/api/Found';
import { Failure, platform, providePlatform, type Watch } from '../../platform';
import { splitAt } from './highlight';
import { REST, Search } from './search.svelte';

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
    query: string;
    watch: Watch;
    give: (found: Found) => void;
    fail: (failure: Failure) => void;
  }[] = [];
  const cancel = vi.fn((watch: Watch) => {
    asked.find((one) => one.watch === watch)?.fail(new Failure('cancelled'));
    return Promise.resolve();
  });

  beforeEach(() => {
    vi.useFakeTimers();
    asked.length = 0;
    cancel.mockClear();
    const twin = platform();
    const find = (query: string, _kind: string | null, _limit: number, watch: Watch) =>
      new Promise<Found>((give, fail) => asked.push({ query, watch, give, fail }));
    providePlatform({ ...twin, cancel, record: { ...twin.record, find } });
    return () => vi.useRealTimers();
  });

  it('waits for a rest, and asks once', async () => {
    const search = new Search(50);
    for (const typed of ['ㄱ', '가', '강']) search.ask(typed);
    await vi.advanceTimersByTimeAsync(REST);
    expect(asked.map((one) => one.query)).toEqual(['강']);
  });

  it('stops the search that runs, and never shows what that one found', async () => {
    const search = new Search(50);
    search.ask('강');
    await vi.advanceTimersByTimeAsync(REST);
    search.ask('강을');
    expect(cancel).toHaveBeenCalledOnce();
    await vi.advanceTimersByTimeAsync(REST);
    asked[0]?.give({ total: 9, hits: [] });
    asked[1]?.give({ total: 1, hits: [] });
    await vi.advanceTimersByTimeAsync(0);
    expect(search.found?.total).toBe(1);
    expect(search.failure).toBeNull();
    expect(search.isRunning).toBe(false);
  });

  it('ends when nothing is asked for', async () => {
    const search = new Search(50);
    search.ask('강');
    await vi.advanceTimersByTimeAsync(REST);
    search.ask('  ');
    expect(search.isAsked).toBe(false);
    expect(search.found).toBeNull();
    expect(cancel).toHaveBeenCalledOnce();
  });
});
