import { render } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { beforeEach, expect, it } from 'vitest';
import { setLanguage } from '../../i18n';
import { Failure, type Progress } from '../../platform';
import { keyOffer, offerKey } from '../../state/new-key.svelte';
import { go, place, show } from '../../state/place.svelte';
import { openSample, part, parts, said } from '../../test-vault';
import SettingsPanel from './SettingsPanel.svelte';
import { KeyOffer } from '../../features/vault';

let fake: Awaited<ReturnType<typeof openSample>>;
const user = userEvent.setup();
const oldWords = () => [...fake.memory.vaults.values()][0]?.words;

beforeEach(async () => {
  fake = await openSample();
  offerKey(null);
  await go({ at: 'workspace', panel: { name: 'settings' } });
});

async function toWords(): Promise<string[]> {
  await user.click(await part('settings-key'));
  await user.type(await part('key-current'), 'sample{Enter}');
  await part('recovery-words');
  return parts('recovery-word').map((word) => word.textContent);
}

async function prove(words: string[], wrongAt = -1) {
  const fields = [...document.querySelectorAll<HTMLElement>('[data-part^="recovery-proof-"]')];
  expect(fields).toHaveLength(3);
  for (const [at, field] of fields.entries()) {
    const position = Number(field.dataset['part']?.split('-').at(-1));
    await user.clear(field);
    await user.type(field, at === wrongAt ? 'wrong' : (words[position - 1] ?? ''));
  }
  await user.click(await part('recovery-prove'));
}

const violations = async () =>
  (await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } })).violations;

it('shows the new words, has them proved, and only then changes anything', async () => {
  render(SettingsPanel);
  const before = oldWords();
  const words = await toWords();
  expect(words).toHaveLength(24);
  expect(await violations()).toEqual([]);
  expect(oldWords()).toBe(before);
  await user.click(await part('recovery-written'));
  await prove(words, 1);
  expect(oldWords()).toBe(before);
  expect(await violations()).toEqual([]);
  await prove(words);
  expect(await said('key-made')).toContain('encrypted with a new key');
  expect(oldWords()).toBe(words.join(' '));
  expect(parts('recovery-word')).toEqual([]);
});

it('asks for the passphrase, and says where it is wrong', async () => {
  render(SettingsPanel);
  await user.click(await part('settings-key'));
  await user.type(await part('key-current'), 'other{Enter}');
  expect((await part('failure')).dataset['code']).toBe('wrong_passphrase');
  await user.keyboard('{Escape}');
  expect(await part('settings-key')).toBeTruthy();
  expect(parts('key-not-made')).toEqual([]);
});

it('does not let the words go unasked, and says that they count for nothing once they are cancelled', async () => {
  render(SettingsPanel);
  const before = oldWords();
  await toWords();
  expect(await show({ name: 'welcome' })).toBe(false);
  expect(await said('key-stays')).toContain('Continue or cancel');
  await user.click(await part('recovery-cancel'));
  expect(await said('key-not-made')).toContain('not valid');
  expect(oldWords()).toBe(before);
  expect(fake.memory.drawn).toBeNull();
  expect(await show({ name: 'welcome' })).toBe(true);
});

/** Drawing a key goes on until it is let. */
function holdDrawing(): () => void {
  const { prepareRekey } = fake.vault;
  let goOn = () => undefined as void;
  fake.vault.prepareRekey = async (...given) => {
    await new Promise<void>((ready) => (goOn = ready));
    return prepareRekey(...given);
  };
  return () => goOn();
}

it('is not left while a key is drawn, whose words are on their way', async () => {
  const goOn = holdDrawing();
  render(SettingsPanel);
  await user.click(await part('settings-key'));
  await user.type(await part('key-current'), 'sample{Enter}');
  await part('key-current-busy');
  expect(await show({ name: 'welcome' })).toBe(false);
  goOn();
  await part('recovery-words');
});

it('keeps no key that was drawn for a page that is gone', async () => {
  const goOn = holdDrawing();
  const { unmount } = render(SettingsPanel);
  await user.click(await part('settings-key'));
  await user.type(await part('key-current'), 'sample{Enter}');
  await part('key-current-busy');
  let isCancelled = false;
  const { cancelRekey } = fake.vault;
  fake.vault.cancelRekey = async () => {
    await cancelRekey();
    isCancelled = true;
  };
  unmount();
  goOn();
  await expect.poll(() => isCancelled).toBe(true);
  expect(fake.memory.drawn).toBeNull();
});

it('shows how far it is, and can be stopped', async () => {
  render(SettingsPanel);
  const before = oldWords();
  const { rekey } = fake.vault;
  let goOn = () => undefined as void;
  fake.vault.rekey = async (watch) => {
    watch.progress({ done: 7, total: 9 } satisfies Progress);
    await new Promise<void>((ready) => (goOn = ready));
    return rekey(watch);
  };
  const words = await toWords();
  await user.click(await part('recovery-written'));
  await prove(words);
  expect(await said('working')).toContain('7');
  await user.click(await part('working-cancel'));
  goOn();
  expect(await said('key-not-made')).toContain('old ones still are');
  expect(parts('key-failure')).toEqual([]);
  expect(oldWords()).toBe(before);
});

it.each([
  ['no_room', 'key-not-made'],
  ['disk_full', 'key-perhaps'],
  ['io', 'key-perhaps'],
] as const)('says which words to keep where it fails by %s', async (code, shown) => {
  render(SettingsPanel);
  fake.vault.rekey = () => Promise.reject(new Failure(code));
  const words = await toWords();
  await user.click(await part('recovery-written'));
  await prove(words);
  expect((await part('key-failure')).dataset['code']).toBe(code);
  expect(await part(shown)).toBeTruthy();
});

it.each([
  ['done', 'en', 'is now complete'],
  ['not_done', 'en', 'Nothing was changed'],
  ['recovered', 'ko', '새 키'],
] as const)('offers a new key: %s', async (offer, of, text) => {
  setLanguage(of);
  offerKey(offer);
  render(KeyOffer);
  expect(await said('key-offer')).toContain(text);
  expect(await violations()).toEqual([]);
  await user.click(await part('key-offer-make'));
  await expect.poll(place).toEqual({ at: 'workspace', panel: { name: 'settings', newKey: true } });
  expect(keyOffer()).toBeNull();
});

it('begins at the passphrase where it was asked for elsewhere', async () => {
  render(SettingsPanel, { newKey: true });
  expect(await part('key-current')).toBe(document.activeElement);
});
