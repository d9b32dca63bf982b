import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DamagedPart } from '../bindings/api/DamagedPart';
import { setLanguage } from '../i18n';
import { providePlatform } from '../platform';
import { makeFake } from '../platform/fake';
import { changed } from '../state/changes.svelte';
import { go, place, show } from '../state/place.svelte';
import { uncover } from '../state/cover.svelte';
import Window from './Window.svelte';
import { granted } from '../test-vault';

const part = (name: string) => document.querySelector<HTMLElement>(`[data-part="${name}"]`);
const parts = (name: string) => [...document.querySelectorAll<HTMLElement>(`[data-part="${name}"]`)];
const titles = (name: string) => parts(name).map((row) => row.querySelector('.title')?.textContent.trim());
const panel = () => {
  const here = place();
  return here.at === 'workspace' ? here.panel : null;
};

// jsdom has no layout; the editor asks for it.
beforeAll(() => {
  Range.prototype.getClientRects = () => [] as unknown as DOMRectList;
  Range.prototype.getBoundingClientRect = () => new DOMRect();
});

describe('the workspace', () => {
  const user = userEvent.setup();
  let fake: ReturnType<typeof makeFake>;

  async function note(text: string, record: string | null = null) {
    const put = { draft: null, record, kind: 'note', base: null, content: { text } };
    return fake.draft.save((await fake.draft.put(put)).draft);
  }

  beforeEach(async () => {
    uncover();
    await go({ at: 'opening' });
    fake = makeFake();
    providePlatform(fake);
    await fake.vault.unlock(granted('vault', '/home/me/vault'), 'sample');
    render(Window);
    await waitFor(() => expect(parts('list-item')).toHaveLength(5));
  });

  it('lists what is saved, and says what is in conflict', () => {
    expect(titles('list-item')).toEqual(expect.arrayContaining(['강을 건넌 밤', '라오스 국경에서', '온성']));
    const row = parts('list-item').find((one) => one.textContent.includes('라오스'));
    expect(row?.textContent).toContain('Conflict');
    expect(part('nav-conflicts')?.textContent).toContain('1 conflict to resolve');
  });

  it('reads the state of the vault after a change, and not for each record', async () => {
    const status = vi.spyOn(fake.vault, 'status');
    const shown = vi.spyOn(fake.record, 'show');
    for (const row of parts('list-item')) {
      shown.mockClear();
      await user.click(row);
      await waitFor(() => expect(shown).toHaveBeenCalled());
      await waitFor(() => expect(part('record-save')).not.toBeNull());
    }
    expect(status).not.toHaveBeenCalled();
    changed();
    await waitFor(() => expect(status).toHaveBeenCalledTimes(1));
  });

  it('shows one kind, where one is chosen', async () => {
    await user.click(screen.getByLabelText(/^Testimonies/));
    await waitFor(() => expect(parts('list-item')).toHaveLength(2));
    await user.click(screen.getByLabelText(/^People/));
    await waitFor(() => expect(titles('list-item')).toEqual(['ㄱ-12']));
  });

  it('puts drafts on top, and takes in what changed', async () => {
    const put = { draft: null, record: null, kind: 'note', base: null, content: { text: 'half a sentence' } };
    await fake.draft.put(put);
    await note('a whole one');
    changed();
    await waitFor(() => expect(titles('list-draft')).toEqual(['half a sentence']));
    expect(titles('list-item')).toContain('a whole one');
    await user.click(part('list-draft')!);
    expect(panel()).toMatchObject({ name: 'record', kind: 'note', id: null, draft: expect.any(String) });
    expect(part('list-draft')?.getAttribute('aria-current')).toBe('page');
  });

  it('draws only the rows that are near, and reads on towards the end', async () => {
    for (let at = 0; at < 230; at += 1) await note(`note ${at}`);
    const page = vi.spyOn(fake.record, 'page');
    changed();
    await waitFor(() => expect(page).toHaveBeenCalled());
    await waitFor(() => expect(titles('list-item')[0]).toMatch(/^note/));
    expect(parts('list-item').length).toBeLessThan(60);
    const scroller = document.querySelector('.scroller')!;
    scroller.scrollTop = 85 * 60;
    await fireEvent.scroll(scroller);
    await waitFor(() => expect(page.mock.calls.some(([list]) => list.after === '100')).toBe(true));
  });

  it('searches while one types, and opens what was found from the field', async () => {
    await user.keyboard('{Control>}f{/Control}');
    await user.keyboard('강을');
    await waitFor(() => expect(parts('list-hit')).toHaveLength(1));
    expect(part('list-hit')?.querySelector('mark')?.textContent).toBe('강을');
    expect(part('list-said')?.textContent).toContain('1 record found');
    await user.keyboard('{Enter}');
    await waitFor(() => expect(panel()).toMatchObject({ name: 'record', kind: 'testimony' }));
    await user.click(part('list-search')!);
    await user.keyboard('xyz');
    await screen.findByText('No records found.');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(parts('list-item')).toHaveLength(5));
  });

  it('is walked by the arrow keys', async () => {
    await user.click(part('list-search')!);
    await user.keyboard('{ArrowDown}');
    await waitFor(() => expect(document.activeElement).toBe(parts('list-item')[0]));
    await user.keyboard('{ArrowDown}{ArrowDown}');
    await waitFor(() => expect(document.activeElement).toBe(parts('list-item')[2]));
    expect(parts('list-item').filter((row) => row.tabIndex === 0)).toHaveLength(1);
    const id = parts('list-item')[2]!.dataset['row'];
    await user.keyboard('{Enter}');
    await waitFor(() => expect(panel()).toMatchObject({ name: 'record', id }));
    await waitFor(() => expect(parts('list-item')[2]?.getAttribute('aria-current')).toBe('page'));
  });

  it('does by name, in both languages, and finds records', async () => {
    for (const [language, typed] of [
      ['en', '휴지통'],
      ['ko', 'trash'],
      ['ko', 'ㅎㅈㅌ'],
    ] as const) {
      setLanguage(language);
      await show({ name: 'welcome' });
      await user.keyboard('{Control>}k{/Control}');
      await waitFor(() => expect(part('palette-input')).not.toBeNull());
      await user.type(part('palette-input')!, typed);
      await user.keyboard('{Enter}');
      await waitFor(() => expect(panel()).toEqual({ name: 'trash' }));
      await waitFor(() => expect(part('palette')).toBeNull());
    }
    await user.keyboard('{Control>}k{/Control}');
    await waitFor(() => expect(part('palette-input')).not.toBeNull());
    await user.type(part('palette-input')!, '사흘');
    await waitFor(() => expect(parts('palette-record').length).toBeGreaterThan(0));
    await user.keyboard('{Enter}');
    await waitFor(() => expect(panel()).toMatchObject({ name: 'record', kind: 'testimony' }));
  });

  it('begins records by key and by menu', async () => {
    await user.keyboard('{Control>}n{/Control}');
    await waitFor(() => expect(panel()).toMatchObject({ name: 'record', kind: 'testimony', id: null }));
    await user.keyboard('{Control>}{Shift>}n{/Shift}{/Control}');
    await waitFor(() => expect(part('new-place')).not.toBeNull());
    await user.click(part('new-place')!);
    await waitFor(() => expect(panel()).toMatchObject({ name: 'record', kind: 'place', id: null }));
  });

  it('goes back, and puts the focus on the heading', async () => {
    await user.click(part('nav-colleagues')!);
    await user.keyboard('{F1}');
    await waitFor(() => expect(panel()).toEqual({ name: 'about' }));
    await user.keyboard('{Alt>}{ArrowLeft}{/Alt}');
    await waitFor(() => expect(panel()).toEqual({ name: 'colleagues' }));
  });

  it('takes a record out of the trash', async () => {
    const { id } = await note('by mistake');
    await fake.record.trash(id);
    await show({ name: 'trash' });
    const line = await screen.findByText('by mistake');
    expect(document.activeElement?.tagName).toBe('H1');
    await user.click(line);
    await waitFor(() => expect(part('readable')).not.toBeNull());
    await user.click(part('trash-restore')!);
    await waitFor(() => expect(part('trash-item')).toBeNull());
    await waitFor(() => expect(titles('list-item')).toContain('by mistake'));
    expect(part('trash-restored')?.textContent).toContain('by mistake');
  });

  it('shows the history, what changed, and goes back to an earlier revision', async () => {
    const { id } = await note('first words');
    await note('second words', id);
    await show({ name: 'history', id, kind: 'note' });
    await waitFor(() => expect(parts('history-revision')).toHaveLength(2));
    expect(part('history-change')?.textContent).toMatch(/first.*second/s);
    expect(part('history-restore')).toBeNull();
    await user.click(parts('history-revision')[1]!);
    await user.click(part('history-restore')!);
    const ask = await waitFor(() => part('history-restore-ask')!);
    await user.click(within(ask).getByText('Restore this revision'));
    await waitFor(() => expect(parts('history-revision')).toHaveLength(3));
    expect((await fake.record.show(id)).record).toEqual({ text: 'first words' });
    expect(part('history-restored')).not.toBeNull();
  });

  it('offers no going back while a record is in conflict', async () => {
    const row = parts('list-item').find((one) => one.textContent.includes('라오스'));
    await show({ name: 'history', id: row?.dataset['row'] ?? '', kind: 'testimony' });
    await waitFor(() => expect(parts('history-revision')).toHaveLength(3));
    await user.click(parts('history-revision')[2]!);
    expect(part('history-restore')).toBeNull();
    await user.click(part('history-settle')!);
    await waitFor(() => expect(panel()).toMatchObject({ name: 'conflict' }));
  });

  it('locks by key, hiding everything', async () => {
    await user.keyboard('{Control>}l{/Control}');
    await waitFor(() => expect(part('locking')).not.toBeNull());
    await waitFor(() => expect(fake.memory.open).toBeNull());
  });
});

describe('an empty or damaged vault', () => {
  it('says what to do first', async () => {
    const fake = makeFake();
    providePlatform(fake);
    await fake.vault.unlock(granted('vault', '/home/me/vault'), 'sample');
    fake.memory.open?.records.clear();
    render(Window);
    await waitFor(() => expect(part('first-steps')).not.toBeNull());
    await userEvent.click(part('first-new-testimony')!);
    await waitFor(() => expect(panel()).toMatchObject({ name: 'record', kind: 'testimony', id: null }));
  });

  it('says what is damaged, and offers nothing that writes', async () => {
    const fake = makeFake();
    await fake.vault.unlock(fake.grant('vault', '/home/me/vault'), 'sample');
    const damage: DamagedPart[] = [{ part: 'page_seal', table: null, record: null, revision: null }];
    const status = async () => ({ ...(await fake.vault.status()), is_read_only: true, damage });
    providePlatform({ ...fake, vault: { ...fake.vault, status } });
    render(Window);
    await waitFor(() => expect(part('read-only')?.textContent).toContain('Seal of the database file'));
    expect(part('new-testimony')).toHaveProperty('disabled', true);
    expect(part('new-menu')).toHaveProperty('disabled', true);
  });
});
