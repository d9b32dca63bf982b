import { language, t } from '../../i18n';
import { termLabel } from '../../state/terms.svelte';
import { listOf } from './coded';
import { isLink } from './shape';

/** What records are called, by id. */
export type Titles = Record<string, string>;

const GRADES = new Set(['normal', 'restricted', 'vault']);

/** A single value in words. */
export function inWords(kind: string, path: readonly string[], value: unknown, titles: Titles = {}): string {
  const member = path.at(-1) ?? '';
  if (isLink(member, value)) return titles[value] || t('reading-record', { id: value.slice(0, 8) });
  if (member === 'paragraph' && typeof value === 'string') return titles[value] ?? value.slice(0, 8);
  if (typeof value === 'boolean') return t(value ? 'reading-yes' : 'reading-no');
  if (typeof value === 'number') return new Intl.NumberFormat(language()).format(value);
  if (typeof value !== 'string') return value === null || value === undefined ? '' : JSON.stringify(value);
  if (member === 'confidentiality' && GRADES.has(value)) return t(`reading-grade-${value}`);
  return termLabel(listOf(kind, path), value);
}
