export { openEntry } from './open';
export { default as RecordList } from './RecordList.svelte';
export { PAGE, RecordPages } from './record-pages.svelte';
