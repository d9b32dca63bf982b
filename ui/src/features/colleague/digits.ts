/** How many digits a fingerprint has. */
export const DIGITS = 60;

/** The digits of a text, as they are read out: in groups of five. Full-width digits count too. */
export function groupsOf(text: string): string[] {
  const digits = text.normalize('NFKC').replaceAll(/\D/g, '');
  return digits.match(/\d{1,5}/g) ?? [];
}

export function countOf(text: string): number {
  return groupsOf(text).join('').length;
}
