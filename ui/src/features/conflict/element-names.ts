import { isObject, type Titles } from '../reading';
import { elementName } from './place';

/** What the elements of a record's lists are called, by their ids. */
export function elementNames(value: unknown, list?: string): Titles {
  const names: Titles = {};
  if (Array.isArray(value))
    value.forEach((one: unknown, at) => {
      if (isObject(one) && typeof one['id'] === 'string') names[one['id']] = elementName(list, at + 1);
      Object.assign(names, elementNames(one));
    });
  else if (isObject(value))
    for (const [member, one] of Object.entries(value)) Object.assign(names, elementNames(one, member));
  return names;
}
