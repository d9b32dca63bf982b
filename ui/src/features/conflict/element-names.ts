import { isObject, type Titles } from '../reading';
import { elementName } from './place';

/** What the elements of a record's lists are called, by their ids. */
export function elementNames(value: unknown, list?: string): Titles {
  if (Array.isArray(value)) {
    const own = value.flatMap((one, at) =>
      isObject(one) && typeof one['id'] === 'string' ? [[one['id'], elementName(list, at + 1)]] : [],
    );
    return Object.assign(Object.fromEntries(own), ...value.map((one) => elementNames(one)));
  }
  if (!isObject(value)) return {};
  return Object.assign({}, ...Object.entries(value).map(([member, one]) => elementNames(one, member)));
}
