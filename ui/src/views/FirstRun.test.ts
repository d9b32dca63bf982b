import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { beforeEach, expect, it } from 'vitest';
import { Failure, platform, providePlatform } from '../platform';
import { makeFake } from '../platform/fake';
import { offerFiles, showWaiting } from '../state/files';
import { go, place } from '../state/place.svelte';
import { applySettings, settings } from '../state/settings.svelte';
import { takeStart, vaultFolder } from '../state/start.svelte';
import FirstRun from './FirstRun.svelte';
import { granted } from '../test-vault';

const part = (name: string) => screen.findByText(isPart(name));
const isPart = (name: string) => (_: string, element: Element | null) =>
  element?.getAttribute('data-part') === name;
const violations = async () =>
  (await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } })).violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`,
  );

let fake: ReturnType<typeof makeFake>;
beforeEach(async () => {
  fake = makeFake();
  fake.memory.vaults.clear();
  fake.memory.vault = null;
  providePlatform(fake);
  takeStart(await fake.app.start());
  applySettings(fake.memory.settings);
  await go({ at: 'first-run' });
  render(FirstRun);
});

async function toWords(): Promise<string[]> {
  const user = userEvent.setup();
  await user.click(await part('first-run-next'));
  const suggested = (await part('first-run-suggested')).textContent;
  await user.click(await part('first-run-next'));
  await user.type(await part('first-run-repeat'), `${suggested}{Enter}`);
  await part('recovery-words');
  return screen.getAllByText(isPart('recovery-word')).map((word) => word.textContent);
}

async function answer(words: string[], wrongAt = -1) {
  const user = userEvent.setup();
  const fields = screen.getAllByText((_, element) =>
    Boolean(element?.getAttribute('data-part')?.match(/^recovery-proof-\d/)),
  );
  expect(fields).toHaveLength(3);
  for (const [at, field] of fields.entries()) {
    const position = Number(field.dataset['part']?.split('-').at(-1));
    await user.clear(field);
    await user.type(field, at === wrongAt ? 'wrong' : ` ${words[position - 1]?.toUpperCase()} `);
  }
  await user.click(await part('recovery-prove'));
}

it('leads from the folder to the workspace', async () => {
  const user = userEvent.setup();
  expect(await part('first-run-folder')).toBe(document.activeElement);
  expect(await violations()).toEqual([]);
  const words = await toWords();
  expect(words).toHaveLength(24);
  expect(await violations()).toEqual([]);
  await user.click(await part('recovery-written'));
  expect(await violations()).toEqual([]);
  await answer(words);
  await expect.poll(() => place()).toEqual({ at: 'workspace', panel: { name: 'welcome' } });
  expect(vaultFolder().shown).toBe('/home/me/vault');
  expect((await platform().app.start()).vault.shown).toBe('/home/me/vault');
  expect((await platform().vault.status()).records).toBe(0);
});

it('makes no vault before its words are confirmed, and none where they are not', async () => {
  const user = userEvent.setup();
  await toWords();
  expect(fake.memory.vaults.size).toBe(0);
  await user.click(await part('recovery-cancel'));
  expect(await part('first-run-folder')).toBe(document.activeElement);
  expect(fake.memory.begun).toBeNull();
  expect(vaultFolder().shown).toBe('/home/me/vault');
  expect((await platform().app.start()).knows_vault).toBe(false);

  const again = await toWords();
  await user.click(await part('recovery-written'));
  await answer(again);
  await expect.poll(() => place().at).toBe('workspace');
  expect(fake.memory.vaults.size).toBe(1);
});

it('opens a vault that was made, where opening it failed at first', async () => {
  const user = userEvent.setup();
  const words = await toWords();
  await user.click(await part('recovery-written'));
  const { unlock } = fake.vault;
  fake.vault.unlock = () => Promise.reject(new Failure('io'));
  await answer(words);
  expect((await part('failure')).dataset['code']).toBe('io');
  fake.vault.unlock = unlock;
  await answer(words);
  await expect.poll(() => place().at).toBe('workspace');
});

it('has no vault cancelled that was made, and makes the next one all the same', async () => {
  const user = userEvent.setup();
  const words = await toWords();
  await user.click(await part('recovery-written'));
  fake.vault.unlock = () => Promise.reject(new Failure('io'));
  await answer(words);
  await part('failure');
  await user.click(await part('recovery-again'));
  await part('recovery-words');
  expect(screen.queryByText(isPart('recovery-cancel'))).toBeNull();
  expect(fake.memory.vaults.size).toBe(1);
});

it('says that the words open nothing where the vault could not be made, and makes another', async () => {
  const user = userEvent.setup();
  const { finishCreate } = fake.vault;
  fake.vault.finishCreate = async () => {
    fake.memory.begun = null;
    throw new Failure('disk_full');
  };
  const words = await toWords();
  await user.click(await part('recovery-written'));
  await answer(words);
  expect((await part('first-run-not-made')).textContent).toContain('not valid');
  expect((await part('failure')).dataset['code']).toBe('disk_full');
  expect(screen.queryByText(isPart('recovery-word'))).toBeNull();
  expect(await violations()).toEqual([]);

  fake.vault.finishCreate = finishCreate;
  const again = await toWords();
  expect(screen.queryByText(isPart('first-run-not-made'))).toBeNull();
  await user.click(await part('recovery-written'));
  await answer(again);
  await expect.poll(() => place().at).toBe('workspace');
});

it('says that words which were cancelled open nothing', async () => {
  const user = userEvent.setup();
  expect(screen.queryByText(isPart('first-run-not-made'))).toBeNull();
  await toWords();
  await user.click(await part('recovery-cancel'));
  expect((await part('first-run-not-made')).textContent).toContain('not valid');
});

it('says so where a lock dropped the vault', async () => {
  takeStart({ ...(await fake.app.start()), was_vault_dropped: true });
  cleanup();
  render(FirstRun);
  expect((await part('first-run-not-made')).textContent).toContain('not valid');
});

it('is not left while the vault is begun, whose words are on their way', async () => {
  const user = userEvent.setup();
  const { create } = fake.vault;
  let goOn = () => undefined as void;
  fake.vault.create = async (...given) => {
    await new Promise<void>((ready) => (goOn = ready));
    return create(...given);
  };
  await user.click(await part('first-run-next'));
  const suggested = (await part('first-run-suggested')).textContent;
  await user.click(await part('first-run-next'));
  await user.type(await part('first-run-repeat'), `${suggested}{Enter}`);
  await part('first-run-busy');
  expect(await go({ at: 'about' })).toBe(false);
  goOn();
  expect(await part('recovery-words')).toBeTruthy();
});

it('does not let the words go for a file that is opened, and shows that afterwards', async () => {
  const user = userEvent.setup();
  const words = await toWords();
  await offerFiles([granted('package', '/home/me/2026-11-02-1.review')]);
  expect(place().at).toBe('first-run');
  expect(await part('recovery-stays')).toBeTruthy();
  expect(screen.getAllByText(isPart('recovery-word'))).toHaveLength(24);
  await user.click(await part('recovery-written'));
  await answer(words);
  await expect.poll(() => place().at).toBe('workspace');
  await showWaiting();
  expect(place()).toMatchObject({ panel: { name: 'review-read' } });
});

it('shows the words also where the folder could not be noted', async () => {
  platform().app.saveSettings = () => Promise.reject(new Failure('io'));
  expect(await toWords()).toHaveLength(24);
});

it('says which word is wrong, and takes it once it is right', async () => {
  const user = userEvent.setup();
  const words = await toWords();
  await user.click(await part('recovery-written'));
  await answer(words, 1);
  expect(place().at).toBe('first-run');
  expect(screen.getAllByText(/This is not word/)).toHaveLength(1);
  await answer(words);
  await expect.poll(() => place().at).toBe('workspace');
});

it('warns of a weak passphrase and takes it on the user’s word', async () => {
  const user = userEvent.setup();
  await user.click(await part('first-run-next'));
  await user.click(await part('first-run-own'));
  expect(await part('first-run-passphrase')).toBe(document.activeElement);
  await user.type(await part('first-run-passphrase'), 'aaaa{Enter}');
  expect(await part('first-run-weak')).toBeTruthy();
  expect(screen.queryByText(isPart('first-run-repeat'))).toBeNull();
  expect(await violations()).toEqual([]);
  await user.click(await part('first-run-weak-accept'));
  await user.click(await part('first-run-next'));
  await user.type(await part('first-run-repeat'), 'aaab{Enter}');
  expect(await screen.findByText(/do not match/)).toBeTruthy();
  await user.clear(await part('first-run-repeat'));
  await user.type(await part('first-run-repeat'), 'aaaa{Enter}');
  expect(await part('recovery-words')).toBeTruthy();
});

it('does not take a folder that holds a vault, and speaks Korean at once', async () => {
  const user = userEvent.setup();
  await platform().vault.create(granted('vault', '/taken'), 'secret', 'en');
  await platform().vault.finishCreate();
  fake.memory.chosen.push('/taken');
  await user.click(await part('first-run-folder-choose'));
  await user.click(await part('first-run-next'));
  expect(await screen.findByText(/already contains a vault/)).toBeTruthy();
  await user.click(await part('first-run-language-ko'));
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('보관함 만들기');
  expect(settings().language).toBe('ko');
});

it('says that the vault is being made, and lets nothing else be pressed meanwhile', async () => {
  const user = userEvent.setup();
  platform().vault.create = () => new Promise(() => undefined);
  await user.click(await part('first-run-next'));
  const suggested = (await part('first-run-suggested')).textContent;
  await user.click(await part('first-run-next'));
  await user.type(await part('first-run-repeat'), `${suggested}{Enter}`);
  expect((await part('first-run-busy')).getAttribute('role')).toBe('status');
  expect((await part('first-run-create')).hasAttribute('disabled')).toBe(true);
  await user.keyboard('{Escape}');
  expect(await part('first-run-repeat')).toBeTruthy();
});

it('goes back to the folder where it is not empty', async () => {
  const user = userEvent.setup();
  platform().vault.create = async () => {
    throw new Failure('folder_not_empty');
  };
  await user.click(await part('first-run-next'));
  const suggested = (await part('first-run-suggested')).textContent;
  await user.click(await part('first-run-next'));
  await user.type(await part('first-run-repeat'), `${suggested}{Enter}`);
  expect((await part('failure')).dataset['code']).toBe('folder_not_empty');
  expect(await part('first-run-folder')).toBe(document.activeElement);
});

it('does not go on while a syllable is being composed', async () => {
  const folder = await part('first-run-folder');
  await fireEvent.keyDown(folder, { key: 'Enter', isComposing: true });
  await fireEvent.submit(folder.closest('form') ?? folder);
  expect(await part('first-run-folder')).toBeTruthy();
});
