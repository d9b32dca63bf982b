/** What gets the focus on a new screen, first match first: what asks for it, the heading, an editor or an input. */
const WANTED = [
  '[data-focus-first]',
  'h1[tabindex]',
  '.cm-content[contenteditable="true"]',
  'textarea:not(:disabled), input[type="text"]:not(:disabled)',
];
const WAIT = 2_000;

/**
 * Puts the focus into what is shown, as soon as it is there: much of it is read from the vault first. A screen that
 * puts the focus somewhere itself is left alone, and so is a user who is elsewhere by then. Returns a function that stops it.
 */
export function focusOn(container: HTMLElement): () => void {
  const before = document.activeElement;
  const look = () => {
    const active = document.activeElement;
    const isSettled = container.contains(active) || (active !== before && active !== document.body);
    const wanted = isSettled ? null : firstOf(container);
    wanted?.focus({ preventScroll: true });
    if (wanted || isSettled) stop();
  };
  const observer = new MutationObserver(look);
  const timer = setTimeout(() => stop(), WAIT);
  const stop = () => {
    observer.disconnect();
    clearTimeout(timer);
  };
  observer.observe(container, { childList: true, subtree: true });
  queueMicrotask(look);
  return stop;
}

function firstOf(container: HTMLElement): HTMLElement | null {
  for (const selector of WANTED) {
    const found = container.querySelector<HTMLElement>(selector);
    if (found) return found;
  }
  return null;
}

let waiting: ReturnType<typeof setTimeout> | undefined;

/** Puts the focus on the heading where what had it is gone: a dialog that closed, a row that left the list. */
export function focusHeading(): void {
  stopFocusing();
  waiting = setTimeout(() => {
    if (document.activeElement === document.body)
      document.querySelector<HTMLElement>('main h1[tabindex]')?.focus();
  }, 50);
}

/** Leaves the focus where it is, whatever was asked for before. */
export function stopFocusing(): void {
  clearTimeout(waiting);
}
