/** What a key asks of the workspace. */
export type Asked = 'new' | 'new-menu' | 'palette' | 'search' | 'lock' | 'settings' | 'about' | 'back';

const WITH_CTRL: Record<string, Asked> = { n: 'new', k: 'palette', f: 'search', l: 'lock', ',': 'settings' };

/** Reads a key. Letters with Ctrl work in any layout; plain keys are left alone while a syllable is composed or one types. */
export function askedBy(event: KeyboardEvent): Asked | null {
  if (event.metaKey) return null;
  if (event.altKey) return event.key === 'ArrowLeft' && !event.ctrlKey && !event.shiftKey ? 'back' : null;
  if (event.ctrlKey) {
    const key = letterOf(event);
    if (event.shiftKey) return key === 'n' ? 'new-menu' : null;
    return WITH_CTRL[key] ?? null;
  }
  if (event.isComposing || event.keyCode === 229) return null;
  if (event.key === 'F1') return 'about';
  return event.key === '/' && !isTypedInto(event.target) ? 'search' : null;
}

/** A dialog that is not closing already. */
const ASKING = ':is([role="dialog"], [role="alertdialog"]):not([data-state="closed"])';

/** Does what a key asks. What a dialog asks is answered first; `always` names what works all the same. */
export function answer(event: KeyboardEvent, answers: Record<Asked, () => void>, always: Asked[]): boolean {
  const asked = askedBy(event);
  if (!asked) return false;
  event.preventDefault();
  event.stopPropagation();
  if (always.includes(asked) || document.querySelector(ASKING) === null) answers[asked]();
  return true;
}

/** The letter on the key, where the layout gives one of ours; else that of the place on the keyboard (ㅊ is L on Latin keys). */
function letterOf(event: KeyboardEvent): string {
  const key = event.key.toLowerCase();
  if (/^[a-z,]$/.test(key)) return key;
  return event.code === 'Comma' ? ',' : event.code.replace(/^Key/, '').toLowerCase();
}

function isTypedInto(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.matches('input, textarea, select, [contenteditable]');
}
