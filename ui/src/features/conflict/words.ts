/** A stretch of a text; `isOwn` where the other text does not have it. */
export interface Stretch {
  text: string;
  isOwn: boolean;
}

/** Above so many comparisons what differs is marked as a whole: a person reads it anew in any case. */
const MOST = 4_000_000;

/** Words, runs of spaces and single signs. Together they are the text. */
export function wordsOf(text: string): string[] {
  return text.match(/\s+|[\p{L}\p{M}\p{N}]+|[^]/gu) ?? [];
}

/** What two texts share and what each has of its own. The stretches of a side together are its text. */
export function compareWords(left: string, right: string): [Stretch[], Stretch[]] {
  const a = wordsOf(left);
  const b = wordsOf(right);
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1;
  let tail = 0;
  const most = Math.min(a.length, b.length) - head;
  while (tail < most && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1;
  const shared = common(a.slice(head, a.length - tail), b.slice(head, b.length - tail));
  const marks = (length: number, own: Set<number>) =>
    Array.from({ length }, (_, at) => at >= head && at < length - tail && !own.has(at - head));
  return [join(a, marks(a.length, shared[0])), join(b, marks(b.length, shared[1]))];
}

/** The places of a longest common row of words, on either side. */
function common(a: string[], b: string[]): [Set<number>, Set<number>] {
  const found: [Set<number>, Set<number>] = [new Set(), new Set()];
  if (a.length === 0 || b.length === 0 || a.length * b.length > MOST) return found;
  const width = b.length + 1;
  const lengths = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      lengths[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) {
      found[0].add(i);
      found[1].add(j);
      i += 1;
      j += 1;
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return found;
}

function join(words: string[], own: boolean[]): Stretch[] {
  const stretches: Stretch[] = [];
  words.forEach((text, at) => {
    const isOwn = own[at] ?? false;
    const last = stretches.at(-1);
    if (last?.isOwn === isOwn) last.text += text;
    else stretches.push({ text, isOwn });
  });
  return stretches;
}
