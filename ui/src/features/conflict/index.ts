export { default as ConflictList } from './ConflictList.svelte';
export { default as SettlingSheet } from './SettlingSheet.svelte';
export { ancestorOf } from './ancestor';
export { Settling } from './settling.svelte';
