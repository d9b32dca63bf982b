import { render } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { tick } from 'svelte';
import { vi } from 'vitest';
import { platform } from '../../platform';
import { RecordDraft, type Content } from '../draft';
import { RecordAside, RecordForm } from '.';

/** Opens a form over the vault of the fake, for tests. */
export async function openForm(kind: string, content: Content = {}, options: { isReadOnly?: boolean } = {}) {
  const { vault } = await platform().app.start();
  await platform().vault.unlock(vault, 'sample');
  const record = await RecordDraft.open(kind, null, null);
  record.content = { ...record.content, ...content };
  if (options.isReadOnly) Object.defineProperty(record, 'isReadOnly', { get: () => true });
  const change = vi.spyOn(record, 'change').mockImplementation(() => undefined);
  if (kind !== 'testimony') render(RecordForm, { record });
  render(RecordAside, { record });
  // The vocabularies and the titles of records come a moment later.
  await vi.waitFor(() => tick());
  await settle();
  return { record, change, user: userEvent.setup({ delay: null }) };
}

/** Waits for what the fake answers. */
export async function settle(): Promise<void> {
  await new Promise((done) => setTimeout(done, 5));
  await tick();
}

export function part<Kind extends HTMLElement = HTMLInputElement>(name: string): Kind {
  const found = document.querySelector<Kind>(`[data-part="${name}"]`);
  if (!found) throw new Error(`nothing is called ${name}`);
  return found;
}

export const hasPart = (name: string): boolean => document.querySelector(`[data-part="${name}"]`) !== null;

/** What the record says now, without proxies. */
export const said = (record: RecordDraft): Content => $state.snapshot(record.content);
