import type { ClashView } from '../../bindings/api/ClashView';
import type { Conflict } from '../../bindings/api/Conflict';
import type { How } from '../../bindings/api/How';
import type { Platform } from '..';
import { Failure } from '../failure';
import { head, held, opened, saveRevision, type HeldRecord, type Memory } from './memory';
import { checkRefusals } from './refusals';
import { shownOf } from './records';
import { titleOf } from './title';
import { isInConflict, mergeHeads } from './merge';

const isAlike = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

function showOf(record: HeldRecord): Conflict {
  if (record.heads.length < 2) throw new Failure('no_conflict', { record: record.id });
  const { id, kind } = record;
  return {
    id,
    kind,
    sides: record.heads.map((revision) => shownOf(record, revision)),
    ...mergeHeads(record),
  };
}

function chosen(clash: ClashView, how: How): unknown {
  if (how === 'both') return clash.sides.map((side) => side.value).join('\n\n');
  if ('write' in how) return how.write;
  return clash.sides.find((side) => side.revision === how.take)?.value;
}

/** Puts a value into a record; `path` as the core writes it. */
function put(record: unknown, path: string, value: unknown): void {
  const steps = path.match(/\[[^\]]*\]|[^.[\]]+/g) ?? [];
  const last = steps.pop() ?? '';
  const at = steps.reduce<unknown>((found, step) => {
    if (!step.startsWith('[')) return (found as Record<string, unknown>)[step];
    return (found as { id: string }[]).find(({ id }) => `[${id}]` === step);
  }, record);
  if (value === null || value === undefined) delete (at as Record<string, unknown>)[last];
  else (at as Record<string, unknown>)[last] = value;
}

export function fakeConflicts(memory: Memory): Platform['conflict'] {
  const write = (record: HeldRecord, value: unknown) => {
    return {
      id: record.id,
      revision: saveRevision(opened(memory), record, record.heads, value),
      unknown: [],
    };
  };
  const several = () => [...opened(memory).records.values()].filter((one) => one.heads.length > 1);
  const lineOf = (record: HeldRecord) => {
    const { id, kind, heads } = record;
    const clashes = mergeHeads(record).clashes.length;
    return { id, kind, heads, clashes, title: titleOf(kind, head(record).record) };
  };
  const merge = (record: HeldRecord) => write(record, mergeHeads(record).merged);
  return {
    list: async () => ({
      conflicts: several().filter(isInConflict).map(lineOf),
      merged: several()
        .filter((one) => !isInConflict(one))
        .map(lineOf),
    }),
    show: async (id) => structuredClone(showOf(held(memory, id))),
    settle: async (id, { heads, all_from, choices, drops_refusals }) => {
      const record = held(memory, id);
      const shown = structuredClone(showOf(record));
      if (heads.length === 0) throw new Failure('heads_missing', { record: id });
      if (!isAlike(heads.toSorted(), record.heads.toSorted()))
        throw new Failure('heads_changed', { record: id });
      for (const clash of shown.clashes) {
        const how =
          choices.find((choice) => choice.path === clash.path)?.how ?? (all_from ? { take: all_from } : null);
        if (!how) throw new Failure('clashes_open', { record: id, field: clash.path });
        put(shown.merged, clash.path, chosen(clash, how));
      }
      if (!drops_refusals) for (const { record: was } of shown.sides) checkRefusals(id, was, shown.merged);
      return write(record, shown.merged);
    },
    merge: async (id) => {
      showOf(held(memory, id));
      if (isInConflict(held(memory, id))) throw new Failure('record_in_conflict', { record: id });
      return { saved: [merge(held(memory, id))], in_conflict: [] };
    },
    mergeAll: async () => {
      const inConflict = several().filter(isInConflict);
      const saved = several()
        .filter((one) => !isInConflict(one))
        .map(merge);
      return { saved, in_conflict: inConflict.map((one) => one.id) };
    },
  };
}
