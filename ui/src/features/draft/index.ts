export { RecordDraft, type Content } from './record-draft.svelte';
