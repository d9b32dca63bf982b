import type { Entry } from './entry';

/** A key that moves among rows; PageUp and PageDown go so far. */
const PAGE_OF_ROWS = 8;
const STEPS: Record<string, number> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: PAGE_OF_ROWS,
  PageUp: -PAGE_OF_ROWS,
  Home: -Infinity,
  End: Infinity,
};

/** The row that a key leads to, never a heading; undefined where the key does not move. */
export function nextRow(entries: Entry[], at: number, key: string): number | undefined {
  const step = STEPS[key];
  if (step === undefined || entries.length === 0) return undefined;
  const isRow = (index: number) => entries[index]?.is !== 'group';
  const clamped = Math.min(entries.length - 1, Math.max(0, at + step));
  const ahead = Math.sign(step);
  for (let index = clamped; index >= 0 && index < entries.length; index += ahead)
    if (isRow(index)) return index;
  for (let index = clamped; index >= 0 && index < entries.length; index -= ahead)
    if (isRow(index)) return index;
  return undefined;
}
