export { default as RestoreRecord } from './RestoreRecord.svelte';
export { default as TrashLine } from './TrashLine.svelte';
