import { expect, it } from 'vitest';
import { consentStanding } from './consent';

const TODAY = '2026-11-22';
const granted = { decision: 'granted', use: 'share_inside' };
const until = (valid_until: string) => [{ ...granted, valid_until }];

it.each([
  [undefined, 'none'],
  [[], 'none'],
  [[granted], 'granted'],
  [[{ decision: 'granted', use: 'legal' }], 'not-covered'],
  [[{ ...granted, audience: 'ICC' }], 'not-covered'],
  [[granted, { decision: 'refused', use: 'publication' }], 'granted'],
  [[granted, { decision: 'refused' }], 'refused'],
  [[granted, { decision: 'withdrawn', use: 'keep' }], 'withdrawn'],
  [[granted, { decision: 'perhaps', use: 'share_inside' }], 'not-understood'],
  [until('2026'), 'granted'],
  [until('2026-11'), 'granted'],
  [until('2026-11-21'), 'expired'],
  [until('2026?'), 'expired'],
  [until('2027-02~'), 'granted'],
  [until('2020/..'), 'granted'],
  [until('2020/'), 'expired'],
  [until('2020/2027'), 'granted'],
  [[...until('2020'), granted], 'granted'],
])('%j is %s', (consent, state) => {
  expect(consentStanding(consent, TODAY).state).toBe(state);
});
