import type { Mark } from '../../../bindings/records/Mark';

export interface MarkedPiece {
  text: string;
  mark: Mark | null;
}

/** A text cut at its marks, on one side; the pieces together are the text. */
export function markedPieces(text: string, marks: Mark[], side: 'before' | 'after'): MarkedPiece[] {
  const pieces: MarkedPiece[] = [];
  let at = 0;
  for (const mark of marks) {
    const [from, to] = side === 'before' ? [mark.from, mark.to] : [mark.after_from, mark.after_to];
    if (from > at) pieces.push({ text: text.slice(at, from), mark: null });
    pieces.push({ text: text.slice(from, to), mark });
    at = to;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), mark: null });
  return pieces;
}

/** What can be done about a place: words that were decided about can be as they were before. */
export type Act = 'keep' | 'leave' | 'remove' | 'undo';

export function actsFor({ fate, why }: Mark): Act[] {
  if (why === 'by_hand' || fate === 'kept_by_hand') return ['undo'];
  if (fate === 'suggested') return ['remove', 'leave'];
  return fate === 'replaced_in_doubt' ? ['keep'] : [];
}

/** Whether somebody should look at it. */
export const isOpen = ({ fate }: Mark): boolean => fate === 'suggested' || fate === 'replaced_in_doubt';
