import { newWatch } from '../../platform';
import { render } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import { place } from '../../state/place.svelte';
import { attach, goNext, sayWho, withConsent } from '../../test-review';
import { granted, openSample, part, parts, said } from '../../test-vault';
import Reader from '../Reader.svelte';
import ReviewMakePanel from './ReviewMakePanel.svelte';
import ReviewReadPanel from './ReviewReadPanel.svelte';

let fake: Awaited<ReturnType<typeof openSample>>;
let testimony = '';
const user = userEvent.setup();

beforeEach(async () => {
  fake = await openSample();
  const found = (await fake.record.page({ kind: 'testimony' })).records.find(
    (one) => one.title === '강을 건넌 밤',
  );
  testimony = found?.id ?? '';
});

async function open(path: string, passphrase: string) {
  fake.memory.chosen.push(path);
  await user.click(await part('review-open-path-choose'));
  await user.type(await part('review-open-passphrase'), `${passphrase}{Enter}`);
}

it('writes chosen records with the attachments that were ticked, and reads them again', async () => {
  testimony = withConsent(fake, '눈 오던 밤', [{ decision: 'granted', use: 'research' }]);
  await attach(fake, testimony);
  render(ReviewMakePanel, { props: { records: [testimony] } });
  await sayWho('Commission', 'research');
  await user.click(await part('review-attachment'));
  await goNext();
  await part('review-preview');
  await goNext();
  expect(await said('review-summary')).toContain('Research');
  expect(await said('review-no-leaks')).toContain('none of the names');
  await user.type(await part('review-passphrase'), 'silver bridge');
  await user.type(await part('review-passphrase-again'), 'silver bridge');
  const offered = async () => (await part<HTMLInputElement>('review-path')).value;
  await expect.poll(offered).toMatch(/-1\.review$/);
  const path = await offered();
  await user.click(await part('review-make'));
  expect(await said('review-done')).toMatch(/Records: 2, attachments: 1/);
  const [left] = (await fake.custody.ofRecord(testimony)).files;
  expect(left).toMatchObject({ sent_in: 'review', audience: 'Commission', purpose: 'research', records: 2 });
  expect(await said('review-done')).toContain(left?.package);
  document.body.replaceChildren();

  render(ReviewReadPanel, { props: { file: null } });
  await open(path, 'silver');
  expect((await part('failure')).dataset['code']).toBe('wrong_passphrase');
  await user.type(await part('review-open-passphrase'), ' bridge{Enter}');
  await part('reader');
  expect(parts('reader-record').length).toBe(2);
  await user.click(parts('reader-record')[1] ?? document.body);
  fake.memory.chosen.push('/home/me/out.jpg');
  await user.click(await part('reader-save'));
  expect(await said('reader-saved')).toContain('/home/me/out.jpg');
});

it('reads, searches and cites a package with no vault open, and goes back', async () => {
  await fake.vault.lock();
  render(Reader, { props: { file: granted('package', '/home/me/sample.review') } });
  await user.type(await part('review-open-passphrase'), 'river lantern{Enter}');
  await part('reader');
  expect((await part('reader-exporter')).querySelectorAll('li').length).toBe(12);
  await user.type(await part('reader-search'), '겨울');
  await expect.poll(() => parts('reader-record').length).toBe(1);
  await user.click(await part('reader-record'));
  expect(document.querySelector('mark')?.textContent).toBe('겨울');
  expect(await said('reader-citation')).toBe(`Record ${testimony}, revision ${'b'.repeat(64)}`);
  await user.click(await part('reader-cite-2'));
  expect(await navigator.clipboard.readText()).toBe(
    `Record ${testimony}, revision ${'b'.repeat(64)}, paragraph 2`,
  );
  await user.click(await part('reader-leave'));
  expect(place()).toEqual({ at: 'unlock' });
  const to = granted('write', '/home/me/x');
  await expect(fake.review.save(testimony, to, newWatch())).rejects.toThrow('locked');
});

it('moves the focus to the heading once a package is open', async () => {
  const target = document.body.appendChild(document.createElement('main'));
  render(ReviewReadPanel, { target, props: { file: granted('package', '/home/me/sample.review') } });
  await user.type(await part('review-open-passphrase'), 'river lantern{Enter}');
  await part('reader');
  await expect.poll(() => document.activeElement?.id).toBe('sheet-title');
});
