export { default as RecordSent } from './RecordSent.svelte';
export { default as SentList } from './SentList.svelte';
