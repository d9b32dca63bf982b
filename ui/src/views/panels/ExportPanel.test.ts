import { render } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { Failure } from '../../platform';
import { beforeEach, expect, it, vi } from 'vitest';
import { asFailure } from '../../platform';
import { openSample, part, parts, said } from '../../test-vault';
import { saveRevision } from '../../platform/fake/memory';
import { readVaultStatus } from '../../state/vault-status.svelte';
import ExportPanel from './ExportPanel.svelte';

let fake: Awaited<ReturnType<typeof openSample>>;
beforeEach(async () => (fake = await openSample()));
const user = userEvent.setup();
const TODAY = /\/home\/me\/\d{4}-\d\d-\d\d-1\.bundle$/;

function addTestimony(value: object): string {
  const vault = fake.memory.open;
  if (!vault) throw new Error('no vault');
  const id = crypto.randomUUID();
  saveRevision(vault, { id, kind: 'testimony' }, [], value);
  return id;
}

it('sends all that may go to a colleague, and says what stayed and what went without consent', async () => {
  addTestimony({ title: '두 번째 송환', consent: [{ decision: 'refused', use: 'share_inside' }] });
  render(ExportPanel, { props: { records: null } });
  expect((await part<HTMLButtonElement>('export-go')).disabled).toBe(true);
  await user.click(await part('export-to-민지'));
  expect(await said('export-unverified')).toContain('민지');
  await expect.poll(async () => (await part<HTMLInputElement>('export-path')).value).toMatch(TODAY);
  await user.click(await part('export-go'));
  await part('export-done');
  expect(await said('export-counts')).toMatch(/Records: 5, revisions: 5, .*size: 81.9 kB/);
  await expect.poll(() => said('export-left-out')).toContain('두 번째 송환 consent was refused');
  expect(await said('export-without-consent')).toContain('강을 건넌 밤');
  expect(await said('export-done-unverified')).toContain('민지');
});

it('sends chosen records under a passphrase, and never writes over a file', async () => {
  const [line] = (await fake.record.page({ kind: 'note' })).records;
  render(ExportPanel, { props: { records: [line?.id ?? ''] } });
  expect(await said('export-record-count')).toBe('1 record selected');
  await user.click(await part('export-by-passphrase'));
  await user.type(await part('export-passphrase'), 'river lantern');
  await user.type(await part('export-passphrase-again'), 'river');
  expect((await part<HTMLButtonElement>('export-go')).disabled).toBe(true);
  await user.type(await part('export-passphrase-again'), ' lantern');
  const path = (await part<HTMLInputElement>('export-path')).value;
  fake.memory.files.set(path, 'taken');
  await user.click(await part('export-go'));
  expect((await part('failure')).dataset['code']).toBe('file_exists');
  expect(fake.memory.files.get(path)).toBe('taken');
  // The next number is offered; the passphrase is asked for again only where a bundle was written.
  await expect.poll(async () => (await part<HTMLInputElement>('export-path')).value).toContain('-2.bundle');
  await user.click(await part('export-go'));
  expect(await said('export-counts')).toContain('Records: 1');
  const written = JSON.parse(fake.memory.files.get(path.replace('-1.', '-2.')) ?? '{}');
  expect(written).toMatchObject({ passphrase: 'river lantern', records: [{ id: line?.id }] });
});

it('names the record that may not go, and why', async () => {
  const id = addTestimony({
    title: '말하지 않은 것',
    consent: [{ decision: 'withdrawn', use: 'share_inside' }],
  });
  render(ExportPanel, { props: { records: [id] } });
  await user.click(await part('export-to-서울 사무소'));
  expect((await part('failure')).dataset['code']).toBe('consent_refused');
  expect((await part<HTMLButtonElement>('export-go')).disabled).toBe(true);
  expect((await part('failure')).textContent).toContain('withdrawn');
  await expect.poll(() => said('refused-record')).toContain('말하지 않은 것');
});

