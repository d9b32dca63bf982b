import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { expect, it } from 'vitest';
import { setLanguage } from '../i18n';
import { platform } from '../platform';
import { go, place } from '../state/place.svelte';
import { applySettings } from '../state/settings.svelte';
import { takeStart } from '../state/start.svelte';
import About from './About.svelte';

it('says what is and is not protected in both languages, and goes back', async () => {
  const opened = await platform().app.start();
  takeStart(opened);
  applySettings(opened.settings);
  await go({ at: 'about' });
  render(About);
  const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
  expect(violations).toEqual([]);
  expect(screen.getByText('Version 0.1.0')).toBeTruthy();
  expect(document.body.textContent).not.toMatch(/about-/);
  setLanguage('ko');
  expect(await screen.findByText('보호되지 않는 것')).toBeTruthy();
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => place().at).toBe('unlock');
});
