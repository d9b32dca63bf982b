import { takeArrivals } from './arrivals.svelte';
import { platform } from '../platform';
import { cover, uncover } from './cover.svelte';
import { offerFiles } from './files';
import { keepAll } from './keeping';

let running: Promise<void> | undefined;

/** Hides all text, keeps what is typed, then locks. The page goes away with its process. */
export function lock(): Promise<void> {
  running ??= lockNow().finally(() => (running = undefined));
  return running;
}

async function lockNow(): Promise<void> {
  cover();
  await keepAll();
  try {
    await platform().vault.lock();
  } catch {
    // Still open: better to say so by showing it than to seem locked.
    uncover();
  }
}

const TOUCH_EVERY = 5_000;

/** Listens to the shell and to the user's hands for as long as the window is there; returns a function that stops it. */
export function beginWatching(): () => void {
  const { app } = platform();
  let isWatching = true;
  void app.notices((notice) => {
    if (!isWatching) return;
    if (notice.kind === 'locking') void lock();
    else if (notice.kind === 'folder') takeArrivals(notice.arrivals);
    else void offerFiles(notice.files);
  });
  let touched = 0;
  const touch = () => {
    if (Date.now() - touched < TOUCH_EVERY) return;
    touched = Date.now();
    void app.touch();
  };
  const copy = () => void app.copied();
  const ends: [string, () => void][] = [
    ['keydown', touch],
    ['pointerdown', touch],
    ['pointermove', touch],
    ['wheel', touch],
    ['copy', copy],
    ['cut', copy],
  ];
  for (const [event, listener] of ends)
    document.addEventListener(event, listener, { capture: true, passive: true });
  return () => {
    isWatching = false;
    for (const [event, listener] of ends) document.removeEventListener(event, listener, { capture: true });
  };
}
