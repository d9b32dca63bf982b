import { FluentResource } from '@fluent/bundle';
import { describe, expect, it } from 'vitest';
import { hasText, setLanguage } from './language.svelte';
import { textsOf } from './texts';

const sources = import.meta.glob<string>('../**/*.{svelte,ts}', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const code = Object.entries(sources)
  .filter(([path]) => !path.endsWith('.test.ts') && !path.includes('/bindings/'))
  .map(([, text]) => text)
  .join('\n');

/** Whether the sources say a key as it is, or build keys that look so: `form-group-${name}`, `${key}.hint`. */
const named = new Set([...code.matchAll(/['"`]([a-z][\w.-]*)['"`]/g)].map(([, key]) => key ?? ''));
const built = [...code.matchAll(/`((?:[a-z]+-)+\$\{[^`]*|\$\{[^`]*\}\.[a-z]+)`/g)].map(
  ([, text = '']) => new RegExp(`^${text.replaceAll('.', '\\.').replaceAll(/\$\{[^}]*\}/g, '[\\w.-]+')}$`),
);
const isSaid = (key: string) => named.has(key) || built.some((like) => like.test(key));

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

/** What the window alone reads; errors.ftl is the terminal's too. A part of a text is unused with the whole of it. */
it('has no text that nothing says', () => {
  const unused = textsOf('en', 'window').flatMap((text) =>
    new FluentResource(text).body.flatMap(({ id, attributes }) => [
      ...(isSaid(id) ? [] : [id]),
      ...Object.keys(attributes)
        .map((name) => `${id}.${name}`)
        .filter((key) => !isSaid(key)),
    ]),
  );
  expect(unused).toEqual([]);
  expect(isSaid('no-such-text')).toBe(false);
});

it('has the same keys in both languages', () => {
  expect(ids('ko').toSorted()).toEqual(ids('en').toSorted());
});
