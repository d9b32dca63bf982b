/**
 * Recovery words however they were typed: numbers, dots, line breaks and capitals do not matter, as in the core. A sign inside of a word
 * stays, so that the core can name the word.
 */
export function readWords(typed: string): string[] {
  return typed
    .normalize('NFC')
    .toLowerCase()
    .split(/[\s,、.;:)]+/u)
    .map((word) => word.replace(/^[^\p{L}]+|[^\p{L}\p{M}]+$/gu, ''))
    .filter((word) => word !== '');
}

/** Some of the positions, chosen randomly, in order. Positions count from 1. */
export function pickPositions(count: number, of: number): number[] {
  const left = Array.from({ length: of }, (_, at) => at + 1);
  const picked: number[] = [];
  while (picked.length < count && left.length > 0) {
    const [chance = 0] = crypto.getRandomValues(new Uint32Array(1));
    picked.push(...left.splice(chance % left.length, 1));
  }
  return picked.toSorted((one, other) => one - other);
}

/** Whether two passphrases are the same to the vault: it compares composed letters. */
export function isSamePassphrase(one: string, other: string): boolean {
  return one.normalize('NFC') === other.normalize('NFC');
}
