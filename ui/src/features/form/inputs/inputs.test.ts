import { fireEvent, screen } from '@testing-library/svelte';
import { expect, it, vi } from 'vitest';
import { setLanguage } from '../../../i18n';
import { Failure, platform } from '../../../platform';
import { hasPart, openForm, part, said, settle } from '../testing.svelte';
import { granted } from '../../../test-vault';

it('writes text as it is typed, and keeps members that nobody here knows', async () => {
  const { record, change, user } = await openForm('person', {
    later: [1],
    names: [{ id: 'n1', text: '김', odd: true }],
  });
  await user.type(part('field-code'), 'N-014');
  await user.type(part('field-names[0].text'), '영희');
  expect(said(record)).toEqual({
    later: [1],
    names: [{ id: 'n1', text: '김영희', odd: true }],
    code: 'N-014',
  });
  expect(change).toHaveBeenCalled();
  await user.clear(part('field-code'));
  expect(said(record)).not.toHaveProperty('code');
});

it('makes the first name when it is typed, without losing the caret', async () => {
  const { record, user } = await openForm('person');
  await user.type(part('field-names[0].text'), 'Kim');
  expect(said(record)['names']).toEqual([{ id: expect.stringMatching(/^[\da-f-]{36}$/), text: 'Kim' }]);
  expect(document.activeElement).toBe(part('field-names[0].text'));
});

it('never replaces what is in a box while a syllable is composed', async () => {
  const { record } = await openForm('person', { code: '가' });
  const box = part('field-code');
  await fireEvent.compositionStart(box);
  box.value = '가나';
  await fireEvent.input(box);
  expect(said(record)['code']).toBe('가나');
  record.content['code'] = 'from elsewhere';
  await settle();
  expect(box.value).toBe('가나');
  await fireEvent.compositionEnd(box);
  expect(said(record)['code']).toBe('가나');
});

it('chooses a term by what is typed of it in either language, and takes own words', async () => {
  setLanguage('ko');
  const { record, user } = await openForm('person', { sex: 'male' });
  await user.click(part('group-origin-fold'));
  expect(part('field-sex').value).toBe('남성');
  await user.clear(part('field-sex'));
  await user.type(part('field-sex'), '여{Enter}');
  expect(said(record)['sex']).toBe('female');
  expect(part('field-sex').value).toBe('여성');
  await user.clear(part('field-sex'));
  await user.type(part('field-sex'), 'othe{Enter}');
  expect(said(record)['sex']).toBe('other');
  await user.clear(
    part('field-province_of_origin').querySelector('input') ?? part('field-province_of_origin'),
  );
  await user.type(part('field-province_of_origin'), '어느 산골');
  await user.tab();
  expect(said(record)['province_of_origin']).toBe('어느 산골');
});

it('takes several terms, and takes them away', async () => {
  const { record, user } = await openForm('person', { roles: ['witness'] });
  await user.type(part('field-roles'), 'broker{Enter}');
  await user.type(part('field-roles'), 'cook{Enter}');
  expect(said(record)['roles']).toEqual(['witness', 'broker', 'cook']);
  await user.click(part('field-roles-remove'));
  expect(said(record)['roles']).toEqual(['broker', 'cook']);
});

it('does not take the Enter of an input method for a choice', async () => {
  const { record } = await openForm('person');
  const box = part('field-roles');
  await fireEvent.input(box, { target: { value: '증' } });
  await fireEvent.keyDown(box, { key: 'Enter', keyCode: 229 });
  await fireEvent.keyDown(box, { key: 'Enter', isComposing: true });
  expect(said(record)).not.toHaveProperty('roles');
});

it('finds a record for a mention, keeps what was said, and lets go of the record again', async () => {
  const { record, user } = await openForm('place', { parent: { text: '북쪽 마을', sure: false } });
  const [place] = (await platform().record.page({ kind: 'place' })).records;
  const box = part('field-parent');
  await user.clear(box);
  await user.type(box, '온');
  await vi.waitFor(() => expect(document.querySelector('[role=option]')?.textContent).toContain('온성'));
  await user.keyboard('{Enter}');
  expect(said(record)['parent']).toEqual({ text: '북쪽 마을', sure: false, record: place?.id });
  await settle();
  expect(part('field-parent-chosen').textContent).toContain('온성');
  await user.click(part('field-parent-remove'));
  expect(said(record)['parent']).toEqual({ text: '북쪽 마을', sure: false });
});

