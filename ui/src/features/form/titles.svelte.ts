import { SvelteMap } from 'svelte/reactivity';
import type { RecordLine } from '../../bindings/api/RecordLine';
import { platform } from '../../platform';
import { changes } from '../../state/changes.svelte';

type Known = Pick<RecordLine, 'id' | 'kind' | 'title'>;

/** Lines of records that a form names; null for one that is not in this vault. */
const known = new SvelteMap<string, Known | null>();
let wanted = new Set<string>();
let readAt = 0;

/** The line of a record: undefined while it is looked up, null where there is none. */
export function lineOf(id: string): Known | null | undefined {
  const at = changes();
  if (at !== readAt) {
    readAt = at;
    for (const old of known.keys()) want(old);
  }
  const found = known.get(id);
  if (found === undefined) want(id);
  return found;
}

/** Takes over a line that was found by a search. */
export function learn(line: Known): void {
  known.set(line.id, line);
}

function want(id: string): void {
  if (wanted.size === 0) queueMicrotask(() => void read());
  wanted.add(id);
}

async function read(): Promise<void> {
  const ids = [...wanted];
  wanted = new Set();
  try {
    const lines = new Map((await platform().record.lines(ids)).map((line) => [line.id, line]));
    for (const id of ids) known.set(id, lines.get(id) ?? null);
  } catch {
    // The ids stay unnamed until something changes.
  }
}
