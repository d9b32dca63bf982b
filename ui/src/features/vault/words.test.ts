import { describe, expect, it } from 'vitest';
import { hasText, setLanguage } from '../../i18n/language.svelte';
import { Failure } from '../../platform';
import { damageOf } from './damage';
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

describe.each(['en', 'ko'] as const)('words of the core, in %s', (of) => {
  it('have a text each', () => {
    setLanguage(of);
    const parts =
      'header header-copy database database-schema database-bytes page-seal state rows row row-set revision body content';
    const tables = 'state revisions bodies drafts own-identity colleagues files receipts unused-space';
    const keys = [
      ...parts.split(' ').map((part) => `vault-part-${part}`),
      ...tables.split(' ').map((table) => `vault-table-${table}`),
      ...[0, 1, 2, 3, 4].map((score) => `vault-strength-${score}`),
    ];
    expect(keys.filter((key) => !hasText(key))).toEqual([]);
    const damage = damageOf(new Failure('vault_damaged', { part: 'row of own identity, state' }));
    expect(damage).toHaveLength(2);
    expect(JSON.stringify(damage)).not.toMatch(/vault-/);
    const older = damageOf(new Failure('vault_damaged', { part: 'database_replaced' }));
    expect(older?.[0]?.advice).toContain('vault.db');
  });
});
