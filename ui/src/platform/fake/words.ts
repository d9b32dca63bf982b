import type { Language } from '..';

const WORDS: Record<Language, string[]> = {
  en: ['river', 'winter', 'lantern', 'paper', 'bridge', 'orchard', 'silver'],
  ko: ['겨울', '강가', '등불', '종이', '다리', '과수원', '은빛'],
};

/** Recovery words: others each time, as if random. */
export function newWords(language: Language): string {
  const of = WORDS[language];
  return Array.from({ length: 24 }, () => of[Math.floor(Math.random() * of.length)]).join(' ');
}

/** A passphrase to offer: another for each number. */
export function suggestion(language: Language, number: number): string {
  const of = WORDS[language];
  const from = number % of.length;
  return [...of.slice(from), ...of.slice(0, from)].join(' ');
}
