import { shape, type Described } from './shape';

export const LINK = shape(
  'link',
  ['record', 'role'],
  [
    { member: 'record', type: 'record' },
    { member: 'role', type: 'term', vocabulary: 'link-roles' },
  ],
);

export const NAME = shape(
  'name',
  ['text', 'script', 'type', 'language', 'note'],
  [
    { member: 'text', type: 'text' },
    { member: 'script', type: 'term', vocabulary: 'scripts' },
    { member: 'type', type: 'term', vocabulary: 'name-types' },
    { member: 'language', type: 'term', vocabulary: 'languages' },
    { member: 'note', type: 'text', hasHint: true },
  ],
  ['text', 'script', 'type'],
);

export const PASSAGE = shape(
  'passage',
  ['paragraph', 'column', 'quote'],
  [
    { member: 'paragraph', type: 'paragraph', isWide: true },
    { member: 'column', type: 'choice', vocabulary: 'passage-columns' },
    { member: 'quote', type: 'text', hasHint: true, isWide: true },
  ],
);

export const PASSAGES: Described = { member: 'passages', type: 'list', of: PASSAGE, as: 'cards' };

/** What every record has. */
export const EVERY_RECORD: Described[] = [
  { member: 'confidentiality', type: 'confidentiality' },
  { member: 'tags', type: 'tags', hasHint: true },
  { member: 'links', type: 'links', of: LINK },
];
