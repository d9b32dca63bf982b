import { newWatch } from '../../platform';
import { render } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import type { ClaimedLog } from '../../bindings/api/ClaimedLog';
import { ImportWork } from '../../features/bundle';
import { setLanguage } from '../../i18n';
import { granted, openSample, part, parts, said, tokensOf } from '../../test-vault';
import ImportPanel from './ImportPanel.svelte';

let fake: Awaited<ReturnType<typeof openSample>>;
beforeEach(async () => (fake = await openSample()));
const user = userEvent.setup();
const file = (name: string) => granted('bundle', `/home/me/${name}.bundle`);
const NOTHING = { unknown_sender: false, retired_sender: false, forked_logs: false };
const isOff = async () => (await part<HTMLButtonElement>('import-go')).disabled;
const show = (...names: string[]) => render(ImportPanel, { props: { files: names.map(file) } });

/** These files, chosen and previewed. */
async function pendingOf(...names: string[]) {
  const { pending } = new ImportWork();
  pending.add(names.map(file));
  await pending.load(newWatch());
  return pending;
}

it.each([
  ['stranger', 'unknown_sender', 'sender_unknown'],
  ['retired', 'retired_sender', 'sender_retired'],
  ['former-key', 'retired_sender', 'sender_key_replaced'],
] as const)('takes %s in with the word for it alone', async (name, word, code) => {
  const imports = vi.spyOn(fake.bundle, 'import');
  await expect(
    fake.bundle.import(
      [file(name)],
      null,
      { accept: NOTHING, expected: await tokensOf(fake, [file(name)]), only: null },
      newWatch(),
    ),
  ).rejects.toMatchObject({ code });
  show(name);
  const notice = word === 'unknown_sender' ? 'import-stranger' : 'import-retired';
  await part(notice);
  expect(await isOff()).toBe(true);
  await user.click(await part(`${notice}-accept`));
  expect(await isOff()).toBe(false);
  await user.click(await part('import-go'));
  await part('import-done');
  expect(imports.mock.calls.at(-1)?.[2].accept).toEqual({ ...NOTHING, [word]: true });
});

it('says who was retired and since when, and whose key was replaced', async () => {
  show('retired', 'former-key');
  await expect.poll(() => said('import-retired')).toContain('You retired 현우 on');
  expect(await said('import-retired')).toMatch(/September 30, 2026|Sep 30, 2026|30 Sep/);
  expect(await said('import-retired')).toContain('a former key of Lee Sujin');
  expect(parts('import-file').map((one) => one.classList.contains('doubtful'))).toEqual([true, true]);
});

it('shows a fork that stands only between two files, and takes both copies in with a word for it', async () => {
  const imports = vi.spyOn(fake.bundle, 'import');
  for (const name of ['laptop', 'backup'])
    expect((await fake.bundle.preview([file(name)], null, 9, newWatch())).forked).toEqual([]);
  show('laptop', 'backup');
  expect(await said('import-forked')).toMatch(/vault of 서울 사무소 .* from entry 118 .*Call 서울 사무소/);
  expect(await said('import-forked')).toContain('loses nothing');
  expect(await isOff()).toBe(true);
  await user.click(await part('import-forked-accept'));
  await user.click(await part('import-go'));
  expect(await said('import-done-forked')).toMatch(/from entry 118 .*are kept/);
  expect(imports.mock.calls[0]?.[2].accept).toEqual({ ...NOTHING, forked_logs: true });
});

it('shows a fork with what is held, and calmly nothing where it is known already', async () => {
  await fake.bundle.import(
    [file('laptop')],
    null,
    { accept: NOTHING, expected: await tokensOf(fake, [file('laptop')]), only: null },
    newWatch(),
  );
  const second = await pendingOf('backup');
  expect([second.forked.length, second.isReady]).toEqual([1, false]);
  await fake.bundle.import(
    [file('backup')],
    null,
    {
      accept: { ...NOTHING, forked_logs: true },
      expected: await tokensOf(fake, [file('backup')]),
      only: null,
    },
    newWatch(),
  );
  const again = await pendingOf('backup', 'laptop');
  expect([again.forked, again.isReady]).toEqual([[], true]);
});

