import type { ClashView } from '../../bindings/api/ClashView';
import { listOf } from '../reading';
import { membersOf } from './place';

/** Ids and the confidentiality are chosen, not typed. */
const CHOSEN = new Set([
  'id',
  'record',
  'person',
  'attached_to',
  'about',
  'session',
  'paragraph',
  'confidentiality',
]);

/** How another value can be typed for a clash; null where a side has to be chosen. */
export function editModeOf(kind: string, clash: ClashView): 'text' | 'line' | 'lines' | 'term' | null {
  const members = membersOf(clash);
  if (!clash.can_write || clash.sort === 'element' || CHOSEN.has(members.at(-1) ?? '')) return null;
  if (clash.sort === 'text') return 'text';
  const held = clash.sides.map(({ value }) => value).filter((value) => value !== null);
  const list = listOf(kind, members);
  if (held.every((value) => typeof value === 'string')) return list === undefined ? 'line' : 'term';
  const areTexts = (value: unknown) => Array.isArray(value) && value.every((one) => typeof one === 'string');
  return held.every(areTexts) && list === undefined ? 'lines' : null;
}
