import { expect, it } from 'vitest';
import type { Content } from '../draft';
import { Spot } from './spot';

function source(content: Content) {
  return {
    content,
    changes: 0,
    change() {
      this.changes += 1;
    },
  };
}

it('makes what stands on the way, and leaves everything beside it', () => {
  const at = source({ later: { x: 1 } });
  new Spot(at).at('coordinates').at('latitude').put(42.97);
  new Spot(at).at('names').element(0, 'n1').at('text').put('김영희');
  expect(at.content).toEqual({
    later: { x: 1 },
    coordinates: { latitude: 42.97 },
    names: [{ id: 'n1', text: '김영희' }],
  });
  expect(at.changes).toBe(2);
});

it('removes what says nothing, and an object that then says nothing, but no element and no stranger', () => {
  const at = source({
    place: { text: '회령' },
    obtained: { way: 'spoken', seal: 7 },
    names: [{ id: 'n1', text: 'a' }],
  });
  new Spot(at).at('place').at('text').put('');
  new Spot(at).at('obtained').at('way').put('');
  new Spot(at).at('names').element(0, 'n1').at('text').put('');
  expect(at.content).toEqual({ obtained: { seal: 7 }, names: [{ id: 'n1' }] });
});

it('keeps an empty text while a syllable is composed', () => {
  const at = source({ code: 'a' });
  new Spot(at).at('code').put('', true);
  expect(at.content).toEqual({ code: '' });
});

it('names its place as the core does', () => {
  expect(new Spot(source({})).at('sessions').element(0, 'x').at('date').path).toBe('sessions[0].date');
});
