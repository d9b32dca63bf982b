export { action, actions, isAllowed, type Action } from './actions';
export { answer, type Asked } from './shortcuts';
export { default as FirstSteps } from './FirstSteps.svelte';
export { default as Icon } from './Icon.svelte';
export { default as Navigation } from './Navigation.svelte';
export { default as NewRecord } from './NewRecord.svelte';
export { default as ReadOnlyBanner } from './ReadOnlyBanner.svelte';
export { default as ShortcutList } from './ShortcutList.svelte';
