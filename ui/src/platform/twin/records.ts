import type { FoundRecord } from '../../bindings/api/FoundRecord';
import type { RecordLine } from '../../bindings/api/RecordLine';
import type { Shown } from '../../bindings/api/Shown';
import type { Platform } from '..';
import { Failure } from '../failure';
import { head, held, opened, saveRevision, type HeldRecord, type Memory } from './memory';
import { titleOf } from './title';

function lineOf(record: HeldRecord): RecordLine {
  const { revision, saved_at, record: value } = head(record);
  return {
    id: record.id,
    kind: record.kind,
    title: titleOf(record.kind, value),
    revision,
    saved_at,
    heads: record.heads.length,
    is_unreadable: false,
  };
}

export function shownOf(record: HeldRecord, revision: string): Shown {
  const found = record.revisions.find((one) => one.revision === revision);
  if (!found) throw new Failure('revision_not_found');
  const { saved_by, saved_at, trashed, record: value } = found;
  const { id, kind, heads } = record;
  return { id, kind, record: structuredClone(value), revision, heads, saved_by, saved_at, trashed };
}

function byNewest(memory: Memory): HeldRecord[] {
  return [...opened(memory).records.values()].toSorted((a, b) =>
    head(b).saved_at.localeCompare(head(a).saved_at),
  );
}

function move(memory: Memory, id: string, trashed: boolean) {
  const record = held(memory, id);
  if (record.heads.length > 1) throw new Failure('record_in_conflict', { record: id });
  return { id, revision: saveRevision(opened(memory), record, record.heads, head(record).record, trashed) };
}

export function twinRecords(memory: Memory): Platform['record'] {
  return {
    page: async ({ kind, limit = 100, after, trashed = false }) => {
      const all = byNewest(memory).filter(
        (one) => head(one).trashed === trashed && (!kind || one.kind === kind),
      );
      const from = after ? Number(after) : 0;
      const next = from + limit < all.length ? String(from + limit) : null;
      return { records: all.slice(from, from + limit).map(lineOf), next };
    },
    lines: async (ids) =>
      ids.flatMap((id) => {
        const record = opened(memory).records.get(id);
        return record ? [lineOf(record)] : [];
      }),
    find: async (query, kind, limit) => {
      const word = query.normalize('NFC').toLowerCase();
      const hits: FoundRecord[] = byNewest(memory)
        .filter((one) => !head(one).trashed && (!kind || one.kind === kind))
        .flatMap((one) => {
          const text = JSON.stringify(head(one).record).replaceAll(/["{}[\]\\]/g, ' ');
          const at = text.toLowerCase().indexOf(word);
          if (at < 0) return [];
          const from = Math.max(0, at - 20);
          const snippet = text.slice(from, at + word.length + 40);
          const highlight: [number, number] = [at - from, at - from + word.length];
          return [{ ...lineOf(one), snippet, highlight }];
        });
      return { total: hits.length, hits: hits.slice(0, limit) };
    },
    show: async (id) => shownOf(held(memory, id), held(memory, id).heads[0] ?? ''),
    showAt: async (id, revision) => shownOf(held(memory, id), revision),
    history: async (id) => ({ revisions: structuredClone(held(memory, id).revisions) }),
    trash: async (id) => move(memory, id, true),
    restore: async (id) => move(memory, id, false),
    restoreRevision: async (id, revision) => {
      const record = held(memory, id);
      const said = shownOf(record, revision).record;
      return { id, revision: saveRevision(opened(memory), record, record.heads, said) };
    },
  };
}
