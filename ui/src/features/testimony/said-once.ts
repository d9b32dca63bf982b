import type { Extension } from '@codemirror/state';
import { ViewPlugin } from '@codemirror/view';

/** The second of two commits of one syllable comes this soon: milliseconds. */
const AT_ONCE = 150;

/**
 * A syllable is put into the text once.
 *
 * Clicking elsewhere in the middle of a syllable makes both the engine and ibus-hangul commit it. What is typed twice
 * is composed twice: a commit that no composition was begun for, of the same text and at once, is the second one.
 */
export function saidOnce(): Extension {
  return ViewPlugin.define((view) => {
    let last: { text: string; at: number } | null = null;
    const onbegin = () => (last = null);
    const onbeforeinput = (event: InputEvent) => {
      if (event.inputType !== 'insertFromComposition') return;
      const text = event.data ?? '';
      const isSecond = last?.text === text && performance.now() - last.at < AT_ONCE;
      if (!isSecond) {
        last = { text, at: performance.now() };
        return;
      }
      last = null;
      event.preventDefault();
      event.stopPropagation();
    };
    view.dom.addEventListener('compositionstart', onbegin, { capture: true });
    view.dom.addEventListener('beforeinput', onbeforeinput, { capture: true });
    return {
      destroy() {
        view.dom.removeEventListener('compositionstart', onbegin, { capture: true });
        view.dom.removeEventListener('beforeinput', onbeforeinput, { capture: true });
      },
    };
  });
}
