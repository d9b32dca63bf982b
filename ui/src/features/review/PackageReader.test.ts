import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import type { ReviewedRecord } from '../../bindings/api/ReviewedRecord';
import PackageReader from './PackageReader.svelte';

const made = (kind: string, title: string, record: object): ReviewedRecord => {
  const saved_at = '2026-11-19T05:12:00.000Z';
  return { id: crypto.randomUUID(), kind, title, revision: 'b'.repeat(64), saved_at, record };
};

it('moves the focus on to the record that a link opens', async () => {
  const place = made('place', '온성', { names: [{ id: 'n1', text: '온성' }] });
  const note = made('note', '국경', { text: '국경', links: [{ id: 'l1', record: place.id }] });
  const shown = { package: '', exporter: '', created_at: place.saved_at, records: [note, place], files: 0 };
  render(PackageReader, { shown });
  const article = screen.getByRole('article');
  const link = [...article.querySelectorAll('button')].find((one) => one.textContent === '온성');
  await userEvent.click(link ?? article);
  expect(document.activeElement).toBe(screen.getByRole('heading', { level: 2, name: '온성' }));
});
