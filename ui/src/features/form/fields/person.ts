import { EVERY_RECORD, NAME } from './common';
import { CONTACT, DOCUMENT, NEED, OCCUPATION, RELATIONSHIP, WHEREABOUTS } from './person-parts';
import { shape, type Group } from './shape';

export const PERSON = shape(
  'person',
  ['names', 'code'],
  [
    { member: 'names', type: 'list', of: NAME, as: 'rows' },
    { member: 'code', type: 'text', hasHint: true },
    { member: 'form', type: 'term', vocabulary: 'person-forms' },
    { member: 'roles', type: 'terms', vocabulary: 'person-roles', isWide: true },
    { member: 'sex', type: 'term', vocabulary: 'sexes' },
    { member: 'birth_date', type: 'date' },
    { member: 'birthplace', type: 'mention', kind: 'place' },
    { member: 'province_of_origin', type: 'term', vocabulary: 'provinces' },
    { member: 'languages', type: 'terms', vocabulary: 'languages', isWide: true },
    { member: 'relationships', type: 'list', of: RELATIONSHIP, as: 'cards' },
    { member: 'occupations', type: 'list', of: OCCUPATION, as: 'cards' },
    { member: 'documents', type: 'list', of: DOCUMENT, as: 'cards' },
    { member: 'contacts', type: 'list', of: CONTACT, as: 'cards' },
    { member: 'needs', type: 'list', of: NEED, as: 'cards' },
    { member: 'whereabouts', type: 'list', of: WHEREABOUTS, as: 'cards' },
    { member: 'reliability', type: 'term', vocabulary: 'reliability' },
    { member: 'reliability_note', type: 'long', isWide: true },
    { member: 'notes', type: 'long', isWide: true },
    ...EVERY_RECORD,
  ],
);

export const PERSON_GROUPS: Group[] = [
  { name: 'names', members: ['names', 'code', 'form', 'roles'], isAlways: true },
  { name: 'contacts', members: ['contacts'] },
  { name: 'whereabouts', members: ['whereabouts'] },
  { name: 'needs', members: ['needs'] },
  {
    name: 'origin',
    members: ['sex', 'birth_date', 'birthplace', 'province_of_origin', 'languages'],
    isFolded: true,
  },
  { name: 'relationships', members: ['relationships'] },
  { name: 'occupations', members: ['occupations'] },
  { name: 'documents', members: ['documents'] },
  { name: 'reliability', members: ['reliability', 'reliability_note'], isFolded: true },
  { name: 'notes', members: ['notes'] },
  { name: 'links', members: ['links'], isBeside: true },
  { name: 'keeping', members: ['confidentiality', 'tags'], isAlways: true, isBeside: true },
];
