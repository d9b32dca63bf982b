import { beforeEach, expect, it } from 'vitest';
import { offerFiles, showWaiting } from './files';
import { registerKeeper } from './keeping';
import { go, place, show } from './place.svelte';

beforeEach(() => go({ at: 'unlock' }));

it('shows a review package at once, and a bundle when a vault is open', async () => {
  await offerFiles(['/a.bundle', '/b.review']);
  expect(place()).toEqual({ at: 'reader', path: '/b.review' });
  await show({ name: 'welcome' });
  await showWaiting();
  expect(place()).toEqual({ at: 'workspace', panel: { name: 'import', paths: ['/a.bundle'] } });
});

it('holds files that could not be shown, for the next time', async () => {
  const refuse = () => registerKeeper(async () => false);
  let end = refuse();
  await offerFiles(['/c.review']);
  expect(place().at).toBe('unlock');
  end();
  await show({ name: 'welcome' });
  end = refuse();
  await offerFiles(['/d.bundle']);
  expect(place()).toEqual({ at: 'workspace', panel: { name: 'welcome' } });
  end();
  await offerFiles(['/e.bundle']);
  expect(place()).toMatchObject({ panel: { paths: ['/d.bundle', '/e.bundle'] } });
  await showWaiting();
  expect(place()).toMatchObject({ panel: { name: 'review-read', path: '/c.review' } });
});
