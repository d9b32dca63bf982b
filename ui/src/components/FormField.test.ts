import { render, screen } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import Checkbox from './Checkbox.svelte';
import SelectField from './SelectField.svelte';
import TextField from './TextField.svelte';

const described = (control: HTMLElement) =>
  (control.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent);

it('ties a control to its label, its hint and its error', () => {
  render(TextField, { label: 'Name', value: '', hint: 'As they say it', error: 'Missing' });
  const control = screen.getByLabelText('Name');
  expect(described(control)).toEqual(['As they say it', 'Missing']);
  expect(control.getAttribute('aria-invalid')).toBe('true');
  expect(screen.getByRole('alert').textContent).toBe('Missing');
});

it('says nothing about a control without hint and error', () => {
  render(SelectField, { label: 'Use', value: 'a', options: [{ value: 'a', label: 'A' }] });
  const control = screen.getByLabelText('Use');
  expect(control.hasAttribute('aria-describedby')).toBe(false);
  expect(control.getAttribute('aria-invalid')).toBe('false');
});

it('takes an empty error for none', () => {
  render(TextField, { label: 'Name', value: '', error: '' });
  const control = screen.getByLabelText('Name');
  expect(control.getAttribute('aria-invalid')).toBe('false');
  expect(control.hasAttribute('aria-describedby')).toBe(false);
  expect(screen.queryByRole('alert')).toBeNull();
});

it('checks a box by its label, which stands after it', async () => {
  render(Checkbox, { label: 'I compared them', checked: false, error: 'Compare first' });
  const control = screen.getByLabelText<HTMLInputElement>('I compared them');
  screen.getByText('I compared them').click();
  expect(control.checked).toBe(true);
  expect(described(control)).toEqual(['Compare first']);
});
