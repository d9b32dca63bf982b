import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { beforeEach, expect, it } from 'vitest';
import { providePlatform } from '../../platform';
import { makeFake } from '../../platform/fake';
import { takeArrivals } from '../../state/arrivals.svelte';
import { place } from '../../state/place.svelte';
import { applySettings } from '../../state/settings.svelte';
import { takeStart } from '../../state/start.svelte';
import { ArrivedLine, FolderSettings } from '.';
import { granted } from '../../test-vault';

const part = (name: string) =>
  screen.findByText((_: string, element: Element | null) => element?.getAttribute('data-part') === name);
let fake: ReturnType<typeof makeFake>;

beforeEach(async () => {
  fake = makeFake();
  providePlatform(fake);
  takeStart(await fake.app.start());
  applySettings(fake.memory.settings);
  takeArrivals(null);
  await fake.vault.unlock(granted('vault', '/home/me/vault'), 'sample');
});

it('chooses a folder, puts out what is due and forgets the folder', async () => {
  render(FolderSettings, { isReadOnly: false });
  const choose = async (folder: string) => {
    fake.memory.chosen.push(folder);
    await userEvent.click(await part('folder-path-choose'));
    await userEvent.click(await part('folder-set'));
  };
  await choose('/home/me/vault/files');
  expect((await part('folder-failure')).dataset['code']).toBe('folder_unsuitable');
  await choose('/media/stick');
  const put = await part('folder-put');
  expect(put.textContent).toContain('3 records');
  // It is a part of a sheet, and stands in no landmark here.
  const rules = { 'color-contrast': { enabled: false }, region: { enabled: false } };
  const { violations } = await axe.run(document.body, { rules });
  expect(violations).toEqual([]);
  await userEvent.click(put);
  expect(await part('folder-nothing-due')).toBeTruthy();
  await userEvent.click(await part('folder-unset'));
  expect(fake.memory.exchange).toBeNull();
});

it('says that bundles arrived, from whom, and opens them for a look', async () => {
  fake.memory.exchange = '/media/stick';
  render(ArrivedLine);
  const line = await part('arrived');
  const name = fake.memory.open?.colleagues.find(({ verified }) => verified)?.name ?? '';
  expect(line.textContent).toContain('2 files arrived');
  expect(line.textContent).toContain(name);
  await userEvent.click(await part('arrived-look'));
  await expect.poll(() => place()).toMatchObject({ panel: { name: 'import', files: { length: 2 } } });
});

it('says what each file is, and opens those that can be opened for a look', async () => {
  render(FolderSettings, { isReadOnly: false });
  fake.memory.chosen.push('/media/stick');
  await userEvent.click(await part('folder-path-choose'));
  await userEvent.click(await part('folder-set'));
  takeArrivals(await fake.folder.arrivals());
  const files = await part('folder-files');
  const said = (state: string) => files.querySelector(`[data-state="${state}"]`)?.textContent ?? '';
  expect(said('damaged')).toContain('Damaged, or not a bundle');
  expect(said('damaged')).not.toContain('Preview');
  expect(said('coming')).toContain('1.2 MB to go');
  expect(said('needs_passphrase')).toContain('Protected by a passphrase');
  const stranger = files.querySelector('[data-state="unknown_sender"] button');
  await userEvent.click(stranger as Element);
  const shown = '/media/stick/19c2f07be4a8d3516e.bundle';
  await expect.poll(() => place()).toMatchObject({ panel: { name: 'import', files: [{ shown }] } });
});
