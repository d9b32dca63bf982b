import { ATTACHMENT, ATTACHMENT_GROUPS } from './attachment';
import { NOTE, NOTE_GROUPS } from './note';
import { PERSON, PERSON_GROUPS } from './person';
import { PLACE, PLACE_GROUPS } from './place';
import type { Group, Shape } from './shape';
import { TESTIMONY, TESTIMONY_GROUPS } from './testimony';

export { dashed, fieldOf, type Field, type Group, type Shape } from './shape';

const FORMS: Record<string, { shape: Shape; groups: Group[] }> = {
  person: { shape: PERSON, groups: PERSON_GROUPS },
  place: { shape: PLACE, groups: PLACE_GROUPS },
  note: { shape: NOTE, groups: NOTE_GROUPS },
  attachment: { shape: ATTACHMENT, groups: ATTACHMENT_GROUPS },
  testimony: { shape: TESTIMONY, groups: TESTIMONY_GROUPS },
};

/** The form of a kind of record; a kind of a later version has none. */
export function formOf(kind: string): { shape: Shape; groups: Group[] } {
  return FORMS[kind] ?? { shape: { name: kind, fields: [], says: [], row: [] }, groups: [] };
}
