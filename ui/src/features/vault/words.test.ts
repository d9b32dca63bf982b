import { describe, expect, it } from 'vitest';
import type { VaultPart } from '../../bindings/api/VaultPart';
import type { VaultTable } from '../../bindings/api/VaultTable';
import { hasText, setLanguage } from '../../i18n/language.svelte';
import { Failure } from '../../platform';
import { adviceFor, damageOf, partInWords } from './damage';
import { isSamePassphrase, pickPositions, readWords } from './words';

it('reads words in any spacing, case, numbering and form', () => {
  expect(readWords(' 1. River\n2) WINTER\t3 lantern ,')).toEqual(['river', 'winter', 'lantern']);
  expect(readWords('ab4ndon、(ability)')).toEqual(['ab4ndon', 'ability']);
  expect(readWords('강가 등불'.normalize('NFD'))).toEqual(['강가', '등불']);
  expect(isSamePassphrase('강가', '강가'.normalize('NFD'))).toBe(true);
});

it('picks positions that differ, in order', () => {
  const picked = pickPositions(3, 24);
  expect(new Set(picked).size).toBe(3);
  expect(picked).toEqual(picked.toSorted((one, other) => one - other));
  expect(picked.every((position) => position >= 1 && position <= 24)).toBe(true);
});

const PARTS: Record<VaultPart, true> = {
  ...{ header: true, header_replaced: true, header_copy: true, page_seal: true, state: true },
  ...{ database: true, database_schema: true, database_bytes: true, database_replaced: true },
  ...{ rows: true, row_set: true, revision: true, body: true, content: true },
};
const TABLES: Record<VaultTable, true> = {
  ...{ state: true, revisions: true, bodies: true, drafts: true, 'own identity': true },
  ...{ colleagues: true, files: true, receipts: true, 'unused space': true },
};

describe.each(['en', 'ko'] as const)('words of the core, in %s', (of) => {
  it('have a text each', () => {
    setLanguage(of);
    const parts = Object.keys(PARTS) as VaultPart[];
    const tables = Object.keys(TABLES) as VaultTable[];
    const texts = [
      ...[...parts, 'row'].map((part) => partInWords(part, null)),
      ...tables.map((table) => partInWords('rows', table)),
      ...parts.map((part) => adviceFor(part, null)),
    ];
    expect(texts.filter((text) => text.includes('vault-'))).toEqual([]);
    const keys = [0, 1, 2, 3, 4].map((score) => `vault-strength-${score}`);
    expect(keys.filter((key) => !hasText(key))).toEqual([]);
    const damage = damageOf(new Failure('vault_damaged', { part: 'row of own identity, state' }));
    expect(damage).toHaveLength(2);
    expect(JSON.stringify(damage)).not.toMatch(/vault-/);
    const older = damageOf(new Failure('vault_damaged', { part: 'database_replaced' }));
    expect(older?.[0]?.advice).toContain('vault.db');
  });
});
