import { render } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { beforeEach, expect, it } from 'vitest';
import { readVaultStatus } from '../../state/vault-status.svelte';
import { granted, openSample, part, parts } from '../../test-vault';
import Reader from '../Reader.svelte';
import ColleaguesPanel from './ColleaguesPanel.svelte';
import ConflictPanel from './ConflictPanel.svelte';
import ConflictsPanel from './ConflictsPanel.svelte';
import ExportPanel from './ExportPanel.svelte';
import ImportPanel from './ImportPanel.svelte';
import ReviewMakePanel from './ReviewMakePanel.svelte';

let fake: Awaited<ReturnType<typeof openSample>>;
beforeEach(async () => (fake = await openSample()));
const files = (...names: string[]) => names.map((name) => granted('bundle', `/home/me/${name}.bundle`));
const SOME = ['colleague', 'stranger', 'locked'];
const REFUSED = ['retired', 'laptop', 'backup', 'stranger'];

const SCREENS: [string, string, (conflict: string) => unknown][] = [
  ['colleagues', 'colleague', () => render(ColleaguesPanel)],
  ['export', 'export-record', () => render(ExportPanel, { props: { records: [] } })],
  ['import', 'import-passphrase', () => render(ImportPanel, { props: { files: files(...SOME) } })],
  [
    'import that is refused',
    'import-forked',
    () => render(ImportPanel, { props: { files: files(...REFUSED) } }),
  ],
  ['conflicts', 'conflict-show', () => render(ConflictsPanel)],
  ['conflict', 'conflict-question', (id) => render(ConflictPanel, { props: { id } })],
  ['review', 'review-purpose', () => render(ReviewMakePanel, { props: { records: [] } })],
  ['reader', 'review-open', () => render(Reader, { props: { file: null } })],
];

it.each(SCREENS)('has nothing that keeps anybody out: %s', async (_, wanted, show) => {
  show((await fake.conflict.list()).conflicts[0]?.id ?? '');
  await part(wanted);
  const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
});

it('offers nothing that writes where the vault is open for reading only', async () => {
  const isOff = async (name: string) => (await part<HTMLButtonElement>(name)).disabled;
  const { status } = fake.vault;
  const look = async (isReadOnly: boolean) => {
    fake.vault.status = async () => ({ ...(await status()), is_read_only: isReadOnly });
    await readVaultStatus();
  };
  render(ColleaguesPanel);
  render(ImportPanel, { props: { files: files('colleague') } });
  render(ConflictPanel, { props: { id: (await fake.conflict.list()).conflicts[0]?.id ?? '' } });
  await part('conflict-take-left');
  for (const take of parts('conflict-take-left')) await userEvent.click(take);
  for (const isReadOnly of [true, false]) {
    await look(isReadOnly);
    for (const name of ['colleague-add', 'colleague-verify', 'import-go', 'conflict-save'])
      await expect.poll(() => isOff(name)).toBe(isReadOnly);
  }
});
