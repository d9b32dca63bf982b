import type { ClashView } from '../../bindings/api/ClashView';
import type { Conflict } from '../../bindings/api/Conflict';
import type { How } from '../../bindings/api/How';
import type { Platform } from '..';
import { Failure } from '../failure';
import { head, held, opened, saveRevision, type HeldRecord, type Memory } from './memory';
import { shownOf } from './records';
import { titleOf } from './title';

type Members = Record<string, unknown>;
const isAlike = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** Where members differ: the twin takes them as wholes, and knows nothing of what came before. */
function clashesOf(sides: Conflict['sides']): ClashView[] {
  const records = sides.map((side) => side.record as Members);
  const names = [...new Set(records.flatMap((record) => Object.keys(record)))];
  const differing = names.filter((name) => records.some((one) => !isAlike(one[name], records[0]?.[name])));
  return differing.map((name) => {
    const areTexts = records.every((record) => typeof record[name] === 'string');
    return {
      path: name,
      field: name,
      positions: [],
      sort: areTexts ? 'text' : 'value',
      sides: sides.map(({ revision }, at) => {
        return { side: at + 1, revision, value: records[at]?.[name] ?? null, is_changed: true };
      }),
      is_before_known: false,
      before: null,
      can_take_both: areTexts,
      can_write: true,
      differences: [],
    };
  });
}

function showOf(record: HeldRecord): Conflict {
  if (record.heads.length < 2) throw new Failure('no_conflict', { record: record.id });
  const sides = record.heads.map((revision) => shownOf(record, revision));
  const { id, kind } = record;
  return { id, kind, sides, clashes: clashesOf(sides), merged: sides[0]?.record, taken: [] };
}

function chosen(clash: ClashView, how: How): unknown {
  if (how === 'both') return clash.sides.map((side) => side.value).join('\n\n');
  if ('write' in how) return how.write;
  return clash.sides.find((side) => side.revision === how.take)?.value;
}

export function twinConflicts(memory: Memory): Platform['conflict'] {
  const write = (record: HeldRecord, value: unknown) => {
    return { id: record.id, revision: saveRevision(opened(memory), record, record.heads, value) };
  };
  return {
    list: async () => ({
      conflicts: [...opened(memory).records.values()]
        .filter((one) => one.heads.length > 1)
        .map((one) => {
          const { id, kind, heads } = one;
          const { length: clashes } = showOf(one).clashes;
          return { id, kind, heads, clashes, title: titleOf(kind, head(one).record) };
        }),
      merged: [],
    }),
    show: async (id) => showOf(held(memory, id)),
    resolve: async (id, value) => {
      showOf(held(memory, id));
      return write(held(memory, id), value);
    },
    settle: async (id, { heads, all_from, choices }) => {
      const record = held(memory, id);
      const shown = showOf(record);
      if (heads.length > 0 && !isAlike(heads.toSorted(), record.heads.toSorted()))
        throw new Failure('heads_changed', { record: id });
      const settled = structuredClone(shown.merged) as Members;
      for (const clash of shown.clashes) {
        const how =
          choices.find((choice) => choice.path === clash.path)?.how ?? (all_from && { take: all_from });
        if (!how) throw new Failure('clashes_open', { record: id, field: clash.path });
        settled[clash.path] = chosen(clash, how);
      }
      return write(record, settled);
    },
    // What differs in memory always clashes.
    merge: async (id) => {
      showOf(held(memory, id));
      throw new Failure('record_in_conflict', { record: id });
    },
    mergeAll: async () => {
      const torn = [...opened(memory).records.values()].filter((one) => one.heads.length > 1);
      return { saved: [], in_conflict: torn.map((one) => one.id) };
    },
  };
}
