/** How texts are compared when somebody looks for a word: composed, in small letters. */
export function folded(text: string): string {
  return text.normalize('NFC').toLowerCase();
}

export interface Piece {
  text: string;
  isHit: boolean;
}

/** A text cut where a word is found; the pieces together are the text. */
export function pieces(text: string, query: string): Piece[] {
  const word = folded(query.trim());
  const composed = text.normalize('NFC');
  const low = composed.toLowerCase();
  // Small letters of another length would shift every place after them.
  if (word === '' || low.length !== composed.length) return [{ text, isHit: false }];
  const found: Piece[] = [];
  let from = 0;
  for (let at = low.indexOf(word); at >= 0; at = low.indexOf(word, from)) {
    if (at > from) found.push({ text: composed.slice(from, at), isHit: false });
    found.push({ text: composed.slice(at, at + word.length), isHit: true });
    from = at + word.length;
  }
  if (from < composed.length) found.push({ text: composed.slice(from), isHit: false });
  return found;
}

/** All texts in a value, to look for words in. */
export function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(textsIn);
  return [];
}
