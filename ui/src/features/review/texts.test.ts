import { expect, it } from 'vitest';
import type { SentIn } from '../../bindings/api/SentIn';
import type { Fate } from '../../bindings/records/Fate';
import type { RedactionReason } from '../../bindings/records/RedactionReason';
import { setLanguage, t } from '../../i18n';
import type { Missing } from './make/missing';
import { STEPS } from './make/package-order.svelte';
import { RULES } from './make/profile';
import type { Act } from './preview/marks';

/** Every word of a union, as keys have it: the compiler says where one is missing. */
const words = <Word extends string>(all: Record<Word, true>) =>
  Object.keys(all).map((word) => word.replaceAll('_', '-'));

const KEYS = [
  ...STEPS.map((step) => `review-step-${step}`),
  ...Object.entries(RULES).flatMap(([of, rules]) => [
    `review-class-${of}`,
    ...rules.flatMap((rule) => [`review-rule-${of}-${rule}`, `review-rule-${of}-${rule}.hint`]),
  ]),
  ...words<RedactionReason>({
    ...{ name: true, place: true, identifier: true, contact: true, date: true, age: true },
    ...{ prose: true, other: true, record: true, by_hand: true },
  }).map((why) => `review-why-${why}`),
  ...words<Fate | 'by_hand'>({
    ...{ replaced: true, replaced_in_doubt: true, suggested: true, kept_by_hand: true, by_hand: true },
  }).map((fate) => `review-fate-${fate}`),
  ...words<Act>({ keep: true, leave: true, remove: true, undo: true }).flatMap((act) => [
    `review-act-${act}`,
    `review-act-${act}-of`,
  ]),
  ...words<NonNullable<Missing>>({
    ...{ audience: true, records: true, refused: true, plan: true, 'held-back': true, conditions: true },
    ...{ outdated: true, leaks: true, passphrase: true, path: true },
  }).map((what) => `bundle-missing-${what}`),
  ...['keep', 'remove'].map((choice) => `review-decision-${choice}`),
  ...words<SentIn>({ bundle: true, review: true, unknown: true }).map((what) => `custody-in-${what}`),
];

it.each(['en', 'ko'] as const)('has every text in %s that is asked for by a built name', (language) => {
  setLanguage(language);
  expect(KEYS.filter((key) => t(key) === key)).toEqual([]);
});
