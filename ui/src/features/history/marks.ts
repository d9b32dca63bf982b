/** A text that was changed, in one line: what stayed before and after, what went, what came. */
export interface Marks {
  start: string;
  removed: string;
  added: string;
  end: string;
}

/** So much of what stayed is shown around a change: characters as a reader counts them. */
const AROUND = 48;
const segmenter = new Intl.Segmenter('ko', { granularity: 'grapheme' });
const split = (text: string) => [...segmenter.segment(text)].map(({ segment }) => segment);

export function marksOf(before: string, after: string): Marks {
  const [old, now] = [split(before), split(after)];
  const shorter = Math.min(old.length, now.length);
  let from = 0;
  while (from < shorter && old[from] === now[from]) from += 1;
  let tail = 0;
  while (tail < shorter - from && old.at(-1 - tail) === now.at(-1 - tail)) tail += 1;
  const start = now.slice(0, from);
  const end = tail === 0 ? [] : now.slice(-tail);
  return {
    start: start.length > AROUND ? `…${start.slice(-AROUND).join('')}` : start.join(''),
    removed: old.slice(from, old.length - tail).join(''),
    added: now.slice(from, now.length - tail).join(''),
    end: end.length > AROUND ? `${end.slice(0, AROUND).join('')}…` : end.join(''),
  };
}
