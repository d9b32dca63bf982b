import type { Shown } from '../../bindings/api/Shown';
import { formatTime, t } from '../../i18n';
import { labelOf } from '../reading';
import type { Question } from './tree';

/** Who a side is from. */
export function whoseOf(side: Shown): string {
  if (side.saved_by.who === 'self') return t('conflict-by-self');
  return side.saved_by.name ?? t('conflict-by-unknown');
}

/** Who and when. */
export function sideName(side: Shown): string {
  return t('conflict-side', { who: whoseOf(side), time: formatTime(side.saved_at) });
}

/** What a question is about: acts › 2 › place. */
export function questionName(kind: string, question: Question): string {
  let number = 0;
  const words = question.path.flatMap((step, at) => {
    const members = question.path.slice(0, at + 1).filter((one) => question.members.includes(one));
    if (step === '*') return [t('conflict-order')];
    if (step === question.members[members.length - 1]) return [labelOf(kind, members)];
    const place = question.numbers[number] ?? 0;
    number += 1;
    return [
      question.members[0] === 'narrative'
        ? t('reading-paragraph', { number: place })
        : t('conflict-element', { number: place }),
    ];
  });
  return words.join(' › ');
}

/** What tests and the eye know the sides by. */
export const SIDE_NAMES = ['left', 'right'];
export const sidePart = (side: number) => SIDE_NAMES[side] ?? `side-${side + 1}`;
