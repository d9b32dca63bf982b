import { describe, expect, it } from 'vitest';
import { setLanguage } from '../../i18n';
import { hasText } from '../../i18n/language.svelte';
import { actions } from '../navigation';
import { commandsFor } from './commands';

const first = (typed: string) => commandsFor(typed)[0]?.id;

describe.each(['en', 'ko'] as const)('with the window in %s', (language) => {
  it.each([
    ['lock', 'lock'],
    ['잠그', 'lock'],
    ['ㅈㄱㄱ', 'lock'],
    ['trash', 'trash'],
    ['휴지통', 'trash'],
    ['새 증', 'new-testimony'],
    ['new test', 'new-testimony'],
    ['import', 'import'],
    ['한국어', 'language-ko'],
    ['english', 'language-en'],
  ])('%s gives %s', (typed, id) => {
    setLanguage(language);
    expect(first(typed)).toBe(id);
  });

  it('names every action', () => {
    setLanguage(language);
    const all = [...actions(), ...commandsFor('')].map((one) => `nav-${one.id}`);
    expect(all.filter((key) => !hasText(key))).toEqual([]);
  });
});

it('offers everything where nothing is typed, and nothing for nonsense', () => {
  expect(commandsFor('').length).toBeGreaterThan(actions().length);
  expect(commandsFor('zzzz')).toEqual([]);
});
