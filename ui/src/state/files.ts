import { go, place, show } from './place.svelte';

/** Files that the app was opened with, or that were dropped on it, until there is a place to show them. */
let waiting: string[] = [];

/** Whether a file is a review package, by its name. */
export const isPackage = (path: string) => path.toLowerCase().endsWith('.review');

/** Takes in files from outside. A review package needs no vault and is shown at once; a bundle waits for one. */
export async function offerFiles(paths: string[]): Promise<void> {
  waiting = [...waiting, ...paths];
  await showWaiting();
}

/** Shows what waits, as far as the place where one is allows it. What cannot be shown now waits on. */
export async function showWaiting(): Promise<void> {
  const isOpen = place().at === 'workspace';
  const path = waiting.find(isPackage);
  const bundles = waiting.filter((one) => !isPackage(one));
  if (isOpen && bundles.length > 0) {
    waiting = waiting.filter(isPackage);
    if (!(await show({ name: 'import', paths: bundles }))) waiting = [...bundles, ...waiting];
  } else if (path) {
    waiting = waiting.filter((one) => one !== path);
    const isShown = await (isOpen ? show({ name: 'review-read', path }) : go({ at: 'reader', path }));
    if (!isShown) waiting = [path, ...waiting];
  }
}
