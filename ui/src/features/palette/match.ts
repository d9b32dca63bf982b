const INITIALS = [...'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ'];
/** Two consonants typed in a row come as one of these from a Korean keyboard. */
const JOINED: Record<string, string> = {
  ㄳ: 'ㄱㅅ',
  ㄵ: 'ㄴㅈ',
  ㄶ: 'ㄴㅎ',
  ㄺ: 'ㄹㄱ',
  ㄻ: 'ㄹㅁ',
  ㄼ: 'ㄹㅂ',
  ㄽ: 'ㄹㅅ',
  ㄾ: 'ㄹㅌ',
  ㄿ: 'ㄹㅍ',
  ㅀ: 'ㄹㅎ',
  ㅄ: 'ㅂㅅ',
};
const FIRST_SYLLABLE = 0xac00;
const SYLLABLES = 11_172;
const PER_INITIAL = 588;
const PER_VOWEL = 28;

/**
 * How well a name answers what was typed: 0 not at all, 3 from its beginning, 2 from the beginning of a word, 1 inside.
 *
 * Spaces and case do not matter. Korean is found by its initial consonants (ㅈㄱㄱ for 잠그기), also mixed with whole
 * syllables, and while a syllable is still open (자 for 잠).
 */
export function match(typed: string, name: string): number {
  const wanted = [...plain(typed).replaceAll(' ', '')].flatMap((letter) => [...(JOINED[letter] ?? letter)]);
  const words = plain(name)
    .split(/[\s·(),.…/-]+/)
    .filter(Boolean);
  const letters = [...words.join('')];
  const starts = new Set<number>();
  words.reduce((at, word) => {
    starts.add(at);
    return at + [...word].length;
  }, 0);
  let best = 0;
  for (let from = 0; from + wanted.length <= letters.length; from += 1) {
    if (!wanted.every((letter, at) => fits(letter, letters[from + at] ?? ''))) continue;
    best = Math.max(best, from === 0 ? 3 : starts.has(from) ? 2 : 1);
  }
  return best;
}

/** The best of several names. */
export function bestMatch(typed: string, names: string[]): number {
  return Math.max(0, ...names.map((name) => match(typed, name)));
}

const plain = (text: string) => text.normalize('NFC').toLowerCase().trim();

function fits(typed: string, letter: string): boolean {
  if (typed === letter) return true;
  const syllable = syllableOf(letter);
  if (syllable === undefined) return false;
  if (INITIALS[Math.floor(syllable / PER_INITIAL)] === typed) return true;
  const open = syllableOf(typed);
  return open !== undefined && open % PER_VOWEL === 0 && open === syllable - (syllable % PER_VOWEL);
}

function syllableOf(letter: string): number | undefined {
  const at = (letter.codePointAt(0) ?? 0) - FIRST_SYLLABLE;
  return at >= 0 && at < SYLLABLES ? at : undefined;
}
