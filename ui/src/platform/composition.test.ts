import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { keepSyllables } from './composition';

let field: HTMLInputElement;
let other: HTMLInputElement;
let button: HTMLButtonElement;

keepSyllables(document);
beforeEach(() => {
  vi.useFakeTimers();
  [field, other, button] = [
    document.createElement('input'),
    document.createElement('input'),
    document.createElement('button'),
  ];
  document.body.replaceChildren(field, other, button);
  field.focus();
});
afterEach(() => {
  vi.runAllTimers();
  vi.useRealTimers();
});

/** Whether a press may move the focus. */
function press(target: Element): boolean {
  return target.dispatchEvent(new MouseEvent('mousedown', { bubbles: true, cancelable: true }));
}
function compose(data: string) {
  field.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
  field.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true, data }));
}

it('keeps the focus where a syllable was taken out until it is back', () => {
  compose('');
  expect(press(button)).toBe(false);
  const box = document.createElement('input');
  box.type = 'checkbox';
  document.body.append(box);
  expect(press(box)).toBe(false);
  compose('목');
  expect(press(button)).toBe(true);
});

it('leaves every other press as it is', () => {
  expect(press(button)).toBe(true);
  compose('');
  expect(press(other)).toBe(true);
  vi.advanceTimersByTime(600);
  expect(press(button)).toBe(true);
});
