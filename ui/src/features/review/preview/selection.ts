import { wordsIn } from './places';

/** The words that are selected in an element which shows this text, and how often they stand before that; null without. */
export function pickedIn(element: HTMLElement, text: string): { text: string; nth: number } | null {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!element.contains(range.startContainer) || !element.contains(range.endContainer)) return null;
  const before = document.createRange();
  before.setStart(element, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const from = before.toString().length;
  const words = text.slice(from, from + range.toString().length);
  const trimmed = words.trim();
  const at = from + words.indexOf(trimmed);
  const nth = wordsIn(text, trimmed).indexOf(at);
  return trimmed === '' || nth < 0 ? null : { text: trimmed, nth };
}
