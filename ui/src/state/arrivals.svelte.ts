import type { Arrivals } from '../bindings/api/Arrivals';
import { platform } from '../platform';

let current = $state.raw<Arrivals | null>(null);

/** What lies in the exchange folder; null where there is none, or it is not there. */
export function arrivals(): Arrivals | null {
  return current;
}

/** Takes what the shell reports. */
export function takeArrivals(next: Arrivals | null): void {
  current = next;
}

/** Asks what the last look found. */
export async function readArrivals(): Promise<void> {
  try {
    current = await platform().folder.arrivals();
  } catch {
    // The vault was locked meanwhile; whoever needs it says so.
    current = null;
  }
}
