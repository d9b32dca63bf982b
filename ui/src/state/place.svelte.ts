import { tick } from 'svelte';
import type { Grant } from '../platform';
import { keepAll } from './keeping';

/** The panel in the middle of the workspace. */
export type Panel =
  | { name: 'welcome' }
  /** A record, or a draft of one: `id` null for a record that is not saved yet; `draft` null where none is begun. */
  | {
      name: 'record';
      kind: string;
      id: string | null;
      draft: string | null;
      /** The query that found it: its matches are highlighted. */
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
  /** `newKey`: starts with creating a new key. */
  | { name: 'custody' }
  | { name: 'settings'; newKey?: true }
  | { name: 'about' };

/** The screen that is shown. */
export type Place =
  | { at: 'opening' }
  | { at: 'first-run' }
  | { at: 'unlock' }
  | { at: 'recover' }
  /** A review package, with no vault open. */
  | { at: 'reader'; file: Grant | null }
  | { at: 'about' }
  | { at: 'workspace'; panel: Panel };

/** The ids that a new record got since it was opened. */
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

/** Shows another screen, after unsaved input was kept. False if it could not be kept: then nothing changes. */
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

/** Shows a panel in the workspace. False if unsaved input could not be kept. */
export function show(panel: Panel): Promise<boolean> {
  return go({ at: 'workspace', panel });
}

/** Whether there is something to go back to. */
export function canGoBack(): boolean {
  return past.length > 0;
}

/** Shows the previous panel. */
export async function back(): Promise<void> {
  if (!canGoBack() || !(await leave())) return;
  const before = past.at(-1);
  past = past.slice(0, -1);
  if (before) arrive({ at: 'workspace', panel: before });
}

/** Updates the ids of the shown record once it has some, so that the list marks it and going back finds it. */
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

/** Keeps unsaved input. Returns the current screen, or null if that failed or another navigation began meanwhile. */
async function leave(): Promise<Place | null> {
  turn += 1;
  const mine = turn;
  const isKept = await keepAll();
  // Only now may the panel know the id of its record.
  await tick();
  return isKept && mine === turn ? current : null;
}

function arrive(next: Place): void {
  named = null;
  current = next;
}

/** Not so for an empty new record. */
function isWorthGoingBack(panel: Panel): boolean {
  return panel.name !== 'record' || panel.id !== null || panel.draft !== null;
}
