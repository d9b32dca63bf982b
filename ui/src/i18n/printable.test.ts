import { describe, expect, it } from 'vitest';
import { setLanguage, t } from './language.svelte';
import { printable, visible } from '../platform/signs';

describe('text from outside', () => {
  it('acts on nothing', () => {
    expect(printable('a\u202eb\u001b[2Jc\u2066d\u009b')).toBe('a\ufffdb\ufffd[2Jc\ufffdd\ufffd');
    expect(printable('김영희\n둘\t셋')).toBe('김영희\n둘\t셋');
    expect(visible('민\u200b지\u3164')).toBe('민지');
  });

  it('comes into every sentence without what acts', () => {
    setLanguage('en');
    expect(t('colleague-added', { name: 'An\u202ena' })).toContain('An\ufffdna');
  });
});
