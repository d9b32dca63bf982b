export { default as ConflictList } from './ConflictList.svelte';
export { default as SettlingSheet } from './SettlingSheet.svelte';
export { SettlingWork } from './settling-work.svelte';
