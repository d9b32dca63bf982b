import type { Counts } from '../../bindings/api/Counts';

/** Something that can be added to a query with a click: what it adds, how many there are, and what says it. */
export interface Chip {
  term: string;
  count: number;
  tag?: string;
  status?: string;
}

/** In conflict, then each status, then the tags, the most frequent first. */
export function chipsOf({ conflicts, statuses, tags }: Counts): Chip[] {
  return [
    ...(conflicts > 0 ? [{ term: 'is:conflict', count: conflicts, status: 'conflict' }] : []),
    ...statuses.map(({ value, count }) => ({ term: `is:${value}`, count, status: value })),
    ...tags.map(({ value, count }) => ({ term: `tag:"${value.replaceAll('"', ' ')}"`, count, tag: value })),
  ];
}

/** Where a term stands in a query by itself; -1 where it does not. */
function placeOf(query: string, term: string): number {
  const spaced = ` ${query} `;
  return spaced.indexOf(` ${term} `);
}

export function hasTerm(query: string, term: string): boolean {
  return placeOf(query, term) >= 0;
}

/** The query with the term, or without it where it has it already. */
export function toggled(query: string, term: string): string {
  const at = placeOf(query, term);
  if (at < 0) return `${query.trim()} ${term}`.trim();
  return `${query.slice(0, at)}${query.slice(at + term.length)}`.replaceAll(/\s+/g, ' ').trim();
}
