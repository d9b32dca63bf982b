import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Failure, providePlatform } from '../../platform';
import { makeFake } from '../../platform/fake';
import { saveRevision } from '../../platform/fake/memory';
import { KEEP_WITHIN, RecordDraft, TRY_AGAIN_AFTER } from './record-draft.svelte';
import { granted } from '../../test-vault';

let fake: ReturnType<typeof makeFake>;
beforeEach(async () => {
  vi.useFakeTimers();
  fake = makeFake();
  providePlatform(fake);
  await fake.vault.unlock(granted('vault', '/home/me/vault'), 'sample');
});
afterEach(() => vi.useRealTimers());

const write = (record: RecordDraft, text: string) => {
  record.content['text'] = text;
  record.change();
};
const kept = async (record: RecordDraft) =>
  (await fake.draft.get(record.draft ?? '')).content as Record<string, unknown>;
const note = () => RecordDraft.open('note', null, null);

async function savedNote(text: string) {
  const record = await note();
  write(record, text);
  await record.save();
  return record;
}

/** Holds a call of the fake back until it is let go. */
function held(name: 'put' | 'save') {
  const call = fake.draft[name] as unknown as (given: never) => Promise<never>;
  let go: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => (go = resolve));
  fake.draft[name] = (async (given: never) => {
    const answer = await call(given);
    await gate;
    return answer;
  }) as never;
  return () => {
    fake.draft[name] = call as never;
    go();
  };
}

describe('keeping', () => {
  it('keeps what is typed within its time, also while typing goes on', async () => {
    const record = await note();
    for (let at = 0; at < 6; at++) {
      write(record, `말 ${at}`);
      await vi.advanceTimersByTimeAsync(KEEP_WITHIN / 5);
    }
    expect(await kept(record)).toEqual({ text: '말 4' });
    await vi.advanceTimersByTimeAsync(KEEP_WITHIN);
    expect(await kept(record)).toEqual({ text: '말 5' });
    expect(record.status).toBe('kept');
  });

  it('asks the editors for their texts only then', async () => {
    const record = await note();
    const collect = vi.fn((content: Record<string, unknown>) => (content['text'] = 'from the editor'));
    const stop = record.oncollect(collect);
    record.change();
    record.change();
    expect(collect).not.toHaveBeenCalled();
    await record.keep();
    expect(collect).toHaveBeenCalledOnce();
    expect(await kept(record)).toEqual({ text: 'from the editor' });
    stop();
  });

  it('does not let an editor go away with what was not collected', async () => {
    const record = await note();
    const stop = record.oncollect((content) => (content['text'] = 'last words'));
    record.change();
    stop();
    await record.keep();
    expect(await kept(record)).toEqual({ text: 'last words' });
  });

  it('keeps in order, and what came while it kept', async () => {
    const record = await note();
    const go = held('put');
    write(record, 'one');
    const first = record.keep();
    await vi.advanceTimersByTimeAsync(0);
    write(record, 'two');
    const second = record.keep();
    go();
    await Promise.all([first, second]);
    expect(await kept(record)).toEqual({ text: 'two' });
    expect(await fake.draft.list()).toHaveLength(1);
  });

  it('says that it could not, and tries again by itself', async () => {
    const record = await note();
    const put = fake.draft.put;
    fake.draft.put = () => Promise.reject(new Failure('disk_full'));
    write(record, '말');
    expect(await record.keep()).toBe(false);
    expect([record.status, record.failure?.code, record.hasAll]).toEqual(['failed', 'disk_full', false]);
    fake.draft.put = put;
    await vi.advanceTimersByTimeAsync(TRY_AGAIN_AFTER);
    expect([record.status, record.failure]).toEqual(['kept', null]);
    expect(await kept(record)).toEqual({ text: '말' });
  });

  it('writes nothing where nothing was changed', async () => {
    const record = await note();
    expect(await record.keep()).toBe(true);
    expect(await record.save()).toBe(true);
    expect(await fake.draft.list()).toEqual([]);
  });
});

