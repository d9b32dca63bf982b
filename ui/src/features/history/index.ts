export { newestFirst, type Past } from './past';
export { default as RestoreRevision } from './RestoreRevision.svelte';
export { default as RevisionList } from './RevisionList.svelte';
export { default as RevisionView } from './RevisionView.svelte';
