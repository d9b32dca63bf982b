export { default as ConflictList } from './ConflictList.svelte';
export { default as Marked } from './Marked.svelte';
export { default as SettlingSheet } from './SettlingSheet.svelte';
export { ancestorOf } from './ancestor';
export { Settling } from './settling.svelte';
export { compareWords, type Stretch } from './words';
