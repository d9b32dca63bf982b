import { hasText, t } from '../../i18n/language.svelte';

/** What a kind of record is called; one of a later version by its own name. */
export function kindName(kind: string): string {
  return hasText(`kind-${kind}`) ? t(`kind-${kind}`) : kind;
}

/** What to call a record in a list. */
export function titleOrNone(line: { title: string; id: string }): string {
  return line.title.trim() || t('reading-untitled', { id: line.id.slice(0, 8) });
}
