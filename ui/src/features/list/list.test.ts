import { render } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { beforeEach, expect, it } from 'vitest';
import { place } from '../../state/place.svelte';
import { openSample, part, parts, said } from '../../test-vault';
import { order } from './order.svelte';
import RecordList from './RecordList.svelte';

let fake: Awaited<ReturnType<typeof openSample>>;
beforeEach(async () => {
  fake = await openSample();
  Object.assign(order, { sort: 'saved', reversed: false });
});
const titles = () => parts('list-item').map((row) => row.querySelector('.title')?.textContent?.trim());

it('counts kinds, offers tags and statuses, and adds them to the query', async () => {
  const user = userEvent.setup();
  const { container } = render(RecordList);
  await expect.poll(() => said('list-kind-testimony')).toBe('Testimonies 2');
  const chip = (term: string) => parts('list-chip').find((one) => one.dataset['term'] === term);
  await user.click(chip('tag:"국경"')!);
  expect((await part<HTMLInputElement>('list-search')).value).toBe('tag:"국경"');
  await expect.poll(() => parts('list-hit').length).toBe(1);
  expect(chip('tag:"국경"')?.getAttribute('aria-pressed')).toBe('true');
  await user.click(chip('is:conflict')!);
  expect((await part<HTMLInputElement>('list-search')).value).toBe('tag:"국경" is:conflict');
  const report = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
  expect(report.violations).toEqual([]);
});

it('keeps the order while the window is open', async () => {
  const user = userEvent.setup();
  const first = render(RecordList);
  await user.selectOptions(await part('list-order'), 'title');
  await expect
    .poll(titles)
    .toEqual([
      'ㄱ-12',
      '강을 건넌 밤',
      '라오스 국경에서',
      '온성',
      '한국어 교실 자리 확인. 수요일 오후에 다시 전화.',
    ]);
  await user.click(await part('list-reversed'));
  await expect.poll(() => titles()[0]).toBe('한국어 교실 자리 확인. 수요일 오후에 다시 전화.');
  first.unmount();
  render(RecordList);
  expect((await part<HTMLSelectElement>('list-order')).value).toBe('title');
  expect((await part('list-reversed')).getAttribute('aria-pressed')).toBe('true');
});

it('puts other spellings and slips under their headings, and opens a record with what it was found by', async () => {
  const user = userEvent.setup();
  render(RecordList);
  await user.type(await part('list-search'), 'Onsong');
  await expect
    .poll(() => document.querySelector('[data-part="list"] h2')?.textContent)
    .toBe('Similar spellings');
  expect(await said('list-count')).toContain('no exact matches');
  await user.clear(await part('list-search'));
  await user.type(await part('list-search'), 'Onsang{Enter}');
  await expect.poll(() => document.querySelector('[data-part="list"] h2')?.textContent).toBe('Did you mean');
  await user.click(await part('list-hit'));
  await expect.poll(() => place()).toMatchObject({ panel: { name: 'record', query: 'Onsang' } });
});

it('says what it did not understand, and what is still missing', async () => {
  const user = userEvent.setup();
  fake.memory.pending = 3;
  render(RecordList);
  expect(await said('list-pending')).toContain('3 records are still missing');
  fake.memory.pending = 0;
  await expect.poll(() => parts('list-pending').length, { timeout: 4000 }).toBe(0);
  await user.type(await part('list-search'), 'date:spring');
  expect(await said('list-unclear')).toBe('Ignored, because not understood: date:spring');
});

it('explains what can be asked', async () => {
  const user = userEvent.setup();
  render(RecordList);
  (await part('list-help')).focus();
  await user.keyboard('{Enter}');
  expect(await said('list-help-page')).toContain('date:1997..1999');
  await user.keyboard('{Escape}');
  await expect.poll(() => parts('list-help-page').length).toBe(0);
});
