import { Prec, type Extension } from '@codemirror/state';
import { EditorView, runScopeHandlers, ViewPlugin } from '@codemirror/view';

/** For this long after a syllable the editor takes keys for part of the input method's work, and drops them. */
const DEAF_FOR = 150;
/** A key that ends a composition is carried out at the latest after this time. */
const COMPOSED_WITHIN = 80;
const KEYS = new Set(['Enter', 'Tab', 'Escape', 'Backspace', 'Delete']);
const HISTORY_KEYS = new Set(['KeyZ', 'KeyY']);

/** Whether this key belongs to the input method. */
export function isInputMethodKey(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229;
}

/**
 * Keys right after a Hangul syllable do what they do elsewhere.
 *
 * On this engine the editor ignores the first key within 100 ms after a composition. Such a key is held here, before
 * the editor sees it, and carried out once the syllable is in the text.
 */
export function promptKeys(): Extension {
  const held = new WeakSet<Event>();
  const plugin = ViewPlugin.define((view) => {
    let composedAt = -Infinity;
    let oncomposed: (() => void) | undefined;
    const hold = (event: KeyboardEvent) => {
      event.preventDefault();
      held.add(event);
      return () => void runScopeHandlers(view, event, 'editor');
    };
    const oncompositionend = () => {
      composedAt = performance.now();
      setTimeout(() => oncomposed?.());
    };
    const onkeydown = (event: KeyboardEvent) => {
      // Escape goes through ibus-hangul, which puts the syllable into the text only after it.
      if (event.isComposing && event.key === 'Escape' && event.keyCode === 27) {
        const carryOut = hold(event);
        const timer = setTimeout(() => oncomposed?.(), COMPOSED_WITHIN);
        oncomposed = () => {
          oncomposed = undefined;
          clearTimeout(timer);
          carryOut();
        };
      }
      if (isInputMethodKey(event) || performance.now() - composedAt > DEAF_FOR) return;
      const isHistory = (event.ctrlKey || event.metaKey) && HISTORY_KEYS.has(event.code);
      if (!KEYS.has(event.key) && !isHistory) return;
      composedAt = -Infinity;
      setTimeout(hold(event));
    };
    // The outer element hears them before the text does.
    view.dom.addEventListener('keydown', onkeydown, { capture: true });
    view.dom.addEventListener('compositionend', oncompositionend, { capture: true });
    return {
      destroy() {
        view.dom.removeEventListener('keydown', onkeydown, { capture: true });
        view.dom.removeEventListener('compositionend', oncompositionend, { capture: true });
      },
    };
  });
  return [plugin, Prec.highest(EditorView.domEventHandlers({ keydown: (event) => held.has(event) }))];
}
