/** How long a syllable may be on its way, in milliseconds. */
const ON_ITS_WAY = 500;
/** What is typed into. */
const TEXT_FIELD =
  'input:not([type=checkbox], [type=radio], [type=file]), textarea, [contenteditable="true"]';

/**
 * Keeps a syllable that is still being composed when a button is pressed.
 *
 * WebKit takes the syllable out of the field before the press, and the input method hands it back a moment later, to
 * whatever has the focus then. Handed to a button it is lost. So the press does not move the focus away meanwhile; what
 * it presses is pressed all the same.
 */
export function keepSyllables(page: Document): void {
  let withdrawn: EventTarget | null = null;
  let waiting: ReturnType<typeof setTimeout> | undefined;

  function settle() {
    clearTimeout(waiting);
    withdrawn = null;
  }

  page.addEventListener(
    'compositionend',
    (event) => {
      settle();
      if (event.data) return;
      withdrawn = event.target;
      waiting = setTimeout(settle, ON_ITS_WAY);
    },
    true,
  );
  page.addEventListener('compositionstart', settle, true);
  page.addEventListener(
    'mousedown',
    (event) => {
      const movesFocus = withdrawn !== null && event.target instanceof Element && !takesText(event.target);
      if (movesFocus && page.activeElement === withdrawn) event.preventDefault();
    },
    true,
  );
}

/** A press into another field has to move the caret. There the syllable can still follow it into that field, about once in ten. */
function takesText(element: Element): boolean {
  return element.closest(TEXT_FIELD) !== null;
}
