import type { Profile } from '../../../bindings/records/Profile';

/** What becomes of each class of field where nothing else was chosen: most is hidden. */
export const DEFAULT_PROFILE: Profile = {
  names: 'pseudonym',
  identifiers: 'remove',
  contacts: 'remove',
  places: 'coarsen',
  dates: 'year',
  ages: 'group',
  prose: 'keep',
  others: 'remove',
  reason: '',
};

type Rules = Omit<Profile, 'reason'>;
export type Class = keyof Rules;

/** The classes in the order in which they are asked for, each with what may become of it. */
export const RULES: { [Of in Class]: Rules[Of][] } = {
  names: ['pseudonym', 'remove', 'keep'],
  identifiers: ['remove', 'keep'],
  contacts: ['remove', 'keep'],
  places: ['coarsen', 'remove', 'keep'],
  dates: ['year', 'season', 'month', 'remove', 'keep'],
  ages: ['group', 'remove', 'keep'],
  prose: ['keep', 'remove'],
  others: ['remove', 'keep'],
};
