import './form.css';

export { default as RecordAside } from './RecordAside.svelte';
export { default as RecordForm } from './RecordForm.svelte';