it('asks a word for each thing apart', async () => {
  const pending = await pendingOf('stranger', 'retired', 'laptop', 'backup');
  expect(pending.refused).toEqual({ unknown_sender: true, retired_sender: true, forked_logs: true });
  for (const word of ['unknown_sender', 'retired_sender', 'forked_logs'] as const) {
    expect(pending.isReady).toBe(false);
    pending.accept[word] = true;
  }
  expect(pending.isReady).toBe(true);
});

it('forgets what was agreed to when the files are others', async () => {
  const pending = await pendingOf('laptop', 'backup', 'retired');
  const agree = () => Object.assign(pending.accept, { retired_sender: true, forked_logs: true });
  agree();
  const backup = pending.files.find((one) => one.file.name === 'backup.bundle');
  if (backup) pending.remove(backup.file);
  await pending.load(newWatch());
  expect([pending.accept, pending.forked]).toEqual([NOTHING, []]);
  agree();
  pending.add([file('backup')]);
  expect(pending.accept).toEqual(NOTHING);
});

it('forgets what was agreed to when a file can be read at last', async () => {
  fake.memory.files.set(
    file('late').shown,
    JSON.stringify({
      ...JSON.parse(fake.memory.files.get(file('retired').shown) ?? ''),
      passphrase: 'river lantern',
    }),
  );
  const pending = await pendingOf('former-key', 'late');
  pending.accept.retired_sender = true;
  pending.passphrase = 'river lantern';
  await pending.load(newWatch());
  expect(pending.retired.map(({ name }) => name)).toEqual(['Lee Sujin', '현우']);
  expect([pending.accept, pending.isReady]).toEqual([NOTHING, false]);
});

it('refuses a file that is no longer the one that was looked at, whatever was agreed to', async () => {
  const seen = await tokensOf(fake, [file('retired')]);
  const all = { unknown_sender: true, retired_sender: true, forked_logs: true };
  await expect(
    fake.bundle.import([file('stranger')], null, { accept: all, expected: seen, only: null }, newWatch()),
  ).rejects.toMatchObject({
    code: 'bundle_not_as_seen',
  });
});

it('passes on what it showed', async () => {
  const imports = vi.spyOn(fake.bundle, 'import');
  show('colleague');
  await user.click(await part('import-go'));
  expect(imports.mock.calls[0]?.[2].expected).toEqual(await tokensOf(fake, [file('colleague')]));
});

const claim = (more: Partial<ClaimedLog>): ClaimedLog => ({
  ...{ code: 'device_conflict', device: 'ab12cd34'.repeat(8), who: 'colleague', name: '민지' },
  ...{ claimed_by: 'unknown', claimed_name: null },
  ...more,
});

it.each([
  [claim({}), 'en', /Somebody unknown also claims device log ab12cd34. It stays with 민지/],
  [claim({}), 'ko', /모르는 사람도 자기 것이라고 합니다: ab12cd34.*동료 민지의 것입니다/],
  [
    claim({ who: 'self', name: null, claimed_by: 'colleague', claimed_name: '현우' }),
    'en',
    /현우 also claims.*this vault's own/,
  ],
  [
    claim({ who: 'self', name: null, claimed_by: 'colleague', claimed_name: '현우' }),
    'ko',
    /동료 현우도.*이 보관함의 것입니다/,
  ],
  // A name of somebody else's choice acts on nothing.
  [claim({ name: '민\u202e지\u001b' }), 'en', /It stays with 민\ufffd지\ufffd/],
] as const)(
  'shows before and after an import that two identities claim one device: %j in %s',
  async (log, of, text) => {
    setLanguage(of);
    const { preview, import: take } = fake.bundle;
    fake.bundle.preview = async (...asked) => ({ ...(await preview(...asked)), claimed: [log] });
    fake.bundle.import = async (...asked) => ({ ...(await take(...asked)), claimed: [log] });
    show('laptop');
    expect(await said('import-claimed')).toMatch(text);
    expect(await isOff()).toBe(false);
    await user.click(await part('import-go'));
    expect(await said('import-done-claimed')).toMatch(text);
  },
);
