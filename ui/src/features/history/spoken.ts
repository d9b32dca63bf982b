import { inWords, isEmpty, isObject, type Titles } from '../reading';

/** Any value of a record as one text. */
export function spoken(kind: string, path: string[], value: unknown, titles: Titles): string {
  if (isEmpty(value)) return '';
  if (Array.isArray(value))
    return value
      .map((one) => spoken(kind, path, one, titles))
      .filter(Boolean)
      .join(', ');
  if (!isObject(value)) return inWords(kind, path, value, titles);
  return Object.entries(value)
    .filter(([member]) => member !== 'id')
    .map(([member, one]) => spoken(kind, [...path, member], one, titles))
    .filter(Boolean)
    .join(' · ');
}
