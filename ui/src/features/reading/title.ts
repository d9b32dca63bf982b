import { t } from '../../i18n';

/** What to call a record in a list. */
export function titleOrNone(line: { title: string; id: string }): string {
  return line.title.trim() || t('reading-untitled', { id: line.id.slice(0, 8) });
}
