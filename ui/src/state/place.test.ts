import { beforeEach, describe, expect, it } from 'vitest';
import { registerKeeper } from './keeping';
import { back, canGoBack, go, nameShown, place, show, shownRecord } from './place.svelte';

const record = (id: string | null, draft: string | null = null) =>
  ({ name: 'record', kind: 'note', id, draft }) as const;
const shown = () => {
  const now = place();
  return now.at === 'workspace' ? now.panel : null;
};

beforeEach(() => go({ at: 'unlock' }));

describe('place', () => {
  it('goes back the way one came', async () => {
    await show({ name: 'welcome' });
    await show(record('a'));
    await show({ name: 'trash' });
    await back();
    expect(shown()).toEqual(record('a'));
    await back();
    expect(shown()).toEqual({ name: 'welcome' });
    expect(canGoBack()).toBe(false);
    await back();
    expect(shown()).toEqual({ name: 'welcome' });
  });

  it('does not go back to an empty new record, but to its draft', async () => {
    await show({ name: 'welcome' });
    await show(record(null));
    await show({ name: 'trash' });
    await back();
    expect(shown()).toEqual({ name: 'welcome' });
    await show(record(null));
    nameShown({ id: null, draft: 'd' });
    expect(shownRecord()).toEqual({ id: null, draft: 'd' });
    await show({ name: 'trash' });
    await back();
    expect(shown()).toEqual(record(null, 'd'));
  });

  it('keeps what is typed first, and forgets the way when the vault is left', async () => {
    const kept: unknown[] = [];
    const end = registerKeeper(async () => void kept.push(place().at));
    await show({ name: 'welcome' });
    await show({ name: 'about' });
    await go({ at: 'unlock' });
    end();
    expect(kept).toEqual(['unlock', 'workspace', 'workspace']);
    await show({ name: 'welcome' });
    expect(canGoBack()).toBe(false);
  });

  it('stays where something could not be kept, and says so', async () => {
    await show({ name: 'welcome' });
    await show({ name: 'about' });
    const ends = [registerKeeper(async () => false), registerKeeper(async () => undefined)];
    expect(await show({ name: 'trash' })).toBe(false);
    await back();
    expect(shown()).toEqual({ name: 'about' });
    ends.forEach((end) => end());
    const end = registerKeeper(() => Promise.reject(new Error('not kept')));
    expect(await go({ at: 'unlock' })).toBe(false);
    end();
    expect(await show({ name: 'trash' })).toBe(true);
  });

  it('ends where one wanted last', async () => {
    const arrived = await Promise.all([show({ name: 'about' }), show({ name: 'trash' })]);
    expect(arrived).toEqual([false, true]);
    expect(shown()).toEqual({ name: 'trash' });
  });
});
