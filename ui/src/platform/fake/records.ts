import type { RecordLine } from '../../bindings/api/RecordLine';
import type { Shown } from '../../bindings/api/Shown';
import type { Platform } from '..';
import { Failure } from '../failure';
import { countsOf, find, inOrder, pageOf, places, placesIn } from './finding';
import { head, held, opened, saveRevision, type HeldRecord, type Memory } from './memory';
import { checkRefusals } from './refusals';
import { titleOf } from './title';
import { isInConflict, mergeHeads } from './merge';

function lineOf(record: HeldRecord): RecordLine {
  const { revision, saved_at, record: value } = head(record);
  return {
    id: record.id,
    kind: record.kind,
    title: titleOf(record.kind, value),
    revision,
    saved_at,
    heads: record.heads.length,
    is_conflict: isInConflict(record),
    is_unreadable: false,
  };
}

export function shownOf(record: HeldRecord, revision: string): Shown {
  const found = record.revisions.find((one) => one.revision === revision);
  if (!found) throw new Failure('revision_not_found');
  const { saved_by, saved_at, trashed, record: value } = found;
  const { id, kind, heads } = record;
  const is_conflict = isInConflict(record);
  const stands = { heads, is_conflict, is_merged: heads.length > 1 && !is_conflict };
  const by = { saved_by, saved_at, trashed };
  return { id, kind, record: structuredClone(value), revision, base: revision, ...stands, ...by };
}

function move(memory: Memory, id: string, trashed: boolean) {
  const record = held(memory, id);
  if (isInConflict(record)) throw new Failure('record_in_conflict', { record: id });
  return { id, revision: saveRevision(opened(memory), record, record.heads, head(record).record, trashed) };
}

export function fakeRecords(memory: Memory): Platform['record'] {
  return {
    page: async ({ kind, trashed = false, ...of }) => {
      const all = [...opened(memory).records.values()].filter((one) => head(one).trashed === trashed);
      const wanted = inOrder(
        all.filter((one) => !kind || one.kind === kind),
        of,
      );
      const { items, next } = pageOf(wanted, { limit: 100, ...of });
      const counts = countsOf(all, kind);
      return { records: items.map(lineOf), next, total: wanted.length, counts, pending: memory.pending };
    },
    lines: async (ids) =>
      ids.flatMap((id) => {
        const record = opened(memory).records.get(id);
        return record ? [lineOf(record)] : [];
      }),
    find: async (search) => find(memory, search),
    placesIn: async (query, ids) => placesIn(memory, query, ids),
    places: async (query, texts) => texts.map((text) => places(query, text)),
    show: async (id) => {
      const record = held(memory, id);
      const shown = shownOf(record, record.heads[0] ?? '');
      if (!shown.is_merged) return shown;
      return { ...shown, record: structuredClone(mergeHeads(record).merged), base: record.heads.join('+') };
    },
    showAt: async (id, revision) => shownOf(held(memory, id), revision),
    history: async (id) => ({ revisions: structuredClone(held(memory, id).revisions) }),
    trash: async (id) => move(memory, id, true),
    restore: async (id) => move(memory, id, false),
    restoreRevision: async (id, revision, base, dropsRefusals = false) => {
      const record = held(memory, id);
      if (base.split('+').toSorted().join() !== record.heads.toSorted().join())
        throw new Failure('heads_changed', { record: id });
      const said = shownOf(record, revision).record;
      if (!dropsRefusals) checkRefusals(id, head(record).record, said);
      return { id, revision: saveRevision(opened(memory), record, record.heads, said) };
    },
  };
}
