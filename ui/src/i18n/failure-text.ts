import type { Failure } from '../platform';
import { hasText, textOfFailure } from './language.svelte';

/** What happened, and what to do: in the window's own words where it has them, else in those of all hosts. */
export function failureText(failure: Failure): { happened: string; todo: string } {
  const shared = `error-${failure.code.replaceAll('_', '-')}`;
  const key = hasText(`window-${shared}`) ? `window-${shared}` : shared;
  return { happened: textOfFailure(key, failure.params), todo: textOfFailure(`${key}.hint`, failure.params) };
}
