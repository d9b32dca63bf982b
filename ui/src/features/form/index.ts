import './form.css';

export { fieldName } from './field-name';
export { default as RecordAside } from './RecordAside.svelte';
export { default as RecordForm } from './RecordForm.svelte';
export { revealGroup } from './reveal.svelte';
