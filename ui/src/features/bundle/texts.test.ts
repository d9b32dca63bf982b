import { expect, it } from 'vitest';
import type { HindranceReason } from '../../bindings/api/HindranceReason';
import type { LeftOutReason } from '../../bindings/api/LeftOutReason';
import type { MeantFor } from '../../bindings/api/MeantFor';
import type { PreviewState } from '../../bindings/api/PreviewState';
import type { Reach } from '../../bindings/api/Reach';
import type { Who } from '../../bindings/api/Who';
import { setLanguage, t } from '../../i18n';

/** Every word of a union, as keys have it: the compiler says where one is missing. */
const words = <Word extends string>(all: Record<Word, true>) =>
  Object.keys(all).map((word) => word.replaceAll('_', '-'));

/** States of records that are listed; the others are only counted. */
const LISTED = ['conflict', 'merged', 'withdrawn', 'waiting', 'new', 'changed'];
const KEYS = [
  ...words<LeftOutReason>({
    ...{ vault: true, restricted: true, damaged: true, withdrawn_by_colleague: true, withdrawn: true },
    ...{ refused: true, not_understood: true, expired: true, clock_behind: true, not_covered: true },
    ...{ not_recorded: true, identity: true, voice: true, image: true },
  }).map((reason) => `bundle-stays-${reason}`),
  ...['records', 'colleagues', 'audience', 'refused', 'nothing', 'passphrase', 'path'].map(
    (what) => `bundle-missing-${what}`,
  ),
  ...['all', 'chosen'].map((what) => `bundle-what-${what}`),
  ...['colleagues', 'passphrase'].map((whom) => `bundle-to-${whom}`),
  ...['look', 'import', 'undo'].map((what) => `bundle-doing-${what}`),
  ...words<Reach>({ new: true, again: true, all: true }).flatMap((reach) => [
    `bundle-reach-${reach}`,
    `bundle-reach-${reach}-hint`,
  ]),
  ...words<MeantFor>({ us: true, passphrase: true, others: true }).map((whom) => `bundle-for-${whom}`),
  ...LISTED.map((state) => `bundle-state-${state}`),
  ...words<PreviewState>({
    ...{ conflict: true, merged: true, withdrawn: true, waiting: true, new: true, changed: true },
    ...{ older: true, known: true },
  }).map((state) => `bundle-state-${state}-count`),
  ...words<Who>({ self: true, colleague: true, unknown: true }).map((who) => `bundle-forked-${who}`),
  ...words<HindranceReason>({ built_on: true, draft: true, later_import: true, too_old: true }).map(
    (why) => `bundle-hindrance-${why}`,
  ),
  ...['order', 'trashed', 'schema', 'record'].map((place) => `conflict-place-${place}`),
  ...['settled', 'gone'].map((how) => `conflict-done-${how}`),
  ...['normal', 'restricted', 'vault'].map((grade) => `reading-grade-${grade}`),
];

it.each(['en', 'ko'] as const)('has every text in %s that is asked for by a built name', (language) => {
  setLanguage(language);
  expect(KEYS.filter((key) => t(key) === key)).toEqual([]);
});
