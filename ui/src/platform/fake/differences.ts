import type { TextPiece } from '../../bindings/api/TextPiece';
import type { TextRow } from '../../bindings/api/TextRow';

const piece = (text: string, is_changed: boolean): TextPiece[] => (text === '' ? [] : [{ text, is_changed }]);

/** Paragraph beside paragraph by position, and what lies between the words that both begin and end with. */
export function rowsOf(left: string, right: string): TextRow[] {
  const [ours, theirs] = [left, right].map((text) => text.split('\n').filter((line) => line !== ''));
  const count = Math.max(ours?.length ?? 0, theirs?.length ?? 0);
  return Array.from({ length: count }, (_, at): TextRow => {
    const [one, other] = [ours?.[at], theirs?.[at]];
    if (one === undefined || other === undefined)
      return {
        is_same: false,
        left: one === undefined ? null : piece(one, true),
        right: other === undefined ? null : piece(other, true),
      };
    const a: string[] = one.match(/\s+|\S+/g) ?? [];
    const b: string[] = other.match(/\s+|\S+/g) ?? [];
    let head = 0;
    while (head < Math.min(a.length, b.length) && a[head] === b[head]) head += 1;
    let tail = 0;
    while (tail < Math.min(a.length, b.length) - head && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1;
    const pieces = (words: string[]) => [
      ...piece(words.slice(0, head).join(''), false),
      ...piece(words.slice(head, words.length - tail).join(''), true),
      ...piece(words.slice(words.length - tail).join(''), false),
    ];
    return { is_same: one === other, left: pieces(a), right: pieces(b) };
  });
}
