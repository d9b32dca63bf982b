import type { VaultPart } from '../../bindings/api/VaultPart';
import type { VaultTable } from '../../bindings/api/VaultTable';
import { t } from '../../i18n';
import type { Failure } from '../../platform';

/** A damaged part in words, with what lies there where that is known: `rows`, `revisions`. A failure names both in its text. */
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
  return { part: partInWords(part, table), advice: isReplaced ? adviceFor(part, null) : null };
}

/** What to do about each part, as far as that does not depend on the table. */
const ADVICE: Record<VaultPart, string> = {
  header: 'vault-advice-repair',
  header_replaced: 'vault-advice-header-replaced',
  header_copy: 'vault-advice-repair',
  database: 'vault-advice-move',
  database_schema: 'vault-advice-move',
  database_bytes: 'vault-advice-repair',
  database_replaced: 'vault-advice-replaced',
  page_seal: 'vault-advice-repair',
  state: 'vault-advice-move',
  rows: 'vault-advice-move',
  row_set: 'vault-advice-move',
  revision: 'vault-advice-move',
  body: 'vault-advice-move',
  content: 'vault-advice-content',
};

/** What to do about a damaged part. */
export function adviceFor(part: VaultPart, table: VaultTable | null): string {
  if (table === 'colleagues' || table === 'receipts') return t('vault-advice-rebuild');
  return t(table === 'unused space' ? 'vault-advice-repair' : ADVICE[part]);
}
