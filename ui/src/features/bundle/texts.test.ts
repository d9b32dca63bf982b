import { expect, it } from 'vitest';
import { setLanguage, t } from '../../i18n';

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
