export { RecordDraft, type Content } from './record-draft.svelte';
export { keepWhileShown, settled } from './keep-while-shown.svelte';
export { default as RecordBar } from './RecordBar.svelte';
export { default as RecordNotices } from './RecordNotices.svelte';
export { CHOICES, isResolutionDraft } from './resolution-draft';
