import { FluentResource } from '@fluent/bundle';
import { describe, expect, it } from 'vitest';
import { hasText, setLanguage } from './language.svelte';
import { textsOf } from './texts';

const sources = import.meta.glob<string>('../**/*.{svelte,ts}', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** Keys that stand in the sources as plain text: t('key'). Built ones have a test where they are built. */
const used = Object.entries(sources)
  .filter(([path]) => !path.endsWith('.test.ts'))
  .flatMap(([path, text]) =>
    [...text.matchAll(/\bt\(\s*'([^'$]+)'/g)].map((found) => [found[1] ?? '', path]),
  );

const ids = (of: 'en' | 'ko') =>
  textsOf(of).flatMap((text) => new FluentResource(text).body.map((entry) => entry.id));

describe.each(['en', 'ko'] as const)('texts in %s', (of) => {
  it('has every key that the sources name', () => {
    setLanguage(of);
    expect(used.length).toBeGreaterThan(0);
    expect(used.filter(([key]) => !hasText(key ?? ''))).toEqual([]);
  });

  it('names nothing twice', () => {
    const all = ids(of);
    expect(all.filter((id, at) => all.indexOf(id) !== at)).toEqual([]);
  });
});

it('has the same keys in both languages', () => {
  expect(ids('ko').toSorted()).toEqual(ids('en').toSorted());
});
