import type { Attachment } from 'svelte/attachments';
import { on } from 'svelte/events';

type Box = HTMLInputElement | HTMLTextAreaElement;
const isEqual = (shown: string, text: string) => shown === text;

/**
 * Binds a box to a text. Each keystroke is written at once, even while a syllable is being composed; the text in the box
 * is never replaced meanwhile.
 */
export function typed(
  read: () => string,
  write: (text: string, isComposing: boolean) => void,
  isSame: (shown: string, text: string) => boolean = isEqual,
): Attachment<Box> {
  return (node) => {
    let isComposing = false;
    const show = (text: string) => {
      if (!isComposing && !isSame(node.value, text)) node.value = text;
    };
    $effect(() => show(read()));
    const ends = [
      on(node, 'compositionstart', () => (isComposing = true)),
      on(node, 'compositionend', () => {
        isComposing = false;
        write(node.value, false);
        show(read());
      }),
      on(node, 'input', () => write(node.value, isComposing)),
    ];
    return () => ends.forEach((end) => end());
  };
}
