import type { Platform } from '..';
import { twinBundles } from './bundles';
import { twinColleagues } from './colleagues';
import { twinConflicts } from './conflicts';
import type { Memory } from './memory';
import { twinReviews } from './reviews';

export function twinExchange(
  memory: Memory,
): Pick<Platform, 'identity' | 'colleague' | 'bundle' | 'review' | 'conflict'> {
  return {
    ...twinColleagues(memory),
    bundle: twinBundles(memory),
    review: twinReviews(memory),
    conflict: twinConflicts(memory),
  };
}
