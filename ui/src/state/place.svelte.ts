import { keepAll } from './keeping';

/** What stands in the middle of the workspace. */
export type Panel =
  | { name: 'welcome' }
  /** A record, or a draft of one: `id` null for a record that is not saved yet; `draft` null where none is begun. */
  | { name: 'record'; kind: string; id: string | null; draft: string | null }
  | { name: 'history'; id: string; kind: string }
  | { name: 'trash' }
  | { name: 'colleagues' }
  | { name: 'export'; records: string[] | null }
  | { name: 'import'; paths: string[] }
  | { name: 'conflicts' }
  | { name: 'conflict'; id: string }
  | { name: 'review-make'; records: string[] }
  | { name: 'review-read'; path: string | null }
  | { name: 'settings' }
  | { name: 'about' };

/** Where in the app the user is. */
export type Place =
  | { at: 'opening' }
  | { at: 'first-run' }
  | { at: 'unlock' }
  | { at: 'recover' }
  /** A review package, with no vault open. */
  | { at: 'reader'; path: string | null }
  | { at: 'about' }
  | { at: 'workspace'; panel: Panel };

let current = $state.raw<Place>({ at: 'opening' });

export function place(): Place {
  return current;
}

/** Goes elsewhere, after what is being typed was kept. */
export async function go(next: Place): Promise<void> {
  await keepAll();
  current = next;
}

/** Shows something in the middle of the workspace. */
export function show(panel: Panel): Promise<void> {
  return go({ at: 'workspace', panel });
}
