import { setLanguage } from '../i18n';
import { platform, type Settings } from '../platform';

let current = $state.raw<Settings>({ language: 'en', theme: 'system' });

export function settings(): Settings {
  return current;
}

/** Takes over settings that the shell holds: language and theme change at once. */
export function applySettings(next: Settings): void {
  current = next;
  setLanguage(next.language);
  if (next.theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = next.theme;
}

/** Changes settings, here and in the shell. */
export async function changeSettings(change: Partial<Settings>): Promise<void> {
  applySettings({ ...current, ...change });
  applySettings(await platform().app.saveSettings(current));
}
