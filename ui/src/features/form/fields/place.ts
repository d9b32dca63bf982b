import { EVERY_RECORD, NAME } from './common';
import { shape, type Group } from './shape';

export const COORDINATES = shape(
  'coordinates',
  ['latitude', 'longitude', 'precision'],
  [
    { member: 'latitude', type: 'number', least: -90, most: 90, hasHint: true },
    { member: 'longitude', type: 'number', least: -180, most: 180, hasHint: true },
    { member: 'precision', type: 'term', vocabulary: 'precisions' },
    { member: 'source', type: 'text', hasHint: true },
  ],
);

export const PLACE = shape(
  'place',
  ['names', 'type', 'parent'],
  [
    { member: 'names', type: 'list', of: NAME, as: 'rows' },
    { member: 'type', type: 'term', vocabulary: 'place-types' },
    { member: 'parent', type: 'mention', kind: 'place', hasHint: true },
    { member: 'province', type: 'term', vocabulary: 'provinces' },
    { member: 'country', type: 'text', hasHint: true },
    { member: 'coordinates', type: 'object', of: COORDINATES },
    { member: 'description', type: 'long', isWide: true, hasHint: true },
    ...EVERY_RECORD,
  ],
);

export const PLACE_GROUPS: Group[] = [
  { name: 'names', members: ['names', 'type', 'parent', 'province', 'country'], isAlways: true },
  { name: 'description', members: ['description'], isAlways: true },
  { name: 'coordinates', members: ['coordinates'] },
  { name: 'links', members: ['links'], isBeside: true },
  { name: 'keeping', members: ['confidentiality', 'tags'], isAlways: true, isBeside: true },
];
