export { default as AboutContent } from './AboutContent.svelte';
