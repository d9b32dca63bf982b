import { describe, expect, it, vi } from 'vitest';
import { makeFake } from '../../platform/fake';
import { providePlatform } from '../../platform';
import { AGAIN } from '../search';
import { RecordPages } from './record-pages.svelte';
import { granted } from '../../test-vault';

/** A fake whose open vault has so many notes. */
async function fakeWith(count: number) {
  const fake = makeFake();
  providePlatform(fake);
  await fake.vault.unlock(granted('vault', '/home/me/vault'), 'sample');
  fake.memory.open?.records.clear();
  await addNotes(fake, count);
  return fake;
}

async function addNotes(fake: ReturnType<typeof makeFake>, count: number) {
  for (let at = 0; at < count; at += 1) {
    const content = { text: `note ${at}` };
    const { draft } = await fake.draft.put({ draft: null, record: null, kind: 'note', base: null, content });
    await fake.draft.save(draft);
  }
}

describe('RecordPages', () => {
  it('reads page after page, each record once', async () => {
    await fakeWith(230);
    const pages = new RecordPages();
    await pages.refresh();
    expect(pages.lines).toHaveLength(100);
    await Promise.all([pages.more(), pages.more()]);
    expect(pages.lines).toHaveLength(200);
    await pages.more();
    expect(pages.lines).toHaveLength(230);
    expect(pages.hasMore).toBe(false);
    await pages.more();
    expect(new Set(pages.lines.map((line) => line.id)).size).toBe(230);
  });

  it('reads again as much as is shown', async () => {
    const fake = await fakeWith(230);
    const pages = new RecordPages();
    await pages.refresh();
    await pages.more();
    await addNotes(fake, 1);
    await pages.refresh();
    expect(pages.lines.length).toBeGreaterThanOrEqual(200);
    expect(pages.hasMore).toBe(true);
  });

  it('says what failed, and keeps what is shown', async () => {
    const fake = await fakeWith(3);
    const pages = new RecordPages();
    await pages.refresh();
    fake.memory.open = null;
    await pages.refresh();
    expect(pages.failure?.code).toBe('locked');
    expect(pages.lines).toHaveLength(3);
  });

  it('lists in the order that is asked for, and says how many there are', async () => {
    await fakeWith(3);
    const titles = async (of: ConstructorParameters<typeof RecordPages>[0]) => {
      const pages = new RecordPages(of);
      await pages.refresh();
      expect(pages.counts?.kinds).toEqual([{ value: 'note', count: 3 }]);
      return pages.lines.map((line) => line.title);
    };
    expect(await titles({ sort: 'title' })).toEqual(['note 0', 'note 1', 'note 2']);
    expect(await titles({ sort: 'title', reversed: true })).toEqual(['note 2', 'note 1', 'note 0']);
  });

  it('reads again while records are missing, until it is stopped', async () => {
    const fake = await fakeWith(1);
    vi.useFakeTimers();
    try {
      fake.memory.pending = 5;
      const pages = new RecordPages();
      await pages.refresh();
      expect(pages.pending).toBe(5);
      fake.memory.pending = 2;
      await vi.advanceTimersByTimeAsync(AGAIN);
      expect(pages.pending).toBe(2);
      pages.stop();
      fake.memory.pending = 0;
      await vi.advanceTimersByTimeAsync(5 * AGAIN);
      expect(pages.pending).toBe(2);
      await pages.refresh();
      expect(pages.pending).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });
});