it('says before what would go and what would stay, and for what use', async () => {
  addTestimony({ title: '두 번째 송환', consent: [{ decision: 'granted', use: 'share_inside' }] });
  render(ExportPanel, { props: { records: null } });
  expect(parts('export-plan')).toEqual([]);
  await user.click(await part('export-to-서울 사무소'));
  expect(await said('export-plan-counts')).toMatch(/Records: 6, revisions: 6, .*about 81.9 kB/);
  expect(parts('export-left-out')).toEqual([]);
  expect((await part<HTMLButtonElement>('export-go')).disabled).toBe(false);
  await user.selectOptions(await part('export-purpose'), 'share_partner');
  expect((await part('export')).textContent).toContain('Enter the audience.');
  await user.type(await part('export-audience'), '국제 협력팀');
  await expect
    .poll(() => said('export-left-out'))
    .toContain('두 번째 송환 the consent does not cover this purpose');
  const asked = vi.spyOn(fake.bundle, 'export');
  await user.click(await part('export-go'));
  await part('export-done');
  expect(asked.mock.calls[0]?.[1]).toEqual({
    to: { colleagues: ['서울 사무소'] },
    records: null,
    reach: 'new',
    purpose: 'share_partner',
    audience: '국제 협력팀',
    acknowledge: false,
  });
});

it('is calm where there is nothing new, and sends again what was not acknowledged', async () => {
  render(ExportPanel, { props: { records: null } });
  await user.click(await part('export-to-서울 사무소'));
  await expect.poll(async () => (await part<HTMLButtonElement>('export-go')).disabled).toBe(false);
  await user.click(await part('export-go'));
  expect(await said('export-done')).toContain('does not send it again.');
  await user.click(await part('export-again'));
  expect(await said('export-nothing-new')).toContain('Nothing new to send.');
  expect(parts('failure')).toEqual([]);
  expect(await said('export-waiting')).toMatch(
    /서울 사무소 has not acknowledged .*: revisions 5, in bundles 1/,
  );
  expect((await part<HTMLButtonElement>('export-go')).disabled).toBe(true);
  for (const reach of ['all', 'again']) {
    await user.click(await part(`export-reach-${reach}`));
    await expect.poll(async () => (await part<HTMLButtonElement>('export-go')).disabled).toBe(false);
    expect(await said('export-plan-counts')).toContain('Records: 5');
  }
});

it('writes an acknowledgement alone where there is nothing else, and says what it is for', async () => {
  const asked = vi.spyOn(fake.bundle, 'export');
  render(ExportPanel, { props: { records: null } });
  await user.click(await part('export-to-서울 사무소'));
  await expect.poll(async () => (await part<HTMLButtonElement>('export-go')).disabled).toBe(false);
  expect(parts('export-acknowledge')).toEqual([]);
  await user.click(await part('export-go'));
  await user.click(await part('export-again'));
  expect(await said('export-acknowledgement')).toContain('shows your colleagues what you have received');
  expect(asked.mock.calls[0]?.[1].acknowledge).toBe(false);
  const there = (await part<HTMLInputElement>('export-path')).value;
  fake.memory.files.set(there, 'taken');
  await user.click(await part('export-acknowledge'));
  // What failed is not half ordered: the button in the foot still has nothing to send.
  expect((await part('failure')).dataset['code']).toBe('file_exists');
  expect((await part<HTMLButtonElement>('export-go')).disabled).toBe(true);
  await user.click(await part('export-acknowledge'));
  expect(await said('export-acknowledged')).toContain('contains no records');
  expect(parts('export-counts')).toEqual([]);
  expect(asked.mock.calls.at(-1)?.[1]).toMatchObject({
    acknowledge: true,
    to: { colleagues: ['서울 사무소'] },
  });
  expect(fake.memory.files.get(there)).toBe('taken');
});

it('offers no acknowledgement to whoever knows a passphrase, and none of a vault that is only read', async () => {
  const { plan } = fake.bundle;
  fake.bundle.plan = async (order) => ({ ...(await plan(order)), records: 0 });
  const { status } = fake.vault;
  fake.vault.status = async () => ({ ...(await status()), is_read_only: true });
  await readVaultStatus();
  render(ExportPanel, { props: { records: null } });
  await user.click(await part('export-to-서울 사무소'));
  await part('export-nothing-new');
  expect(parts('export-acknowledge')).toEqual([]);
  fake.vault.status = status;
  await readVaultStatus();
  await part('export-acknowledge');
  await user.click(await part('export-by-passphrase'));
  await part('export-nothing');
  expect(parts('export-acknowledge')).toEqual([]);
});

