import type { PastRevision } from '../../bindings/api/PastRevision';
import { isObject } from '../reading';
import { isSame } from './same';
import type { Question } from './tree';

/** What the record said before its sides parted; undefined where that is not one revision, or is not held here. */
export function ancestorOf(revisions: PastRevision[], heads: string[]): unknown {
  const byName = new Map(revisions.map((one) => [one.revision, one]));
  const before = (name: string) => {
    const seen = new Set<string>();
    const open = [name];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (seen.has(next)) continue;
      seen.add(next);
      open.push(...(byName.get(next)?.parents ?? []));
    }
    return seen;
  };
  const [first = new Set<string>(), ...rest] = heads.map(before);
  const shared = [...first].filter((name) => rest.every((other) => other.has(name)));
  const newest = shared.filter((name) => !shared.some((other) => other !== name && before(other).has(name)));
  const found = newest.length === 1 ? byName.get(newest[0] ?? '')?.record : undefined;
  return found ?? undefined;
}

/** The one side that changed this since the sides parted; undefined where several did, or nobody knows. */
export function onlyChanged(question: Question, ancestor: unknown): number | undefined {
  if (!isObject(ancestor) || question.is === 'order') return undefined;
  const was = question.path.reduce<unknown>(
    (value, step) =>
      Array.isArray(value)
        ? value.find((one) => isObject(one) && one['id'] === step)
        : isObject(value)
          ? value[step]
          : undefined,
    ancestor,
  );
  const changed = question.values.flatMap((value, side) => (isSame(value, was) ? [] : [side]));
  return changed.length === 1 ? changed[0] : undefined;
}
