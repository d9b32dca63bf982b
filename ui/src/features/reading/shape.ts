import { SHAPES } from '../../bindings/schema';

/** What a value of a record is, by its looks: a record may come from a later version with members that are not known here. */
export type Element = Record<string, unknown>;

export function isObject(value: unknown): value is Element {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** It says nothing: an empty text, an empty list, or things that say nothing themselves. */
export function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true;
  if (Array.isArray(value)) return value.every(isEmpty);
  if (isObject(value)) return membersOf(value).every((member) => isEmpty(value[member]));
  return false;
}

/** The members that are for reading. Ids name elements; nobody reads them. */
export function membersOf(value: Element): string[] {
  return Object.keys(value).filter((member) => member !== 'id');
}

/** A person or a place that is spoken of: a record, words, or both. */
export function isMention(value: Element): boolean {
  const members = membersOf(value);
  return members.length > 0 && members.every((member) => member === 'record' || member === 'text');
}

/** Members whose text is the id of a record, wherever they stand. */
const LINKS = new Set(
  Object.values(SHAPES).flatMap(({ fields }) =>
    fields
      .filter(({ type }) => type === 'record' || type === 'records')
      .map(({ member }) => member as string),
  ),
);

export function isLink(member: string, value: unknown): value is string {
  return LINKS.has(member) && typeof value === 'string' && value !== '';
}

/** The ids of all records that a value speaks of. */
export function linksIn(value: unknown, member = ''): string[] {
  if (isLink(member, value)) return [value];
  if (Array.isArray(value)) return value.flatMap((one) => linksIn(one, member));
  if (isObject(value)) return Object.entries(value).flatMap(([name, one]) => linksIn(one, name));
  return [];
}
