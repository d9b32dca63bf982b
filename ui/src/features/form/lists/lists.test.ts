import { expect, it, vi } from 'vitest';
import { platform } from '../../../platform';
import { Failure } from '../../../platform/failure';
import { hasPart, openForm, part, said, settle } from '../testing.svelte';

const ids = (record: { content: Record<string, unknown> }, member: string) =>
  (record.content[member] as { id: string }[]).map((element) => element.id);

it('adds an element with an id of its own, open for writing', async () => {
  const { record, user } = await openForm('person');
  await user.click(part('add-needs'));
  await settle();
  expect(ids(record, 'needs')).toEqual([expect.stringMatching(/^[\da-f-]{36}$/)]);
  expect(document.activeElement).toBe(part('field-needs[0].area'));
  await user.type(part('field-needs[0].text'), 'a bed');
  expect(said(record)['needs']).toEqual([{ id: ids(record, 'needs')[0], text: 'a bed' }]);
});

it('takes an element out and back, whole', async () => {
  const needs = [
    { id: 'a', text: 'x', odd: 1 },
    { id: 'b', text: 'y' },
  ];
  const { record, user } = await openForm('person', { needs });
  await user.click(part('field-needs[0]-open'));
  await user.click(part('field-needs[0]-remove'));
  expect(ids(record, 'needs')).toEqual(['b']);
  expect(document.activeElement).toBe(part('undo-remove'));
  await user.click(part('undo-remove'));
  expect(said(record)['needs']).toEqual(needs);
});

it('takes the last element out and back', async () => {
  const { record, user } = await openForm('person', { needs: [{ id: 'a', text: 'x' }] });
  await user.click(part('field-needs[0]-open'));
  await user.click(part('field-needs[0]-remove'));
  expect(said(record)).not.toHaveProperty('needs');
  await user.click(part('undo-remove'));
  expect(ids(record, 'needs')).toEqual(['a']);
});

it('moves elements', async () => {
  const { record, user } = await openForm('person', {
    names: ['a', 'b', 'c'].map((id) => ({ id, text: id })),
  });
  await user.click(part('field-names[2]-more'));
  await user.click(part('field-names[2]-up'));
  expect(ids(record, 'names')).toEqual(['a', 'c', 'b']);
  await user.click(part('field-names[0]-more'));
  await user.click(part('field-names[0]-down'));
  expect(ids(record, 'names')).toEqual(['c', 'a', 'b']);
  expect(part<HTMLButtonElement>('field-names[0]-up').disabled).toBe(true);
});

it('shows elements without ids, or with the same one twice', async () => {
  await openForm('person', {
    needs: [{ text: 'one' }, { id: 'a', text: 'two' }, { id: 'a', text: 'three' }],
  });
  expect(['one', 'two', 'three'].every((text) => document.body.textContent.includes(text))).toBe(true);
});

it('opens acts in a dialog, with those who had a part in them', async () => {
  const { record, user } = await openForm('testimony', { acts: [{ id: 'a', type: 'murder' }] });
  await user.click(part('field-acts[0]-open'));
  await user.click(part('add-victims'));
  await settle();
  await user.type(part('field-acts[0].victims[0].person'), '동생');
  await user.click(part('element-done'));
  expect(hasPart('element-dialog')).toBe(false);
  expect(said(record)['acts']).toMatchObject([
    { id: 'a', type: 'murder', victims: [{ person: { text: '동생' } }] },
  ]);
});

it('cites a paragraph by its number', async () => {
  const narrative = [
    { id: 'p1', original: '하나' },
    { id: 'p2', original: '둘' },
  ];
  const { record, user } = await openForm('testimony', {
    narrative,
    acts: [{ id: 'a', passages: [{ id: 'c' }] }],
  });
  await user.click(part('field-acts[0]-open'));
  await user.click(part('field-acts[0].passages[0]-open'));
  const box = part<HTMLSelectElement>('field-acts[0].passages[0].paragraph');
  expect([...box.options].map((option) => option.text)).toEqual(['—', '1 · 하나', '2 · 둘']);
  await user.selectOptions(box, 'p2');
  expect(said(record)['acts']).toEqual([{ id: 'a', passages: [{ id: 'c', paragraph: 'p2' }] }]);
  expect(part('field-acts[0].passages[0]-open').textContent).toContain('2 · 둘');
});

it('shows what is wrong at the field that the core names, and opens what holds it', async () => {
  const { record } = await openForm('testimony', { sessions: [{ id: 's', date: '봄' }] });
  expect(hasPart('field-sessions[0].date')).toBe(false);
  record.failure = new Failure('date_invalid', { field: 'sessions[0].date' });
  await settle();
  const box = part('field-sessions[0].date');
  expect(box.getAttribute('aria-invalid')).toBe('true');
  expect(document.getElementById(box.getAttribute('aria-describedby') ?? '')?.textContent).toContain(
    'not a valid date',
  );
  await vi.waitFor(() => expect(document.activeElement).toBe(box));
});

it('opens a folded group for what is wrong in it', async () => {
  const { record } = await openForm('person', { birth_date: '봄' });
  expect(hasPart('field-birth_date')).toBe(false);
  record.failure = new Failure('date_invalid', { field: 'birth_date' });
  await settle();
  expect(part('field-birth_date').getAttribute('aria-invalid')).toBe('true');
});

it('links to a record, says what it is, and leads there', async () => {
  const { record, user } = await openForm('note');
  const [place] = (await platform().record.page({ kind: 'place' })).records;
  await user.click(part('add-links'));
  await settle();
  await user.type(document.querySelector('input[data-part="add-links"]') ?? part('add-links'), '온성');
  await new Promise((done) => setTimeout(done, 200));
  await user.keyboard('{Enter}');
  expect(said(record)['links']).toEqual([{ id: expect.any(String), record: place?.id }]);
  await user.click(part('field-links[0]-open'));
  await user.type(part('field-links[0].role'), 'same event{Enter}');
  expect(said(record)['links']).toMatchObject([{ record: place?.id, role: 'same_event' }]);
});
