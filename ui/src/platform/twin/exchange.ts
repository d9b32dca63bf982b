import type { Platform } from '..';
import { Failure } from '../failure';
import { twinBundles } from './bundles';
import { twinColleagues } from './colleagues';
import { held, opened, saveRevision, type Memory } from './memory';
import { shownOf } from './records';
import { twinReviews } from './reviews';

export function twinExchange(
  memory: Memory,
): Pick<Platform, 'identity' | 'colleague' | 'bundle' | 'review' | 'conflict'> {
  return {
    ...twinColleagues(memory),
    bundle: twinBundles(memory),
    review: twinReviews(memory),
    conflict: {
      list: async () => ({
        conflicts: [...opened(memory).records.values()]
          .filter((one) => one.heads.length > 1)
          .map(({ id, heads }) => ({ id, heads })),
      }),
      show: async (id) => {
        const record = held(memory, id);
        if (record.heads.length < 2) throw new Failure('no_conflict', { record: id });
        return { id, sides: record.heads.map((revision) => shownOf(record, revision)) };
      },
      resolve: async (id, value) => {
        const record = held(memory, id);
        if (record.heads.length < 2) throw new Failure('no_conflict', { record: id });
        return { id, revision: saveRevision(opened(memory), record, record.heads, value) };
      },
    },
  };
}
