import { Failure, platform } from '../../platform';
import { titleOrNone } from './title';
import type { Titles } from './words';

/** What these records of the vault are called. Those that are not here are left out. */
export async function titlesOf(ids: string[]): Promise<Titles> {
  if (ids.length === 0) return {};
  const lines = await platform().record.lines([...new Set(ids)]);
  return Object.fromEntries(lines.map((line) => [line.id, titleOrNone(line)]));
}

/** A failure that names a record by its title instead of its id. */
export async function withTitle(failure: Failure): Promise<Failure> {
  const id = failure.params['record'];
  if (!id) return failure;
  try {
    const title = (await titlesOf([id]))[id];
    return title ? new Failure(failure.code, { ...failure.params, record: `“${title}”` }) : failure;
  } catch {
    return failure;
  }
}
