import type { Count } from '../../bindings/api/Count';
import type { Counts } from '../../bindings/api/Counts';
import type { FoundPlace } from '../../bindings/api/FoundPlace';
import type { FoundRecord } from '../../bindings/api/FoundRecord';
import type { HitNearness } from '../../bindings/api/HitNearness';
import type { SearchResults } from '../../bindings/api/SearchResults';
import type { ListPage, Order, SearchPage } from '..';
import { head, opened, type HeldRecord, type Memory } from './memory';
import { fit, places, readQuery, statusOf, tagsOf, textOf } from './query';
import { titleOf } from './title';
import { isInConflict } from './merge';

export { places };

const title = (record: HeldRecord) => titleOf(record.kind, head(record).record);
const IN_ORDER: Record<NonNullable<Order['sort']>, (a: HeldRecord, b: HeldRecord) => number> = {
  saved: (a, b) => head(b).saved_at.localeCompare(head(a).saved_at),
  created: (a, b) => (b.revisions[0]?.saved_at ?? '').localeCompare(a.revisions[0]?.saved_at ?? ''),
  title: (a, b) => title(a).localeCompare(title(b), 'ko'),
};

export function inOrder(records: HeldRecord[], { sort = 'saved', reversed = false }: Order): HeldRecord[] {
  const sorted = records.toSorted(IN_ORDER[sort]);
  return reversed ? sorted.toReversed() : sorted;
}

/** The cursor is the number of those before. */
export function pageOf<Item>(all: Item[], { limit = 50, after }: Pick<ListPage, 'limit' | 'after'>) {
  const from = after ? Number(after) : 0;
  return {
    items: all.slice(from, from + limit),
    next: from + limit < all.length ? String(from + limit) : null,
  };
}

/** Of each kind, whatever kind was asked for; of all else, among those of that kind. */
export function countsOf(records: HeldRecord[], kind: string | undefined): Counts {
  const those = records.filter((one) => !kind || one.kind === kind);
  const statuses = those.flatMap((one) => statusOf(one) ?? []);
  return {
    kinds: counted(records.map((one) => one.kind)),
    statuses: counted(statuses),
    tags: counted(those.flatMap(tagsOf)),
    conflicts: those.filter(isInConflict).length,
  };
}

function counted(values: string[]): Count[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].map(([value, count]) => ({ value, count })).toSorted((a, b) => b.count - a.count);
}

const NOWHERE: FoundPlace = { field: '', snippet: '', highlight: [0, 0] };
const RANKS: Record<HitNearness, number> = { exact: 0, near: 1, slip: 2 };

export function find(
  memory: Memory,
  { query, kind, exact_only, places: seen, ...of }: SearchPage,
): SearchResults {
  const read = readQuery(query);
  const fits = (one: HeldRecord) => {
    const nearness = fit(read, one);
    return exact_only && nearness !== 'exact' ? null : nearness;
  };
  const all = [...opened(memory).records.values()].filter((one) => !head(one).trashed && fits(one));
  const wanted = inOrder(
    all.filter((one) => !kind || one.kind === kind),
    of,
  ).toSorted((a, b) => RANKS[fits(a) ?? 'slip'] - RANKS[fits(b) ?? 'slip']);
  const { items, next } = pageOf(wanted, of);
  return {
    total: wanted.length,
    exact: wanted.filter((one) => fits(one) === 'exact').length,
    hits: items.map((one, at) => hitOf(one, query, fits(one) ?? 'slip', at < (seen ?? Infinity))),
    next,
    counts: countsOf(all, kind),
    pending: memory.pending,
    unclear: read.unclear,
  };
}

function hitOf(record: HeldRecord, query: string, nearness: HitNearness, located: boolean): FoundRecord {
  const { saved_at } = head(record);
  const named = { id: record.id, kind: record.kind, title: title(record), saved_at };
  const place = located ? placeOf(record, query) : NOWHERE;
  const { length: heads } = record.heads;
  return { ...named, ...place, heads, is_conflict: isInConflict(record), nearness, located };
}

export function placesIn(memory: Memory, query: string, ids: string[]): FoundPlace[] {
  const { records } = opened(memory);
  return ids.map((id) => {
    const record = records.get(id);
    return record ? placeOf(record, query) : NOWHERE;
  });
}

function placeOf(record: HeldRecord, query: string): FoundPlace {
  const text = textOf(record);
  const [first] = places(query, text);
  if (!first) return NOWHERE;
  const from = Math.max(0, first[0] - 20);
  return {
    field: 'text',
    snippet: text.slice(from, first[1] + 40),
    highlight: [first[0] - from, first[1] - from],
  };
}
