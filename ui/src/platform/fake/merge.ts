import type { ClashView } from '../../bindings/api/ClashView';
import type { TakenView } from '../../bindings/api/TakenView';
import { rowsOf } from './differences';
import type { HeldRecord } from './memory';

type Members = Record<string, unknown>;
const isAlike = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
const isObject = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const idsOf = (list: unknown) => (Array.isArray(list) ? list.map((one: { id?: string }) => one?.id) : []);
const TEXTS = new Set(['title', 'original', 'translation', 'text', 'note', 'notes', 'description']);

export interface MergedHeads {
  clashes: ClashView[];
  taken: TakenView[];
  merged: Members;
}

/** What the heads of a record say together: what crates/domain/src/history/merge does, as far as screens are tested by it. */
export function mergeHeads(record: HeldRecord): MergedHeads {
  const sides = record.heads.map((head) => record.revisions.find((one) => one.revision === head));
  const before = ancestorOf(record);
  const result: MergedHeads = { clashes: [], taken: [], merged: {} };
  const values = sides.map((side) => side?.record);
  result.merged = mergeAt('', [], before, values) as Members;
  return result;

  function mergeAt(path: string, positions: number[], was: unknown, values: unknown[]): unknown {
    const changed = values.flatMap((value, at) => (isAlike(value, was) ? [] : [at]));
    const [first] = changed;
    if (first === undefined) return was;
    const value = values[first];
    if (changed.every((at) => isAlike(values[at], value)) && (changed.length === 1 || path !== '')) {
      if (path !== '') take(path, positions, changed, value);
      if (path !== '' || !isObject(value)) return value;
    }
    if (values.every(isObject) && (isObject(was) || was === undefined))
      return mergeMembers(path, positions, was ?? {}, values);
    if (values.every((one) => Array.isArray(one) && idsOf(one).every(Boolean)))
      return mergeList(path, positions, was, values as Members[][]);
    if (values.every((one) => Array.isArray(one) && one.every((text) => typeof text === 'string'))) {
      const all = [...new Set(values.flat())];
      take(path, positions, changed, all);
      return all;
    }
    result.clashes.push(clash(path, positions, was, values, changed));
    return value;
  }

  function mergeMembers(path: string, positions: number[], was: Members, values: Members[]): Members {
    const names = [...new Set(values.flatMap((one) => Object.keys(one)))];
    const said = names.map((name) => {
      const inner = values.map((one) => one[name]);
      return [name, mergeAt(path === '' ? name : `${path}.${name}`, positions, was[name], inner)];
    });
    return Object.fromEntries(said.filter(([, one]) => one !== undefined)) as Members;
  }

  function mergeList(path: string, positions: number[], was: unknown, lists: Members[][]): unknown[] {
    const ids = [...new Set(lists.flatMap(idsOf))];
    const of = (list: unknown, id: unknown): unknown =>
      Array.isArray(list) ? (list as Members[]).find((one) => one['id'] === id) : undefined;
    const all = ids.map((id, at) => {
      const inner = lists.map((list) => of(list, id));
      return mergeAt(`${path}[${id}]`, [...positions, at + 1], of(was, id), inner);
    });
    return all.filter((one) => one !== undefined);
  }

  function take(path: string, positions: number[], changed: number[], value: unknown) {
    result.taken.push({ path, field: fieldOf(path), positions, sides: changed.map((at) => at + 1), value });
  }

  function clash(
    path: string,
    positions: number[],
    was: unknown,
    values: unknown[],
    changed: number[],
  ): ClashView {
    const texts = changed.map((at) => values[at]);
    const isText = TEXTS.has(path.split('.').at(-1) ?? '') && texts.every((one) => typeof one === 'string');
    const [left = 0, right = 0] = changed;
    const rows = isText ? rowsOf(String(values[left]), String(values[right])) : [];
    return {
      path,
      field: fieldOf(path),
      positions,
      sort: path.endsWith(']') ? 'element' : isText ? 'text' : 'value',
      sides: record.heads.map((revision, at) => {
        return { side: at + 1, revision, value: values[at] ?? null, is_changed: changed.includes(at) };
      }),
      is_before_known: before !== undefined,
      before: was ?? null,
      can_take_both: isText,
      can_write: true,
      differences: isText ? [{ left: left + 1, right: right + 1, rows }] : [],
    };
  }
}

const fieldOf = (path: string) => path.replaceAll(/\[[^\]]*\]/g, '');

/** Whether a person has to settle it. */
export function isInConflict(record: HeldRecord): boolean {
  return record.heads.length > 1 && mergeHeads(record).clashes.length > 0;
}

/** What the record said before its heads parted. */
function ancestorOf({ revisions, heads }: HeldRecord): unknown {
  const before = (name: string): string[] => {
    const parents = revisions.find((one) => one.revision === name)?.parents ?? [];
    return [name, ...parents.flatMap(before)];
  };
  const all = heads.map(before);
  return revisions.findLast(({ revision }) => all.every((names) => names.includes(revision)))?.record;
}
