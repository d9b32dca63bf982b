import { shape } from './shape';

export const RELATIONSHIP = shape(
  'relationship',
  ['relation', 'person', 'dates', 'note'],
  [
    { member: 'relation', type: 'term', vocabulary: 'relationships', hasHint: true },
    { member: 'person', type: 'mention', kind: 'person' },
    { member: 'dates', type: 'date' },
    { member: 'note', type: 'text' },
  ],
);

export const OCCUPATION = shape(
  'occupation',
  ['title', 'employer', 'place', 'dates'],
  [
    { member: 'title', type: 'text' },
    { member: 'employer', type: 'text', hasHint: true },
    { member: 'place', type: 'mention', kind: 'place' },
    { member: 'dates', type: 'date' },
    { member: 'note', type: 'text', isWide: true },
  ],
);

export const DOCUMENT = shape(
  'identity-document',
  ['type', 'number', 'issuer', 'expires'],
  [
    { member: 'type', type: 'term', vocabulary: 'document-types' },
    { member: 'number', type: 'text' },
    { member: 'issuer', type: 'text' },
    { member: 'name', type: 'text', hasHint: true },
    { member: 'issued', type: 'date' },
    { member: 'expires', type: 'date' },
    { member: 'genuine', type: 'known' },
    { member: 'note', type: 'text' },
  ],
);

export const CONTACT = shape(
  'contact',
  ['channel', 'value', 'through'],
  [
    { member: 'channel', type: 'term', vocabulary: 'contact-channels' },
    { member: 'value', type: 'text' },
    { member: 'safe', type: 'known', hasHint: true },
    { member: 'safe_hours', type: 'text', hasHint: true },
    { member: 'say_you_are', type: 'text', hasHint: true },
    { member: 'through', type: 'mention', kind: 'person', hasHint: true },
    { member: 'note', type: 'text', isWide: true },
  ],
);

export const NEED = shape(
  'need',
  ['area', 'text', 'status', 'next_step', 'due'],
  [
    { member: 'area', type: 'term', vocabulary: 'needs' },
    { member: 'status', type: 'term', vocabulary: 'need-statuses' },
    { member: 'text', type: 'text', isWide: true },
    { member: 'next_step', type: 'text' },
    { member: 'due', type: 'date' },
    { member: 'provider', type: 'mention', kind: 'person' },
    { member: 'since', type: 'date' },
  ],
);

export const WHEREABOUTS = shape(
  'whereabouts',
  ['status', 'place', 'dates', 'how_known'],
  [
    { member: 'status', type: 'term', vocabulary: 'whereabouts' },
    { member: 'place', type: 'mention', kind: 'place' },
    { member: 'dates', type: 'date' },
    { member: 'how_known', type: 'term', vocabulary: 'how-known' },
    { member: 'note', type: 'text', isWide: true },
  ],
);
