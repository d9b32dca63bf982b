import { render } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { DEFAULT_PROFILE } from '../../features/review/make/profile';
import { newWatch } from '../../platform';
import { withConsent } from '../../test-review';
import { granted, openSample, part, parts, said } from '../../test-vault';
import CustodyPanel from './CustodyPanel.svelte';
import RecordPanel from './RecordPanel.svelte';

let fake: Awaited<ReturnType<typeof openSample>>;
let id = '';
const user = userEvent.setup();
// jsdom has no layout; the editor asks for it.
beforeAll(() => {
  Range.prototype.getClientRects = () => [] as unknown as DOMRectList;
  Range.prototype.getBoundingClientRect = () => new DOMRect();
});
beforeEach(async () => {
  fake = await openSample();
  id = withConsent(fake, '눈 오던 밤', [{ decision: 'granted', use: 'legal' }]);
});

async function sendForReview(audience: string) {
  const order = { records: [id], purpose: 'legal', audience, profile: DEFAULT_PROFILE };
  const to = granted('seal', `/home/me/${audience}.review`);
  const all = { ...order, decisions: [], conditions: [] };
  return fake.review.export(to, 'paper orchard', all, newWatch());
}

async function withdraw() {
  const { base } = await fake.record.show(id);
  const content = { title: '눈 오던 밤', consent: [{ decision: 'withdrawn' }] };
  const put = await fake.draft.put({ draft: null, record: id, kind: 'testimony', base, content });
  await fake.draft.save(put.draft, true);
}

const record = () => render(RecordPanel, { kind: 'testimony', id, draft: null });

it('lists every file that left, the newest first', async () => {
  render(CustodyPanel);
  await expect.poll(() => document.body.textContent).toContain('No records have left this vault');
  document.body.replaceChildren();
  await sendForReview('Commission');
  const to = { colleagues: ['서울 사무소'] };
  const what = { records: null, reach: 'all', purpose: 'share_inside', audience: null } as const;
  const bundle = { to, ...what, acknowledge: false };
  await fake.bundle.export(granted('seal', '/home/me/a.bundle'), bundle, newWatch());
  render(CustodyPanel);
  await expect.poll(() => parts('sent-file').length).toBe(2);
  const [newest, oldest] = parts('sent-file').map((one) => one.textContent);
  expect(newest).toContain('서울 사무소');
  expect(oldest).toContain('Commission');
  expect(oldest).toContain('Legal proceedings');
  await user.click(parts('sent-copy-sha')[0] ?? document.body);
  expect(await navigator.clipboard.readText()).toBe('d'.repeat(64));
});

it('says where a record went once somebody asks', async () => {
  await sendForReview('Commission');
  const asked = vi.spyOn(fake.custody, 'ofRecord');
  record();
  const fold = await part('record-sent-fold');
  expect(asked).not.toHaveBeenCalled();
  await user.click(fold.querySelector('summary') ?? fold);
  await expect.poll(() => said('sent-file')).toContain('Commission');
  expect(parts('record-sent-withdrawn')).toEqual([]);
});

it('says so where a record never left', async () => {
  record();
  const fold = await part('record-sent-fold');
  await user.click(fold.querySelector('summary') ?? fold);
  expect(await said('record-sent-none')).toContain('has not left');
});

it('offers a letter to each recipient after consent was withdrawn', async () => {
  const written = await sendForReview('Commission');
  await sendForReview('Court');
  await withdraw();
  record();
  expect(await said('record-sent-withdrawn')).toContain('already left');
  expect(parts('letter-write').map((one) => one.getAttribute('aria-label'))).toEqual([
    'Write a letter to recipients: Court',
    'Write a letter to recipients: Commission',
  ]);
  await user.click(parts('letter-write')[1] ?? document.body);
  const text = async () => (await part<HTMLTextAreaElement>('letter-text')).value;
  expect(await text()).toContain('Withdrawal of consent');
  expect(await text()).toContain(written.package);
  expect(await text()).not.toMatch(/Commission|Court|눈 오던 밤/);
  await user.click(await part('letter-language-ko'));
  expect(await text()).toContain('동의 철회');
  await user.type(await part('letter-text'), '추신');
  await user.click(await part('letter-copy'));
  expect(await navigator.clipboard.readText()).toMatch(/추신$/);
  // What is printed is what stands in the field, beside the page.
  expect(document.querySelector('body > [data-part="letter-printed"]')?.textContent).toMatch(/추신$/);
  const print = vi.spyOn(fake.app, 'print');
  await user.click(await part('letter-print'));
  expect(print).toHaveBeenCalledOnce();
  await user.click(await part('letter-close'));
  await expect.poll(() => parts('letter-printed')).toEqual([]);
});

it('writes no letter where nothing left', async () => {
  await withdraw();
  record();
  await part('record-sent');
  await new Promise((done) => setTimeout(done, 50));
  expect(parts('record-sent-withdrawn')).toEqual([]);
});
