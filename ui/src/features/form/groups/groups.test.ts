import { expect, it } from 'vitest';
import { setLanguage } from '../../../i18n';
import { hasPart, openForm, part, settle } from '../testing.svelte';

it('keeps what says nothing out of the way until it is asked for', async () => {
  const { user } = await openForm('person');
  expect(hasPart('group-documents')).toBe(false);
  await user.click(part('add-documents'));
  await settle();
  expect(hasPart('field-documents[0].number')).toBe(true);
});

it('says what the consent means, and warns where no consent is recorded', async () => {
  const { record } = await openForm('testimony');
  expect(part('consent-summary').dataset['state']).toBe('none');
  record.content['consent'] = [{ id: 'c', decision: 'granted', use: 'share_inside', valid_until: '2999-03' }];
  setLanguage('ko');
  await settle();
  expect(part('consent-summary').textContent).toContain('내부 공유 동의 · 2999년 3월까지');
});

it('says quietly what is missing', async () => {
  const { record } = await openForm('testimony', {
    narrative: [{ id: 'a', original: '하나', translation: 'one' }, { id: 'b', original: '둘' }, { id: 'c' }],
    journey: [{ id: 'l' }],
  });
  const said = () => [...part('missing').querySelectorAll('li')].map((line) => line.textContent);
  expect(said()).toEqual([
    'Narrator',
    'Consent',
    'Interview',
    'Translation of paragraph 2',
    'Date of journey leg 1',
  ]);
  record.content['narrator'] = { code: 'ㄱ-12' };
  await settle();
  expect(said()).not.toContain('Narrator');
});

it('shows everything as text where a record is only read', async () => {
  await openForm(
    'person',
    { code: 'N-014', birth_date: '1998~', contacts: [{ id: 'c', value: '010' }] },
    { isReadOnly: true },
  );
  const boxes = 'input, select, textarea, [data-part^=add-], [data-part$=-remove]';
  expect(document.querySelector(boxes)).toBeNull();
  expect(part('field-code').textContent).toContain('N-014');
  expect(document.body.textContent).toContain('about 1998');
});

it('offers no change in the dialog of an element that is only read', async () => {
  const acts = [{ id: 'a', type: 'murder', victims: [{ id: 'v', person: { text: '동생' } }] }];
  const { user } = await openForm('testimony', { acts }, { isReadOnly: true });
  await user.click(part('field-acts[0]-open'));
  expect(part('element-dialog').textContent).toContain('동생');
  expect(hasPart('field-acts[0]-remove')).toBe(false);
  expect(part('element-dialog').querySelector('input, select, textarea, [data-part^=add-]')).toBeNull();
});
