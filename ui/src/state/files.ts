import type { Grant } from '../platform';
import { go, place, show } from './place.svelte';

/** Files that the app was opened with, or that were dropped on it, until there is a place to show them. */
let waiting: Grant[] = [];

/** Whether a file is a review package, by its name. */
export const isPackage = ({ name }: Grant) => name.toLowerCase().endsWith('.review');

/** Receives files from outside. A review package needs no vault and is shown at once; a bundle waits for one. */
export async function offerFiles(files: Grant[]): Promise<void> {
  waiting = [...waiting, ...files];
  await showWaiting();
}

/** Shows what waits, as far as the place where one is allows it. What cannot be shown now waits on. */
export async function showWaiting(): Promise<void> {
  const isOpen = place().at === 'workspace';
  const file = waiting.find(isPackage);
  const bundles = waiting.filter((one) => !isPackage(one));
  if (isOpen && bundles.length > 0) {
    waiting = waiting.filter(isPackage);
    if (!(await show({ name: 'import', files: bundles }))) waiting = [...bundles, ...waiting];
  } else if (file) {
    waiting = waiting.filter((one) => one !== file);
    const isShown = await (isOpen ? show({ name: 'review-read', file }) : go({ at: 'reader', file }));
    if (!isShown) waiting = [file, ...waiting];
  }
}
