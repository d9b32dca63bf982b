export { default as LanguageSwitch } from './LanguageSwitch.svelte';
export { default as Protection } from './Protection.svelte';
export { default as WindowSettings } from './WindowSettings.svelte';