describe('saving', () => {
  it('saves what was typed last, and is as saved', async () => {
    const record = await savedNote('끝');
    expect([record.status, record.draft]).toEqual(['clean', null]);
    expect((await fake.record.show(record.id ?? '')).record).toEqual({ text: '끝' });
  });

  it('does not lose what is typed while it saves, however long that takes', async () => {
    const record = await savedNote('하나');
    write(record, '하나 둘');
    const go = held('save');
    const saving = record.save();
    await vi.advanceTimersByTimeAsync(10);
    write(record, '하나 둘 셋');
    await vi.advanceTimersByTimeAsync(10 * KEEP_WITHIN);
    go();
    expect(await saving).toBe(true);
    expect(record.content['text']).toBe('하나 둘 셋');
    await vi.advanceTimersByTimeAsync(KEEP_WITHIN);
    expect(await kept(record)).toEqual({ text: '하나 둘 셋' });
    await record.save();
    const shown = await fake.record.show(record.id ?? '');
    expect([shown.record, shown.heads.length]).toEqual([{ text: '하나 둘 셋' }, 1]);
  });

  it('leaves the draft where it cannot save', async () => {
    const record = await note();
    record.content['date'] = '어제';
    record.change();
    expect(await record.save()).toBe(false);
    expect([record.status, record.failure?.code, record.hasAll]).toEqual(['failed', 'date_invalid', true]);
    expect(await kept(record)).toEqual({ date: '어제' });
    record.content['date'] = '1998';
    record.change();
    expect(await record.save()).toBe(true);
    expect(record.failure).toBeNull();
  });

  it('is saved also where it cannot be read back, and goes on from there', async () => {
    const record = await savedNote('하나');
    const { showAt } = fake.record;
    fake.record.showAt = () => Promise.reject(new Failure('io', {}));
    write(record, '둘');
    expect(await record.save()).toBe(true);
    expect(record).toMatchObject({ status: 'clean', draft: null, failure: { code: 'io' } });
    fake.record.showAt = showAt;
    write(record, '셋');
    expect(await record.save()).toBe(true);
    expect(record).toMatchObject({ status: 'clean', failure: null, meanwhile: null });
    expect((await fake.record.show(record.id ?? '')).record).toMatchObject({ text: '셋' });
  });

  it('shows its own revision where another came in between, and says that they are in conflict', async () => {
    const record = await savedNote('처음');
    write(record, '여기');
    await record.keep();
    const held = fake.memory.open;
    if (!held || !record.id || !record.shown) throw new Error('nothing is open');
    saveRevision(held, { id: record.id, kind: 'note' }, [record.shown.revision], { text: '저기' });
    expect(await record.save()).toBe(true);
    expect([record.content['text'], record.isInConflict]).toEqual(['여기', true]);
  });
});

describe('opening and discarding', () => {
  it('finds the draft of a record again', async () => {
    const record = await savedNote('하나');
    write(record, '하나 둘');
    await record.keep();
    const again = await RecordDraft.open('note', record.id, null);
    expect([again.content['text'], again.status, again.draft]).toEqual(['하나 둘', 'kept', record.draft]);
  });

  it('shows what was saved last after discarding, and nothing where nothing was', async () => {
    const record = await savedNote('하나');
    write(record, '둘');
    await record.keep();
    expect(await record.discard()).toBe(true);
    expect([record.content['text'], record.status, record.edition]).toEqual(['하나', 'clean', 1]);
    expect(await fake.draft.list()).toEqual([]);
    const fresh = await note();
    write(fresh, '셋');
    await fresh.discard();
    await vi.advanceTimersByTimeAsync(TRY_AGAIN_AFTER);
    expect([fresh.content, await fake.draft.list()]).toEqual([{}, []]);
  });

  it('is only read where it is sealed or the vault is', async () => {
    const record = await RecordDraft.open('testimony', null, null);
    expect(record.isReadOnly).toBe(false);
    record.content['status'] = 'sealed';
    expect(record.isReadOnly).toBe(true);
  });
});
