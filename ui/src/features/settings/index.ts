export { default as LanguageSwitch } from './LanguageSwitch.svelte';
export { default as LockAfter } from './LockAfter.svelte';
export { default as NetworkOpen } from './NetworkOpen.svelte';
export { default as Protection } from './Protection.svelte';
export { default as WindowSettings } from './WindowSettings.svelte';
