import { ChangeSet, type ChangeSpec, type Text } from '@codemirror/state';
import { mapSoft, paragraphAt, spanOf, type Column } from './column';
import { newPair, otherSide, type Narrative, type Pair, type Side } from './narrative';

export interface Edited {
  readonly next: Narrative;
  /** What must happen in the other column so that it has the same paragraphs; null where nothing must. */
  readonly other: ChangeSet | null;
}

interface Hunk {
  readonly from: number;
  readonly to: number;
  readonly text: Text;
}

/**
 * Changes one column, and the other with it wherever paragraphs begin or end.
 *
 * No text of the other column is ever dropped: where paragraphs are joined, its texts stand one under the other in the
 * one that is left.
 */
export function edit(narrative: Narrative, side: Side, changes: ChangeSet, insertsSoft: boolean): Edited {
  const own = narrative.columns[side];
  const hunks: Hunk[] = [];
  let isPlain = true;
  changes.iterChanges((from, to, _fromB, _toB, text) => {
    hunks.push({ from, to, text });
    isPlain &&= (insertsSoft || text.lines === 1) && own.doc.lineAt(from).to >= to;
  });
  if (isPlain) return { next: withColumn(narrative, side, apply(own, changes, insertsSoft)), other: null };
  // From the last to the first, so that the places of those before stay right.
  let next = narrative;
  let other: ChangeSet | null = null;
  for (const hunk of hunks.toReversed()) {
    const step = replace(next, side, hunk, insertsSoft);
    next = step.next;
    if (step.other) other = other ? other.compose(step.other) : step.other;
  }
  return { next, other };
}

function replace(narrative: Narrative, side: Side, hunk: Hunk, insertsSoft: boolean): Edited {
  const own = narrative.columns[side];
  const first = paragraphAt(own, hunk.from);
  const last = paragraphAt(own, hunk.to);
  const more = (insertsSoft ? 0 : hunk.text.lines - 1) - (last - first);
  const changed = apply(
    own,
    ChangeSet.of({ from: hunk.from, to: hunk.to, insert: hunk.text }, own.doc.length),
    insertsSoft,
  );
  const next = withColumn(narrative, side, changed);
  if (more === 0) return { next, other: null };
  const has = {
    head: hunk.from > spanOf(own, first).from,
    tail: hunk.to < spanOf(own, last).to,
  };
  if (more > 0) return grow(next, otherSide(side), { first, last, more }, has);
  // The first of the paragraphs that become one.
  const into = last + more;
  return join(next, otherSide(side), { into, last }, { head: has.head && into === first, tail: has.tail });
}

/** New paragraphs. The id stays with the first part, unless what stood there is all in the last part. */
function grow(
  narrative: Narrative,
  side: Side,
  { first, last, more }: { first: number; last: number; more: number },
  { head, tail }: { head: boolean; tail: boolean },
): Edited {
  const other = narrative.columns[side];
  const span = spanOf(other, last);
  const isBefore = tail && (last > first || !head);
  const split = head && tail ? narrative.pairs[first] : undefined;
  const pairs = narrative.pairs.toSpliced(
    isBefore ? last : last + 1,
    0,
    ...Array.from({ length: more }, () => newPair(split)),
  );
  const changes = ChangeSet.of(
    { from: isBefore ? span.from : span.to, insert: '\n'.repeat(more) },
    other.doc.length,
  );
  const next = withColumn({ ...narrative, pairs }, side, apply(other, changes, false));
  return { next, other: changes };
}

/** Paragraphs become one. The first that still has text gives the id; what the others say beside is taken over. */
function join(
  narrative: Narrative,
  side: Side,
  { into, last }: { into: number; last: number },
  { head, tail }: { head: boolean; tail: boolean },
): Edited {
  const other = narrative.columns[side];
  const breaks: ChangeSpec[] = [];
  const softened: number[] = [];
  const left: Pair[] = [];
  let hasText = false;
  for (let at = into; at <= last; at++) {
    const { from, to } = spanOf(other, at);
    const pair = narrative.pairs[at];
    if (at > into) {
      if (hasText && to > from) softened.push(from - 1);
      else breaks.push({ from: from - 1, to: from });
    }
    hasText ||= to > from;
    if (pair && (to > from || (at === into && head) || (at === last && tail))) left.push(pair);
  }
  const kept = left[0] ?? narrative.pairs[into] ?? newPair();
  const source = Object.assign({}, ...left.map((pair) => pair.source).toReversed()) as Pair['source'];
  const pairs = narrative.pairs.toSpliced(
    into,
    last - into + 1,
    left.length > 1 ? { ...kept, source } : kept,
  );
  const changes = ChangeSet.of(breaks, other.doc.length);
  const soft = [...other.soft, ...softened].toSorted((a, b) => a - b);
  const next = withColumn({ ...narrative, pairs }, side, apply({ ...other, soft }, changes, false));
  return { next, other: changes };
}

function apply(column: Column, changes: ChangeSet, insertsSoft: boolean): Column {
  return { doc: changes.apply(column.doc), soft: mapSoft(column.soft, changes, insertsSoft) };
}

function withColumn(narrative: Narrative, side: Side, column: Column): Narrative {
  const [original, translation] = narrative.columns;
  return { ...narrative, columns: side === 0 ? [column, translation] : [original, column] };
}
