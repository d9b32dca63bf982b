import type { Paragraph } from '../../bindings/records/Paragraph';
import { columnOf, textsOf, type Column } from './column';

/** 0 the original, 1 the translation. */
export type Side = 0 | 1;

/** A paragraph and its translation: what names them, and what the record says of them beside the two texts. */
export interface Pair {
  readonly id: string;
  readonly source: Readonly<Record<string, unknown>>;
}

/** The narrative: as many paragraphs in each column as there are pairs. */
export interface Narrative {
  readonly pairs: readonly Pair[];
  readonly columns: readonly [Column, Column];
}

export function otherSide(side: Side): Side {
  return side === 0 ? 1 : 0;
}

/** A pair that is new. It belongs to the session of the one that it was split from. */
export function newPair(splitFrom?: Pair): Pair {
  const session = splitFrom?.source['session'];
  return { id: crypto.randomUUID(), source: session === undefined ? {} : { session } };
}

/** Reads the member `narrative` of a record. There is always one paragraph to write in. */
export function readNarrative(value: unknown): Narrative {
  const read = (Array.isArray(value) ? value : []) as Paragraph[];
  const seen = new Set<string>();
  const pairs = read.map((paragraph): Pair => {
    const id = paragraph.id && !seen.has(paragraph.id) ? paragraph.id : crypto.randomUUID();
    seen.add(id);
    return { id, source: paragraph };
  });
  if (pairs.length === 0) return { pairs: [newPair()], columns: [columnOf(['']), columnOf([''])] };
  return {
    pairs,
    columns: [
      columnOf(read.map((paragraph) => paragraph.original ?? '')),
      columnOf(read.map((paragraph) => paragraph.translation ?? '')),
    ],
  };
}

/** The member `narrative`. A paragraph that was not touched is as it was read, member for member. */
export function writeNarrative({ pairs, columns }: Narrative): Paragraph[] {
  const originals = textsOf(columns[0]);
  const translations = textsOf(columns[1]);
  const isBlank = pairs.length === 1 && originals[0] === '' && translations[0] === '';
  if (isBlank && Object.keys(pairs[0]?.source ?? {}).length === 0) return [];
  return pairs.map(({ id, source }, at) => {
    const was: Paragraph = source;
    const original = originals[at] ?? '';
    const translation = translations[at] ?? '';
    const isSame =
      was.id === id && (was.original ?? '') === original && (was.translation ?? '') === translation;
    return isSame ? was : { ...was, id, original, translation };
  });
}
