import { EVERY_RECORD } from './common';
import { shape, type Group } from './shape';

export const NOTE = shape(
  'note',
  ['text', 'date'],
  [
    { member: 'date', type: 'date' },
    { member: 'type', type: 'term', vocabulary: 'note-types' },
    { member: 'text', type: 'prose', isWide: true },
    { member: 'about', type: 'records', isWide: true },
    { member: 'author', type: 'mention', kind: 'person' },
    ...EVERY_RECORD,
  ],
);

export const NOTE_GROUPS: Group[] = [
  { name: 'note', members: ['date', 'type', 'text', 'about'], isAlways: true },
  { name: 'author', members: ['author'] },
  { name: 'links', members: ['links'], isBeside: true },
  { name: 'keeping', members: ['confidentiality', 'tags'], isAlways: true, isBeside: true },
];
