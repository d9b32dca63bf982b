export { failureText } from './failure-text';
export { language, setLanguage, t } from './language.svelte';
export { formatAgo, formatBytes, formatDate, formatNumber, formatTime } from './format.svelte';
