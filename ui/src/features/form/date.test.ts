import { describe, expect, it } from 'vitest';
import { setLanguage } from '../../i18n';
import { dateInWords, seemsDate } from './date';

describe('dates', () => {
  it.each([
    ['1998', '1998', '1998년'],
    ['1998-03', 'March 1998', '1998년 3월'],
    ['2026-11-08', '8 November 2026', '2026년 11월 8일'],
    ['1998?', 'perhaps 1998', '1998년(확실하지 않음)'],
    ['1998-03~', 'about March 1998', '1998년 3월쯤'],
    ['199X', 'the 1990s', '1990년대'],
    ['1999-21', 'spring of 1999', '1999년 봄'],
    ['1998-XX', '1998', '1998년'],
    ['1997/1999', 'from 1997 to 1999', '1997년부터 1999년까지'],
    ['2005/..', 'since 2005, ongoing', '2005년부터 지금까지'],
    ['../1998', 'until 1998', '1998년까지'],
  ])('%s is said in words', (text, english, korean) => {
    expect(seemsDate(text)).toBe(true);
    expect(dateInWords(text)).toBe(english);
    setLanguage('ko');
    expect(dateInWords(text)).toBe(korean);
  });

  it.each(['1998-3', '1998.03', '1998년', '봄', '1998-13', '1998/1999/2000'])('%s is none', (text) => {
    expect(seemsDate(text)).toBe(false);
    expect(dateInWords(text)).toBeUndefined();
  });
});
