/** A duplicate commit of a syllable follows the first within this time: milliseconds. */
const AT_ONCE = 150;

/**
 * Drops the duplicate of a syllable that the input method commits twice, in every field of the page. Returns a
 * function that stops it.
 *
 * Clicking elsewhere in the middle of a syllable makes both the engine and ibus-hangul commit it. What is typed twice
 * is composed twice: a commit that no composition was begun for, of the same text and at once, is the second one.
 */
export function saySyllablesOnce(page: Document): () => void {
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
  page.addEventListener('compositionstart', onbegin, { capture: true });
  page.addEventListener('beforeinput', onbeforeinput, { capture: true });
  return () => {
    page.removeEventListener('compositionstart', onbegin, { capture: true });
    page.removeEventListener('beforeinput', onbeforeinput, { capture: true });
  };
}
