import { listOf } from '../reading';
import type { Question } from './tree';

const NOT_FREE =
  /^(id|date|dates|.*_date|issued|expires|due|since|valid_until|session|paragraph|sha256|media_type|confidentiality)$/;
const LINKS = new Set(['record', 'attached_to']);

const isText = (value: unknown) => value === undefined || value === null || typeof value === 'string';

/** Texts that a person wrote freely: both can stay, one after the other. */
export function isFreeText(kind: string, question: Question): boolean {
  const member = question.members.at(-1) ?? '';
  return (
    question.is === 'value' &&
    question.values.every(isText) &&
    !NOT_FREE.test(member) &&
    !LINKS.has(member) &&
    listOf(kind, question.members) === undefined
  );
}

/** Whether all sides can stay: lists together, free texts one after the other. */
export function canTakeBoth(kind: string, question: Question): boolean {
  const held = question.values.filter((value) => value !== undefined && value !== null && value !== '');
  if (question.is === 'order' || held.length < 2) return false;
  return held.every((value) => Array.isArray(value)) || isFreeText(kind, question);
}

/** How something else can be written in its place. */
export function handOf(kind: string, question: Question): 'text' | 'line' | 'lines' | 'term' | null {
  if (question.is === 'order') return null;
  const held = question.values.filter((value) => value !== undefined && value !== null);
  if (held.every((value) => typeof value === 'string')) {
    const member = question.members.at(-1) ?? '';
    if (LINKS.has(member) || member === 'id' || member === 'session' || member === 'confidentiality')
      return null;
    if (listOf(kind, question.members) !== undefined) return 'term';
    return isFreeText(kind, question) ? 'text' : 'line';
  }
  const isLines = held.every(
    (value) => Array.isArray(value) && value.every((one) => typeof one === 'string'),
  );
  return isLines && listOf(kind, question.members) === undefined && question.members.at(-1) !== 'about'
    ? 'lines'
    : null;
}
