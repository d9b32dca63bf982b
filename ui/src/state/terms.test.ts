import { beforeEach, expect, it, vi } from 'vitest';
import { setLanguage } from '../i18n';
import { Failure, providePlatform } from '../platform';
import { makeFake } from '../platform/fake';
import { findTerms, readTerms, termLabel, termsOf } from './terms.svelte';

let fake: ReturnType<typeof makeFake>;
beforeEach(() => {
  fake = makeFake();
  providePlatform(fake);
  setLanguage('en');
});

it('reads the vocabularies once, and again only where that failed', async () => {
  const all = vi.spyOn(fake.vocabulary, 'all').mockRejectedValueOnce(new Failure('locked'));
  readTerms();
  await expect.poll(() => all.mock.settledResults[0]?.type).toBe('rejected');
  readTerms();
  await expect.poll(() => termsOf('consent-uses').length).toBeGreaterThan(0);
  readTerms();
  expect(all).toHaveBeenCalledTimes(2);
});

it('calls a term what the language of the window calls it', async () => {
  readTerms();
  await expect.poll(() => termLabel('sexes', 'female')).toBe('Female');
  setLanguage('ko');
  expect(termLabel('sexes', 'female')).toBe('여성');
  expect(findTerms('sexes', 'fem').map(({ value }) => value)).toEqual(['female']);
  expect(termLabel('sexes', 'her own word')).toBe('her own word');
  expect(termLabel(undefined, 'female')).toBe('female');
});
