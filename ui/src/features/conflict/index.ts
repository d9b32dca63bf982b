export { default as ConflictButtons } from './ConflictButtons.svelte';
export { default as ConflictList } from './ConflictList.svelte';
export { default as ConflictResolution } from './ConflictResolution.svelte';
export { ResolutionWork } from './resolution-work.svelte';
