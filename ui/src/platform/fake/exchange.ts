import type { Platform } from '..';
import { fakeBundles } from './bundles';
import { fakeColleagues } from './colleagues';
import { fakeConflicts } from './conflicts';
import { fakeCustody } from './custody';
import { fakeFolder } from './folder';
import type { Memory } from './memory';
import { fakeReviews } from './reviews';

export function fakeExchange(
  memory: Memory,
): Pick<Platform, 'identity' | 'colleague' | 'bundle' | 'folder' | 'review' | 'custody' | 'conflict'> {
  return {
    ...fakeColleagues(memory),
    bundle: fakeBundles(memory),
    folder: fakeFolder(memory),
    review: fakeReviews(memory),
    custody: fakeCustody(memory),
    conflict: fakeConflicts(memory),
  };
}
