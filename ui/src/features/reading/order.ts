import { isEmpty, membersOf, type Element } from './shape';

const FIRST: Record<string, string[]> = {
  testimony: [
    'title',
    'status',
    'narrator',
    'language',
    'translation_language',
    'narrative',
    'acts',
    'journey',
    'sessions',
    'consent',
  ],
  person: ['names', 'code', 'form', 'roles', 'sex', 'birth_date', 'birthplace', 'province_of_origin'],
  place: ['names', 'type', 'parent', 'province', 'country', 'coordinates', 'description'],
  note: ['date', 'type', 'text', 'about', 'author'],
  attachment: ['name', 'shows', 'source', 'media_type', 'size', 'sha256', 'attached_to'],
};
const LAST = ['notes', 'note', 'confidentiality', 'tags', 'links'];

/** The members of a record that say something, in the order in which a person looks for them. */
export function orderOf(kind: string, value: Element, isAll = false): string[] {
  const first = FIRST[kind] ?? [];
  const rank = (member: string) => {
    const at = first.indexOf(member);
    if (at >= 0) return at;
    const end = LAST.indexOf(member);
    return end >= 0 ? 2000 + end : 1000;
  };
  return membersOf(value)
    .filter((member) => isAll || !isEmpty(value[member]))
    .toSorted((a, b) => rank(a) - rank(b));
}
