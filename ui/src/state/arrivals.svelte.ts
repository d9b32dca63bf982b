import type { Arrivals } from '../bindings/api/Arrivals';
import { platform } from '../platform';

let current = $state.raw<Arrivals | null>(null);

/** The files in the exchange folder; null where none is set, or its drive is not plugged in. */
export function arrivals(): Arrivals | null {
  return current;
}

/** Replaces them by what the desktop program reports. */
export function takeArrivals(next: Arrivals | null): void {
  current = next;
}

/** Asks the desktop program for the latest ones. */
export async function readArrivals(): Promise<void> {
  try {
    current = await platform().folder.arrivals();
  } catch {
    // The vault was locked meanwhile; whoever needs it says so.
    current = null;
  }
}
