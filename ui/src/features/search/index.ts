export { REST, Search } from './search.svelte';
export { default as Snippet } from './Snippet.svelte';
