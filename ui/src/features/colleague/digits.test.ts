import { expect, it } from 'vitest';
import { countOf, groupsOf } from './digits';

it.each([
  ['20418 77310 5', ['20418', '77310', '5']],
  ['20418-77310', ['20418', '77310']],
  ['２０４１８', ['20418']],
  ['  ', []],
])('groups %s', (text, groups) => expect(groupsOf(text)).toEqual(groups));

it('counts digits and nothing else', () => expect(countOf('1 2a3')).toBe(3));
