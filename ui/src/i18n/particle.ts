/**
 * The Korean particle that fits the last sound of a word: 을/를, 이/가, 은/는, 과/와, 으로/로.
 *
 * `pair` is written with a slash, the form after a final consonant first. Digits are read as Sino-Korean numbers;
 * after other scripts the sound is not known, and both forms stand: 을(를).
 */
export function particle(word: string, pair: string): string {
  const [closed = '', open = ''] = pair.split('/');
  const last = [...word.normalize('NFC').replace(/[\s"'”’」』)\]]+$/u, '')].at(-1) ?? '';
  const final = finalConsonant(last);
  if (final === undefined) return `${closed}(${open})`;
  // 으로 contracts after ㄹ too: 서울로.
  const isOpen = final === NONE || (final === RIEUL && closed.startsWith('으'));
  return isOpen ? open : closed;
}

const NONE = 0;
const RIEUL = 8;
const DIGITS: Record<string, number> = { 0: 21, 1: 8, 2: 0, 3: 16, 4: 0, 5: 0, 6: 1, 7: 8, 8: 8, 9: 0 };

/** The number of the final consonant, 0 for none; undefined where the sound is not known. */
function finalConsonant(character: string): number | undefined {
  const syllable = (character.codePointAt(0) ?? 0) - 0xac00;
  if (syllable >= 0 && syllable < 11_172) return syllable % 28;
  return DIGITS[character];
}
