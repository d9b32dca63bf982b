import type { Content } from '../draft';
import { isObject, textOf } from './spot';

const LONGEST = 40;

interface Numbered {
  id: string;
  number: number;
  beginning: string;
  isTranslated: boolean;
  isEmpty: boolean;
}

/** The paragraphs of a testimony as they are cited. */
export function paragraphsOf(content: Content): Numbered[] {
  const narrative = Array.isArray(content['narrative']) ? (content['narrative'] as unknown[]) : [];
  return narrative.filter(isObject).map((paragraph, at) => {
    const text = (member: string) => textOf(paragraph[member]).trim();
    const shown = text('original') || text('translation');
    return {
      id: textOf(paragraph['id']),
      number: at + 1,
      beginning: shown.length > LONGEST ? `${shown.slice(0, LONGEST)}…` : shown,
      isTranslated: text('translation') !== '',
      isEmpty: shown === '',
    };
  });
}
