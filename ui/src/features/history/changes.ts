import { isEmpty, isObject, orderOf, type Element } from '../reading';

/** One thing that a revision says otherwise than the one before. */
export interface Change {
  key: string;
  /** The members that lead to it. */
  path: string[];
  /** For a part of a list: its place there, from 1. */
  number: number | null;
  /** What stood there; empty where it was added. */
  before: unknown;
  /** What stands there; empty where it was taken out. */
  after: unknown;
}

/** What changed between two states of a record, field by field; in lists by element, in a narrative by column. */
export function changesBetween(kind: string, before: unknown, after: unknown): Change[] {
  const [old, now] = [isObject(before) ? before : {}, isObject(after) ? after : {}];
  return orderOf(kind, { ...old, ...now }, true).flatMap((member) =>
    within([member], old[member], now[member]),
  );
}

function within(path: string[], before: unknown, after: unknown): Change[] {
  if (isSame(before, after) || (isEmpty(before) && isEmpty(after))) return [];
  const whole = { key: path.join('.'), path, number: null, before, after };
  const [old, now] = [elementsOf(before), elementsOf(after)];
  if (!old || !now) return [whole];
  const changes = [
    ...now.map((element, at) => ({ at, element, earlier: old.find((one) => one['id'] === element['id']) })),
    ...old
      .map((earlier, at) => ({ at, element: undefined, earlier }))
      .filter(({ earlier }) => !now.some((one) => one['id'] === earlier['id'])),
  ].flatMap(({ at, element, earlier }) => inElement(path, at + 1, earlier, element));
  // Only their order is another.
  return changes.length > 0 ? changes : [whole];
}

function inElement(path: string[], number: number, before?: Element, after?: Element): Change[] {
  const parts = path[0] === 'narrative' ? ['original', 'translation'] : [null];
  return parts
    .map((part) => ({
      key: [...path, number, part, before ? 'was' : 'new'].join('.'),
      path: part ? [...path, part] : path,
      number,
      before: part ? before?.[part] : before,
      after: part ? after?.[part] : after,
    }))
    .filter(
      (change) => !isSame(change.before, change.after) && !(isEmpty(change.before) && isEmpty(change.after)),
    );
}

/** A list whose elements can be distinguished; nothing counts as an empty one. */
function elementsOf(value: unknown): Element[] | null {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) return null;
  return value.every((one) => isObject(one) && typeof one['id'] === 'string') ? (value as Element[]) : null;
}

function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((one, at) => isSame(one, b[at]));
  if (!isObject(a) || !isObject(b)) return false;
  const members = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...members].every((member) => isSame(a[member], b[member]));
}
