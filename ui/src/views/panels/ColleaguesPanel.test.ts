import { render } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import { openSample, part, parts, said } from '../../test-vault';
import ColleaguesPanel from './ColleaguesPanel.svelte';

let fake: Awaited<ReturnType<typeof openSample>>;
beforeEach(async () => (fake = await openSample()));
const user = userEvent.setup();

it('shows whose fingerprint was compared and whose was not, and hides the digits to be read out', async () => {
  render(ColleaguesPanel);
  await part('colleague');
  expect(parts('colleague').map((one) => one.dataset['verified'])).toEqual([
    'true',
    'false',
    'false',
    'true',
  ]);
  const doubtful = fake.memory.open?.colleagues[1];
  expect(parts('colleague')[1]?.textContent).not.toContain(doubtful?.fingerprint.slice(0, 5));
  expect((await part('own-fingerprint')).querySelectorAll('li').length).toBe(12);
});

it('says of each what is to be known: key changed, two copies, retired', async () => {
  render(ColleaguesPanel);
  await part('colleague');
  const [, , changed, retired] = parts('colleague');
  expect(changed?.textContent).toContain('Key changed');
  expect(changed?.textContent).toContain('from entry 214');
  expect(changed?.textContent).toContain('no longer valid');
  expect(retired?.dataset['retired']).toBe('true');
  expect(retired?.textContent).toContain('Retired since');
});

it('writes the own identity to a file, and says where', async () => {
  fake.memory.chosen.push('/home/me/mine.identity', '/home/me/mine.identity');
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
  fake.memory.chosen.push('/home/me/colleague.identity');
  await user.click(await part('colleague-file-choose'));
  await user.click(await part('colleague-add-go'));
  await expect.poll(() => parts('colleague').length).toBe(6);
  expect(parts('colleague').at(-2)?.dataset['verified']).toBe('false');
});

it('compares what is read out: loud where it differs, done where it is the same', async () => {
  render(ColleaguesPanel);
  const doubtful = fake.memory.open?.colleagues[1];
  const digits = doubtful?.fingerprint ?? '';
  await user.click(await part('colleague-verify'));
  expect((await part<HTMLButtonElement>('verify-go')).disabled).toBe(true);
  await user.type(await part('verify-digits'), `${digits.slice(0, -1)}9`);
  await user.click(await part('verify-go'));
  expect((await part('failure')).dataset['code']).toBe('fingerprint_mismatch');
  expect(await said('verify-mismatch')).toContain('send nothing');
  expect((await part('verify-groups')).querySelectorAll("[data-differs='true']").length).toBe(1);
  expect(doubtful?.verified).toBe(false);
  await user.clear(await part('verify-digits'));
  await user.type(await part('verify-digits'), digits.replaceAll(' ', ''));
  await user.click(await part('verify-go'));
  expect(await said('colleague-done')).toContain('match');
  await expect.poll(() => parts('colleague')[1]?.dataset['verified']).toBe('true');
});

it('lets two people hold their screens side by side', async () => {
  render(ColleaguesPanel);
  const [doubtful] = (await part('colleague'), parts('colleague-verify'));
  if (doubtful) await user.click(doubtful);
  await user.click(await part('verify-way-seen'));
  const shown = (await part('verify-groups')).textContent.replaceAll(/\D/g, '');
  const digits = fake.memory.open?.colleagues[1]?.fingerprint.split(' ') ?? [];
  expect(shown).toBe(digits.map((group, at) => `${at + 1}${group}`).join(''));
  await user.click(await part('verify-go'));
  await expect.poll(() => fake.memory.open?.colleagues[1]?.verified).toBe(true);
});

const LINE = 'fieldnotes-identity-1:a-new-vault';

it('is loud about another key in a known name, and asks for the word that it was compared', async () => {
  render(ColleaguesPanel);
  const before = structuredClone(fake.memory.open?.colleagues[0]);
  await user.click(await part('colleague-add'));
  await user.type(await part('colleague-name'), before?.name ?? '');
  await user.click(await part('colleague-by-line'));
  await user.type(await part('colleague-identity'), LINE);
  await user.click(await part('colleague-add-go'));
  expect(await said('key-warning')).toContain('differs from the current key');
  expect((await part('key-old')).dataset['fingerprint']).toBe(before?.fingerprint);
  expect((await part('key-new')).dataset['fingerprint']).not.toBe(before?.fingerprint);
  expect((await part<HTMLButtonElement>('key-go')).disabled).toBe(true);
  expect(fake.memory.open?.colleagues[0]).toEqual(before);
  await user.click(await part('key-compared'));
  await user.click(await part('key-go'));
  expect(await said('colleague-done')).toContain('not verified');
  const after = fake.memory.open?.colleagues[0];
  expect(after?.verified).toBe(false);
  expect(after?.key_changes[0]?.former_fingerprint).toBe(before?.fingerprint);
});

it('asks for the new identity first where a new key is wanted, and stops at the warning', async () => {
  render(ColleaguesPanel);
  await user.click(await part('colleague-new-key'));
  await user.click(await part('colleague-by-line'));
  await user.type(await part('colleague-identity'), LINE);
  await user.click(await part('key-go'));
  await part('key-warning');
  await user.click(await part('key-cancel'));
  expect(fake.memory.open?.colleagues[0]?.key_changes).toEqual([]);
});

it('retires a colleague, brings back, and calls otherwise', async () => {
  render(ColleaguesPanel);
  await user.click(await part('colleague-retire'));
  await user.click(await part('retire-go'));
  await expect
    .poll(() => parts('colleague').filter((one) => one.dataset['retired'] === 'true').length)
    .toBe(2);
  await expect.poll(() => document.body.style.pointerEvents).not.toBe('none');
  await user.click(await part('colleague-restore'));
  await expect
    .poll(() => parts('colleague').filter((one) => one.dataset['retired'] === 'true').length)
    .toBe(1);
  await user.click(await part('colleague-rename'));
  const field = await part<HTMLInputElement>('rename-name');
  expect(field.value).not.toBe('');
  await user.clear(field);
  await user.type(field, '민지');
  await user.click(await part('rename-go'));
  expect((await part('failure')).dataset['code']).toBe('name_invalid');
  await user.clear(field);
  await user.type(field, '부산 사무소');
  await user.click(await part('rename-go'));
  await expect.poll(() => parts('colleague').some((one) => one.dataset['name'] === '부산 사무소')).toBe(true);
});

it('draws the own code, writes it as a picture, and begins a new device log', async () => {
  fake.memory.chosen.push('/home/me/me.png');
  render(ColleaguesPanel);
  await user.click(await part('own-qr'));
  expect((await part('own-qr-code')).getAttribute('viewBox')).toBe('0 0 149 149');
  await user.click(await part('own-qr-save'));
  expect(await said('own-qr-saved')).toContain('/home/me/me.png');
  const before = (await fake.identity.show()).device;
  await user.click(await part('renew-device-go'));
  expect(await said('renew-device-done')).toContain('new device log');
  expect((await fake.identity.show()).device).not.toBe(before);
});
