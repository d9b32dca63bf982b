import { tick } from 'svelte';
import type { Form } from './form.svelte';
import { partOf } from './form.svelte';

/** Brings the field that a failure names into view, once for each failure, after what holds it has opened. */
export function revealFaults(form: Form): void {
  $effect(() => {
    const path = form.faultyPath;
    if (path === null || !form.record.failure) return;
    void tick()
      .then(tick)
      .then(() => {
        const field = nearest(path);
        field?.scrollIntoView?.({ block: 'center' });
        field?.focus({ preventScroll: true });
      });
  });
}

/** The control of this path, or else of the nearest part that holds it. */
function nearest(path: string): HTMLElement | null {
  for (let at = path; at; at = at.replace(/(\[\d+\]|\.?[^.[\]]+)$/, '')) {
    const found = document.querySelector<HTMLElement>(`[data-part="${CSS.escape(partOf(at))}"]`);
    if (found) return found;
  }
  return null;
}
