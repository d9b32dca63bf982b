import { isEmpty, isObject, orderOf, type Element } from '../reading';
import { isSameOrder, mergeOrder } from './order';
import { isSame } from './same';

/** One thing on which the sides differ. `values` has one for each side; undefined where that side has none. */
export interface Question {
  key: string;
  /** Names of members and ids of elements that lead there. */
  path: string[];
  /** Names of members alone. */
  members: string[];
  /** The place of each element on the way, from 1. */
  numbers: number[];
  is: 'value' | 'order';
  values: unknown[];
}

/** What several sides of a record say, laid over each other. */
export type Node =
  | { is: 'same'; value: unknown }
  | { is: 'question'; question: Question }
  | { is: 'object'; members: { member: string; node: Node }[] }
  | { is: 'list'; lists: string[][]; items: Map<string, Node>; order: Question | null };

interface Place {
  path: string[];
  members: string[];
  numbers: number[];
}

/** Lays the sides of a record over each other. */
export function overlay(kind: string, sides: Element[]): Node {
  return objectOf(kind, sides, { path: [], members: [], numbers: [] });
}

function objectOf(kind: string, sides: Element[], place: Place): Node {
  const all: Element = Object.fromEntries(sides.flatMap((side) => Object.entries(side)));
  const names = [...('id' in all ? ['id'] : []), ...orderOf(place.path.length === 0 ? kind : '', all, true)];
  const members = names.map((member) => {
    const inner = { ...place, path: [...place.path, member], members: [...place.members, member] };
    // A member may be called as what every object has.
    const values = sides.map((side) => (Object.hasOwn(side, member) ? side[member] : undefined));
    return { member, node: nodeOf(kind, values, inner) };
  });
  return { is: 'object', members };
}

function nodeOf(kind: string, values: unknown[], place: Place): Node {
  if (values.every((value) => isSame(value, values[0])))
    return { is: 'same', value: values.find((value) => value !== undefined) };
  const lists = values.map(elementsOf);
  if (lists.every((list) => list !== null)) return listOf(kind, lists, place);
  return { is: 'question', question: asked('value', values, place) };
}

/** The elements of a list by their ids; null where it is no such list. */
function elementsOf(value: unknown): Map<string, Element> | null {
  if (!Array.isArray(value) || isEmpty(value)) return null;
  const found = new Map<string, Element>();
  for (const one of value) {
    if (!isObject(one) || typeof one['id'] !== 'string' || found.has(one['id'])) return null;
    found.set(one['id'], one);
  }
  return found;
}

function listOf(kind: string, sides: Map<string, Element>[], place: Place): Node {
  const lists = sides.map((side) => [...side.keys()]);
  const items = new Map<string, Node>();
  mergeOrder(lists).forEach((id, at) => {
    const values = sides.map((side) => side.get(id));
    const inner = { ...place, path: [...place.path, id], numbers: [...place.numbers, at + 1] };
    const held = values.filter((value) => value !== undefined);
    const isEverywhere = held.length === values.length;
    if (held.every((value) => isSame(value, held[0])) && isEverywhere)
      items.set(id, { is: 'same', value: held[0] });
    else if (isEverywhere) items.set(id, objectOf(kind, held, inner));
    else items.set(id, { is: 'question', question: asked('value', values, inner) });
  });
  const order = isSameOrder(lists) ? null : asked('order', lists, { ...place, path: [...place.path, '*'] });
  return { is: 'list', lists, items, order };
}

function asked(is: Question['is'], values: unknown[], place: Place): Question {
  return { ...place, key: JSON.stringify(place.path), is, values };
}

/** All questions, in reading order. */
export function questionsIn(node: Node): Question[] {
  if (node.is === 'question') return [node.question];
  if (node.is === 'object') return node.members.flatMap((one) => questionsIn(one.node));
  if (node.is === 'same') return [];
  return [...(node.order ? [node.order] : []), ...[...node.items.values()].flatMap(questionsIn)];
}
