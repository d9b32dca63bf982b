import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { consentDay, consentStanding } from './consent';

interface Vector {
  consent: unknown[];
  day: string;
  answer: string;
}

/** The core answers the same: crates/domain/src/records/consent/decide_tests.rs. */
const vectors = JSON.parse(readFileSync('../tests/vectors/consent.json', 'utf8')) as Vector[];

it.each(vectors)('$consent on $day is $answer', ({ consent, day, answer }) => {
  const state = answer === 'not_recorded' ? 'none' : answer.replace('_', '-');
  expect(consentStanding(consent, day).state).toBe(state);
});

it('has nothing where there is no list', () => {
  expect(consentStanding(undefined, '2026-11-22')).toEqual({ state: 'none' });
});

it('ends with the later of the local day and that of UTC, and not before the vault has seen it', () => {
  const now = new Date('2026-11-22T23:30:00Z');
  const local = consentDay(undefined, now);
  expect(local >= '2026-11-22').toBe(true);
  // The clock was put back: what was saved here was later.
  expect(consentDay('2027-01-05', now)).toBe('2027-01-05');
  // The window stood open over midnight.
  expect(consentDay('2026-11-20', now)).toBe(local);
});
