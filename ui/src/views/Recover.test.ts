import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { platform } from '../platform';
import { keyOffer } from '../state/new-key.svelte';
import { go, place } from '../state/place.svelte';
import { applySettings } from '../state/settings.svelte';
import { takeStart } from '../state/start.svelte';
import Recover from './Recover.svelte';
import { granted } from '../test-vault';

const part = (name: string) =>
  screen.findByText((_: string, element: Element | null) => element?.getAttribute('data-part') === name);

it('opens by the words, however they are typed, and sets a new passphrase', async () => {
  const { recovery_words } = await platform().vault.create(granted('vault', '/lost'), 'forgotten', 'en');
  await platform().vault.finishCreate();
  const opened = await platform().app.start();
  takeStart(opened);
  applySettings(opened.settings);
  await go({ at: 'recover' });
  render(Recover);
  const user = userEvent.setup();
  const field = await part('recover-words');
  expect(field).toBe(document.activeElement);

  await user.click(field);
  await user.paste('one two three');
  await user.click(await part('recover-words-next'));
  expect(await screen.findByText(/You entered 3 words/)).toBeTruthy();

  await user.clear(field);
  await user.paste(
    recovery_words
      .split(' ')
      .map((word, at) => `${at + 1}. ${word.toUpperCase()}`)
      .join('\n'),
  );
  await user.click(await part('recover-words-next'));
  const suggested = (await part('recover-suggested')).textContent;
  await user.click(await part('recover-next'));
  await user.type(await part('recover-repeat'), `${suggested}{Enter}`);
  await expect.poll(() => place()).toEqual({ at: 'workspace', panel: { name: 'welcome' } });
  expect(keyOffer()).toBe('recovered');
  await platform().vault.unlock(granted('vault', '/lost'), suggested);
});

it('asks for no new passphrase where the words are not those of the vault', async () => {
  const opened = await platform().app.start();
  takeStart(opened);
  applySettings(opened.settings);
  await go({ at: 'recover' });
  render(Recover);
  const user = userEvent.setup();
  await user.click(await part('recover-words'));
  await user.paste(Array.from({ length: 24 }, () => 'abandon').join(' '));
  await user.click(await part('recover-words-next'));
  expect((await part('failure')).dataset['code']).toBe('wrong_recovery_words');
  expect(((await part('recover-words')) as HTMLTextAreaElement).value).toContain('abandon');
  expect(
    screen.queryByText((_, element) => element?.getAttribute('data-part') === 'recover-suggested'),
  ).toBeNull();
});
