import { expect, it } from 'vitest';
import { dependencies } from '../package.json';

const sources = import.meta.glob<string>('./**/*.{svelte,ts}', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** What another package wants beside it. */
const PEERS: Record<string, string> = { '@internationalized/date': 'bits-ui' };

it('ships no package that nothing imports', () => {
  const all = Object.entries(sources).filter(([path]) => !path.endsWith('.test.ts'));
  const isImported = (name: string) =>
    all.some(([, text]) => text.includes(`'${name}'`) || text.includes(`'${name}/`));
  const unused = Object.keys(dependencies).filter((name) => !isImported(PEERS[name] ?? name));
  expect(unused).toEqual([]);
});
