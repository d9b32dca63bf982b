import { t } from '../../i18n';
import { isEmpty, labelOf } from '../reading';
import type { Node } from './tree';

/** What all sides say alike, by name; of a list, which of its elements. */
export function sameIn(kind: string, node: Node): string[] {
  if (node.is !== 'object') return [];
  return node.members.flatMap(({ member, node: inner }) => {
    const label = labelOf(kind, [member]);
    if (inner.is === 'same') return isEmpty(inner.value) || member === 'id' ? [] : [label];
    if (inner.is !== 'list') return [];
    const numbers = [...inner.items.values()].flatMap((item, at) => (item.is === 'same' ? [at + 1] : []));
    return numbers.length === 0 ? [] : [t('conflict-same-of', { label, numbers: numbers.join(', ') })];
  });
}
