import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { beforeEach, expect, it } from 'vitest';
import { RecordPages } from '../features/list';
import { Failure, platform, providePlatform } from '../platform';
import { makeFake } from '../platform/fake';
import { go, place } from '../state/place.svelte';
import { applySettings } from '../state/settings.svelte';
import { takeStart, useVault } from '../state/start.svelte';
import Unlock from './Unlock.svelte';
import { granted } from '../test-vault';

const isPart = (name: string) => (_: string, element: Element | null) =>
  element?.getAttribute('data-part') === name;
const part = (name: string) => screen.findByText(isPart(name));
const none = (name: string) => screen.queryByText(isPart(name));
let fake: ReturnType<typeof makeFake>;

beforeEach(async () => {
  fake = makeFake();
  providePlatform(fake);
  takeStart(await fake.app.start());
  applySettings(fake.memory.settings);
  await go({ at: 'unlock' });
});

it('opens with the passphrase', async () => {
  render(Unlock);
  const field = await part('unlock-passphrase');
  expect(field).toBe(document.activeElement);
  const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
  expect(violations).toEqual([]);
  await userEvent.type(field, 'sample{Enter}');
  await expect.poll(() => place()).toEqual({ at: 'workspace', panel: { name: 'welcome' } });
});

it('shows the list while the rest of the vault is still being read', async () => {
  const open = fake.vault.unlock;
  let goOn: () => void = () => undefined;
  fake.vault.unlock = async (folder, passphrase, listed) => {
    const status = await open(folder, passphrase, listed);
    await new Promise<void>((ready) => (goOn = ready));
    return status;
  };
  render(Unlock);
  await userEvent.type(await part('unlock-passphrase'), 'sample{Enter}');
  await expect.poll(() => place()).toEqual({ at: 'workspace', panel: { name: 'welcome' } });
  const listed = new RecordPages({ sort: 'saved', reversed: false });
  expect(listed.lines.length).toBeGreaterThan(0);
  expect(listed.isRead).toBe(false);
  expect(new RecordPages({ kind: 'note' }).lines).toEqual([]);
  goOn();
  await expect.poll(() => new RecordPages().lines).toEqual([]);
});

it('says why a vault is not opened although its list was shown', async () => {
  const open = fake.vault.unlock;
  fake.vault.unlock = async (folder, passphrase, listed) => {
    await open(folder, passphrase, listed);
    await expect.poll(() => place().at).toBe('workspace');
    throw new Failure('vault_damaged', { part: 'page_seal' });
  };
  const { unmount } = render(Unlock);
  await userEvent.type(await part('unlock-passphrase'), 'sample{Enter}');
  await expect.poll(() => place().at).toBe('workspace');
  // As the window does it.
  unmount();
  await expect.poll(() => place().at).toBe('unlock');
  render(Unlock);
  expect(await part('unlock-damage')).toBeTruthy();
  expect(await part('unlock-passphrase')).toBe(document.activeElement);
});

it('goes back where the vault is refused in the same moment, and says why once', async () => {
  const open = fake.vault.unlock;
  fake.vault.unlock = async (folder, passphrase, listed) => {
    await open(folder, passphrase, listed);
    throw new Failure('vault_damaged', { part: 'page_seal' });
  };
  const { unmount } = render(Unlock);
  await userEvent.type(await part('unlock-passphrase'), 'sample{Enter}');
  await expect.poll(() => place().at).toBe('unlock');
  expect(await part('unlock-damage')).toBeTruthy();
  expect(new RecordPages().lines).toEqual([]);
  unmount();
  render(Unlock).unmount();
  render(Unlock);
  await part('unlock-passphrase');
  expect(none('unlock-damage')).toBeNull();
});

it('selects a wrong passphrase and says so', async () => {
  render(Unlock);
  const field = await part('unlock-passphrase');
  await userEvent.type(field, 'wrong{Enter}');
  expect((await part('failure')).dataset['code']).toBe('wrong_passphrase');
  expect(field).toBe(document.activeElement);
  expect((field as HTMLInputElement).value).toBe('wrong');
  expect((field as HTMLInputElement).selectionEnd).toBe(5);
  await userEvent.type(field, 'sample{Enter}', { initialSelectionStart: 0, initialSelectionEnd: 5 });
  await expect.poll(() => place().at).toBe('workspace');
});

it('names what is damaged and opens what is left', async () => {
  const open = fake.vault.unlock;
  fake.vault.unlock = async () => {
    throw new Failure('vault_damaged', { part: 'page_seal, row_set of own identity' });
  };
  fake.vault.unlockDamaged = open;
  render(Unlock);
  await userEvent.type(await part('unlock-passphrase'), 'sample{Enter}');
  const damage = await part('unlock-damage');
  expect(damage.textContent).toContain('Seal of the database file');
  expect(damage.textContent).toContain('older ones: your own identity');
  await userEvent.click(await part('unlock-damaged'));
  await expect.poll(() => place().at).toBe('workspace');
});

it('marks a vault that is for tests, or open elsewhere', async () => {
  const look = await platform().vault.look(granted('vault', '/home/me/vault'));
  fake.vault.look = async () => ({ ...look, is_test: true, is_in_use: true });
  render(Unlock);
  expect(await part('unlock-test')).toBeTruthy();
  expect(await part('unlock-in-use')).toBeTruthy();
});

it('says before the passphrase where the kernel does not refuse the network', async () => {
  const { unmount } = render(Unlock);
  await part('unlock-passphrase');
  expect(none('network-open')).toBeNull();
  unmount();
  fake.memory.protection = { ...fake.memory.protection, is_network_open: true };
  render(Unlock);
  expect((await part('network-open')).textContent).toContain('does not block network connections');
});

it('takes another vault', async () => {
  await platform().vault.create(granted('vault', '/media/stick'), 'other', 'en');
  await platform().vault.finishCreate();
  render(Unlock);
  await userEvent.click(await part('unlock-other'));
  const choose = async (folder: string) => {
    fake.memory.chosen.push(folder);
    await userEvent.click(await part('unlock-folder-choose'));
    await userEvent.click(await part('unlock-folder-use'));
  };
  await choose('/nowhere');
  expect(await screen.findByText(/There is no vault in this folder/)).toBeTruthy();
  await choose('/media/stick');
  await userEvent.type(await part('unlock-passphrase'), 'other{Enter}');
  await expect.poll(() => place().at).toBe('workspace');
  expect((await platform().app.start()).vault.shown).toBe('/media/stick');
  expect(none('failure')).toBeNull();
});

it('asks for another folder where no vault lies', async () => {
  useVault(granted('vault', '/gone'));
  render(Unlock);
  expect(await part('unlock-folder')).toBe(document.activeElement);
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => place().at).toBe('first-run');
});
