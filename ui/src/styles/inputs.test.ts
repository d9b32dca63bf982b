import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const RULES = readFileSync('src/styles/inputs.css', 'utf8');
const SHARED = ['min-height', 'background-color'];

it('gives a select the look of an input, not that of the engine', () => {
  document.body.innerHTML = `<style>${RULES}</style><input class="input" /><select class="input"></select>`;
  const [input, select] = [...document.querySelectorAll('.input')].map((one) => getComputedStyle(one));
  const shared = (style?: CSSStyleDeclaration) => SHARED.map((name) => style?.getPropertyValue(name));
  expect(shared(select)).toEqual(shared(input));
  expect(shared(select)).not.toContain('');
  expect(select?.getPropertyValue('appearance')).toBe('none');
  expect(select?.getPropertyValue('background-image')).toContain('gradient');
});
