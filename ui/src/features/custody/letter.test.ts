import { describe, expect, it } from 'vitest';
import type { SentFile } from '../../bindings/api/SentFile';
import { letterText, recipientsOf } from './letter';
import { concernedBy, isWithdrawn } from './withdrawn';

const file = (of: Partial<SentFile>): SentFile => ({
  ...{ package: 'pack-1', sent_in: 'review', at: '2026-11-22T12:00:00.000Z', to: [], audience: '' },
  ...{ purpose: 'legal', sha256: null, records: 1, revision: 'ab12' },
  ...of,
});

describe('recipients', () => {
  it('are colleagues by name, else the audience, each once', () => {
    const bundle = file({ package: 'b', sent_in: 'bundle', to: ['민지', '현우'], audience: 'Partner' });
    const all = [file({ audience: 'Commission' }), bundle, file({ package: 'c', audience: 'Commission ' })];
    expect(recipientsOf(all).map(({ name, files }) => [name, files.map((one) => one.package)])).toEqual([
      ['Commission', ['pack-1', 'c']],
      ['민지', ['b']],
      ['현우', ['b']],
    ]);
    expect(recipientsOf([file({})])[0]?.name).toBe('');
  });
});

describe('the letter', () => {
  const files = [file({ audience: 'Commission', to: ['민지'] }), file({ package: 'pack-2', revision: null })];

  it.each(['en', 'ko'] as const)('in %s says which file and record, and names nobody', (of) => {
    const text = letterText(of, 'record-9', files);
    for (const word of ['pack-1', 'pack-2', 'record-9', 'ab12', '2026']) expect(text).toContain(word);
    expect(text).not.toMatch(/민지|Commission|\{|\$|null/);
    expect(text.split('\n').length).toBeGreaterThan(12);
  });

  it('is in its own language, whatever that of the window', () => {
    expect(letterText('ko', 'r', files)).toMatch(/2026년 11월 2\d일/);
    expect(letterText('en', 'r', files)).toMatch(/Nov 2\d, 2026/);
    expect(letterText('en', 'r', files)).not.toMatch(/[가-힣]/);
  });
});

it('finds a withdrawal among the entries of a consent', () => {
  expect(isWithdrawn([{ decision: 'granted' }, { decision: 'withdrawn' }])).toBe(true);
  for (const other of [undefined, 'withdrawn', [], [null], [{ decision: 'refused' }]])
    expect(isWithdrawn(other)).toBe(false);
});

describe('whom a withdrawal concerns', () => {
  const files = [
    file({ purpose: 'legal', audience: 'ICC' }),
    file({ purpose: 'research', audience: 'A university' }),
    file({ purpose: 'share_inside' }),
  ];
  const left = (consent: unknown) => concernedBy(consent, files).map((one) => one.purpose);

  it('is the audience of what was withdrawn', () => {
    expect(left([{ decision: 'withdrawn', use: 'legal' }])).toEqual(['legal']);
    expect(left([{ decision: 'withdrawn', use: 'legal', audience: 'icc' }])).toEqual(['legal']);
    expect(left([{ decision: 'withdrawn', use: 'legal', audience: 'Someone' }])).toEqual([]);
    expect(left([{ decision: 'withdrawn' }])).toEqual(['legal', 'research', 'share_inside']);
    expect(left([{ decision: 'granted', use: 'legal' }])).toEqual([]);
  });
});
