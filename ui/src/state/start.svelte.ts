import type { Grant, Start } from '../platform';

let current = $state.raw<Start | null>(null);
let vault = $state.raw<Grant | null>(null);

/** What the shell said when the window opened. */
export function start(): Start {
  if (!current) throw new Error('the window has not opened yet');
  return current;
}

export function takeStart(next: Start): void {
  current = next;
  vault = null;
}

/** The folder of the vault that this window works with. */
export function vaultFolder(): Grant {
  return vault ?? start().vault;
}

/** From now on it works with this one. */
export function useVault(next: Grant): void {
  vault = next;
}
