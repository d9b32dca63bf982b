import { render } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import { Failure } from '../../platform';
import { place } from '../../state/place.svelte';
import { openSample, part, parts, said } from '../../test-vault';
import ImportPanel from './ImportPanel.svelte';

let twin: Awaited<ReturnType<typeof openSample>>;
beforeEach(async () => (twin = await openSample()));
const user = userEvent.setup();
const file = (name: string) => `/home/me/${name}.bundle`;
const count = async () => (await twin.vault.status()).records;

it('looks first, changes nothing, then takes in and shows the conflict', async () => {
  const before = await count();
  render(ImportPanel, { props: { paths: [file('colleague')] } });
  expect(await said('import-sender')).toContain('서울 사무소');
  expect(await said('import-counts')).toContain('New ones 2');
  expect(await count()).toBe(before);
  await user.click(await part('import-go'));
  expect(await said('import-done-bundle')).toContain('Records: 2, new revisions: 2');
  expect(await count()).toBe(before + 1);
  expect(parts('import-rolled-back')).toEqual([]);
  await expect.poll(() => said('import-conflicts')).toContain('강을 건넌 밤');
  await user.click(await part('import-conflict'));
  expect(place()).toMatchObject({ panel: { name: 'conflict' } });
});

it('says that a bundle was taken in before, and changes nothing then', async () => {
  await twin.bundle.import([file('colleague')], null, false, twin.watch());
  const before = await count();
  render(ImportPanel, { props: { paths: [file('colleague')] } });
  expect(await said('import-seen')).toContain('before');
  await user.click(await part('import-go'));
  await part('import-done');
  expect(await count()).toBe(before);
});

it('asks for the passphrase, and again where it is wrong', async () => {
  render(ImportPanel, { props: { paths: [] } });
  await user.type(await part('import-path'), file('locked'));
  await user.click(await part('import-look'));
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
  twin.memory.chosen.push(file('stranger'), file('colleague'));
  render(ImportPanel, { props: { paths: [] } });
  await user.click(await part('import-choose-several'));
  expect(await said('import-stranger')).toContain('Nobody here knows who made this');
  expect((await part<HTMLButtonElement>('import-go')).disabled).toBe(true);
  await user.click(await part('import-accept'));
  await user.click(await part('import-go'));
  await part('import-done');
  expect(parts('import-done-bundle').length).toBe(2);
  expect(await count()).toBe(before + 2);
});

it('leaves a file out, and says what is no bundle', async () => {
  render(ImportPanel, { props: { paths: ['/home/me/nothing.bundle', file('colleague')] } });
  expect((await part('failure')).dataset['code']).toBe('file_not_found');
  expect((await part<HTMLButtonElement>('import-go')).disabled).toBe(true);
  await user.click(await part('import-remove'));
  expect((await part<HTMLButtonElement>('import-go')).disabled).toBe(false);
});

it('offers to open a review package that was dropped', async () => {
  render(ImportPanel, { props: { paths: ['/home/me/sample.review'] } });
  await user.click(await part('import-as-review'));
  expect(place()).toMatchObject({ panel: { name: 'review-read', path: '/home/me/sample.review' } });
});

it('is loud about a vault that was put back, and says what waits', async () => {
  render(ImportPanel, { props: { paths: [file('rolled-back')] } });
  await user.click(await part('import-go'));
  expect(await said('import-rolled-back')).toContain('Stop writing here');
  expect((await part('import-rolled-back')).getAttribute('role')).toBe('alert');
  expect(await said('import-waiting')).toContain('2 revisions wait');
});

it('says where the system shows no dialog', async () => {
  const fail = () => Promise.reject(new Failure('internal'));
  twin.choose = { ...twin.choose, file: fail, files: fail };
  render(ImportPanel, { props: { paths: [] } });
  await user.click(await part('import-choose-several'));
  expect((await part('failure')).dataset['code']).toBe('internal');
  await user.click(await part('import-path-choose'));
  expect((await part('import-path')).getAttribute('aria-invalid')).toBe('true');
});
