import { render } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import { Failure, newWatch } from '../../platform';
import { place } from '../../state/place.svelte';
import { granted, openSample, part, parts, said, tokensOf } from '../../test-vault';
import ImportPanel from './ImportPanel.svelte';

let fake: Awaited<ReturnType<typeof openSample>>;
beforeEach(async () => (fake = await openSample()));
const user = userEvent.setup();
const file = (name: string) => granted('bundle', `/home/me/${name}.bundle`);
const NOTHING = { unknown_sender: false, retired_sender: false, forked_logs: false };
const count = async () => (await fake.vault.status()).records;

it('looks first, changes nothing, then takes in and shows the conflict', async () => {
  const before = await count();
  render(ImportPanel, { props: { files: [file('colleague')] } });
  expect(await said('import-sender')).toContain('서울 사무소');
  expect(await said('import-counts')).toContain('New revisions 2');
  expect(await count()).toBe(before);
  await user.click(await part('import-go'));
  expect(await said('import-done-bundle')).toContain('Records: 2, new revisions: 2');
  expect(await count()).toBe(before + 1);
  expect(parts('import-rolled-back')).toEqual([]);
  await expect.poll(() => said('import-conflicts')).toContain('강을 건넌 밤');
  await user.click(await part('import-conflict'));
  expect(place()).toMatchObject({ panel: { name: 'conflict' } });
});

it('says of each record what would become of it, and takes only those that are ticked', async () => {
  const before = await count();
  render(ImportPanel, { props: { files: [file('mixed')] } });
  await part('import-states');
  const states = [...(parts('import-states')[0]?.children ?? [])].map((one) => one.textContent);
  expect(states.slice(0, 3)).toEqual(['In conflict: 1', 'Merged with your changes: 1', 'Withdrawn: 1']);
  expect(await said('import-records')).toContain('사진 세 장 Note · 4.8 MB with 3 attachments New');
  expect(await said('import-taken')).toBe('6 of 6 records selected');
  await user.click(await part('import-take-none'));
  expect((await part<HTMLButtonElement>('import-go')).disabled).toBe(true);
  for (const at of [2, 4]) await user.click(parts('import-take')[at] ?? document.body);
  expect(await said('import-taken')).toBe('2 of 6 records selected');
  await user.click(await part('import-go'));
  expect(await said('import-done-bundle')).toContain('Records: 2');
  expect(await said('import-partial')).toContain('later from the same file');
  await expect.poll(() => said('import-withdrawn')).toContain('증언을 거두었습니다');
  expect(await count()).toBe(before + 2);
});

it('distinguishes who made it, and whom it is for', async () => {
  render(ImportPanel, { props: { files: ['mixed', 'older', 'others'].map(file) } });
  expect(await said('import-unverified')).toContain('is not verified');
  await expect
    .poll(() => parts('import-file').map((one) => one.classList.contains('doubtful')))
    .toEqual([true, false, false]);
  expect(await said('import-for')).toBe('This bundle is for this vault.');
  expect(await said('import-older')).toContain('older than what you have');
  expect(await said('import-for-others')).toContain('passed it on to you');
  expect((await part<HTMLButtonElement>('import-go')).disabled).toBe(true);
  await user.click(parts('import-remove')[2] ?? document.body);
  await expect.poll(async () => (await part<HTMLButtonElement>('import-go')).disabled).toBe(false);
});

it('previews all files in one call, and each by itself only where one of them fails', async () => {
  const preview = vi.spyOn(fake.bundle, 'preview');
  const previewed = () => preview.mock.calls.map(([files]) => files.length);
  render(ImportPanel, { props: { files: ['mixed', 'older', 'colleague'].map(file) } });
  await expect.poll(() => parts('import-counts')).toHaveLength(3);
  expect(previewed()).toEqual([3]);
  await user.click(parts('import-remove')[0]!);
  await expect.poll(previewed).toEqual([3, 2]);

  document.body.replaceChildren();
  preview.mockClear();
  render(ImportPanel, { props: { files: ['mixed', 'locked', 'colleague'].map(file) } });
  await part('import-locked');
  await expect.poll(() => parts('import-counts')).toHaveLength(2);
  expect(previewed()).toEqual([3, 1, 1, 1]);
  await user.type(await part('import-passphrase'), 'river lantern{Enter}');
  await expect.poll(() => parts('import-counts')).toHaveLength(3);
  expect(previewed()).toEqual([3, 1, 1, 1, 3]);
});

it('takes an import back at once, and from the list', async () => {
  const before = await count();
  render(ImportPanel, { props: { files: [file('colleague')] } });
  await user.click(await part('import-go'));
  await user.click(await part('import-undo'));
  expect(await said('import-undone')).toContain('removed records: 1');
  expect(await count()).toBe(before);
  expect(parts('import-line')).toEqual([]);
  await fake.bundle.import(
    [file('colleague')],
    null,
    { accept: NOTHING, expected: await tokensOf(fake, [file('colleague')]), only: null },
    newWatch(),
  );
  render(ImportPanel, { props: { files: [] } });
  expect(await said('import-line')).toContain('서울 사무소');
  await user.click(await part('import-undo'));
  await part('import-undone');
  expect(await count()).toBe(before);
});

