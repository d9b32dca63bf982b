import { afterEach, describe, expect, it } from 'vitest';
import { saySyllablesOnce } from './said-once';

let stop = () => {};
afterEach(() => stop());

/** A field, and whether it would take each of these events. */
function taken(...events: ['begin' | 'commit', string][]): boolean[] {
  stop = saySyllablesOnce(document);
  const field = document.body.appendChild(document.createElement('input'));
  return events.flatMap(([what, data]) => {
    if (what === 'begin') {
      field.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
      return [];
    }
    const init = { inputType: 'insertFromComposition', data, bubbles: true, cancelable: true };
    return [field.dispatchEvent(new InputEvent('beforeinput', init))];
  });
}

describe('a syllable', () => {
  it('that is committed twice is put in once', () => {
    expect(taken(['begin', ''], ['commit', '안'], ['commit', '안'])).toEqual([true, false]);
  });
  it('that is composed twice stands twice', () => {
    expect(taken(['begin', ''], ['commit', '안'], ['begin', ''], ['commit', '안'])).toEqual([true, true]);
  });
  it('after another one is its own', () => {
    expect(taken(['begin', ''], ['commit', '안'], ['commit', '녕'])).toEqual([true, true]);
  });
});
