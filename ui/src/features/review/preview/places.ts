import type { PassageDecision } from '../../../bindings/records/PassageDecision';

/** Where words stand in a text: what a decision is about. */
export type PlaceOfText = Omit<PassageDecision, 'choice'>;

export function isSamePlace(a: PlaceOfText, b: PlaceOfText): boolean {
  return a.record === b.record && a.path === b.path && a.text === b.text && a.nth === b.nth;
}

/** Where the words begin in a text, each time they stand there, in UTF-16 code units. */
export function wordsIn(text: string, words: string): number[] {
  const found: number[] = [];
  if (words === '') return found;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) found.push(at);
  return found;
}
