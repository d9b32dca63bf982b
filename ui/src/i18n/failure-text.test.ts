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

describe('numbers in failures', () => {
  const happened = (code: Code, params: Record<string, string>) =>
    failureText(new Failure(code, params)).happened;

  it('choose the plural', () => {
    setLanguage('en');
    const missing = (count: string) => happened('recovery_words_mistyped', { fault: 'missing', count });
    expect(missing('1')).toContain('1 word was typed');
    expect(missing('22')).toContain('22 words were typed');
  });

  it('say nothing of what is not known', () => {
    setLanguage('ko');
    expect(happened('colleague_not_found', {})).toBe('그런 이름의 동료는 없습니다.');
    expect(happened('colleague_not_found', { name: '민지' })).toContain('민지');
    expect(happened('identity_invalid', { fault: 'altered' })).toContain('온전하지 않습니다');
  });
});
