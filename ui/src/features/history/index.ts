export { RecordHistory } from './record-history.svelte';
export { default as RestoreRevision } from './RestoreRevision.svelte';
export { default as RevisionList } from './RevisionList.svelte';
export { default as RevisionView } from './RevisionView.svelte';
