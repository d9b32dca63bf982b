import { describe, expect, it } from 'vitest';
import { askedBy } from './shortcuts';

const key = (init: KeyboardEventInit & { keyCode?: number }) => new KeyboardEvent('keydown', init);

describe('askedBy', () => {
  it('reads letters with Ctrl in any layout', () => {
    expect(askedBy(key({ key: 'l', code: 'KeyL', ctrlKey: true }))).toBe('lock');
    expect(askedBy(key({ key: 'ㅣ', code: 'KeyL', ctrlKey: true }))).toBe('lock');
    expect(askedBy(key({ key: 'ㅜ', code: 'KeyN', ctrlKey: true }))).toBe('new');
    expect(askedBy(key({ key: 'Process', code: 'KeyK', ctrlKey: true, isComposing: true }))).toBe('palette');
    // Dvorak: the letter on the key counts, not where it is.
    expect(askedBy(key({ key: 'l', code: 'KeyP', ctrlKey: true }))).toBe('lock');
    expect(askedBy(key({ key: ',', code: 'Comma', ctrlKey: true }))).toBe('settings');
    expect(askedBy(key({ key: 'N', code: 'KeyN', ctrlKey: true, shiftKey: true }))).toBe('new-menu');
  });

  it('leaves plain keys alone while a syllable is composed, or one types', () => {
    expect(askedBy(key({ key: '/', code: 'Slash' }))).toBe('search');
    expect(askedBy(key({ key: '/', code: 'Slash', isComposing: true }))).toBeNull();
    expect(askedBy(key({ key: '/', code: 'Slash', keyCode: 229 }))).toBeNull();
    const input = document.body.appendChild(document.createElement('input'));
    let asked: unknown;
    input.addEventListener('keydown', (event) => (asked = askedBy(event)));
    input.dispatchEvent(key({ key: '/', code: 'Slash' }));
    expect(asked).toBeNull();
  });

  it('knows the others', () => {
    expect(askedBy(key({ key: 'F1' }))).toBe('about');
    expect(askedBy(key({ key: 'ArrowLeft', altKey: true }))).toBe('back');
    expect(askedBy(key({ key: 's', code: 'KeyS', ctrlKey: true }))).toBeNull();
    expect(askedBy(key({ key: 'l', code: 'KeyL' }))).toBeNull();
  });
});
