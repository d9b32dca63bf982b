import { render } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import { place } from '../../state/place.svelte';
import { openSample, part, parts, said } from '../../test-vault';
import ConflictPanel from './ConflictPanel.svelte';
import ConflictsPanel from './ConflictsPanel.svelte';

let twin: Awaited<ReturnType<typeof openSample>>;
let id = '';
const user = userEvent.setup();

beforeEach(async () => {
  twin = await openSample();
  id = (await twin.conflict.list()).conflicts[0]?.id ?? '';
});

const question = (path: RegExp) =>
  parts('conflict-question').find((one) => path.test(one.dataset['question'] ?? ''));
const press = async (path: RegExp, name: string) => {
  const button = question(path)?.querySelector(`[data-part="${name}"]`);
  if (!button) throw new Error(`no ${name} in ${path.source}`);
  await user.click(button);
};
const settled = async () => {
  await user.click(await part('conflict-save'));
  await part('conflict-settled');
  return (await twin.record.show(id)).record as {
    title: string;
    tags: string[];
    narrative: { original: string }[];
    journey: object[];
  };
};
const sides = async () => (await twin.conflict.show(id)).sides.map((side) => side.record);

it('lists conflicts by title, and opens one', async () => {
  render(ConflictsPanel);
  expect(await said('conflict-list')).toContain('라오스 국경에서 2 sides');
  await user.click(await part('conflict-show'));
  expect(place()).toMatchObject({ panel: { name: 'conflict', id } });
});

it('offers what only one side changed, but never of what was told', async () => {
  render(ConflictPanel, { props: { id } });
  expect(await said('conflict-count')).toBe('3 of 5 chosen');
  expect(
    question(/^title$/)
      ?.querySelector('[data-taken="true"]')
      ?.getAttribute('data-part'),
  ).toBe('conflict-left');
  expect(question(/^narrative/)?.querySelector('[data-taken="true"]')).toBeNull();
  expect(question(/^narrative/)?.querySelector('ins')?.textContent).toBe('사흘 밤을');
  expect(await said('conflict-same')).toContain('Narrative (1, 3)');
  expect((await part<HTMLButtonElement>('conflict-save')).disabled).toBe(true);
});

it.each([
  [0, 'left'],
  [1, 'right'],
] as const)('keeps what side %i says where it is taken everywhere', async (side, name) => {
  const expected = (await sides())[side];
  render(ConflictPanel, { props: { id } });
  await part('conflict-question');
  for (const one of parts(`conflict-take-${name}`)) await user.click(one);
  expect(await settled()).toEqual(expected);
  expect((await twin.conflict.list()).conflicts).toEqual([]);
  expect((await twin.record.history(id)).revisions.length).toBe(4);
});

it('keeps both sides, and what is written by hand', async () => {
  render(ConflictPanel, { props: { id } });
  await part('conflict-question');
  await press(/^title$/, 'conflict-by-hand');
  await user.clear(await part('conflict-hand-text'));
  await user.type(await part('conflict-hand-text'), '국경의 사흘');
  await press(/^narrative/, 'conflict-take-both');
  await press(/^tags$/, 'conflict-take-both');
  await user.click(parts('conflict-preview')[0]?.querySelector('summary') ?? document.body);
  expect(await said('conflict-preview')).toContain('국경의 사흘');
  const record = await settled();
  expect(record.title).toBe('국경의 사흘');
  expect(record.tags).toEqual(['국경', '안내자', '2003']);
  expect(record.narrative.map((one) => one.original)).toEqual([
    '국경 마을에 닿은 것은 저녁이었습니다.',
    '강가에서 사흘 밤을 숨어 있었습니다. 안내자는 오지 않았습니다. 강가에서 이틀을 숨어 있었습니다. 안내자는 오지 않았습니다, 돈만 받고.',
    '안내자를 기다리라고 했습니다.',
  ]);
  expect(record.journey.length).toBe(2);
});

it('takes one side in all that is left', async () => {
  render(ConflictPanel, { props: { id } });
  await user.click(await part('conflict-rest-right'));
  const record = await settled();
  expect(record.title).toBe('라오스 국경에서');
  expect(record.tags).toEqual(['국경', '2003']);
});

it('leaves all as it is until later', async () => {
  render(ConflictPanel, { props: { id } });
  const before = await sides();
  await user.click(await part('conflict-rest-left'));
  await user.click(await part('conflict-later'));
  expect(place()).toMatchObject({ panel: { name: 'conflicts' } });
  expect(await sides()).toEqual(before);
});

it('keeps what was chosen where it cannot be saved', async () => {
  const { Failure } = await import('../../platform');
  twin.conflict.resolve = async () => {
    throw new Failure('date_invalid', { field: 'journey' });
  };
  render(ConflictPanel, { props: { id } });
  await user.click(await part('conflict-rest-left'));
  await user.click(await part('conflict-save'));
  expect((await part('failure')).dataset['code']).toBe('date_invalid');
  expect(await said('conflict-count')).toBe('5 of 5 chosen');
});