it.each([
  ['place', 'parent', 'Part of', { record: crypto.randomUUID(), text: 'up north' }],
  ['place', 'parent', 'Part of', { text: 'up north' }],
  ['attachment', 'attached_to', 'Belongs to', crypto.randomUUID()],
  ['attachment', 'attached_to', 'Belongs to', null],
])('ties label and error to a field of %s, whatever %s holds', async (kind, member, label, value) => {
  const { record } = await openForm(kind, { [member]: value });
  record.failure = new Failure('record_invalid', { field: member, fault: 'wrong_shape' });
  await settle();
  const named = screen.getByLabelText(label);
  expect(named).toBe(part(`field-${member}`));
  const describedBy = (named.getAttribute('aria-describedby') ?? '').split(' ');
  expect(describedBy).toContain(screen.getByRole('alert').id);
});

it('keeps the focus in a field when a record is chosen or removed', async () => {
  const { user } = await openForm('attachment');
  await user.click(part('field-attached_to'));
  await vi.waitFor(() => expect(document.querySelector('[role=option]')).not.toBeNull());
  await user.keyboard('{ArrowDown}{Enter}');
  await settle();
  expect(part('field-attached_to').contains(document.activeElement)).toBe(true);
  await user.click(part('field-attached_to-remove'));
  await settle();
  expect(document.activeElement).toBe(part('field-attached_to'));
});

it('takes words where there is no record', async () => {
  const { record, user } = await openForm('place');
  await user.type(part('field-parent'), '강가');
  await user.tab();
  expect(said(record)['parent']).toEqual({ text: '강가' });
});

it('says at once what seems to be no date, and what a date means', async () => {
  const { record, user } = await openForm('note');
  await user.type(part('field-date'), '1998-03~');
  expect(said(record)['date']).toBe('1998-03~');
  expect(document.body.textContent).toContain('about March 1998');
  await user.clear(part('field-date'));
  await user.type(part('field-date'), '1998.3');
  expect(part('field-date').getAttribute('aria-invalid')).toBe('false');
  await user.tab();
  expect(part('field-date').getAttribute('aria-invalid')).toBe('true');
});

it('takes numbers, and keeps what is none so that it can be corrected', async () => {
  const { record, user } = await openForm('place', { coordinates: { latitude: 95 } });
  const box = part('field-coordinates.latitude');
  expect(box.getAttribute('aria-invalid')).toBe('true');
  await user.clear(box);
  await user.type(box, '42.97');
  expect(said(record)['coordinates']).toEqual({ latitude: 42.97 });
  expect(box.value).toBe('42.97');
  await user.type(box, 'N');
  expect(said(record)['coordinates']).toEqual({ latitude: '42.97N' });
  await user.clear(box);
  expect(said(record)).not.toHaveProperty('coordinates');
});

it('says yes, no or not known', async () => {
  const { record, user } = await openForm('person', { contacts: [{ id: 'c1', value: '1', safe: true }] });
  await user.click(part('field-contacts[0]-open'));
  const box = part<HTMLSelectElement>('field-contacts[0].safe');
  await user.selectOptions(box, 'no');
  expect(said(record)['contacts']).toEqual([{ id: 'c1', value: '1', safe: false }]);
  await user.selectOptions(box, 'unknown');
  expect(said(record)['contacts']).toEqual([{ id: 'c1', value: '1' }]);
  expect(part('field-contacts[0]-open').textContent).toContain('Not known to be safe');
});

it('takes tags, and says how far a record may go', async () => {
  const { record, user } = await openForm('note', { tags: ['a'] });
  await user.type(part('field-tags'), '#상담,a,두만강{Enter}');
  expect(said(record)['tags']).toEqual(['a', '상담', '두만강']);
  await user.selectOptions(part<HTMLSelectElement>('field-confidentiality'), 'vault');
  expect(said(record)['confidentiality']).toBe('vault');
  expect(document.body.textContent).toContain('Never leaves this vault.');
  await user.selectOptions(part<HTMLSelectElement>('field-confidentiality'), 'normal');
  expect(said(record)).not.toHaveProperty('confidentiality');
});

it('names the records that a note is about, and leads there', async () => {
  await platform().vault.unlock(granted('vault', '/home/me/vault'), 'sample');
  const [person] = (await platform().record.page({ kind: 'person' })).records;
  const { record, user } = await openForm('note', { about: [person?.id] });
  await settle();
  expect(part('field-about-chosen').textContent).toContain('ㄱ-12');
  await user.click(part('field-about-remove'));
  expect(said(record)).not.toHaveProperty('about');
  expect(hasPart('field-about-chosen')).toBe(false);
});
