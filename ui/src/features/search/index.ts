export { AGAIN, Search, type FoundSoFar } from './search.svelte';
export { default as Snippet } from './Snippet.svelte';
export { default as FoundBar } from './FoundBar.svelte';
export { markFields } from './found-fields';
export { FoundMarks, type Markable } from './found-marks.svelte';
