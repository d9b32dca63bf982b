import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { beforeEach, expect, it } from 'vitest';
import { platform, providePlatform } from '../../platform';
import { makeTwin } from '../../platform/twin';
import { applySettings, settings } from '../../state/settings.svelte';
import { takeStart } from '../../state/start.svelte';
import SettingsPanel from './SettingsPanel.svelte';

const part = (name: string) =>
  screen.findByText((_: string, element: Element | null) => element?.getAttribute('data-part') === name);
let twin: ReturnType<typeof makeTwin>;

beforeEach(async () => {
  twin = makeTwin();
  providePlatform(twin);
  takeStart(await twin.app.start());
  applySettings(twin.memory.settings);
  await twin.vault.unlock('/home/me/vault', 'sample');
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
  expect(settings()).toMatchObject({ language: 'ko', theme: 'dark', lock_after_minutes: 0 });
  expect(twin.memory.settings).toEqual(settings());
});

it('verifies the vault and tells what is damaged, with the title of the record', async () => {
  render(SettingsPanel);
  await userEvent.click(await part('settings-verify'));
  expect((await part('settings-verify-result')).textContent).toContain('Nothing is damaged');

  const whole = await twin.vault.verify(platform().watch());
  const [line] = (await twin.record.page({})).records;
  const damage = [{ part: 'body', table: null, record: line?.id ?? '', revision: null }];
  twin.vault.verify = async () => ({ ...whole, ok: false, damage });
  await userEvent.click(await part('settings-verify'));
  await expect
    .poll(async () => (await part('settings-verify-result')).textContent)
    .toContain(`What a revision says · ${line?.title}`);
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
  expect(await part('settings-passphrase-changed')).toBeTruthy();
  await platform().vault.unlock('/home/me/vault', next);
});
