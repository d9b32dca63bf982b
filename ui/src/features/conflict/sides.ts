import type { ConflictSide } from '../../bindings/api/ConflictSide';
import { formatTime, t } from '../../i18n';

/** Who a side is from. */
export function whoseOf({ saved_by: by }: ConflictSide): string {
  switch (by.who) {
    case 'self':
      return t('conflict-by-self');
    case 'colleague':
      return by.name ?? '';
    case 'unknown':
      return t('conflict-by-unknown');
  }
}

/** Who and when. */
export function sideName(side: ConflictSide): string {
  return t('conflict-side', { who: whoseOf(side), time: formatTime(side.saved_at) });
}

/** What tests and the eye know the sides by; a side is spoken of by its place, from 1. */
export const sidePart = (side: number) => ['left', 'right'][side - 1] ?? `side-${side}`;
/** Which of the two neutral colours. */
export const sideLook = (side: number) => (side % 2 === 1 ? 'left' : 'right');
