import type { Form } from './form.svelte';
import { partOf } from './form.svelte';

const STEP = 30;
const MOST = 10;

/** Brings the field that a failure names into view, once for each failure, after what holds it has opened. */
export function revealErrors(form: Form): void {
  $effect(() => {
    const path = form.errorPath;
    if (path !== null && form.record.failure) void reveal(path);
  });
}

/** A dialog that opens for it takes the focus for itself first. */
async function reveal(path: string): Promise<void> {
  for (let waited = 0; waited < MOST && !partAt(path); waited += 1) await pause();
  await pause();
  const field = nearest(path);
  field?.scrollIntoView?.({ block: 'center' });
  field?.focus({ preventScroll: true });
}

/** Brings a group of a record that is just being opened into view, and the keyboard to it. */
export async function revealGroup(name: string): Promise<void> {
  const find = () => document.querySelector<HTMLElement>(`[data-part="group-${name}-fold"]`);
  for (let waited = 0; waited < MOST && !find(); waited += 1) await pause();
  // The record puts the focus into its text first.
  await pause();
  find()?.scrollIntoView?.({ block: 'start' });
  find()?.focus({ preventScroll: true });
}

const pause = () => new Promise((done) => setTimeout(done, STEP));
const partAt = (path: string) =>
  document.querySelector<HTMLElement>(`[data-part="${partOf(path).replaceAll('"', '')}"]`);

/** The control of this path, or else of the nearest part that holds it. */
function nearest(path: string): HTMLElement | null {
  for (let at = path; at; at = at.replace(/(\[\d+\]|\.?[^.[\]]+)$/, '')) {
    const found = partAt(at);
    if (found) return found;
  }
  return null;
}
