import { t } from '../../i18n';
import { show } from '../../state/place.svelte';
import { isObject } from './spot';
import { lineOf } from './titles.svelte';

/** The title of a record, by its id. */
export function titleOf(id: string, words = ''): string {
  const line = lineOf(id);
  if (line) return line.title || t('form-untitled');
  if (words) return words;
  return line === null ? t('form-not-here') : '…';
}

/** A chip with the title of a record, which opens it. */
export function chipOf(id: string, words = ''): { label: string; go: (() => void) | undefined } {
  const line = lineOf(id);
  const go = line ? () => void show({ name: 'record', kind: line.kind, id, draft: null }) : undefined;
  return { label: titleOf(id, words), go };
}

/** A mentioned person or place as text. */
export function mentionText(value: unknown): string {
  if (!isObject(value)) return '';
  const words = typeof value['text'] === 'string' ? value['text'] : '';
  return typeof value['record'] === 'string' && value['record'] ? titleOf(value['record'], words) : words;
}
