import type { Mark } from '../../bindings/records/Mark';
import type { PassageDecision } from '../../bindings/records/PassageDecision';
import type { NameRule } from '../../bindings/records/NameRule';

/** A person, by all names that are looked for, the whole ones first; `instead` is null where nothing takes their place. */
export interface Called {
  id: string;
  names: string[];
  /** Parts of names, which may be other words. */
  parts: string[];
  instead: string | null;
}

type Spot = Pick<Mark, 'from' | 'to' | 'fate' | 'why' | 'record'> & { with: string | null };
const PHONE = /\d{2,3}-\d{3,4}-\d{4}/gu;

const withheld = (text: string) => (/[가-힣]/u.test(text) ? '○○○' : '[withheld]');

/** Every place of a word in a text. */
function placesOf(word: string, text: string): number[] {
  const found = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) found.push(at);
  return found;
}

export function redactText(text: string, rule: NameRule, people: Called[], decisions: PassageDecision[]) {
  const spots: Spot[] = [];
  const add = (from: number, words: string, of: Omit<Spot, 'from' | 'to'>) => {
    const to = from + words.length;
    if (spots.some((one) => one.from < to && from < one.to)) return false;
    spots.push({ from, to, ...of });
    return true;
  };
  const done = decisions.filter((one) => {
    const at = placesOf(one.text, text)[one.nth];
    const keeps = one.choice === 'keep';
    const fate = keeps ? 'kept_by_hand' : 'replaced';
    const of = { fate, why: 'by_hand', record: null, with: keeps ? null : withheld(one.text) } as const;
    return at !== undefined && add(at, one.text, of);
  });
  if (rule !== 'keep')
    for (const kind of ['names', 'parts'] as const)
      for (const { id, instead, ...words } of people)
        for (const word of words[kind]) {
          const fate = kind === 'names' ? 'replaced' : 'replaced_in_doubt';
          const of = { fate, why: 'name', record: id, with: instead ?? withheld(word) } as const;
          for (const at of placesOf(word, text)) add(at, word, of);
        }
  for (const found of text.matchAll(PHONE))
    add(found.index, found[0], { fate: 'suggested', why: 'contact', record: null, with: null });
  return { ...replaced(text, spots), done };
}

function replaced(text: string, spots: Spot[]): { after: string; marks: Mark[] } {
  let after = '';
  let at = 0;
  const marks = spots
    .toSorted((a, b) => a.from - b.from)
    .map(({ with: instead, ...spot }): Mark => {
      const words = text.slice(spot.from, spot.to);
      after += text.slice(at, spot.from);
      const after_from = after.length;
      after += instead ?? words;
      at = spot.to;
      const nth = placesOf(words, text).filter((one) => one < spot.from).length;
      return { ...spot, after_from, after_to: after.length, text: words, nth };
    });
  return { after: after + text.slice(at), marks };
}
