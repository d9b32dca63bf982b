export { default as TestimonyEditor } from './TestimonyEditor.svelte';
export { default as TestimonyHead } from './TestimonyHead.svelte';
