import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { setLanguage } from '../../i18n';
import { labelOf, linksIn, pieces, ReadableRecord } from '.';

describe('pieces of a text', () => {
  it('together are the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ maxLength: 3 }), (text, query) => {
        const all = pieces(text, query).map((one) => one.text);
        expect(all.join('').normalize('NFC')).toBe(text.normalize('NFC'));
      }),
    );
  });
  it('mark each place of a word, whatever its case and composition', () => {
    const found = pieces('강을 건너 강가로', '강'.normalize('NFD')).filter((one) => one.isHit);
    expect(found.map((one) => one.text)).toEqual(['강', '강']);
    expect(pieces('The River', 'river')).toEqual([
      { text: 'The ', isHit: false },
      { text: 'River', isHit: true },
    ]);
  });
});

const templates = import.meta.glob<Record<string, unknown>>(
  '../../../../crates/domain/src/records/templates/*.json',
  {
    import: 'default',
    eager: true,
  },
);

/** Every member of a record with the members that lead to it. */
function pathsIn(value: unknown, path: string[] = []): string[][] {
  if (Array.isArray(value)) return value.flatMap((one) => pathsIn(one, path));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([member, one]) =>
    member === 'id' ? [] : [[...path, member], ...pathsIn(one, [...path, member])],
  );
}

it.each(['en', 'ko'] as const)('has a word in %s for every member of every kind', (language) => {
  setLanguage(language);
  const plain = /^[a-z]+( [a-z0-9]+)*$/;
  const missing = Object.entries(templates).flatMap(([file, value]) => {
    const kind = file.split('/').at(-1)?.replace('.json', '') ?? '';
    return pathsIn(value).filter((path) => plain.test(labelOf(kind, path)));
  });
  expect(Object.keys(templates).length).toBe(5);
  expect(missing).toEqual([]);
});

it('shows coded values in words, cited paragraphs by number, and unknown members by name', async () => {
  setLanguage('ko');
  const onopen = vi.fn();
  const value = {
    title: '강을 건넌 밤',
    narrator: { person: 'abc', code: 'ㄱ-12' },
    narrative: [{ id: 'p1', original: '강을 건넜습니다.', translation: 'I crossed.' }],
    acts: [{ id: 'a1', type: 'physical_assault', passages: [{ id: 'x', paragraph: 'p1' }] }],
    consent: [{ decision: 'granted', use: 'legal', voice: false }],
    weather_of_later: 'snow',
    notes: '',
  };
  expect(linksIn(value)).toEqual(['abc']);
  const { container } = render(ReadableRecord, {
    props: { kind: 'testimony', value, titles: { abc: '어느 사람' }, query: '강', onopen },
  });
  await expect.poll(() => container.textContent).toContain('법적 절차');
  expect(container.textContent).toContain('1번 단락');
  expect(container.textContent).toContain('weather of later');
  expect(container.textContent).toContain('아니요');
  expect(container.textContent).not.toContain('p1');
  expect(container.querySelector('mark')?.textContent).toBe('강');
  await userEvent.click(screen.getByRole('button', { name: '어느 사람' }));
  expect(onopen).toHaveBeenCalledWith('abc');
});
