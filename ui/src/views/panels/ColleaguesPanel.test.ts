import { render } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import { openSample, part, parts, said } from '../../test-vault';
import ColleaguesPanel from './ColleaguesPanel.svelte';

let twin: Awaited<ReturnType<typeof openSample>>;
beforeEach(async () => (twin = await openSample()));
const user = userEvent.setup();

it('shows whose fingerprint was compared and whose was not, and hides the digits to be heard', async () => {
  render(ColleaguesPanel);
  await part('colleague');
  expect(parts('colleague').map((one) => one.dataset['verified'])).toEqual(['true', 'false']);
  const doubtful = twin.memory.open?.colleagues[1];
  expect(parts('colleague')[1]?.textContent).not.toContain(doubtful?.fingerprint.slice(0, 5));
  expect((await part('own-fingerprint')).querySelectorAll('li').length).toBe(12);
});

it('writes the own identity to a file, and says where', async () => {
  twin.memory.chosen.push('/home/me/mine.identity', '/home/me/mine.identity');
  render(ColleaguesPanel);
  await user.click(await part('own-identity-save'));
  expect(await said('own-identity-saved')).toContain('/home/me/mine.identity');
  await user.click(await part('own-identity-save'));
  expect((await part('failure')).dataset['code']).toBe('file_exists');
});

it('adds a colleague by line and by file, and says what is no identity', async () => {
  render(ColleaguesPanel);
  await user.click(await part('colleague-add'));
  await user.type(await part('colleague-name'), '철수');
  await user.click(await part('colleague-by-line'));
  await user.type(await part('colleague-identity'), 'hello');
  await user.click(await part('colleague-add-go'));
  expect((await part('failure')).dataset['code']).toBe('identity_invalid');
  await user.clear(await part('colleague-identity'));
  await user.type(await part('colleague-identity'), 'fieldnotes-identity-1:abc');
  await user.click(await part('colleague-add-go'));
  expect(await said('colleague-done')).toContain('철수');
  // A dialog that closes lets the page have the pointer again a moment later.
  await expect.poll(() => document.body.style.pointerEvents).not.toBe('none');

  await user.click(await part('colleague-add'));
  await user.type(await part('colleague-name'), 'Lee');
  await user.click(await part('colleague-by-file'));
  await user.type(await part('colleague-file'), '/home/me/colleague.identity');
  await user.click(await part('colleague-add-go'));
  await expect.poll(() => parts('colleague').length).toBe(4);
  expect(parts('colleague').at(-1)?.dataset['verified']).toBe('false');
});

it('compares what is heard: loud where it differs, done where it is the same', async () => {
  render(ColleaguesPanel);
  const doubtful = twin.memory.open?.colleagues[1];
  const digits = doubtful?.fingerprint ?? '';
  await user.click(await part('colleague-verify'));
  expect((await part<HTMLButtonElement>('verify-go')).disabled).toBe(true);
  await user.type(await part('verify-digits'), `${digits.slice(0, -1)}9`);
  await user.click(await part('verify-go'));
  expect((await part('failure')).dataset['code']).toBe('fingerprint_mismatch');
  expect(await said('verify-mismatch')).toContain('send nothing');
  expect(doubtful?.verified).toBe(false);
  await user.clear(await part('verify-digits'));
  await user.type(await part('verify-digits'), digits.replaceAll(' ', ''));
  await user.click(await part('verify-go'));
  expect(await said('colleague-done')).toContain('same');
  await expect.poll(() => parts('colleague').every((one) => one.dataset['verified'] === 'true')).toBe(true);
});
