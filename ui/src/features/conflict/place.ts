import type { ClashView } from '../../bindings/api/ClashView';
import { t } from '../../i18n';
import { labelOf } from '../reading';

/** A place in a record, as the core names it: `narrative[ID].original`. */
export type Place = Pick<ClashView, 'path' | 'positions'>;

/** A member, an element between brackets, or a word of the core's own behind `@`; a backslash takes a sign as it is. */
const STEP = /\[(?:\\.|[^\]\\])*\]|@[a-z]+|(?:\\.|[^\\.[\]@])+/gu;

/** Names of members alone. */
export function membersOf({ path }: Pick<Place, 'path'>): string[] {
  const steps = path.match(STEP) ?? [];
  return steps.filter((step) => !/^[[@]/.test(step)).map((step) => step.replaceAll(/\\(.)/gu, '$1'));
}

/** What a place is called: Narrative › paragraph 2 › original. */
export function placeName(kind: string, { path, positions }: Place): string {
  const members: string[] = [];
  let element = 0;
  const words = (path.match(STEP) ?? []).flatMap((step) => {
    if (step.startsWith('@')) return [t(`conflict-place-${step.slice(1)}`)];
    if (!step.startsWith('[')) {
      members.push(step.replaceAll(/\\(.)/gu, '$1'));
      return [labelOf(kind, members)];
    }
    const number = positions[element] ?? 0;
    element += 1;
    return number === 0 ? [] : [elementName(members.at(-1), number)];
  });
  return words.join(' › ');
}

/** What an element of a list is called, by its position from 1. */
export function elementName(list: string | undefined, number: number): string {
  return t(list === 'narrative' ? 'reading-paragraph' : 'conflict-element', { number });
}
