import type { Platform } from './platform';

export type * from './platform';
export { asFailure, Failure } from './failure';
export { newWatch } from './watch';

let current: Platform | undefined;

/** Called once, before anything is shown (src/main.ts), and by tests. */
export function providePlatform(platform: Platform): void {
  current = platform;
}

/** The platform that this window runs on. */
export function platform(): Platform {
  if (!current) throw new Error('no platform was provided');
  return current;
}
