import type { Platform } from '..';
import { twinBundles } from './bundles';
import { twinColleagues } from './colleagues';
import { twinConflicts } from './conflicts';
import { twinFolder } from './folder';
import type { Memory } from './memory';
import { twinReviews } from './reviews';

export function twinExchange(
  memory: Memory,
): Pick<Platform, 'identity' | 'colleague' | 'bundle' | 'folder' | 'review' | 'conflict'> {
  return {
    ...twinColleagues(memory),
    bundle: twinBundles(memory),
    folder: twinFolder(memory),
    review: twinReviews(memory),
    conflict: twinConflicts(memory),
  };
}
