import { t } from '../../i18n';
import type { Failure } from '../../platform';

/** A damaged part in words, with what lies there where that is known: `rows`, `revisions`. */
export function partInWords(part: string, table: string | null): string {
  const named = t(`vault-part-${part.replaceAll('_', '-')}`);
  return table
    ? t('vault-part-of', { part: named, table: t(`vault-table-${table.replace(' ', '-')}`) })
    : named;
}

/** A damaged part as it is shown where the vault does not open. */
export interface Damaged {
  part: string;
  /** What to do before anything else; null where the rest can be read first. */
  advice: string | null;
}

/** What a failure says is damaged; null where it is about something else. */
export function damageOf(failure: Failure | null): Damaged[] | null {
  if (failure?.code === 'header_damaged') return [damaged('header', null)];
  if (failure?.code === 'header_replaced') return [damaged('header_replaced', null)];
  if (failure?.code !== 'vault_damaged') return null;
  return (failure.params['part'] ?? '').split(', ').map((name) => {
    const [part = '', table] = name.split(' of ');
    return damaged(part, table ?? null);
  });
}

function damaged(part: string, table: string | null): Damaged {
  const isReplaced = part === 'database_replaced' || part === 'header_replaced';
  return { part: partInWords(part, table), advice: isReplaced ? adviceFor(part, table) : null };
}

/** What to do about a damaged part. */
export function adviceFor(part: string, table: string | null): string {
  if (table === 'colleagues' || table === 'receipts') return t('vault-advice-rebuild');
  if (table === 'unused space') return t('vault-advice-repair');
  if (part === 'header' || part === 'header_copy' || part === 'page_seal') return t('vault-advice-repair');
  if (part === 'database_replaced') return t('vault-advice-replaced');
  if (part === 'header_replaced') return t('vault-advice-header-replaced');
  return part === 'content' ? t('vault-advice-content') : t('vault-advice-move');
}
