import { shapeOfKind } from '../../schema';
import { isEmpty, membersOf, type Element } from './shape';

/** The members of a record that say something, in the order of the schema; those that it does not know come last. */
export function orderOf(kind: string, value: Element, isAll = false): string[] {
  const known = shapeOfKind(kind).fields.map((field) => field.member);
  const rank = (member: string) => {
    const at = known.indexOf(member);
    return at < 0 ? known.length : at;
  };
  return membersOf(value)
    .filter((member) => isAll || !isEmpty(value[member]))
    .toSorted((a, b) => rank(a) - rank(b));
}
