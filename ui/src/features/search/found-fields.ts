import type { Attachment } from 'svelte/attachments';
import type { FoundMarks, Markable } from './found-marks.svelte';

/** What says something in a form: boxes, and texts that say so themselves. */
const SEARCHABLE = 'input[type="text"], textarea, [data-says]';
/** A form is built in steps: terms and titles are read first. */
const BUILT = 60;

function sayOf(element: HTMLElement): string {
  return 'value' in element && typeof element.value === 'string'
    ? element.value
    : (element.textContent ?? '');
}

/** Marks the fields of a form in which something was found: each as a whole, for a box cannot mark a part of itself. */
export function markFields(marks: FoundMarks | null): Attachment<HTMLElement> {
  return (root) => {
    if (!marks) return;
    let fields: HTMLElement[] = [];
    const found = () => [...root.querySelectorAll<HTMLElement>('[data-found]')].filter(isSeen);
    const part: Markable = {
      texts: () => {
        fields = [...root.querySelectorAll<HTMLElement>(SEARCHABLE)].filter(isSeen);
        return fields.map(sayOf);
      },
      mark: (places) => {
        for (const one of root.querySelectorAll<HTMLElement>('[data-found]')) delete one.dataset['found'];
        fields.forEach((field, at) => {
          if ((places[at]?.length ?? 0) > 0) field.dataset['found'] = '';
        });
        return true;
      },
      count: () => found().length,
      point: (at) =>
        found().forEach((field, here) => {
          field.dataset['found'] = here === at ? 'here' : '';
          if (here === at) field.scrollIntoView?.({ block: 'center' });
        }),
    };
    const onwritten = (event: Event) => {
      if (!(event.target instanceof HTMLElement) || event.target.dataset['found'] === undefined) return;
      delete event.target.dataset['found'];
      marks.changed();
    };
    root.addEventListener('input', onwritten);
    let leave: (() => void) | undefined;
    const timer = setTimeout(() => (leave = marks.join(part, 1)), BUILT);
    return () => {
      clearTimeout(timer);
      root.removeEventListener('input', onwritten);
      leave?.();
    };
  };
}

function isSeen(element: HTMLElement): boolean {
  return element.checkVisibility?.() ?? true;
}
