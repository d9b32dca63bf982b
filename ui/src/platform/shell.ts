import type { Platform } from './platform';

/** The platform of the desktop shell. */
export function makeShell(): Platform {
  throw new Error('the shell is not there yet');
}