it('takes an offered passphrase', async () => {
  render(ExportPanel, { props: { records: null } });
  await user.click(await part('export-by-passphrase'));
  await user.click(await part('export-passphrase-take'));
  const offered = await said('export-passphrase-offer');
  expect((await part<HTMLInputElement>('export-passphrase')).value).toBe(offered);
  await expect.poll(async () => (await part<HTMLButtonElement>('export-go')).disabled).toBe(false);
});

it('finds records to tick, keeps what was ticked, and can be cancelled', async () => {
  render(ExportPanel, { props: { records: [] } });
  await expect.poll(() => parts('export-record').length).toBe(5);
  await user.type(await part('export-record-search'), '온성');
  await expect.poll(() => parts('export-record').length).toBe(2);
  for (const box of parts('export-record')) await user.click(box);
  await user.clear(await part('export-record-search'));
  await expect.poll(() => parts('export-record').length).toBe(5);
  expect(await said('export-record-count')).toBe('2 records selected');

  let reject: (thrown: unknown) => void = () => undefined;
  const promise = new Promise<never>((_, no) => (reject = no));
  fake.bundle.export = () => promise;
  const { Failure } = await import('../../platform');
  fake.operation.cancel = async () => reject(new Failure('cancelled'));
  await user.click(await part('export-to-서울 사무소'));
  await user.click(await part('export-go'));
  await user.click(await part('working-cancel'));
  expect(asFailure(await promise.catch((thrown: unknown) => thrown)).code).toBe('cancelled');
  await part('export-go');
  expect(parts('failure')).toEqual([]);
  expect(parts('export-done')).toEqual([]);
});

it('goes where a person chose, and offers another place where that has ended', async () => {
  render(ExportPanel, { props: { records: null } });
  await user.click(await part('export-to-민지'));
  const shown = async () => (await part<HTMLInputElement>('export-path')).value;
  await expect.poll(shown).toMatch(TODAY);
  fake.memory.chosen.push('/media/stick/for them.bundle');
  await user.click(await part('export-path-choose'));
  await expect.poll(shown).toBe('/media/stick/for them.bundle');
  fake.memory.grants.forget();
  await user.click(await part('export-go'));
  expect((await part('failure')).dataset['code']).toBe('not_granted');
  await expect.poll(shown).toMatch(TODAY);
  fake.memory.chosen.push('/media/stick/for them.bundle');
  await user.click(await part('export-path-choose'));
  await user.click(await part('export-go'));
  expect(await said('export-done')).toContain('/media/stick/for them.bundle');
});

it('says why no place is offered, and lets one be chosen', async () => {
  fake.choose.offered = () => Promise.reject(new Failure('internal'));
  render(ExportPanel, { props: { records: null } });
  await user.click(await part('export-to-민지'));
  expect((await part('failure')).dataset['code']).toBe('internal');
  expect((await part<HTMLButtonElement>('export-go')).disabled).toBe(true);
  fake.memory.chosen.push('/media/stick/for them.bundle');
  await user.click(await part('export-path-choose'));
  await expect.poll(async () => (await part<HTMLButtonElement>('export-go')).disabled).toBe(false);
});

it('moves the focus to the heading once a bundle is written, and back', async () => {
  const target = document.body.appendChild(document.createElement('main'));
  render(ExportPanel, { target, props: { records: null } });
  await user.click(await part('export-to-민지'));
  await expect.poll(async () => (await part<HTMLButtonElement>('export-go')).disabled).toBe(false);
  await user.click(await part('export-go'));
  await part('export-done');
  await expect.poll(() => document.activeElement?.id).toBe('sheet-title');
  await user.click(await part('export-again'));
  await expect.poll(() => document.activeElement?.id).toBe('sheet-title');
});
