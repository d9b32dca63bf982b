import { EditorView } from '@codemirror/view';
import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { Failure, providePlatform } from '../../platform';
import { makeFake } from '../../platform/fake';
import { saveRevision } from '../../platform/fake/memory';
import { keepAll } from '../../state/keeping';
import { place, show } from '../../state/place.svelte';
import { takeVaultStatus } from '../../state/vault-status.svelte';
import RecordPanel from './RecordPanel.svelte';
import { granted } from '../../test-vault';

let fake: ReturnType<typeof makeFake>;
// jsdom has no layout; the editor asks for it.
beforeAll(() => {
  Range.prototype.getClientRects = () => [] as unknown as DOMRectList;
  Range.prototype.getBoundingClientRect = () => new DOMRect();
});
beforeEach(async () => {
  fake = makeFake();
  providePlatform(fake);
  await fake.vault.unlock(granted('vault', '/home/me/vault'), 'sample');
});

const part = (name: string) => document.querySelector<HTMLElement>(`[data-part="${name}"]`);
async function open(id: string | null) {
  render(RecordPanel, { kind: 'testimony', id, draft: null });
  return await waitFor(() => {
    const view = EditorView.findFromDOM(part('record-original') ?? document.body);
    if (!view) throw new Error('not there yet');
    return view;
  });
}
async function testimony(is: (heads: number) => boolean) {
  const { records } = await fake.record.page({ kind: 'testimony' });
  return records.find((line) => is(line.heads))?.id ?? '';
}
const type = (view: EditorView, text: string) =>
  view.dispatch(view.state.replaceSelection(text), { userEvent: 'input.type' });

it('keeps what is typed before the place changes, and saves it', async () => {
  const view = await open(null);
  expect(document.activeElement).toBe(part('record-original'));
  type(view, '처음 강을 건넌');
  await keepAll();
  const [line] = await fake.draft.list();
  expect(line?.title).toBe('처음 강을 건넌');
  await userEvent.type(part('record-title') as HTMLInputElement, '밤');
  await userEvent.keyboard('{Control>}[KeyS]{/Control}');
  await waitFor(() => expect(part('record-state')?.dataset['status']).toBe('clean'));
  expect(await fake.draft.list()).toEqual([]);
  const { records } = await fake.record.page({ kind: 'testimony' });
  const { record } = await fake.record.show(records.find(({ title }) => title === '밤')?.id ?? '');
  expect(record).toMatchObject({ title: '밤', narrative: [{ original: '처음 강을 건넌', translation: '' }] });
});

it('stays with what could not be kept, and says so until it is', async () => {
  const view = await open(null);
  const { put } = fake.draft;
  fake.draft.put = () => Promise.reject(new Failure('disk_full'));
  type(view, '강');
  expect(await show({ name: 'trash' })).toBe(false);
  await waitFor(() => expect(part('record-stays')).not.toBeNull());
  expect(part('record-failure')?.dataset['code']).toBe('disk_full');
  fake.draft.put = put;
  expect(await show({ name: 'trash' })).toBe(true);
  await waitFor(() => expect(part('record-stays')).toBeNull());
  expect(await fake.draft.list()).toHaveLength(1);
});

it('leaves a testimony that was only read as it is', async () => {
  const id = await testimony((heads) => heads === 1);
  const put = vi.spyOn(fake.draft, 'put');
  await open(id);
  await keepAll();
  expect(put).not.toHaveBeenCalled();
});

it('is shown, not written, in a vault that is open for reading only', async () => {
  const status = await fake.vault.status();
  takeVaultStatus({ ...status, is_read_only: true });
  const view = await open(await testimony((heads) => heads === 1));
  expect(view.state.readOnly).toBe(true);
  expect(part('record-save')).toBeNull();
  takeVaultStatus(status);
  await waitFor(() => expect(view.state.readOnly).toBe(false));
  expect(part('record-save')).not.toBeNull();
});

it('asks before it discards, and then shows what was saved', async () => {
  const id = await testimony((heads) => heads === 1);
  const view = await open(id);
  const before = view.state.doc.toString();
  type(view, '지울 말 ');
  await keepAll();
  await userEvent.click(part('record-menu') as HTMLElement);
  await userEvent.click(await screen.findByText('Discard draft…'));
  await userEvent.click(await waitFor(() => part('record-ask-yes') as HTMLElement));
  await waitFor(() => expect(part('record-state')?.dataset['status']).toBe('clean'));
  const anew = EditorView.findFromDOM(part('record-original') as HTMLElement);
  expect(anew?.state.doc.toString()).toBe(before);
  expect(await fake.draft.list()).toEqual([]);
});

