import { describe, expect, it } from 'vitest';
import { particle } from './particle';

describe('particle', () => {
  it.each([
    ['증언', '을/를', '을'],
    ['메모', '을/를', '를'],
    ['서울', '으로/로', '로'],
    ['부산', '으로/로', '으로'],
    ['대구', '으로/로', '로'],
    ['ㄱ-12', '이/가', '가'],
    ['번호 6', '이/가', '이'],
    ['“증언”', '을/를', '을'],
    ['증언'.normalize('NFD'), '을/를', '을'],
    ['Lee', '이/가', '이(가)'],
    ['', '은/는', '은(는)'],
  ])('%s + %s', (word, pair, expected) => expect(particle(word, pair)).toBe(expected));
});
