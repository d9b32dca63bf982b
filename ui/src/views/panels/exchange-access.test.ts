import { render } from '@testing-library/svelte';
import axe from 'axe-core';
import { beforeEach, expect, it } from 'vitest';
import { openSample, part } from '../../test-vault';
import Reader from '../Reader.svelte';
import ColleaguesPanel from './ColleaguesPanel.svelte';
import ConflictPanel from './ConflictPanel.svelte';
import ConflictsPanel from './ConflictsPanel.svelte';
import ExportPanel from './ExportPanel.svelte';
import ImportPanel from './ImportPanel.svelte';
import ReviewMakePanel from './ReviewMakePanel.svelte';

let twin: Awaited<ReturnType<typeof openSample>>;
beforeEach(async () => (twin = await openSample()));
const paths = ['colleague', 'stranger', 'locked'].map((name) => `/home/me/${name}.bundle`);

const SCREENS: [string, string, (conflict: string) => unknown][] = [
  ['colleagues', 'colleague', () => render(ColleaguesPanel)],
  ['export', 'export-record', () => render(ExportPanel, { props: { records: [] } })],
  ['import', 'import-passphrase', () => render(ImportPanel, { props: { paths } })],
  ['conflicts', 'conflict-show', () => render(ConflictsPanel)],
  ['conflict', 'conflict-question', (id) => render(ConflictPanel, { props: { id } })],
  ['review', 'review-purpose', () => render(ReviewMakePanel, { props: { records: [] } })],
  ['reader', 'review-open', () => render(Reader, { props: { path: null } })],
];

it.each(SCREENS)('has nothing that keeps anybody out: %s', async (_, wanted, show) => {
  show((await twin.conflict.list()).conflicts[0]?.id ?? '');
  await part(wanted);
  const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
});
