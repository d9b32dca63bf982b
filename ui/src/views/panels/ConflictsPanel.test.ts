import { render } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import { addMerged } from '../../platform/fake/sample-conflict';
import { place } from '../../state/place.svelte';
import { openSample, part, parts, said } from '../../test-vault';
import ConflictPanel from './ConflictPanel.svelte';
import ConflictsPanel from './ConflictsPanel.svelte';

let fake: Awaited<ReturnType<typeof openSample>>;
const user = userEvent.setup();
beforeEach(async () => {
  fake = await openSample();
  if (fake.memory.open) addMerged(fake.memory.open);
});

it('lists conflicts by title, and opens one', async () => {
  render(ConflictsPanel);
  expect(await said('conflict-list')).toContain(
    '라오스 국경에서 Testimony · 2 sides · 3 differences to resolve',
  );
  await user.click(await part('conflict-show'));
  const id = (await fake.conflict.list()).conflicts[0]?.id;
  expect(place()).toMatchObject({ panel: { name: 'conflict', id } });
});

it('lists apart what merged by itself, and writes one or all down', async () => {
  render(ConflictsPanel);
  expect(await said('merged-list')).toContain('쉼터 전화번호');
  expect(await said('conflict-list')).not.toContain('쉼터');
  expect((await fake.vault.status()).conflicts).toBe(1);
  await user.click(parts('merged-write')[0] ?? document.body);
  await expect.poll(() => parts('merged-write').length).toBe(1);
  expect(parts('merged-write-all')).toEqual([]);
  if (fake.memory.open) addMerged(fake.memory.open);
  render(ConflictsPanel);
  await user.click(await part('merged-write-all'));
  await expect.poll(() => parts('merged-list').length).toBe(0);
  expect((await fake.conflict.list()).conflicts.length).toBe(1);
});

it('shows what merged by itself, with nothing to decide', async () => {
  const id = (await fake.conflict.list()).merged[0]?.id ?? '';
  render(ConflictPanel, { props: { id } });
  expect(await said('conflict-all-merged')).toContain('no differences to resolve');
  expect(await said('conflict-merged')).toContain('쉼터');
  await user.click(await part('conflict-save'));
  await part('conflict-settled');
  expect((await fake.record.show(id)).heads.length).toBe(1);
});
