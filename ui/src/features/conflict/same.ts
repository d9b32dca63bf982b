import { isEmpty, isObject } from '../reading';

/** Whether two values say the same. What says nothing is the same as what is not there. */
export function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (isEmpty(a) && isEmpty(b)) return true;
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((one, at) => isSame(one, b[at]));
  if (!isObject(a) || !isObject(b)) return false;
  const members = new Set([...Object.keys(a), ...Object.keys(b)]);
  const own = (value: typeof a, member: string) => (Object.hasOwn(value, member) ? value[member] : undefined);
  return [...members].every((member) => isSame(own(a, member), own(b, member)));
}

/** Everything of the first, then what only the others have. */
export function union(lists: unknown[][]): unknown[] {
  const all: unknown[] = [];
  for (const one of lists.flat()) if (!all.some((held) => isSame(held, one))) all.push(one);
  return all;
}
