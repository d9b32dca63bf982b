import { lock } from '../../state/locking';
import { show, type Panel } from '../../state/place.svelte';
import { vaultStatus } from '../../state/vault-status.svelte';

/** What can be done from anywhere in an open vault. Its name is the text `nav-<id>`, its part `nav-<id>` or as said. */
export interface Action {
  id: string;
  part: string;
  /** As it is written on keys. */
  keys?: string;
  /** Writes into the vault, so not in one that is open for reading only. */
  writes?: boolean;
  run: () => void;
}

const showing = (panel: Panel) => () => void show(panel);
/** A panel of its own each time: a new record learns in it what it is called. */
const writing = (kind: string) => () => void show({ name: 'record', kind, id: null, draft: null });

const ALL: Action[] = [
  { id: 'new-testimony', part: 'new-testimony', keys: 'Ctrl+N', writes: true, run: writing('testimony') },
  { id: 'new-person', part: 'new-person', writes: true, run: writing('person') },
  { id: 'new-place', part: 'new-place', writes: true, run: writing('place') },
  { id: 'new-note', part: 'new-note', writes: true, run: writing('note') },
  { id: 'colleagues', part: 'nav-colleagues', run: showing({ name: 'colleagues' }) },
  { id: 'export', part: 'nav-export', run: showing({ name: 'export', records: null }) },
  { id: 'import', part: 'nav-import', run: showing({ name: 'import', files: [] }) },
  { id: 'conflicts', part: 'nav-conflicts', run: showing({ name: 'conflicts' }) },
  // A list of its own each time: what is entered is kept with it.
  {
    id: 'review-make',
    part: 'nav-review-make',
    run: () => void show({ name: 'review-make', records: [] }),
  },
  { id: 'review-open', part: 'nav-review-open', run: showing({ name: 'review-read', file: null }) },
  { id: 'custody', part: 'nav-custody', run: showing({ name: 'custody' }) },
  { id: 'trash', part: 'nav-trash', run: showing({ name: 'trash' }) },
  { id: 'home', part: 'nav-home', run: showing({ name: 'welcome' }) },
  { id: 'settings', part: 'nav-settings', keys: 'Ctrl+,', run: showing({ name: 'settings' }) },
  { id: 'about', part: 'nav-about', keys: 'F1', run: showing({ name: 'about' }) },
  { id: 'lock', part: 'lock', keys: 'Ctrl+L', run: () => void lock() },
];

export function actions(): Action[] {
  return ALL;
}

export function action(id: string): Action {
  const found = ALL.find((one) => one.id === id);
  if (!found) throw new Error(`no action ${id}`);
  return found;
}

/** Whether it can be done now. */
export function isAllowed(one: Action): boolean {
  return !one.writes || !vaultStatus()?.is_read_only;
}
