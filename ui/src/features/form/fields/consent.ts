import { shape } from './shape';

export const OBTAINED = shape(
  'obtained',
  ['way', 'date', 'by', 'language'],
  [
    { member: 'way', type: 'term', vocabulary: 'consent-ways' },
    { member: 'date', type: 'date' },
    { member: 'by', type: 'mentions', kind: 'person' },
    { member: 'language', type: 'term', vocabulary: 'languages' },
    { member: 'interpreter', type: 'mentions', kind: 'person' },
  ],
);

export const CONSENT = shape(
  'consent-entry',
  ['use', 'decision', 'audience', 'identity', 'valid_until', 'conditions'],
  [
    { member: 'decision', type: 'choice', vocabulary: 'consent-decisions' },
    { member: 'use', type: 'choice', vocabulary: 'consent-uses', hasHint: true },
    { member: 'audience', type: 'text', hasHint: true },
    { member: 'valid_until', type: 'date' },
    { member: 'identity', type: 'term', vocabulary: 'consent-identities' },
    { member: 'voice', type: 'known' },
    { member: 'image', type: 'known' },
    { member: 'conditions', type: 'long', isWide: true, hasHint: true },
    { member: 'obtained', type: 'object', of: OBTAINED, isWide: true },
  ],
);
