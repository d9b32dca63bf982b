import { PASSAGES } from './common';
import { shape } from './shape';

export const COST = shape(
  'cost',
  ['text', 'amount currency', 'paid_to'],
  [
    { member: 'amount', type: 'number', least: 0, isWhole: true },
    { member: 'currency', type: 'text', hasHint: true },
    { member: 'text', type: 'text', isWide: true },
    { member: 'paid_by', type: 'mention', kind: 'person' },
    { member: 'paid_to', type: 'mention', kind: 'person' },
    { member: 'owed', type: 'known' },
  ],
);

export const HARM = shape(
  'harm',
  ['type', 'by', 'dates', 'text'],
  [
    { member: 'type', type: 'term', vocabulary: 'harms' },
    { member: 'by', type: 'mention', kind: 'person' },
    { member: 'dates', type: 'date' },
    { member: 'text', type: 'long', isWide: true },
    PASSAGES,
  ],
);

export const LEG = shape(
  'leg',
  ['from → to', 'dates', 'type', 'means'],
  [
    { member: 'from', type: 'mention', kind: 'place' },
    { member: 'to', type: 'mention', kind: 'place' },
    { member: 'type', type: 'term', vocabulary: 'leg-types' },
    { member: 'dates', type: 'date' },
    { member: 'means', type: 'terms', vocabulary: 'leg-means', isWide: true },
    { member: 'brokers', type: 'mentions', kind: 'person' },
    { member: 'companions', type: 'mentions', kind: 'person' },
    { member: 'costs', type: 'list', of: COST, as: 'cards' },
    { member: 'harms', type: 'list', of: HARM, as: 'cards' },
    PASSAGES,
    { member: 'note', type: 'long', isWide: true },
  ],
);
