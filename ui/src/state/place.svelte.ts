import { tick } from 'svelte';
import type { Grant } from '../platform';
import { keepAll } from './keeping';

/** What stands in the middle of the workspace. */
export type Panel =
  | { name: 'welcome' }
  /** A record, or a draft of one: `id` null for a record that is not saved yet; `draft` null where none is begun. */
  | {
      name: 'record';
      kind: string;
      id: string | null;
      draft: string | null;
      /** What was asked for when it was found: marked where it stands. */
      query?: string;
    }
  | { name: 'history'; id: string; kind: string }
  | { name: 'trash' }
  | { name: 'colleagues' }
  | { name: 'export'; records: string[] | null }
  | { name: 'import'; files: Grant[] }
  | { name: 'conflicts' }
  | { name: 'conflict'; id: string }
  | { name: 'review-make'; records: string[] }
  | { name: 'review-read'; file: Grant | null }
  /** `newKey`: begins with making one. */
  | { name: 'settings'; newKey?: true }
  | { name: 'about' };

/** Where in the app the user is. */
export type Place =
  | { at: 'opening' }
  | { at: 'first-run' }
  | { at: 'unlock' }
  | { at: 'recover' }
  /** A review package, with no vault open. */
  | { at: 'reader'; file: Grant | null }
  | { at: 'about' }
  | { at: 'workspace'; panel: Panel };

/** What a new record came to be called since it was opened. */
interface Named {
  id: string | null;
  draft: string | null;
}

const FARTHEST_BACK = 50;
let current = $state.raw<Place>({ at: 'opening' });
let named = $state.raw<Named | null>(null);
let past = $state.raw<Panel[]>([]);
let turn = 0;

export function place(): Place {
  return current;
}

/** Goes elsewhere, after what is being typed was kept. Says whether it did: what could not be kept is not left. */
export async function go(next: Place): Promise<boolean> {
  const from = await leave();
  if (!from) return false;
  const isWithin = from.at === 'workspace' && next.at === 'workspace';
  past =
    isWithin && isWorthGoingBack(from.panel)
      ? [...past, from.panel].slice(-FARTHEST_BACK)
      : isWithin
        ? past
        : [];
  arrive(next);
  return true;
}

/** Shows something in the middle of the workspace. Says whether it did. */
export function show(panel: Panel): Promise<boolean> {
  return go({ at: 'workspace', panel });
}

/** Whether there is something to go back to. */
export function canGoBack(): boolean {
  return past.length > 0;
}

/** Shows what was shown before. */
export async function back(): Promise<void> {
  if (!canGoBack() || !(await leave())) return;
  const before = past.at(-1);
  past = past.slice(0, -1);
  if (before) arrive({ at: 'workspace', panel: before });
}

/** Says what the record that is shown is called by now, so that the list marks it and going back finds it. */
export function nameShown(next: Named): void {
  if (current.at !== 'workspace' || current.panel.name !== 'record') return;
  // In place: a new panel would be built anew, and the caret with it.
  Object.assign(current.panel, next);
  named = next;
}

/** The record or draft that is shown, if any. */
export function shownRecord(): Named | null {
  if (current.at !== 'workspace') return null;
  const { panel } = current;
  if (panel.name === 'record') return named ?? panel;
  return panel.name === 'history' || panel.name === 'conflict' ? { id: panel.id, draft: null } : null;
}

/** Keeps what is typed; gives where one was, or null where it cannot be kept or somebody wanted elsewhere meanwhile. */
async function leave(): Promise<Place | null> {
  turn += 1;
  const mine = turn;
  const isKept = await keepAll();
  // The panel may learn only now what its record is called.
  await tick();
  return isKept && mine === turn ? current : null;
}

function arrive(next: Place): void {
  named = null;
  current = next;
}

/** An empty new record is nothing to go back to. */
function isWorthGoingBack(panel: Panel): boolean {
  return panel.name !== 'record' || panel.id !== null || panel.draft !== null;
}
