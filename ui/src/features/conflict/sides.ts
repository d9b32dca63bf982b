import type { ConflictSide } from '../../bindings/api/ConflictSide';
import { formatTime, t } from '../../i18n';

/** Who a side is from. */
export function whoseOf(side: ConflictSide): string {
  if (side.saved_by.who === 'self') return t('conflict-by-self');
  return side.saved_by.name ?? t('conflict-by-unknown');
}

/** Who and when. */
export function sideName(side: ConflictSide): string {
  return t('conflict-side', { who: whoseOf(side), time: formatTime(side.saved_at) });
}

/** What tests and the eye know the sides by; a side is spoken of by its place, from 1. */
export const sidePart = (side: number) => ['left', 'right'][side - 1] ?? `side-${side}`;
/** Which of the two neutral colours. */
export const sideLook = (side: number) => (side % 2 === 1 ? 'left' : 'right');
