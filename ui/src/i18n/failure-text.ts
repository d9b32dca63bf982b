import type { Failure } from '../platform';
import { hasText, t } from './language.svelte';

// What a failure does not say: the texts choose by it.
const UNSAID = { line: 'none', column: 'none', field: 'none', expected: 'none', fault: 'none' };
const UNKNOWN = { reason: 'none', part: 'none', record: 'none', ids: 'none', file: '…', pid: '…' };
const UNNAMED = {
  whose: 'none',
  place: 'none',
  groups: 'none',
  count: 'none',
  name: '…',
  time: '…',
  fingerprint: '…',
};

/** What happened, and what to do: in the window's own words where it has them, else in those of all hosts. */
export function failureText(failure: Failure): { happened: string; todo: string } {
  const shared = `error-${failure.code.replaceAll('_', '-')}`;
  const key = hasText(`window-${shared}`) ? `window-${shared}` : shared;
  const params = { ...UNSAID, ...UNKNOWN, ...UNNAMED, ...failure.params };
  return { happened: t(key, params), todo: t(`${key}.hint`, params) };
}
