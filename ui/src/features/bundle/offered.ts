import { start } from '../../state/start.svelte';

/** How files end. Names that are offered say nothing of what is in them or of whom it is for. */
export const BUNDLE = 'bundle';
export const REVIEW = 'review';

/** A name for a new file: the day and a number. */
export function offeredName(ending: string, number = 1, now = new Date()): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  return `${day}-${number}.${ending}`;
}

/** Where a new file would go. */
export function offeredPath(name: string): string {
  const folder = start().default_folder;
  const bar = folder.includes('\\') ? '\\' : '/';
  return folder.endsWith(bar) ? folder + name : folder + bar + name;
}

/** The same path with the next number, for when a file of that name is there already. */
export function nextPath(path: string): string {
  return path.replace(/-(\d{1,6})(\.[^./\\]+)$/, (_, number, end) => `-${Number(number) + 1}${end}`);
}

/** The last part of a path. */
export function nameOf(path: string): string {
  return path.split(/[/\\]/).at(-1) ?? path;
}
