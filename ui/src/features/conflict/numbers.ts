import { t } from '../../i18n';
import type { Titles } from '../reading';
import type { Node } from './tree';

/** What elements are called by their ids: paragraphs and others by their numbers. */
export function numbersIn(node: Node, member = ''): Titles {
  if (node.is === 'object')
    return Object.assign({}, ...node.members.map((one) => numbersIn(one.node, one.member)));
  if (node.is === 'same' && member === 'narrative' && Array.isArray(node.value))
    return Object.fromEntries(node.value.map((one, at) => [String(one?.id), paragraph(at)]));
  if (node.is !== 'list') return {};
  const own = [...node.items.keys()].map((id, at) => [
    id,
    member === 'narrative' ? paragraph(at) : t('conflict-element', { number: at + 1 }),
  ]);
  return Object.assign(Object.fromEntries(own), ...[...node.items.values()].map((item) => numbersIn(item)));
}

const paragraph = (at: number) => t('reading-paragraph', { number: at + 1 });
