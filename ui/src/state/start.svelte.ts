import type { Start } from '../platform';

let current = $state.raw<Start | null>(null);

/** What the shell said when the window opened. */
export function start(): Start {
  if (!current) throw new Error('the window has not opened yet');
  return current;
}

export function takeStart(next: Start): void {
  current = next;
}
