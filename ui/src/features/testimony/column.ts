import { MapMode, Text, type ChangeSet } from '@codemirror/state';

/**
 * One of the two texts of a testimony: all its paragraphs, a line break after each but the last.
 *
 * A line break inside a paragraph is `soft`: its position stands in a sorted list, so that a keystroke costs nothing
 * but the mapping of those few.
 */
export interface Column {
  readonly doc: Text;
  readonly soft: readonly number[];
}

export interface Span {
  readonly from: number;
  readonly to: number;
}

export function columnOf(paragraphs: readonly string[]): Column {
  const soft: number[] = [];
  let at = 0;
  for (const text of paragraphs) {
    for (let found = text.indexOf('\n'); found >= 0; found = text.indexOf('\n', found + 1))
      soft.push(at + found);
    at += text.length + 1;
  }
  return { doc: Text.of(paragraphs.join('\n').split('\n')), soft };
}

/** How many paragraphs it has. */
export function paragraphsIn({ doc, soft }: Column): number {
  return doc.lines - soft.length;
}

/** The paragraph that a position is in, from 0. */
export function paragraphAt({ doc, soft }: Column, position: number): number {
  return doc.lineAt(position).number - 1 - countBelow(soft.length, (at) => (soft[at] ?? 0) < position);
}

/** Where a paragraph stands. */
export function spanOf({ doc, soft }: Column, paragraph: number): Span {
  // A soft break is in the paragraph of its line, less the soft breaks before it.
  const of = (at: number) => doc.lineAt(soft[at] ?? 0).number - 1 - at;
  const before = countBelow(soft.length, (at) => of(at) < paragraph);
  const through = countBelow(soft.length, (at) => of(at) <= paragraph);
  return { from: doc.line(paragraph + before + 1).from, to: doc.line(paragraph + through + 1).to };
}

/** All paragraphs, in one pass. */
export function textsOf({ doc, soft }: Column): string[] {
  const texts: string[] = [];
  let text = '';
  let at = 0;
  let next = 0;
  for (const line of doc.iterLines()) {
    text += line;
    at += line.length;
    if (soft[next] === at) {
      text += '\n';
      next += 1;
    } else {
      texts.push(text);
      text = '';
    }
    at += 1;
  }
  return texts;
}

/** Where the soft breaks are after these changes. `insertsSoft`: the breaks that they bring are soft. */
export function mapSoft(
  soft: readonly number[],
  changes: ChangeSet,
  insertsSoft: boolean,
): readonly number[] {
  if (soft.length === 0 && !insertsSoft) return soft;
  const mapped = soft
    .map((position) => changes.mapPos(position, 1, MapMode.TrackAfter))
    .filter((position) => position !== null);
  if (!insertsSoft) return mapped;
  changes.iterChanges((_fromA, _toA, fromB, _toB, text) => {
    for (let line = 1; line < text.lines; line++) mapped.push(fromB + text.line(line).to);
  });
  return mapped.toSorted((a, b) => a - b);
}

/** The first index for which `isBelow` no longer holds. */
function countBelow(length: number, isBelow: (at: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBelow(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
