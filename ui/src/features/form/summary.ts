import { formatBytes, t } from '../../i18n';
import { dateInWords } from './date';
import { dashed, fieldOf, type Field, type Shape } from '../../schema';
import { mentionText, titleOf } from './mention';
import { paragraphsOf } from './paragraphs';
import type { Content } from '../draft';
import { isEmpty, isObject } from './spot';
import { termLabel } from '../../state/terms.svelte';

const ARROW = '→';

/** The value of a field as one line of text. `content`: the record, for paragraphs that the value refers to. */
export function say(field: Field, value: unknown, content: Content): string {
  if (isEmpty(value)) return '';
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  const list = Array.isArray(value) ? (value as unknown[]) : [];
  const join = (texts: string[]) => texts.filter(Boolean).join(', ');
  switch (field.type) {
    case 'term':
    case 'choice':
      return termLabel(field.vocabulary, text);
    case 'terms':
      return join(list.map((code) => termLabel(field.vocabulary, String(code))));
    case 'mention':
      return mentionText(value);
    case 'mentions':
      return join(list.map(mentionText));
    case 'record':
      return titleOf(text);
    case 'records':
      return join(list.map((id) => titleOf(String(id))));
    case 'tags':
      return join(list.map(String));
    case 'known':
      return answerIn(field, value === true ? 'yes' : 'no');
    case 'confidentiality':
      return t(`form-confidentiality-${['normal', 'restricted'].includes(text) ? text : 'vault'}`);
    case 'paragraph':
      return paragraphText(text, content);
    case 'date':
      return dateInWords(text) ?? text;
    case 'object':
      return saysIn(field.of, value, content).join(' · ');
    case 'links':
    case 'list':
      return join(list.map((element) => saysIn(field.of, element, content)[0] ?? ''));
    case 'fixed':
      return field.member === 'size' ? formatBytes(Number(value)) : text;
    default:
      return text;
  }
}

/** The summary of an element, one text for each member that is not empty. */
export function saysIn(of: Shape, element: unknown, content: Content): string[] {
  if (!isObject(element)) return [];
  const one = (member: string) =>
    member === ARROW ? member : say(fieldOf(of, member), element[member], content);
  return of.summary
    .map((members) => members.split(' ').map(one).filter(Boolean).join(' '))
    .filter((said) => said !== '' && said !== ARROW);
}

/** Yes, no or not known, in words. Whether a way to reach somebody is safe has words of its own. */
export const answerIn = (field: Field, answer: 'yes' | 'no' | 'unknown'): string =>
  t(field.member === 'safe' ? `form-safe-${answer}` : `form-known-${answer}`);

/** The name of an empty element. */
export const nameless = (of: Shape): string => t(`form-one-${dashed(of.name)}`);

function paragraphText(id: string, content: Content): string {
  const found = paragraphsOf(content).find((one) => one.id === id);
  return found ? t('form-paragraph', { ...found }) : t('form-paragraph-gone');
}
