import type { Progress, Watch } from './platform';

/** A watch for one long call. */
export function newWatch(progress: (progress: Progress) => void = () => undefined): Watch {
  return { operation: crypto.randomUUID(), progress };
}
