import { platform } from '../../platform';
import { titleOrNone } from './title';
import type { Titles } from './words';

/** What these records of the vault are called. Those that are not here are left out. */
export async function titlesOf(ids: string[]): Promise<Titles> {
  if (ids.length === 0) return {};
  const lines = await platform().record.lines([...new Set(ids)]);
  return Object.fromEntries(lines.map((line) => [line.id, titleOrNone(line)]));
}
