import { ACT } from './act';
import { EVERY_RECORD } from './common';
import { CONSENT } from './consent';
import { LEG } from './journey';
import { shape, type Group } from './shape';

export const NARRATOR = shape(
  'narrator',
  ['person', 'code', 'connection'],
  [
    { member: 'person', type: 'record', kind: 'person' },
    { member: 'code', type: 'text', hasHint: true },
    { member: 'connection', type: 'term', vocabulary: 'source-connections' },
  ],
);

export const SESSION = shape(
  'session',
  ['date', 'place', 'interviewers', 'language'],
  [
    { member: 'date', type: 'date' },
    { member: 'place', type: 'mention', kind: 'place' },
    { member: 'interviewers', type: 'mentions', kind: 'person' },
    { member: 'interpreters', type: 'mentions', kind: 'person' },
    { member: 'present', type: 'mentions', kind: 'person' },
    { member: 'language', type: 'term', vocabulary: 'languages' },
    { member: 'recording', type: 'terms', vocabulary: 'recording-ways' },
    { member: 'note', type: 'long', isWide: true },
  ],
);

/** All but title, status and narrative, which belong to the editor. */
export const TESTIMONY = shape(
  'testimony',
  [],
  [
    { member: 'narrator', type: 'object', of: NARRATOR },
    { member: 'language', type: 'term', vocabulary: 'languages' },
    { member: 'translation_language', type: 'term', vocabulary: 'languages' },
    { member: 'sessions', type: 'list', of: SESSION, as: 'cards' },
    { member: 'acts', type: 'list', of: ACT, as: 'cards' },
    { member: 'journey', type: 'list', of: LEG, as: 'cards' },
    { member: 'consent', type: 'list', of: CONSENT, as: 'cards' },
    { member: 'notes', type: 'long', isWide: true },
    ...EVERY_RECORD,
  ],
);

const GROUPS: Group[] = [
  { name: 'narrator', members: ['narrator', 'language', 'translation_language'], isFolded: true },
  { name: 'consent', members: ['consent'], isAlways: true },
  { name: 'acts', members: ['acts'] },
  { name: 'journey', members: ['journey'] },
  { name: 'sessions', members: ['sessions'] },
  { name: 'notes', members: ['notes'] },
  { name: 'links', members: ['links'] },
  { name: 'keeping', members: ['confidentiality', 'tags'], isFolded: true, isAlways: true },
];

/** The text has the middle for itself. */
export const TESTIMONY_GROUPS: Group[] = GROUPS.map((group) => ({ ...group, isBeside: true }));
