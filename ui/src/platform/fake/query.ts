import type { HitNearness } from '../../bindings/api/HitNearness';
import { head, type HeldRecord } from './memory';
import { isInConflict } from './merge';

/** A word of a query: what is named before its colon, the word, and whether records must be without it. */
interface Word {
  name: string;
  text: string;
  isNot: boolean;
}

/** The little of the core's queries (crates/store/src/search/query) that screens are looked at with: all words, `-`, `is:`, `tag:`, `date:`. */
export interface FakeQuery {
  words: Word[];
  unclear: string[];
}

/** Other spellings of the fake's sample, and a slip of each. */
const NEAR: Record<string, string[]> = { onsong: ['온성'], onseong: ['온성'], vientiane: ['비엔티안'] };
const SLIPS: Record<string, string[]> = { onsang: ['온성'], vientian: ['비엔티안'] };

const folded = (text: string) => text.normalize('NFC').toLowerCase();

export function readQuery(query: string): FakeQuery {
  const words: Word[] = [];
  const unclear: string[] = [];
  for (const [, not, name = '', quoted, plain = ''] of query.matchAll(
    /(-)?(?:(is|tag|date|kind):)?(?:"([^"]*)"|(\S+))/g,
  )) {
    const text = folded(quoted ?? plain);
    if (name === 'date' && !/^[\d.~-]+$/.test(text)) unclear.push(`${name}:${text}`);
    else if (text !== '') words.push({ name, text, isNot: not !== undefined });
  }
  return { words, unclear };
}

export const tagsOf = (record: HeldRecord): string[] =>
  (head(record).record as { tags?: string[] }).tags ?? [];
export const statusOf = (record: HeldRecord): string | undefined =>
  (head(record).record as { status?: string }).status;

/** What a record says, in one text. */
export function textOf(record: HeldRecord): string {
  return JSON.stringify(head(record).record).replaceAll(/["{}[\]\\]/g, ' ');
}

/** How well a record fits; null: not at all. */
export function fit({ words }: FakeQuery, record: HeldRecord): HitNearness | null {
  const fits = words.map((word) => fitOf(word, record));
  if (words.length === 0 || fits.includes(null)) return null;
  return fits.includes('slip') ? 'slip' : fits.includes('near') ? 'near' : 'exact';
}

function fitOf({ name, text, isNot }: Word, record: HeldRecord): HitNearness | null {
  const says = folded(textOf(record));
  const has = (others: string[] | undefined) => others?.some((one) => says.includes(one)) ?? false;
  const asked: Record<string, () => boolean> = {
    '': () => says.includes(text),
    is: () => (text === 'conflict' ? isInConflict(record) : statusOf(record) === text),
    tag: () => tagsOf(record).some((tag) => folded(tag) === text),
    kind: () => record.kind === text,
    date: () => says.includes(text.slice(0, 4)),
  };
  const exact = asked[name]?.() ?? false;
  if (isNot) return exact ? null : 'exact';
  if (exact) return 'exact';
  return name !== '' ? null : has(NEAR[text]) ? 'near' : has(SLIPS[text]) ? 'slip' : null;
}

/** Where the words of a query stand in a text. */
export function places(query: string, text: string): [number, number][] {
  const says = folded(text);
  const found = readQuery(query)
    .words.filter((word) => word.name === '' && !word.isNot)
    .flatMap((word) => {
      const exact = all(says, word.text);
      return exact.length > 0
        ? exact
        : [...(NEAR[word.text] ?? []), ...(SLIPS[word.text] ?? [])].flatMap((one) => all(says, one));
    });
  return found.toSorted(([a], [b]) => a - b);
}

function all(text: string, word: string): [number, number][] {
  const found: [number, number][] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length))
    found.push([at, at + word.length]);
  return found;
}
