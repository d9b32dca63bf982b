export { default as ArrivedLine } from './ArrivedLine.svelte';
export { default as FolderFiles } from './FolderFiles.svelte';
export { default as FolderSettings } from './FolderSettings.svelte';
