export { draftEntry, recordEntry, type Opened } from './entry';
export { openEntry } from './open';
export { default as RecordList } from './RecordList.svelte';
export { RecordPages } from './record-pages.svelte';
export { default as ShortList } from './ShortList.svelte';
