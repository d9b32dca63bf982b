import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Code } from '../bindings/api/Code';
import { Failure } from '../platform';
import { failureText } from './failure-text';
import { setLanguage } from './language.svelte';

const codes = [...readFileSync('src/bindings/api/Code.ts', 'utf8').matchAll(/"([a-z_]+)"/g)].map(
  (found) => found[1] as Code,
);

describe.each(['en', 'ko'] as const)('failures in %s', (of) => {
  it.each(codes)('%s says what happened and what to do, and nothing of a terminal', (code) => {
    setLanguage(of);
    const { happened, todo } = failureText(new Failure(code));
    for (const text of [happened, todo]) {
      expect(text).not.toBe('');
      expect(text).not.toMatch(
        /error-|\{|\$|none| --[a-z]|(record|bundle|colleague|conflict|attachment) [a-z]+(로|으로|를|을| shows)/,
      );
    }
  });
});
