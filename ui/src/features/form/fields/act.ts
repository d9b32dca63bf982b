import { PASSAGES } from './common';
import { shape } from './shape';

export const VICTIM = shape(
  'victim',
  ['person', 'status', 'note'],
  [
    { member: 'person', type: 'mention', kind: 'person' },
    { member: 'status', type: 'term', vocabulary: 'victim-statuses' },
    { member: 'note', type: 'text', isWide: true },
  ],
);

export const PERPETRATOR = shape(
  'perpetrator',
  ['person', 'type', 'post', 'involvement'],
  [
    { member: 'person', type: 'mention', kind: 'person' },
    { member: 'type', type: 'term', vocabulary: 'perpetrator-types' },
    { member: 'involvement', type: 'term', vocabulary: 'involvements' },
    { member: 'post', type: 'text', hasHint: true },
    { member: 'status', type: 'term', vocabulary: 'perpetrator-statuses' },
    { member: 'note', type: 'text' },
  ],
);

export const ACT = shape(
  'act',
  ['type', 'how_known', 'perpetrators', 'place', 'dates'],
  [
    { member: 'type', type: 'term', vocabulary: 'act-types' },
    { member: 'how_known', type: 'term', vocabulary: 'how-known' },
    { member: 'dates', type: 'date' },
    { member: 'date_type', type: 'term', vocabulary: 'date-types' },
    { member: 'place', type: 'mention', kind: 'place' },
    { member: 'reliability', type: 'term', vocabulary: 'reliability' },
    { member: 'victims', type: 'list', of: VICTIM, as: 'cards' },
    { member: 'perpetrators', type: 'list', of: PERPETRATOR, as: 'cards' },
    { member: 'methods', type: 'terms', vocabulary: 'methods', isWide: true },
    { member: 'stated_reason', type: 'long', isWide: true },
    { member: 'consequences', type: 'long', isWide: true },
    PASSAGES,
    { member: 'note', type: 'long', isWide: true },
  ],
);
