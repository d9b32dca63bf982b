import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { beforeEach, expect, it } from 'vitest';
import { Failure, platform, providePlatform, newWatch } from '../../platform';
import { makeFake } from '../../platform/fake';
import { applySettings, settings } from '../../state/settings.svelte';
import { takeStart } from '../../state/start.svelte';
import { takeVaultStatus } from '../../state/vault-status.svelte';
import SettingsPanel from './SettingsPanel.svelte';
import { granted } from '../../test-vault';

const part = (name: string) =>
  screen.findByText((_: string, element: Element | null) => element?.getAttribute('data-part') === name);
let fake: ReturnType<typeof makeFake>;

beforeEach(async () => {
  fake = makeFake();
  providePlatform(fake);
  takeStart(await fake.app.start());
  applySettings(fake.memory.settings);
  takeVaultStatus(await fake.vault.unlock(granted('vault', '/home/me/vault'), 'sample'));
});

it('changes language, theme and lock at once', async () => {
  render(SettingsPanel);
  expect(await part('settings-vault-records')).toBeTruthy();
  const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
  expect(violations).toEqual([]);
  await userEvent.selectOptions(await part('settings-language'), 'ko');
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('설정');
  await userEvent.selectOptions(await part('settings-theme'), 'dark');
  expect(document.documentElement.dataset['theme']).toBe('dark');
  await userEvent.selectOptions(await part('settings-lock-after'), '0');
  expect(settings()).toEqual({ language: 'ko', theme: 'dark' });
  expect(fake.memory.settings).toEqual(settings());
  // Not among them: what protects is the vault's to keep.
  expect(fake.memory.open?.lockAfter).toBe(0);
});

it('shows when the vault locks as the vault says, also what is not among the choices', async () => {
  await fake.vault.setLockAfter(45);
  render(SettingsPanel);
  const choice = (await part('settings-lock-after')) as HTMLSelectElement;
  expect(choice.value).toBe('45');
  fake.vault.setLockAfter = () => Promise.reject(new Failure('read_only'));
  await userEvent.selectOptions(choice, '0');
  expect((await part('settings-lock-failure')).dataset['code']).toBe('read_only');
});

it('says what the machine does not protect', async () => {
  render(SettingsPanel);
  expect((await part('settings-swap')).textContent).toContain('encrypted');
  expect((await part('settings-swap')).classList.contains('warn')).toBe(false);
  expect((await part('settings-network')).textContent).toContain('blocks');
  document.body.replaceChildren();
  fake.memory.protection = { swap: 'plain', is_network_open: true, is_page_walled: false };
  render(SettingsPanel);
  expect((await part('settings-swap')).classList.contains('warn')).toBe(true);
  expect((await part('settings-swap')).textContent).toContain('not seem to be encrypted');
  expect((await part('settings-network')).classList.contains('warn')).toBe(true);
  expect((await part('settings-page')).classList.contains('warn')).toBe(true);
});

it('verifies the vault and shows what is damaged, with the title of the record', async () => {
  render(SettingsPanel);
  await userEvent.click(await part('settings-verify'));
  expect((await part('settings-verify-result')).textContent).toContain('No damage found');

  const whole = await fake.vault.verify(newWatch());
  const [line] = (await fake.record.page({})).records;
  const body = { part: 'body', table: null } as const;
  const damage = [{ ...body, record: line?.id ?? '', revision: null }];
  fake.vault.verify = async () => ({ ...whole, ok: false, damage });
  await userEvent.click(await part('settings-verify'));
  await expect
    .poll(async () => (await part('settings-verify-result')).textContent)
    .toContain(`Content of a revision · ${line?.title}`);
});

it('shows names of files and titles without what acts on a screen', async () => {
  render(SettingsPanel);
  const whole = await fake.vault.verify(newWatch());
  const [line] = (await fake.record.page({})).records;
  const { lines } = fake.record;
  fake.record.lines = async (ids) =>
    (await lines(ids)).map((one) => ({ ...one, title: '강\u202egnp\u001b[2J' }));
  fake.vault.verify = async () => ({
    ...whole,
    ok: false,
    damage: [{ part: 'body', table: null, record: line?.id ?? '', revision: null }],
    strangers: 1,
    stranger_names: ['a\u2066gnp.exe\u009b'],
  });
  await userEvent.click(await part('settings-verify'));
  expect((await part('verify-stranger')).textContent).toBe('a\ufffdgnp.exe\ufffd');
  const result = async () => (await part('settings-verify-result')).textContent;
  await expect.poll(result).toContain('강\ufffdgnp\ufffd[2J');
  expect(await result()).not.toMatch(/[\u0080-\u009f\u202a-\u202e\u2066-\u2069\u001b]/);
});

it('changes the passphrase for who knows the present one', async () => {
  render(SettingsPanel);
  const change = async (current: string) => {
    await userEvent.type(await part('settings-current'), `${current}{Enter}`);
    await part('settings-new-suggested');
    await expect.poll(async () => (await part('settings-new-suggested')).textContent).not.toBe('');
    const next = (await part('settings-new-suggested')).textContent;
    await userEvent.click(await part('settings-new-next'));
    await userEvent.type(await part('settings-new-repeat'), `${next}{Enter}`);
    return next;
  };
  await userEvent.click(await part('settings-passphrase'));
  await change('wrong');
  expect((await part('failure')).dataset['code']).toBe('wrong_passphrase');
  const next = await change('sample');
  expect((await part('settings-passphrase-changed')).textContent).toContain('A new key prevents that');
  await userEvent.click(await part('settings-changed-key'));
  expect(await part('key-current')).toBe(document.activeElement);
  await platform().vault.unlock(granted('vault', '/home/me/vault'), next);
});