it('says in words why an import cannot be taken back', async () => {
  await fake.bundle.import(
    [file('colleague')],
    null,
    { accept: NOTHING, expected: await tokensOf(fake, [file('colleague')]), only: null },
    newWatch(),
  );
  const note = (await fake.record.page({ kind: 'note' })).records.find((one) => one.title === '병원 동행');
  await fake.record.trash(note?.id ?? '');
  const { unmount } = render(ImportPanel, { props: { files: [] } });
  expect(await said('import-hindrance')).toContain('this record was changed afterwards');
  await expect.poll(() => said('import-hindrance')).toContain('병원 동행');
  expect(parts('import-undo')).toEqual([]);
  unmount();
  await fake.bundle.import(
    [file('rolled-back'), file('locked')],
    'river lantern',
    {
      accept: NOTHING,
      expected: await tokensOf(fake, [file('rolled-back'), file('locked')], 'river lantern'),
      only: null,
    },
    newWatch(),
  );
  render(ImportPanel, { props: { files: [] } });
  await expect.poll(() => parts('import-line').length).toBe(2);
  expect(await said('import-hindrance')).toContain('Undo the later ones first');
  expect(parts('import-undo').length).toBe(1);
});

it('says what was built on meanwhile, and takes nothing back then', async () => {
  render(ImportPanel, { props: { files: [file('colleague')] } });
  await user.click(await part('import-go'));
  await part('import-done');
  const note = (await fake.record.page({ kind: 'note' })).records.find((one) => one.title === '병원 동행');
  await fake.record.trash(note?.id ?? '');
  await user.click(await part('import-undo'));
  expect((await part('failure')).dataset['code']).toBe('import_built_on');
  await part('import-done');
});

it('says that a bundle was taken in before, and changes nothing then', async () => {
  await fake.bundle.import(
    [file('colleague')],
    null,
    { accept: NOTHING, expected: await tokensOf(fake, [file('colleague')]), only: null },
    newWatch(),
  );
  const before = await count();
  render(ImportPanel, { props: { files: [file('colleague')] } });
  expect(await said('import-seen')).toContain('before');
  await user.click(await part('import-go'));
  await part('import-done');
  expect(await count()).toBe(before);
});

it('asks for the passphrase, and again where it is wrong', async () => {
  render(ImportPanel, { props: { files: [] } });
  fake.memory.chosen.push(file('locked').shown);
  await user.click(await part('import-choose'));
  await part('import-locked');
  expect((await part<HTMLButtonElement>('import-go')).disabled).toBe(true);
  await user.type(await part('import-passphrase'), 'river');
  await user.click(await part('import-unlock'));
  expect((await part('failure')).dataset['code']).toBe('wrong_passphrase');
  await user.type(await part('import-passphrase'), ' lantern{Enter}');
  await part('import-counts');
  await user.click(await part('import-go'));
  await part('import-done');
});

it('takes nothing of an unknown sender without a word for it', async () => {
  const before = await count();
  fake.memory.chosen.push(file('stranger').shown, file('colleague').shown);
  render(ImportPanel, { props: { files: [] } });
  await user.click(await part('import-choose'));
  expect(await said('import-stranger')).toContain('The sender is not a colleague');
  expect((await part<HTMLButtonElement>('import-go')).disabled).toBe(true);
  await user.click(await part('import-stranger-accept'));
  await user.click(await part('import-go'));
  await part('import-done');
  expect(parts('import-done-bundle').length).toBe(2);
  expect(await count()).toBe(before + 2);
});

it('leaves a file out, and says what is no bundle', async () => {
  render(ImportPanel, { props: { files: ['nothing', 'colleague'].map(file) } });
  expect((await part('failure')).dataset['code']).toBe('file_not_found');
  expect((await part<HTMLButtonElement>('import-go')).disabled).toBe(true);
  await user.click(await part('import-remove'));
  expect((await part<HTMLButtonElement>('import-go')).disabled).toBe(false);
});

it('offers to open a review package that was chosen as a bundle', async () => {
  const dropped = granted('bundle', '/home/me/sample.review');
  render(ImportPanel, { props: { files: [dropped] } });
  await user.click(await part('import-as-review'));
  expect(place()).toMatchObject({ panel: { name: 'review-read', file: dropped } });
});

it('is loud about a vault that was put back, and says what waits', async () => {
  render(ImportPanel, { props: { files: [file('rolled-back')] } });
  await user.click(await part('import-go'));
  expect(await said('import-rolled-back')).toContain('Stop writing here');
  expect((await part('import-rolled-back')).getAttribute('role')).toBe('alert');
  expect(await said('import-waiting')).toContain('2 revisions are waiting');
});

it('says where the system shows no dialog', async () => {
  const fail = () => Promise.reject(new Failure('internal'));
  fake.choose = { ...fake.choose, files: fail };
  render(ImportPanel, { props: { files: [] } });
  await user.click(await part('import-choose'));
  expect((await part('failure')).dataset['code']).toBe('internal');
});

it('asks for a file again where its choice has ended', async () => {
  const ended = file('colleague');
  fake.memory.grants.forget();
  render(ImportPanel, { props: { files: [ended] } });
  expect((await part('failure')).dataset['code']).toBe('not_granted');
  expect((await part<HTMLButtonElement>('import-go')).disabled).toBe(true);
});

it('names what a button removes or resolves, and keeps the focus on the page', async () => {
  const target = document.body.appendChild(document.createElement('main'));
  render(ImportPanel, { target, props: { files: ['older', 'colleague'].map(file) } });
  await expect.poll(() => parts('import-remove').length).toBe(2);
  const [older] = parts('import-remove');
  expect(older?.getAttribute('aria-label')).toBe('Remove older.bundle');
  await user.click(older ?? target);
  await expect.poll(() => document.activeElement?.id).toBe('sheet-title');
  await user.click(await part('import-go'));
  await expect
    .poll(async () => (await part('import-conflict')).getAttribute('aria-label'))
    .toBe('Resolve conflict: 강을 건넌 밤');
  await expect.poll(() => document.activeElement?.id).toBe('sheet-title');
});
