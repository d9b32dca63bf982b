import type { Attachment } from 'svelte/attachments';
import { on } from 'svelte/events';

const GAP = 4;
/** The height of a full list, with its gap. */
const LIST_HEIGHT = 280;

/**
 * Shows a list below a box, or above it where more space is left. In the top layer nothing around the box cuts it off.
 * Without a box the list stays where it is.
 */
export function below(box: () => HTMLElement | undefined): Attachment<HTMLElement> {
  return (list) => {
    const over = box();
    if (!over) return;
    list.popover = 'manual';
    list.showPopover?.();
    const place = () => {
      const { left, top, bottom, width } = over.getBoundingClientRect();
      const isAbove = window.innerHeight - bottom < LIST_HEIGHT && top > window.innerHeight - bottom;
      Object.assign(list.style, {
        left: `${left}px`,
        width: `${width}px`,
        top: isAbove ? 'auto' : `${bottom + GAP}px`,
        bottom: isAbove ? `${window.innerHeight - top + GAP}px` : 'auto',
      });
    };
    place();
    const ends = [on(window, 'scroll', place, { capture: true }), on(window, 'resize', place)];
    return () => {
      ends.forEach((end) => end());
      list.hidePopover?.();
      list.popover = null;
    };
  };
}
