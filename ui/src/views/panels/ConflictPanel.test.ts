import { cleanup, render } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import { RecordDraft } from '../../features/draft';
import { saveRevision } from '../../platform/fake/memory';
import { keepAll } from '../../state/keeping';
import { place } from '../../state/place.svelte';
import { openSample, part, parts, said } from '../../test-vault';
import ConflictPanel from './ConflictPanel.svelte';

let fake: Awaited<ReturnType<typeof openSample>>;
let id = '';
const user = userEvent.setup();

beforeEach(async () => {
  fake = await openSample();
  id = (await fake.conflict.list()).conflicts[0]?.id ?? '';
});

interface Content {
  title: string;
  tags: string[];
  narrative: { original: string }[];
  journey: { dates: string }[];
}
const [TITLE, ORIGINAL, DATES] = [/^title$/, /\.original$/, /\.dates$/];
const question = (path: RegExp) =>
  parts('conflict-question').find((one) => path.test(one.dataset['question'] ?? ''));
const press = async (path: RegExp, name: string) => {
  const button = question(path)?.querySelector(`[data-part="${name}"]`);
  if (!button) throw new Error(`no ${name} in ${path.source}`);
  await user.click(button);
};
const save = async () => {
  await user.click(await part('conflict-save'));
  await part('conflict-settled');
  return (await fake.record.show(id)).record as Content;
};
const contentOf = async (side: number) => (await fake.conflict.show(id)).sides[side]?.record as Content;
const open = async () => {
  const shown = render(ConflictPanel, { props: { id } });
  await part('conflict-question');
  return shown;
};

it('asks of what clashes alone, and shows folded what is merged', async () => {
  await open();
  expect(await said('conflict-count')).toBe('0 of 3 resolved');
  expect(question(ORIGINAL)?.querySelector('h2')?.textContent).toMatch(/Narrative › Paragraph 2 › /);
  expect((await part<HTMLButtonElement>('conflict-save')).disabled).toBe(true);
  expect(await said('conflict-merged')).toContain('2 differences merged automatically');
  expect(await said('conflict-merged')).toContain('Changed by: This vault, 서울 사무소');
  expect((await part<HTMLDetailsElement>('conflict-merged')).open).toBe(false);
  expect(await said('conflict-left')).toContain('This vault');
});

it('sets paragraphs beside each other, and marks what differs', async () => {
  await open();
  const marked = (side: string) =>
    [...(question(ORIGINAL)?.querySelectorAll(`[data-part="conflict-${side}"] ins`) ?? [])].map(
      (one) => one.textContent,
    );
  expect(marked('left')).toEqual(['사흘 밤을', '돈은 돌려받지 못했습니다.']);
  expect(marked('right')).toEqual(['이틀을']);
  expect(question(ORIGINAL)?.textContent).toContain('No such paragraph');
  expect(question(ORIGINAL)?.querySelector('details')?.textContent).toContain('강가에서 숨어 있었습니다.');
});

it.each([
  [0, 'left'],
  [1, 'right'],
] as const)('takes all from side %i, and keeps what is merged of both', async (side, name) => {
  const { title, narrative } = await contentOf(side);
  await open();
  await user.click(await part(`conflict-all-${name}`));
  const record = await save();
  expect([record.title, record.narrative]).toEqual([title, narrative]);
  expect(record.tags).toEqual(['국경', '안내자', '2003']);
  expect(record.journey.length).toBe(2);
  expect((await fake.conflict.list()).conflicts).toEqual([]);
  expect(await fake.draft.list()).toEqual([]);
});

it('keeps both sides, and what is written by hand', async () => {
  await open();
  await press(TITLE, 'conflict-by-hand');
  await user.clear(await part('conflict-hand-text'));
  await user.type(await part('conflict-hand-text'), '국경의 사흘');
  await press(ORIGINAL, 'conflict-take-both');
  expect(question(DATES)?.querySelector('[data-part="conflict-take-both"]')).toBeNull();
  await press(DATES, 'conflict-take-right');
  const record = await save();
  expect(record.title).toBe('국경의 사흘');
  expect(record.narrative[1]?.original).toMatch(/사흘 밤을[^]*\n\n[^]*이틀을/);
  expect(record.journey[0]?.dates).toBe('2003-02~');
});

it('gives back what was written when a side was taken meanwhile', async () => {
  await open();
  await press(TITLE, 'conflict-by-hand');
  await user.type(await part('conflict-hand-text'), '!');
  await user.click(await part('conflict-all-right'));
  expect(parts('conflict-hand-text')).toEqual([]);
  await press(TITLE, 'conflict-by-hand');
  expect((await part<HTMLInputElement>('conflict-hand-text')).value).toBe('라오스 국경에서!');
});

it('keeps choices over a lock and over another page, and lets them go', async () => {
  const { unmount } = await open();
  await press(TITLE, 'conflict-by-hand');
  await user.type(await part('conflict-hand-text'), '?');
  await press(DATES, 'conflict-take-left');
  expect(await keepAll()).toBe(true);
  unmount();
  cleanup();
  // The record itself opens as it is saved: a choice is no state of it.
  const record = await RecordDraft.open('testimony', id, (await fake.draft.list())[0]?.draft ?? null);
  expect([record.draft, record.content['settling'], record.id]).toEqual([null, undefined, id]);
  await open();
  expect(await said('conflict-count')).toBe('2 of 3 resolved');
  expect(await said('conflict-taken-up')).toContain('still here');
  expect((await part<HTMLInputElement>('conflict-hand-text')).value).toBe('라오스 국경에서?');
  await user.click(await part('conflict-forget'));
  expect(await said('conflict-count')).toBe('0 of 3 resolved');
  await expect.poll(async () => await fake.draft.list()).toEqual([]);
});

