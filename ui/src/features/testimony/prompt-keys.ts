import { Prec, type Extension } from '@codemirror/state';
import { EditorView, runScopeHandlers, ViewPlugin } from '@codemirror/view';

/** For this long after a syllable the editor takes keys for part of the input method's work, and drops them. */
const DEAF_FOR = 150;
/** A key that ends a composition is carried out if the syllable is in the text within this time. */
const COMPOSED_WITHIN = 400;
const KEYS = new Set(['Enter', 'Tab', 'Escape', 'Backspace', 'Delete']);
const HISTORY_KEYS = new Set(['KeyZ', 'KeyY']);

/** Whether this key belongs to the input method. */
function isInputMethodKey(event: KeyboardEvent): boolean {
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
    let isInserted = false;
    const hold = (event: KeyboardEvent) => {
      event.preventDefault();
      held.add(event);
      return () => void runScopeHandlers(view, event, 'editor');
    };
    const onbeforeinput = (event: InputEvent) => {
      isInserted = event.inputType === 'insertFromComposition';
    };
    const oncompositionend = () => {
      composedAt = performance.now();
      if (isInserted && oncomposed) setTimeout(oncomposed);
    };
    let waiting: (() => void) | undefined;
    const carryOut = () => {
      const key = waiting;
      waiting = undefined;
      key?.();
    };
    const onkeydown = (event: KeyboardEvent) => {
      // Whoever types quickly is there before the key is carried out: first things first.
      carryOut();
      // Escape goes through ibus-hangul, which takes the syllable away after it and then puts it into the text: were
      // the focus gone between the two, the syllable would be lost. Where that is not seen, Escape does no more.
      if (event.isComposing && event.key === 'Escape' && event.keyCode === 27) {
        oncomposed = hold(event);
        isInserted = false;
        setTimeout(() => (oncomposed = undefined), COMPOSED_WITHIN);
      }
      if (isInputMethodKey(event) || performance.now() - composedAt > DEAF_FOR) return;
      const isHistory = (event.ctrlKey || event.metaKey) && HISTORY_KEYS.has(event.code);
      if (!KEYS.has(event.key) && !isHistory) return;
      composedAt = -Infinity;
      waiting = hold(event);
      setTimeout(carryOut);
    };
    // The outer element gets them before the text does.
    view.dom.addEventListener('keydown', onkeydown, { capture: true });
    view.dom.addEventListener('beforeinput', onbeforeinput, { capture: true });
    view.dom.addEventListener('compositionend', oncompositionend, { capture: true });
    return {
      destroy() {
        view.dom.removeEventListener('keydown', onkeydown, { capture: true });
        view.dom.removeEventListener('beforeinput', onbeforeinput, { capture: true });
        view.dom.removeEventListener('compositionend', oncompositionend, { capture: true });
      },
    };
  });
  return [plugin, Prec.highest(EditorView.domEventHandlers({ keydown: (event) => held.has(event) }))];
}
