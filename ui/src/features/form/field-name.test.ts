import { expect, it } from 'vitest';
import { setLanguage } from '../../i18n';
import { fieldName } from './field-name';

it.each([
  ['note', 'date', '날짜'],
  ['testimony', 'sessions[0].date', '면담 1 · 날짜'],
  ['testimony', 'journey[1].harms[0].dates', '여정 2 · 겪은 피해 1 · 시기'],
  ['person', 'names[2].id', '이름 3'],
  ['person', 'birthplace.record', '태어난 곳'],
  ['testimony', 'later', 'later'],
])('calls %s %s %s', (kind, path, name) => {
  setLanguage('ko');
  expect(fieldName(kind, path)).toBe(name);
});