it('saves nothing where something came meanwhile, and says so', async () => {
  await open();
  await user.click(await part('conflict-all-left'));
  const held = fake.memory.open?.records.get(id);
  const theirs = held?.heads[1] ?? '';
  const news = { ...(await contentOf(1)), title: '메콩 강' };
  if (fake.memory.open && held) saveRevision(fake.memory.open, held, [theirs], news);
  await user.click(await part('conflict-save'));
  expect(await said('conflict-news')).toContain('nothing was saved');
  expect(await said('conflict-count')).toBe('3 of 3 resolved');
  expect(question(TITLE)?.textContent).toContain('메콩 강');
  expect((await save()).title).toBe('라오스 국경에서');
});

it('leaves all as it is until later', async () => {
  await open();
  const before = await contentOf(0);
  await user.click(await part('conflict-all-left'));
  await user.click(await part('conflict-later'));
  await expect.poll(place).toMatchObject({ panel: { name: 'conflicts' } });
  expect(await contentOf(0)).toEqual(before);
});

it('keeps what was chosen where it cannot be saved', async () => {
  const { Failure } = await import('../../platform');
  fake.conflict.settle = async () => {
    throw new Failure('date_invalid', { field: 'journey' });
  };
  await open();
  await user.click(await part('conflict-all-left'));
  await user.click(await part('conflict-save'));
  expect((await part('failure')).dataset['code']).toBe('date_invalid');
  expect(await said('conflict-count')).toBe('3 of 3 resolved');
});

it('drops a refusal only after a warning and confirmed', async () => {
  const { Failure } = await import('../../platform');
  const { settle } = fake.conflict;
  const asked: (boolean | undefined)[] = [];
  fake.conflict.settle = async (record, how) => {
    asked.push(how.drops_refusals);
    if (!how.drops_refusals) throw new Failure('refusal_dropped', { record, count: '1' });
    return settle(record, how);
  };
  const before = await contentOf(0);
  await open();
  await user.click(await part('conflict-all-left'));
  expect(parts('conflict-drop-refusal')).toEqual([]);
  await user.click(await part('conflict-save'));
  expect(await said('failure')).toContain('refusals or withdrawals of consent');
  expect(await contentOf(0)).toEqual(before);
  // What another choice would drop was not confirmed by anybody.
  await part('conflict-drop-refusal');
  await press(DATES, 'conflict-take-right');
  await expect.poll(() => parts('conflict-drop-refusal')).toEqual([]);
  await user.click(await part('conflict-save'));
  await user.click(await part('conflict-drop-refusal'));
  await part('conflict-settled');
  expect(asked).toEqual([false, false, true]);
});

it('asks about the trash, an order and what was taken out, and of more than two sides', async () => {
  const { show } = fake.conflict;
  const seen = await show(id);
  const [left, right] = seen.sides;
  if (!left || !right) throw new Error('no sides');
  const third = { ...right, revision: 'f'.repeat(64), saved_by: { ...right.saved_by, name: '민지' } };
  const sides = [left, right, third];
  const base = seen.clashes[0];
  if (!base) throw new Error('no clash');
  const ids = (left.record as { narrative: { id: string }[] }).narrative.map((one) => one.id);
  const clash = (path: string, sort: typeof base.sort, values: unknown[], positions: number[] = []) => ({
    ...base,
    ...{
      path,
      field: path,
      sort,
      positions,
      differences: [],
      can_take_both: false,
      can_write: sort === 'element',
    },
    sides: sides.map(({ revision }, at) => {
      return { side: at + 1, revision, value: values[at] ?? null, is_changed: at < values.length };
    }),
  });
  const clashes = [
    clash('@trashed', 'trash', [true, false]),
    clash('narrative@order', 'order', [ids, ids.toReversed(), ids]),
    clash('journey[a]', 'element', [{ id: 'a', type: 'transit' }, null], [1]),
  ];
  fake.conflict.show = async () => ({ ...seen, sides, clashes });
  await open();
  expect(question(/trashed/)?.textContent).toMatch(/Deleted[^]*Changed and kept/);
  expect(question(/trashed/)?.querySelectorAll('[aria-pressed]').length).toBe(2);
  expect(question(/order/)?.textContent).toContain('Paragraph 3 → Paragraph 2 → Paragraph 1');
  expect(question(/order/)?.querySelector('[data-part="conflict-side-3"]')?.textContent).toContain('민지');
  expect(question(/journey/)?.textContent).toContain('Empty on this side');
  expect(question(/journey/)?.textContent).toContain('Keep neither');
});

it('says where it was settled meanwhile', async () => {
  const note = (await fake.record.page({ kind: 'note' })).records[0]?.id ?? '';
  render(ConflictPanel, { props: { id: note } });
  expect(await said('conflict-settled')).toContain('already resolved');
});
