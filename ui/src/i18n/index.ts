export { failureText } from './failure-text';
export { language, setLanguage, t, textIn } from './language.svelte';
export { printable } from '../platform/signs';
export { formatAgo, formatBytes, formatDate, formatNumber, formatTime } from './format.svelte';