it('shows a sealed testimony to be read, and opens it again', async () => {
  const id = await testimony((heads) => heads === 1);
  const { draft } = await fake.draft.put({
    draft: null,
    record: id,
    kind: 'testimony',
    base: null,
    content: { status: 'sealed', narrative: [{ id: 'p', original: '말', translation: '' }] },
  });
  await fake.draft.save(draft);
  const view = await open(id);
  expect(view.state.readOnly).toBe(true);
  await userEvent.click(part('record-reopen') as HTMLElement);
  await waitFor(() => expect(view.state.readOnly).toBe(false));
});

it('leads to the conflict', async () => {
  await open(await testimony((heads) => heads > 1));
  await userEvent.click(part('record-settle') as HTMLElement);
  await waitFor(() => expect(place()).toMatchObject({ panel: { name: 'conflict' } }));
});

it('says where a record is not there', async () => {
  render(RecordPanel, { kind: 'testimony', id: crypto.randomUUID(), draft: null });
  await waitFor(() => expect(part('record-failure')?.dataset['code']).toBe('record_not_found'));
});

it('marks what it was found by in text and fields, goes from place to place, and writes nothing', async () => {
  const id = await testimony((heads) => heads === 1);
  const put = vi.spyOn(fake.draft, 'put');
  const user = userEvent.setup();
  render(RecordPanel, { kind: 'testimony', id, draft: null, query: '강을' });
  const at = () => part('marks-at')?.textContent?.trim();
  await waitFor(() => expect(at()).toBe('1 / 2'));
  expect(part('record-original')?.querySelector('.found-here')?.textContent).toBe('강을');
  await user.keyboard('{F3}');
  expect(at()).toBe('2 / 2');
  expect(part('record-title')?.dataset['found']).toBe('here');
  expect(part('record-original')?.querySelector('.found-here')).toBeNull();
  await user.keyboard('{Shift>}{F3}{/Shift}');
  expect(at()).toBe('1 / 2');
  await user.type(part('record-title') as HTMLInputElement, '!');
  await waitFor(() => expect(at()).toBe('1 / 1'));
  await user.click(part('marks-end')!);
  expect(part('marks')).toBeNull();
  expect(document.querySelector('.found, [data-found]')).toBeNull();
  await keepAll();
  // The title alone was written.
  expect(put.mock.calls.filter(([{ record }]) => record === id)).toHaveLength(1);
  const { content } = await fake.draft.get((await fake.draft.list())[0]?.draft ?? '');
  const { record } = await fake.record.show(id);
  expect(content).toEqual({ ...(record as object), title: '강을 건넌 밤!' });
});

it('says that no place is shown, where what was found is folded away', async () => {
  const id = await testimony((heads) => heads === 1);
  render(RecordPanel, { kind: 'testimony', id, draft: null, query: 'nowhere' });
  await waitFor(() => expect(part('marks-none')).not.toBeNull());
});

it.each([
  ['in another place', { text: 'Mekong' }, 'merged', 'history'],
  ['in the same place', { title: '메콩 강' }, 'conflict', 'conflict'],
] as const)('reports a change that came meanwhile %s, and shows it', async (_, change, meanwhile, panel) => {
  const id = await testimony((heads) => heads === 1);
  const shown = await fake.record.show(id);
  await open(id);
  const title = part('record-title') as HTMLInputElement;
  await userEvent.type(title, '?');
  await keepAll();
  const held = fake.memory.open?.records.get(id);
  const theirs = { ...(shown.record as object), ...change };
  if (fake.memory.open && held) saveRevision(fake.memory.open, held, shown.heads, theirs);
  expect(part('record-meanwhile')).toBeNull();
  await userEvent.keyboard('{Control>}[KeyS]{/Control}');
  await waitFor(() => expect(part('record-meanwhile')?.textContent).toMatch(/was changed while/));
  expect(part('record-meanwhile')?.textContent).toMatch(
    meanwhile === 'merged' ? /Both changes/ : /same field/,
  );
  expect((await fake.record.history(id)).revisions.length).toBeGreaterThanOrEqual(3);
  await userEvent.click(part('record-meanwhile-see') as HTMLElement);
  await waitFor(() => expect(place()).toMatchObject({ panel: { name: panel, id } }));
});

it('opens what stands beside the text, and closes it from there', async () => {
  await open(null);
  const opener = () => part('record-beside') as HTMLElement;
  for (const close of ['{Enter}', '{Escape}']) {
    await userEvent.click(opener());
    await waitFor(() => expect(document.activeElement).toBe(part('record-beside-close')));
    expect(opener().getAttribute('aria-expanded')).toBe('true');
    await userEvent.keyboard(close);
    expect(opener().getAttribute('aria-expanded')).toBe('false');
    expect(document.activeElement).toBe(opener());
  }
});
