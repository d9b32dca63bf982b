import { beforeEach, expect, it } from 'vitest';
import { offerFiles, showWaiting } from './files';
import { registerKeeper } from './keeping';
import { go, place, show } from './place.svelte';

const file = (name: string) => ({ token: name, name, shown: `/${name}` });

beforeEach(() => go({ at: 'unlock' }));

it('shows a review package at once, and a bundle when a vault is open', async () => {
  await offerFiles(['a.bundle', 'b.review'].map(file));
  expect(place()).toEqual({ at: 'reader', file: file('b.review') });
  await show({ name: 'welcome' });
  await showWaiting();
  expect(place()).toEqual({ at: 'workspace', panel: { name: 'import', files: [file('a.bundle')] } });
});

it('holds files that could not be shown, for the next time', async () => {
  const refuse = () => registerKeeper(async () => false);
  let end = refuse();
  await offerFiles([file('c.review')]);
  expect(place().at).toBe('unlock');
  end();
  await show({ name: 'welcome' });
  end = refuse();
  await offerFiles([file('d.bundle')]);
  expect(place()).toEqual({ at: 'workspace', panel: { name: 'welcome' } });
  end();
  await offerFiles([file('e.bundle')]);
  expect(place()).toMatchObject({ panel: { files: ['d.bundle', 'e.bundle'].map(file) } });
  await showWaiting();
  expect(place()).toMatchObject({ panel: { name: 'review-read', file: file('c.review') } });
});
