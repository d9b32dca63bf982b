import { describe, expect, it, vi } from 'vitest';
import { platform, providePlatform } from '../platform';
import { covered, uncover } from './cover.svelte';
import { registerKeeper } from './keeping';
import { beginWatching, lock } from './locking';
import { makeFake } from '../platform/fake';
import { granted } from '../test-vault';

describe('lock', () => {
  it('hides the text, keeps what is typed, then locks, once', async () => {
    const order: string[] = [];
    const fake = platform();
    const locked = async () => void order.push('locked');
    providePlatform({ ...fake, vault: { ...fake.vault, lock: locked } });
    const end = registerKeeper(async () => {
      order.push(covered() ? 'covered' : 'uncovered');
      await new Promise((done) => setTimeout(done, 5));
      order.push('kept');
    });
    await Promise.all([lock(), lock()]);
    end();
    expect(order).toEqual(['covered', 'kept', 'locked']);
    uncover();
  });

  it('locks also where something could not be kept', async () => {
    const fake = makeFake();
    providePlatform(fake);
    await fake.vault.unlock(granted('vault', '/home/me/vault'), 'sample');
    const end = registerKeeper(async () => false);
    await lock();
    end();
    expect(fake.memory.open).toBeNull();
    uncover();
  });

  it('shows everything again where the vault could not be locked', async () => {
    const fake = platform();
    providePlatform({ ...fake, vault: { ...fake.vault, lock: () => Promise.reject(new Error()) } });
    await lock();
    expect(covered()).toBe(false);
  });

  it('locks when the shell asks, after keeping', async () => {
    const fake = makeFake();
    providePlatform(fake);
    await fake.vault.unlock(granted('vault', '/home/me/vault'), 'sample');
    const keep = vi.fn(async () => expect(fake.memory.open).not.toBeNull());
    const ends = [registerKeeper(keep), beginWatching()];
    fake.memory.listener?.({ kind: 'locking', reason: 'idle' });
    await vi.waitFor(() => expect(fake.memory.open).toBeNull());
    expect(keep).toHaveBeenCalledOnce();
    ends.forEach((end) => end());
    uncover();
  });
});
