import { EVERY_RECORD } from './common';
import { shape, type Group } from './shape';

export const ATTACHMENT = shape(
  'attachment',
  ['name', 'shows'],
  [
    { member: 'name', type: 'text' },
    { member: 'media_type', type: 'fixed' },
    { member: 'size', type: 'fixed' },
    { member: 'sha256', type: 'fixed' },
    { member: 'shows', type: 'long', isWide: true },
    { member: 'source', type: 'text', isWide: true, hasHint: true },
    { member: 'attached_to', type: 'record' },
    ...EVERY_RECORD,
  ],
);

export const ATTACHMENT_GROUPS: Group[] = [
  { name: 'attachment', members: ['name', 'shows', 'source', 'attached_to'], isAlways: true },
  { name: 'file', members: ['media_type', 'size', 'sha256'], isFolded: true },
  { name: 'links', members: ['links'], isBeside: true },
  { name: 'keeping', members: ['confidentiality', 'tags'], isAlways: true, isBeside: true },
];
