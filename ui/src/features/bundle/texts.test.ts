import { describe, expect, it } from 'vitest';
import { setLanguage, t } from '../../i18n';
import { nextPath, nameOf, offeredName } from './offered';

const STATES = ['conflict', 'merged', 'withdrawn', 'waiting', 'new', 'changed'];
const KEYS = [
  ...[
    'vault',
    'restricted',
    'damaged',
    'withdrawn',
    'refused',
    'expired',
    'not-covered',
    'not-understood',
    'withdrawn-by-colleague',
  ].map((reason) => `bundle-stays-${reason}`),
  ...['records', 'colleagues', 'audience', 'refused', 'nothing', 'passphrase', 'path'].map(
    (what) => `bundle-missing-${what}`,
  ),
  ...['all', 'chosen'].map((what) => `bundle-what-${what}`),
  ...['colleagues', 'passphrase'].map((whom) => `bundle-to-${whom}`),
  ...['look', 'import', 'undo'].map((what) => `bundle-doing-${what}`),
  ...['new', 'again', 'all'].flatMap((reach) => [`bundle-reach-${reach}`, `bundle-reach-${reach}-hint`]),
  ...['us', 'passphrase', 'others'].map((whom) => `bundle-for-${whom}`),
  ...STATES.map((state) => `bundle-state-${state}`),
  ...[...STATES, 'older', 'known'].map((state) => `bundle-state-${state}-count`),
  ...['self', 'colleague', 'unknown'].map((who) => `bundle-forked-${who}`),
  ...['built-on', 'draft', 'later-import', 'too-old'].map((why) => `bundle-hindrance-${why}`),
  ...['order', 'trashed', 'schema', 'record'].map((place) => `conflict-place-${place}`),
  ...['settled', 'gone'].map((how) => `conflict-done-${how}`),
  ...['normal', 'restricted', 'vault'].map((grade) => `reading-grade-${grade}`),
];

it.each(['en', 'ko'] as const)('has every text in %s that is asked for by a built name', (language) => {
  setLanguage(language);
  expect(KEYS.filter((key) => t(key) === key)).toEqual([]);
});

describe('names of new files', () => {
  it('say the day and a number', () => {
    expect(offeredName('bundle', 1, new Date(2026, 10, 2))).toBe('2026-11-02-1.bundle');
  });
  it.each([
    ['/home/me/2026-11-02-1.bundle', '/home/me/2026-11-02-2.bundle'],
    ['/home/me/2026-11-02-9.review', '/home/me/2026-11-02-10.review'],
    ['/home/me/own.bundle', '/home/me/own.bundle'],
  ])('go on from %s', (path, next) => expect(nextPath(path)).toBe(next));
  it('are the last part of a path', () => {
    expect(nameOf('/a/b.bundle')).toBe('b.bundle');
    expect(nameOf('C:\\a\\b.bundle')).toBe('b.bundle');
  });
});
