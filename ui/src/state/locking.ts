import { platform } from '../platform';
import { keepAll } from './keeping';
import { place, show } from './place.svelte';

/** Keeps what is typed, then locks. The page goes away with its process. */
export async function lock(): Promise<void> {
  await keepAll();
  await platform().vault.lock();
}

const TOUCH_EVERY = 5_000;

/** Listens to the shell and to the user's hands for as long as the window is there; gives back how to stop. */
export function beginWatching(): () => void {
  const { app } = platform();
  const endNotices = app.onnotice((notice) => {
    if (notice.kind === 'locking') void lock();
    else if (place().at === 'workspace') void show({ name: 'import', paths: notice.paths });
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
    endNotices();
    for (const [event, listener] of ends) document.removeEventListener(event, listener, { capture: true });
  };
}
