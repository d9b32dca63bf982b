import type { Sort } from '../../bindings/api/Sort';

export const SORTS: Sort[] = ['saved', 'created', 'title'];

/** How the list is ordered. Kept while the window is open, and nowhere else. */
export const order = $state<{ sort: Sort; reversed: boolean }>({ sort: 'saved', reversed: false });
