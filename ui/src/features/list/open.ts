import { show } from '../../state/place.svelte';
import type { Opened } from './entry';

/** Shows the record of a row, or the draft of one. `query`: what it was found by, where that has a place in it. */
export function openEntry(entry: Opened, query?: string): Promise<boolean> {
  if (entry.is === 'draft') {
    const { kind, record, draft } = entry.draft;
    return show({ name: 'record', kind, id: record, draft });
  }
  const { kind, id } = entry.is === 'record' ? entry.line : entry.hit;
  const hasPlace = entry.is === 'hit' && entry.hit.field !== '';
  return show({ name: 'record', kind, id, draft: null, ...(query && hasPlace ? { query } : {}) });
}
