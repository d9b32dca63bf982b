import { t } from '../../i18n/language.svelte';
import { fieldAt } from '../../schema';

/** What to call a member: by the schema, else, where a later version wrote it, by its own name. */
export function labelOf(kind: string, path: readonly string[]): string {
  const found = fieldAt(kind, path);
  return found ? t(found.field.label) : (path.at(-1) ?? '').replaceAll(/[_-]/g, ' ');
}
