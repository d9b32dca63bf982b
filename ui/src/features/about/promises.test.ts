import { describe, expect, it } from 'vitest';
import { hasText, setLanguage } from '../../i18n/language.svelte';
import { ADVICE, NOT_PROTECTED, PROTECTED } from './promises';

describe.each(['en', 'ko'] as const)('what is promised, in %s', (of) => {
  it('has a text for each', () => {
    setLanguage(of);
    const keys = [
      ...PROTECTED.flatMap((name) => [`about-keeps-${name}`, `about-keeps-${name}.text`]),
      ...NOT_PROTECTED.flatMap((name) => [`about-not-${name}`, `about-not-${name}.text`]),
      ...ADVICE.map((name) => `about-do-${name}`),
    ];
    expect(keys.filter((key) => !hasText(key))).toEqual([]);
  });
});
