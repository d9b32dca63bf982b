import { describe, expect, it } from 'vitest';
import { match } from './match';

describe('match', () => {
  it.each([
    ['잠그기', '잠그기', 3],
    ['ㅈㄱㄱ', '잠그기', 3],
    ['ㅈㄱ', '잠그기', 3],
    ['자', '잠그기', 3],
    ['잠ㄱ', '잠그기', 3],
    ['ㄱㅈ', '휴지통', 0],
    ['휴지', '휴지통', 3],
    ['지통', '휴지통', 1],
    ['ㅎㅈㅌ', '휴지통', 3],
    ['증언', '새 증언', 2],
    ['ㅅㅈㅇ', '새 증언', 3],
    // A Korean keyboard joins two consonants in a row.
    ['ㄳ', '검색', 3],
    ['ㅄ', '보기 설정', 0],
    ['잠그기'.normalize('NFD'), '잠그기', 3],
    ['TRASH', 'Trash', 3],
    ['test', 'New testimony', 2],
    ['newt', 'New testimony', 3],
    ['imon', 'New testimony', 1],
    ['x', 'Trash', 0],
  ])('%s in %s: %i', (typed, name, score) => expect(match(typed, name)).toBe(score));
});
